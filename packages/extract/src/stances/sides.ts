// Who takes a side without naming the measure: “voted no”, “spoke against it”, “sided with Lee”, “over the objections of landlords”.
// Knows the story's one measure and how sides are told; which words tell them is the packs'. Any doubt about holder or side ends in no stance.
import type { Stance } from '@civicwire/shared';
import { foldedAt, sentenceRange, spanOf } from '../reading/reading.ts';
import type { Agenda } from './agenda.ts';
import type { Candidate } from './candidate.ts';
import { shared } from './co-holders.ts';
import { followsFromMeasure } from './consequences.ts';
import type { Debate, Side } from './debate.ts';
import { isOf } from './grammar.ts';
import { textOf } from './holder-names.ts';
import type { Analysis } from './judge.ts';
import { findSideWords, type OperatorHit } from './lexicon.ts';
import { resolvePronoun } from './pronouns.ts';
import { hasCondition, ruling } from './ruling.ts';
import type { SentenceContext } from './sentence-context.ts';
import { listBehind, takerOf } from './side-takers.ts';
import { looseNouns, outcomeNouns } from './thing-nouns.ts';
import { verdictOf } from './verdicts.ts';

const wordsMax = 120;

/** Words that foretell what would come of the measure, and their sentence: read when all that says more has been. */
export interface Foretelling {
  readonly context: SentenceContext;
  readonly hit: OperatorHit;
}

/** The stances of those who take a side of the story's measure in words that do not name it; sentences that gave a stance of the same holder are left alone. What but foretells is put into `foretold`. */
export function findSides(debate: Debate, foretold: Foretelling[]): readonly Analysis[] {
  const { document, lexicon, agenda } = debate;
  const { reading } = document;
  const found: Analysis[] = [];
  for (let s = agenda.sentence; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > wordsMax) continue;
    const hits = findSideWords(lexicon, reading, from, to);
    if (hits.length === 0) continue;
    const context = debate.read(s);
    if (isOpen(context)) continue;
    for (const hit of hits) {
      if (isUnsaid(context, hit) || (endsInIt(context, hit) && !isSpokenOf(debate, context))) continue;
      if (hit.rule.type === 'act' && hit.rule.source.who === 'consequence') foretold.push({ context, hit });
      else found.push(...analysisOf(debate, context, hit));
    }
  }
  return found;
}

/** The stances of those who foretell what would come of the measure. */
export function findForetellings(debate: Debate, foretold: readonly Foretelling[]): readonly Analysis[] {
  return foretold.flatMap(({ context, hit }) =>
    followsFromMeasure(debate.agenda, context, hit) ? analysisOf(debate, context, hit) : [],
  );
}

/** None, or the stances of one telling; they count as told from then on. */
function analysisOf(debate: Debate, context: SentenceContext, hit: OperatorHit): readonly Analysis[] {
  const here = new Set(debate.told.at(context.start).map(({ holder }) => holder));
  const stances = stancesAt(debate, context, hit).filter(({ holder }) => !here.has(holder));
  if (stances.length === 0) return [];
  const frame = { rule: debate.agenda.rule, from: hit.from, to: hit.to };
  const analysis = { context, frame, judgement: { stances, chain: { links: [], broken: null } } };
  debate.told.add(analysis);
  return [analysis];
}

/** A question, or a condition: nobody has taken a side yet. */
function isOpen(context: SentenceContext): boolean {
  if (hasCondition(context)) return true;
  for (let i = context.from; i < context.to; i++) if (foldedAt(context.reading, i) === '?') return true;
  return false;
}

/** "has not said whether he would sign it", "is undecided": no side is told. */
function isUnsaid(context: SentenceContext, hit: OperatorHit): boolean {
  const { reading, from, to } = context;
  // "who once opposed it, now supports it", "said she has changed her mind"
  if (/^(?:once|formerly|previously|initially|originally)$/.test(foldedAt(reading, hit.from - 1))) return true;
  const said = hit.rule.type === 'act' && hit.rule.source.act === 'statement';
  for (let i = from; said && i < to; i++)
    if (
      /^(?:changed|reversed|switched)$/.test(foldedAt(reading, i)) &&
      /^(?:her|his|their|course|sides)$/.test(foldedAt(reading, i + 1))
    )
      return true;
  // "was asked to oppose it", "has been pressured to support it"
  const asked =
    foldedAt(reading, hit.from - 1) === 'to' &&
    /^(?:asked|pressured|urged|pressed|lobbied|told|invited|forced)$/.test(foldedAt(reading, hit.from - 2));
  if (asked && isOf(context.grammar, reading, hit.from - 3, 'being')) return true;
  for (let i = from; i < hit.from; i++) if (unsaid.test(foldedAt(reading, i))) return true;
  return false;
}

const unsaid =
  /^(?:whether|undecided|perhaps|maybe|depends|unsure|declined|refused|unclear|nor|neither|denied|denies|denying|deny|disputed|disputes)$/;

function endsInIt({ reading }: SentenceContext, hit: OperatorHit): boolean {
  return foldedAt(reading, hit.to - 1) === 'it';
}

/** How far before it "it" may have been told. */
const sentencesNear = 1;

/** Whether this sentence or one shortly before it tells of the measure, or of any measure: else "it" may be anything. */
function isSpokenOf({ document, told }: Debate, context: SentenceContext): boolean {
  const { reading, grammar } = context;
  const s = reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - sentencesNear));
  for (let n = Math.max(0, s - sentencesNear); n <= s; n++)
    if (told.at(reading.sentenceStarts[n] ?? -1).length > 0) return true;
  for (let i = before; i < context.to; i++)
    if (isOf(grammar, reading, i, 'thing') && looseNouns.has(foldedAt(reading, i))) return true;
  return false;
}

function stancesAt(debate: Debate, context: SentenceContext, hit: OperatorHit): readonly Stance[] {
  if (hit.rule.type !== 'act') return [];
  const { who, sign = 1 } = hit.rule.source;
  // Of a vote to repeal an ordinance, "it" may be either.
  if (debate.agenda.undoes && endsInIt(context, hit)) return [];
  if (debate.agenda.contested && who !== 'with' && who !== 'listed' && who !== 'same') return [];
  if (hit.rule.source.act === 'policy-proposal' && !proposes(debate, context, hit)) return [];
  const list = (side: number): readonly Stance[] =>
    side === 0 ? [] : listBehind(context, hit.to).map((holder) => stanceOf(debate, context, hit, holder, side * sign));
  // A body decides; over whose objections it did so, is somebody else.
  // "rejected it over the objections of Lee": the objections are to the rejection.
  if (who === 'behind' && sign < 0 && rejectsBefore(context, hit)) return [];
  if (who === 'behind') return list(1).filter(({ holderType }) => !bodies.test(holderType));
  if (who === 'listed') return list(sideOfBetween(debate, context, hit));
  if (who === 'same') return list(sideBefore(debate, context, hit));
  if (hit.rule.source.act === 'vote' && votedElse(debate, context)) return [];
  // Who loses sues; whoever sues over what was not passed is for it.
  if (hit.rule.source.act === 'lawsuit' && debate.agenda.outcome <= 0) return [];
  if (who === 'speaker' || who === 'consequence') {
    const speaker = verdictOf(debate, context, hit);
    // Right behind the speaker's own position the whole quotation argues for it (reasons.ts).
    if (speaker === null || speaker.holderType === 'court') return [];
    if (who === 'consequence' && isToldBefore(debate, context, speaker)) return [];
    return [stanceOf(debate, context, hit, speaker, sign)];
  }
  // "She was disappointed": by the vote, where that was just told.
  if (
    who === 'outcome' &&
    hit.rule.source.act === 'statement' &&
    !namesOutcome(context, hit) &&
    !isSpokenOf(debate, context)
  )
    return [];
  const group = context.groupAt(hit.from);
  if (group.negated || group.unsure) return [];
  const holder = takerOf(debate, context, hit);
  if (holder === null || holder.role === 'document') return [];
  // "Sen. Mo Poe, D-Tacoma, voted no": a place does not.
  if (hit.rule.source.act === 'vote' && holder.named && /^(?:city|county|state)$/.test(holder.holderType)) return [];
  if (who === 'with' && isForElse(context, hit)) return [];
  const side =
    who === 'with' ? sideOfOther(debate, context, hit, holder) : who === 'outcome' ? debate.agenda.outcome : 1;
  if (side === 0) return [];
  const own = shared(context, ruling(context, holder, [], null, null, {}));
  return own.map((item) => stanceOf(debate, context, hit, item.holder, side * sign > 0 ? 1 : -1));
}

function rejectsBefore({ hits }: SentenceContext, hit: OperatorHit): boolean {
  return hits.operators.some(
    ({ rule, to }) =>
      to <= hit.from && /^(?:rejects|votes-against|blocks|declines|agrees-not|postpones)$/.test(rule.id),
  );
}

/** "praised Lee, who opposes it, for her service": for something else. */
function isForElse({ reading, to }: SentenceContext, hit: OperatorHit): boolean {
  for (let i = hit.to; i < to - 2; i++)
    if (
      foldedAt(reading, i) === 'for' &&
      /^(?:her|his|their|years|decades)$/.test(foldedAt(reading, i + 1)) &&
      /^(?:service|work|years|time|patience|help|career|hospitality|friendship|of)$/.test(foldedAt(reading, i + 2))
    )
      return true;
  return false;
}

function isToldBefore({ document, told, agenda }: Debate, context: SentenceContext, speaker: Candidate): boolean {
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - 1));
  return told.at(before).some((one) => one.holder === speaker.name && one.issue === agenda.rule.source.issue);
}

function namesOutcome({ reading }: SentenceContext, hit: OperatorHit): boolean {
  for (let i = hit.from; i < hit.to; i++) if (outcomeNouns.has(foldedAt(reading, i))) return true;
  return false;
}

/** "A bill by Lee": of the measure where a phrase of its issue stands beside it. Of what would undo another thing, either may be meant. */
function proposes({ agenda }: Debate, { reading, found }: SentenceContext, hit: OperatorHit): boolean {
  if (agenda.undoes) return namesChange(agenda, reading, hit);
  if (!/^(?:a|an|under)$/.test(foldedAt(reading, hit.from))) return true;
  return found.frames.some(({ rule }) => rule.source.issue === agenda.rule.source.issue);
}

/** "who sponsored the measure", where what it takes back is called otherwise. */
function namesChange({ rule }: Agenda, reading: SentenceContext['reading'], hit: OperatorHit): boolean {
  const noun = foldedAt(reading, hit.to - 1);
  return /^(?:measure|motion|proposal|resolution|change)$/.test(noun) && !(rule.source.called ?? []).includes(noun);
}

const bodies = /^(?:council|county|city|state)$/;

/** "It then adopted a budget. Lee voted no.": another vote, told in the sentence before, on what no rule knows. */
function votedElse({ document, told }: Debate, { reading, grammar, from }: SentenceContext): boolean {
  const [before] = sentenceRange(document.reading, Math.max(0, (reading.sentenceOf[from] ?? 0) - 1));
  if (told.at(before).length > 0) return false;
  // "The measure passed 4-3.": that one.
  for (let i = before + 1; i < from; i++)
    if (/^(?:the|this)$/.test(foldedAt(reading, i - 1)) && looseNouns.has(foldedAt(reading, i))) return false;
  for (let i = before; i < from; i++) if (isOf(grammar, reading, i, 'decides')) return true;
  return false;
}

/** “Voting with Santos were …”: the side of the one between. */
function sideOfBetween(debate: Debate, context: SentenceContext, hit: OperatorHit): Side | 0 {
  const other = context.candidates.find((item) => item.from > hit.from && item.to < hit.to && item.role !== 'document');
  return other ? sideOf(debate.agenda, debate.told.by(other.name), true) : 0;
}

/** “So did Diaz and Lee.”: the one side that the sentence before tells. */
function sideBefore({ agenda, document, told }: Debate, context: SentenceContext, hit: OperatorHit): Side | 0 {
  if (hit.from > context.from + 1) return 0;
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - 1));
  return sideOf(agenda, told.at(before));
}

/** The one direction of some stances on the agenda's issue; 0 when there is none or more than one. */
function sideOf(agenda: Agenda, stances: readonly Stance[], proposed = false): Side | 0 {
  const { issue, sign } = agenda.rule.source;
  // Whoever proposed it may have voted against it in the end.
  const own = stances.filter(
    (one) => one.issue === issue && one.basis === 'position' && (proposed || one.act !== 'policy-proposal'),
  );
  const [position, other] = new Set(own.map((one) => one.position));
  if (other !== undefined || (position !== 'supports' && position !== 'opposes')) return 0;
  return (position === 'supports') === sign > 0 ? 1 : -1;
}

/** The side of the one behind the words (“sided with Lee”, “joined her”), when the story told it and it is one; 0 otherwise. */
function sideOfOther(debate: Debate, context: SentenceContext, hit: OperatorHit, holder: Candidate): Side | 0 {
  const named = context.candidates.find(
    (item) => item.from >= hit.to && item.from <= hit.to + 1 && item.role !== 'document',
  );
  const pronoun = personOf(foldedAt(context.reading, hit.to));
  const other =
    named ??
    (pronoun === null ? null : resolvePronoun(context, hit.to, debate.judge.candidatesOf, pronoun, holder.name));
  // "the mayor of Erie"
  if (named && foldedAt(context.reading, named.to) === 'of') return 0;
  return other && other.name !== holder.name ? sideOf(debate.agenda, debate.told.by(other.name)) : 0;
}

function personOf(word: string): 'he' | 'she' | null {
  return word === 'him' ? 'he' : word === 'her' ? 'she' : null;
}

function stanceOf(
  { agenda }: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  holder: Candidate,
  side: number,
): Stance {
  const { reading } = context;
  const { rule } = agenda;
  const product = side * rule.source.sign;
  const position = product > 0 ? 'supports' : 'opposes';
  const source = hit.rule.type === 'act' ? hit.rule.source : null;
  const group = context.groupAt(hit.from);
  const from = Math.min(hit.from, holder.from >= context.from && hit.from - holder.from < 12 ? holder.from : hit.from);
  const to = Math.max(hit.to, holder.to <= context.to && holder.from >= hit.to ? holder.to : hit.to);
  return {
    holder: holder.name,
    holderType: holder.holderType,
    issue: rule.source.issue,
    position,
    basis: 'position',
    act: source?.act ?? 'statement',
    modality: group.future || group.would ? 'promised' : 'asserted',
    target: null,
    attributedBy: null,
    evidence: spanOf(reading, from, to),
    trace: `“${textOf(reading, hit.from, hit.to)}” (${side > 0 ? '+1' : '−1'}) × the story's measure, told by “${agenda.words}” (${rule.source.sign > 0 ? '+1' : '−1'} towards ${rule.source.issue}) = ${product > 0 ? '+1' : '−1'}: ${holder.name} ${position} ${rule.source.issue}`,
    confidence: 0.6,
    rule: `${hit.rule.pack} ${hit.rule.id}·${rule.id}`,
  };
}
