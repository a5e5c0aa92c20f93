// Who takes a side without naming the measure: “voted no”, “spoke against it”, “sided with Lee”, “over the objections of landlords”.
// Knows the story's one measure and how sides are told; which words tell them is the packs'. Any doubt about holder or side ends in no stance.
import type { Quote, Stance } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { foldedAt, isCapital, sentenceRange, spanOf, tokenAt } from '../reading/reading.ts';
import type { Agenda } from './agenda.ts';
import type { Candidate } from './candidate.ts';
import { shared } from './co-holders.ts';
import { isOf } from './grammar.ts';
import { textOf } from './holder-names.ts';
import type { Analysis } from './judge.ts';
import { findSideWords, type Lexicon, type OperatorHit } from './lexicon.ts';
import { resolvePronoun } from './pronouns.ts';
import { hasCondition, ruling } from './ruling.ts';
import type { JudgeContext, SentenceContext } from './sentence-context.ts';
import { candidateNamed, holderOf, speakerAt } from './speakers.ts';
import { quoteAt, type Subject, subjectOf } from './subjects.ts';
import { looseNouns } from './thing-nouns.ts';

/** What this rule asks of a story. */
export interface Debate {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly judge: JudgeContext;
  readonly agenda: Agenda;
  readonly read: (s: number) => SentenceContext;
}

/** A holder's side of the measure: 1 for it. */
type Side = 1 | -1;

const wordsMax = 120;

/** The stances of those who take a side of the story's measure in words that do not name it; sentences that gave a stance of the same holder are left alone. */
export function findSides(debate: Debate, analyses: readonly Analysis[]): readonly Analysis[] {
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
      if (isUnsaid(context, hit) || (endsInIt(context, hit) && !isSpokenOf(debate, context, analyses))) continue;
      const told = [...analyses, ...found];
      const here = new Set(told.filter((item) => item.context.from === from).flatMap(holdersOf));
      const stances = stancesAt(debate, context, hit, told).filter(({ holder }) => !here.has(holder));
      if (stances.length === 0) continue;
      const frame = { rule: agenda.rule, from: hit.from, to: hit.to };
      found.push({ context, frame, judgement: { stances, chain: { links: [], broken: null } } });
    }
  }
  return found;
}

function holdersOf({ judgement }: Analysis): readonly string[] {
  return 'stances' in judgement ? judgement.stances.map(({ holder }) => holder) : [];
}

/** A question, or a condition: nobody has taken a side yet. */
function isOpen(context: SentenceContext): boolean {
  if (hasCondition(context)) return true;
  for (let i = context.from; i < context.to; i++) if (foldedAt(context.reading, i) === '?') return true;
  return false;
}

/** "has not said whether he would sign it", "is undecided": no side is told. */
function isUnsaid({ reading, from }: SentenceContext, hit: OperatorHit): boolean {
  for (let i = from; i < hit.from; i++) if (unsaid.test(foldedAt(reading, i))) return true;
  return false;
}

const unsaid = /^(?:whether|undecided|perhaps|maybe|depends|unsure|declined|refused|unclear|nor|neither)$/;

function endsInIt({ reading }: SentenceContext, hit: OperatorHit): boolean {
  return foldedAt(reading, hit.to - 1) === 'it';
}

/** Whether this sentence or the one before it tells of the measure, or of any measure: else "it" may be anything. */
function isSpokenOf({ document }: Debate, context: SentenceContext, told: readonly Analysis[]): boolean {
  const { reading, grammar } = context;
  const [before] = sentenceRange(document.reading, Math.max(0, (reading.sentenceOf[context.from] ?? 0) - 1));
  if (told.some((item) => item.context.from === before || item.context.from === context.from)) return true;
  for (let i = before; i < context.to; i++)
    if (isOf(grammar, reading, i, 'thing') && looseNouns.has(foldedAt(reading, i))) return true;
  return false;
}

function stancesAt(
  debate: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  told: readonly Analysis[],
): readonly Stance[] {
  if (hit.rule.type !== 'act') return [];
  const { who, sign = 1 } = hit.rule.source;
  // Of a vote to repeal an ordinance, "it" may be either.
  if (debate.agenda.undoes && endsInIt(context, hit)) return [];
  if (debate.agenda.contested && who !== 'with' && who !== 'listed' && who !== 'same') return [];
  const list = (side: number): readonly Stance[] =>
    side === 0 ? [] : listBehind(context, hit.to).map((holder) => stanceOf(debate, context, hit, holder, side * sign));
  if (who === 'behind') return list(1);
  if (who === 'listed') return list(sideOfBetween(debate, context, hit, told));
  if (who === 'same') return list(sideBefore(debate, context, hit, told));
  if (hit.rule.source.act === 'vote' && votedElse(debate, context, told)) return [];
  if (who === 'speaker') {
    const speaker = verdictOf(debate, context, hit, told);
    return speaker === null ? [] : [stanceOf(debate, context, hit, speaker, sign)];
  }
  const group = context.groupAt(hit.from);
  if (group.negated || group.unsure) return [];
  const holder = takerOf(debate, context, hit);
  if (holder === null || holder.role === 'document') return [];
  const side = who === 'with' ? sideOfOther(debate, context, hit, holder, told) : 1;
  if (side === 0) return [];
  const own = shared(context, ruling(context, holder, [], null, null, {}));
  return own.map((item) => stanceOf(debate, context, hit, item.holder, side * sign > 0 ? 1 : -1));
}

/** "It then adopted a budget. Lee voted no.": another vote, told in the sentence before, on what no rule knows. */
function votedElse({ document }: Debate, { reading, grammar, from }: SentenceContext, told: readonly Analysis[]): boolean {
  const [before] = sentenceRange(document.reading, Math.max(0, (reading.sentenceOf[from] ?? 0) - 1));
  if (told.some((item) => item.context.from === before && 'stances' in item.judgement)) return false;
  for (let i = before; i < from; i++) if (isOf(grammar, reading, i, 'decides')) return true;
  return false;
}

/** Who says what the words judge, when nothing in the sentence could turn them and the story does not tell the speaker to be of another mind; null otherwise. */
function verdictOf(
  { agenda, judge }: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  told: readonly Analysis[],
): Candidate | null {
  const { reading, grammar, document } = context;
  // "This is a mistake" of a measure that failed: the measure, or its failure?
  if (agenda.outcome < 0) return null;
  for (let i = context.from; i < context.to; i++) if (isOf(grammar, reading, i, 'turns')) return null;
  for (let i = Math.max(context.from, hit.from - 4); i < hit.from; i++)
    if (isOf(grammar, reading, i, 'negator')) return null;
  const at = reading.starts[hit.from] ?? 0;
  const quote = document.quotes.find((item) => item.start <= at && at < item.end);
  if (!quote || takesUpOther(context, hit, quote)) return null;
  const token = quote.speaker ? tokenAt(reading, quote.speaker.start) : null;
  const speaker = quote.speakerName
    ? candidateNamed(context, judge, quote.speakerName)
    : speakerAt(context, judge, token);
  if (speaker === null || speaker.role === 'document') return null;
  const { issue, sign } = agenda.rule.source;
  const own = (hit.rule.type === 'act' ? (hit.rule.source.sign ?? 1) : 1) * sign > 0 ? 'supports' : 'opposes';
  const differs = told.some(
    ({ judgement }) =>
      'stances' in judgement &&
      judgement.stances.some((one) => one.holder === speaker.name && one.issue === issue && one.position !== own),
  );
  return differs ? null : speaker;
}

/** "The fair proves why it is needed": "it" behind other words of its sentence, or told in another's words, may be something else. */
function takesUpOther({ reading, from }: SentenceContext, hit: OperatorHit, quote: Quote): boolean {
  const start = Math.max(from, tokenAt(reading, quote.start));
  for (let i = hit.from; i < hit.to; i++)
    if (foldedAt(reading, i) === 'it') return quote.kind === 'indirect' || hit.from - start > 4;
  return false;
}

/** Who takes the side that a verb tells of: its subject, the speaker of “I”, whoever intends or asks for it; null when that is not plain. */
function takerOf(debate: Debate, context: SentenceContext, hit: OperatorHit): Candidate | null {
  const { judge } = debate;
  const group = context.groupAt(hit.from);
  if (/ing$/.test(foldedAt(context.reading, hit.from))) {
    const before = context.candidates.find((item) => item.to === group.left && item.named);
    return before && before.role !== 'government' ? before : null;
  }
  const verb = group.infinitive ? governorOf(context, group.left) : hit.from;
  if (verb === null) return null;
  const subject: Subject = subjectOf(context, verb);
  if (subject.type === 'candidate' && foldedAt(context.reading, subject.candidate.from - 1) === 'of') return antecedentOf(context, subject.candidate);
  // "Street Outreach said it will sue": a body that no list knows; the council of the sentence before is another.
  if (subject.type === 'pronoun' && /^(?:it|they)$/.test(foldedAt(context.reading, subject.token))) return speakerHere(context, judge, subject.token);
  if (subject.type !== 'first-person') return holderOf(context, judge, subject);
  const quote = quoteAt(context.document, hit.from);
  if (quote === null) return null;
  return quote.speaker === null
    ? speakerAt(context, judge, quote.speakerToken)
    : candidateNamed(context, judge, quote.speaker);
}

/** Who is told in this sentence to say what "it" or "they" will do; null when nobody is. */
function speakerHere(context: SentenceContext, judge: JudgeContext, pronoun: number): Candidate | null {
  const verb = context.hits.operators.findLast(
    ({ rule, to }) => rule.type === 'act' && rule.source.kind === 'say' && to <= pronoun,
  );
  const subject = verb ? subjectOf(context, verb.from) : null;
  return subject?.type === 'candidate' ? holderOf(context, judge, subject) : null;
}

/** "Rep. Mo Poe of Memphis, who voted no": the person before the place. */
function antecedentOf({ candidates, reading }: SentenceContext, found: Candidate): Candidate | null {
  if (!/^(?:city|county|state)$/.test(found.holderType) || !found.named) return found;
  return candidates.find((item) => item.to === found.from - 1 && item.named) ?? null;
}

/** “plans to vote no”, “was ready to vote no”, “urged the council to vote no”: the verb whose subject means it. */
function governorOf(context: SentenceContext, left: number): number | null {
  const { reading, hits, grammar } = context;
  const asked = hits.operators.find(
    ({ rule, from, to }) =>
      rule.type === 'act' && rule.source.kind === 'demand' && to <= left && left - to <= 5 && from >= context.from,
  );
  if (asked) return asked.from;
  for (let i = left - 1; i >= Math.max(context.from, left - 3); i--) {
    const word = foldedAt(reading, i);
    if (intends.test(word)) return i;
    if (willing.test(word) && isOf(grammar, reading, i - 1, 'auxiliary')) return i - 1;
  }
  return null;
}

const intends = /^(?:plans?|planned|intends?|intended|expects?|expected|promised|vowed|pledged|rose|came|joined)$/;
const willing = /^(?:ready|prepared|likely|going|willing|certain|sure|inclined)$/;

/** “over the objections of landlords and Lee”, “the four who voted no were Diaz, Lee, Poe and Hall”: the holders that stand right behind, as a list. */
function listBehind(context: SentenceContext, from: number): readonly Candidate[] {
  const { candidates, grammar, reading } = context;
  const found: Candidate[] = [];
  for (let at = from; at < context.to; ) {
    while (isOf(grammar, reading, at, 'determiner') || /^(?:members|both|councilors|alders)$/.test(foldedAt(reading, at))) at++;
    const title = candidates.find((item) => item.from === at && !item.named && item.role !== 'document');
    const name = candidates.find((item) => item.from === (title ? title.to : at) && item.named && item.role !== 'document');
    const item = name ?? title ?? nameAt(context, at, found);
    if (!item) break;
    found.push(item);
    at = item.to;
    const comma = foldedAt(reading, at) === ',';
    if (comma) at++;
    if (foldedAt(reading, at) === 'and') at++;
    else if (!comma) break;
  }
  // A single place in a list of people is where somebody is from.
  return found.filter(({ holderType, named }) => found.length === 1 || !named || !/^(?:city|county|state)$/.test(holderType));
}

/** A name in a list of members that no list of names has: two or three capitals; null elsewhere. */
function nameAt({ reading }: SentenceContext, at: number, before: readonly Candidate[]): Candidate | null {
  const last = before.at(-1);
  if (!last?.named || last.role === 'government') return null;
  let to = at;
  while (to < at + 3 && isCapital(reading, to)) to++;
  return to - at < 2 ? null : { ...last, from: at, to, name: textOf(reading, at, to) };
}

/** “Voting with Santos were …”: the side of the one between. */
function sideOfBetween(debate: Debate, context: SentenceContext, hit: OperatorHit, told: readonly Analysis[]): Side | 0 {
  const other = context.candidates.find((item) => item.from > hit.from && item.to < hit.to && item.role !== 'document');
  return other ? sideOf(debate, other.name, told) : 0;
}

/** “So did Diaz and Lee.”: the one side that the sentence before tells. */
function sideBefore({ agenda, document }: Debate, context: SentenceContext, hit: OperatorHit, told: readonly Analysis[]): Side | 0 {
  if (hit.from > context.from + 1) return 0;
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - 1));
  const stances = told.flatMap((item) =>
    item.context.from === before && 'stances' in item.judgement ? item.judgement.stances : [],
  );
  return onlySide(agenda, stances);
}

/** The one direction of some stances on the agenda's issue; 0 when there is none or more than one. */
function onlySide(agenda: Agenda, stances: readonly Stance[]): Side | 0 {
  const { issue, sign } = agenda.rule.source;
  const own = stances.filter((one) => one.issue === issue && one.basis === 'position');
  const [position, other] = new Set(own.map((one) => one.position));
  if (other !== undefined || (position !== 'supports' && position !== 'opposes')) return 0;
  return (position === 'supports') === sign > 0 ? 1 : -1;
}

function sideOf({ agenda }: Debate, name: string, told: readonly Analysis[]): Side | 0 {
  const stances = told.flatMap(({ judgement }) => ('stances' in judgement ? judgement.stances : []));
  return onlySide(
    agenda,
    stances.filter(({ holder }) => holder === name),
  );
}

/** The side of the one behind the words (“sided with Lee”, “joined her”), when the story told it and it is one; 0 otherwise. */
function sideOfOther(
  debate: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  holder: Candidate,
  told: readonly Analysis[],
): Side | 0 {
  const named = context.candidates.find(
    (item) => item.from >= hit.to && item.from <= hit.to + 1 && item.role !== 'document',
  );
  const pronoun = personOf(foldedAt(context.reading, hit.to));
  const other =
    named ??
    (pronoun === null
      ? null
      : resolvePronoun(context, hit.to, debate.judge.candidatesOf, pronoun, holder.name));
  return other && other.name !== holder.name ? sideOf(debate, other.name, told) : 0;
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
