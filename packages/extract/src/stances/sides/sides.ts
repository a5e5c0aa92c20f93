// Who takes a side without naming the measure: “voted no”, “spoke against it”, “sided with Lee”, “over the objections of landlords”.
// Knows the story's one measure and how sides are told; which words tell them is the packs'. Any doubt about holder or side ends in no stance.
import type { Stance } from '@civicwire/shared';
import { foldedAt, sentenceRange, spanOf } from '../../reading/reading.ts';
import { isExcepted } from '../chains/doubts.ts';
import type { Candidate } from '../holders/candidate.ts';
import { shared } from '../holders/co-holders.ts';
import { textOf } from '../holders/holder-names.ts';
import type { Analysis } from '../judge.ts';
import { findSideWords, type OperatorHit } from '../lexicon.ts';
import type { Agenda } from '../measure/agenda.ts';
import { isLimit } from '../measure/echoes.ts';
import { isBehindOther, namesOtherPaper } from '../measure/other-papers.ts';
import { tabledActs } from '../measure/practices.ts';
import { followsRival } from '../measure/rival-papers.ts';
import { outcomeNouns } from '../measure/thing-nouns.ts';
import { ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { followsFromMeasure } from './consequences.ts';
import type { Debate, Side } from './debate.ts';
import { sidesElsewhere } from './elsewhere.ts';
import { joinedIn, sideBefore, sideOf, sideOfBetween, sideOfOther, sideOfOutcome } from './others-sides.ts';
import {
  endsInIt,
  isForElse,
  isOfAnother,
  isOfSuit,
  isOpen,
  isSpokenOf,
  isUnsaid,
  rejectsBefore,
  votedElse,
} from './side-doubts.ts';
import { listBehind, takerOf } from './side-takers.ts';
import { isOnOwnTerms } from './side-terms.ts';
import { ordererOf, verdictOf } from './verdicts.ts';

const wordsMax = 120;

/** Words that foretell what would come of the measure, and their sentence: read when all that says more has been. */
export interface Foretelling {
  readonly context: SentenceContext;
  readonly hit: OperatorHit;
}

/** The stances of those who take a side of the story's measure in words that do not name it; sentences that gave a stance of the same holder are left alone. What but foretells is put into `foretold`. */
export function findSides(
  debate: Debate,
  foretold: Foretelling[],
  reads: (s: number, hit: OperatorHit) => boolean = () => true,
): readonly Analysis[] {
  const { document, lexicon } = debate;
  const { reading } = document;
  const found: Analysis[] = [];
  for (let s = startOf(debate); s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > wordsMax) continue;
    const hits = findSideWords(lexicon, reading, from, to);
    if (hits.length === 0) continue;
    const context = debate.read(s);
    const open = isOpen(context);
    // "Lee, joined by Poe, voted no": who takes another's side comes behind that one.
    for (const hit of [...hits.filter((item) => !isOthers(item)), ...hits.filter(isOthers)]) {
      if (!reads(s, hit) || (open && !isOnOwnTerms(context, hit))) continue;
      const untold =
        endsInIt(context, hit) &&
        ((isVote(hit) ? followsRival(reading, s, debate.agenda.sentence) : !isSpokenOf(debate, context)) ||
          isBehindOther(reading, hit.to - 1, [debate.agenda.sentence]));
      if (namesOtherPaper(reading, hit.from, Math.min(to, hit.to + 3), [debate.agenda.sentence])) continue;
      if (untold || isOfSuit(context, hit) || isUnsaid(context, hit) || isOfAnother(debate, context, hit)) continue;
      if (hit.rule.type === 'act' && hit.rule.source.who === 'consequence') foretold.push({ context, hit });
      else found.push(...analysisOf(debate, context, hit));
    }
  }
  return found;
}

/** "voted against it": what members vote on needs no telling beside it. */
function isVote({ rule }: OperatorHit): boolean {
  return rule.type === 'act' && rule.source.act === 'vote';
}

function isOthers({ rule }: OperatorHit): boolean {
  return rule.type === 'act' && /^(?:with|listed|joined|same)$/.test(rule.source.who ?? '');
}

/** "The vote was 4-1. Lee dissented. The measure would …": a story that tells of its measure early speaks of it from the outset, unless something else was told there. */
function startOf({ agenda, told, document: { reading } }: Debate): number {
  if (agenda.sentence > sentencesAhead) return agenda.sentence;
  for (let s = 0; s < agenda.sentence; s++)
    if (told.at(reading.sentenceStarts[s] ?? -1).some(({ issue }) => issue !== agenda.rule.source.issue))
      return agenda.sentence;
  return 0;
}

const sentencesAhead = 5;

/** The stances of those who foretell what would come of the measure. */
export function findForetellings(debate: Debate, foretold: readonly Foretelling[]): readonly Analysis[] {
  return foretold.flatMap(({ context, hit }) =>
    followsFromMeasure(debate.agenda, context, hit) ? analysisOf(debate, context, hit) : [],
  );
}

/** None, or the stances of one telling; they count as told from then on. */
function analysisOf(debate: Debate, context: SentenceContext, hit: OperatorHit): readonly Analysis[] {
  const { issue } = debate.agenda.rule.source;
  const told = debate.told.at(context.start).filter((one) => one.issue === issue);
  const here = new Set(told.map(({ holder }) => holder));
  const stances = stancesAt(debate, context, hit).filter(({ holder }) => !here.has(holder));
  if (stances.length === 0) return [];
  const frame = { rule: debate.agenda.rule, from: hit.from, to: hit.to };
  const analysis = { context, frame, judgement: { stances, chain: { links: [], broken: null } } };
  debate.told.add(analysis);
  return [analysis];
}

function stancesAt(debate: Debate, context: SentenceContext, hit: OperatorHit): readonly Stance[] {
  if (hit.rule.type !== 'act') return [];
  const { who, sign = 1 } = hit.rule.source;
  // Of a vote to repeal an ordinance, "it" may be either.
  if (debate.agenda.undoes && who !== 'undoing' && endsInIt(context, hit)) return [];
  if (debate.agenda.practice && tabledActs.test(hit.rule.source.act ?? '')) return [];
  if (debate.agenda.contested && who !== 'with' && who !== 'listed' && who !== 'same') return [];
  if (hit.rule.source.act === 'policy-proposal' && !proposes(debate, context, hit)) return [];
  const yes =
    hit.rule.source.act === 'vote' && (who === undefined || who === 'behind')
      ? debate.motionAt(context.reading.sentenceOf[context.from] ?? 0)
      : 1;
  if (yes === 0) return [];
  const list = (side: number): readonly Stance[] =>
    side === 0
      ? []
      : listBehind(context, hit.to, who !== 'behind').map((holder) =>
          stanceOf(debate, context, hit, holder, side * sign),
        );
  // A body decides; over whose objections it did so, is somebody else.
  // "rejected it over the objections of Lee": the objections are to the rejection.
  if (who === 'behind' && sign < 0 && rejectsBefore(context, hit)) return [];
  if (who === 'behind') return list(yes).filter(({ holderType }) => !bodies.test(holderType));
  if (who === 'listed') return list(sideOfBetween(debate, context, hit));
  if (who === 'joined') {
    const joined = /^(?:as|along)$/.test(foldedAt(context.reading, hit.from)) ? null : takerOf(debate, context, hit);
    // "Lee voted no, as did Diaz", "Lee voted no, joined by Poe.", "Lee voted no, along with Poe."
    const told = joined === null ? debate.told.at(context.from) : debate.told.by(joined.name);
    // "along with Council members …": people whom no list of names has.
    return list(sideOf(debate.agenda, told, true)).filter(({ holder }) => !/members$/.test(holder));
  }
  if (who === 'places')
    return sidesElsewhere(debate, context, hit).map((item) => stanceOf(debate, context, hit, item.holder, item.side));
  if (who === 'same') return list(sideBefore(debate, context, hit));
  if (hit.rule.source.act === 'vote' && votedElse(debate, context, hit)) return [];
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
  // "was criticized by Park, who opposes it"
  const terms = isOnOwnTerms(context, hit);
  if (group.negated || (group.unsure && !terms) || (who === 'with' && group.passive)) return [];
  const holder = ordererOf(debate, context, hit) ?? takerOf(debate, context, hit);
  if (holder === null || holder.role === 'document' || isExcepted(context, holder.from)) return [];
  // "Sen. Mo Poe, D-Tacoma, voted no": a place does not.
  if (hit.rule.source.act === 'vote' && holder.named && /^(?:city|county|state)$/.test(holder.holderType)) return [];
  if (who === 'with' && isForElse(context, hit)) return [];
  // "will bring it back": what was rejected; what was adopted comes back for whatever reason.
  if (who === 'revival' && (debate.agenda.outcome >= 0 || !holder.named)) return [];
  const side = sideOfTaker(debate, context, hit, holder) * yes;
  if (side === 0) return [];
  // "Lee voted no. She would vote yes if it ended in a year.": the vote counts.
  const other = side * sign * debate.agenda.rule.source.sign > 0 ? 'opposes' : 'supports';
  if (terms && toldOf(debate, holder).some(({ position }) => position === other)) return [];
  // "agrees with the mayor but not with the chief": of people, not of what is on the table.
  const fixed = hit.rule.source.position !== undefined;
  if (fixed && context.candidates.some((item) => item.from >= hit.from && item.from <= hit.to + 4)) return [];
  // "Council members Rosa Diaz and Jo Lee broke with the mayor and voted no"
  const listed = !holder.named && context.candidates.some((item) => item.named && item.from === holder.to);
  const own = listed
    ? listBehind(context, holder.to)
    : shared(context, ruling(context, holder, [], null, null, {})).map((item) => item.holder);
  return [...own, ...joinedIn(context, hit)].map((item) =>
    stanceOf(debate, context, hit, item, side * sign > 0 ? 1 : -1),
  );
}

/** What the story told so far of somebody's position on the measure. */
function toldOf({ told, agenda }: Debate, { name }: Candidate): readonly Stance[] {
  return told.by(name).filter(({ issue }) => issue === agenda.rule.source.issue);
}

function sideOfTaker(debate: Debate, context: SentenceContext, hit: OperatorHit, holder: Candidate): Side | 0 {
  const who = hit.rule.type === 'act' ? hit.rule.source.who : undefined;
  if (who === 'with') return sideOfOther(debate, context, hit, holder);
  if (who === 'outcome') return sideOfOutcome(debate, context, hit);
  if (who === 'undoing') return sideOfUndoing(debate.agenda, hit);
  return 1;
}

/** "voted to cancel": for the measure where that is to end what stands, against it where that is to keep it; of a limit either may be meant. */
function sideOfUndoing(agenda: Agenda, { rule }: OperatorHit): Side | 0 {
  if (agenda.undoes || endings.test(agenda.words)) return 1;
  if (/^(?:keep|renew|extend|retain|continue|preserve)/i.test(agenda.words)) return -1;
  // "asked the council to end it": the cap, or what it is to cap?
  return isLimit(agenda) || (rule.type === 'act' && rule.source.sign === -1) ? 0 : -1;
}

const endings =
  /^(?:end|cancel|terminate|repeal|rescind|scrap|drop|revoke|take down|tear down|remove|dismantle|abolish|shut)/i;

function isToldBefore({ document, told, agenda }: Debate, context: SentenceContext, speaker: Candidate): boolean {
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - 1));
  return told.at(before).some((one) => one.holder === speaker.name && one.issue === agenda.rule.source.issue);
}

function namesOutcome({ reading, from, to }: SentenceContext, hit: OperatorHit): boolean {
  for (let i = hit.from; i < hit.to; i++)
    if (
      outcomeNouns.has(foldedAt(reading, i)) ||
      /^(?:outcome|result|council|commissioners|board|supervisors|councilors|lawmakers|commission)$/.test(
        foldedAt(reading, i),
      )
    )
      return true;
  // "said after the vote that she was relieved"
  for (let i = from; i + 2 < to; i++)
    if (
      foldedAt(reading, i) === 'after' &&
      [i + 2, i + 3, i + 4].some((k) => /^(?:vote|decision)$/.test(foldedAt(reading, k)))
    )
      return true;
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

const verbs = { supports: 'supports', opposes: 'opposes', mixed: 'is mixed on', neutral: 'is neutral on' } as const;

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
  const source = hit.rule.type === 'act' ? hit.rule.source : null;
  const position = source?.position ?? (product > 0 ? 'supports' : 'opposes');
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
    modality: isOnOwnTerms(context, hit) ? 'conditional' : group.future || group.would ? 'promised' : 'asserted',
    target: null,
    attributedBy: null,
    evidence: spanOf(reading, from, to),
    trace: `“${textOf(reading, hit.from, hit.to)}” (${side > 0 ? '+1' : '−1'}) × the story's measure, told by “${agenda.words}” (${rule.source.sign > 0 ? '+1' : '−1'} towards ${rule.source.issue}) = ${product > 0 ? '+1' : '−1'}: ${holder.name} ${verbs[position]} ${rule.source.issue}`,
    confidence: 0.6,
    rule: `${hit.rule.pack} ${hit.rule.id}·${rule.id}`,
  };
}
