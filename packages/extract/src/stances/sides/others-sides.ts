// On which side of the measure somebody else is whom words name: “sided with Lee”, “joined her”, “So did …”. Knows what was told; no words of sides.
import type { Stance } from '@civicwire/shared';
import { foldedAt, isCapital, sentenceRange } from '../../reading/reading.ts';
import type { Candidate } from '../holders/candidate.ts';
import { shared } from '../holders/co-holders.ts';
import { resolvePronoun } from '../holders/pronouns.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { Agenda } from '../measure/agenda.ts';
import { isTheirs } from '../measure/deciders.ts';
import { isDecided, turnsAround } from '../measure/outcomes.ts';
import { ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Debate, Side } from './debate.ts';
import { listBehind } from './side-takers.ts';

/** “Voting with Santos were …”: the side of the one between. */
export function sideOfBetween(debate: Debate, context: SentenceContext, hit: OperatorHit): Side | 0 {
  const other = personIn(context, hit) ?? pronounIn(debate, context, hit);
  return other ? sideOf(debate.agenda, debate.told.by(other.name), true) : 0;
}

function personIn({ candidates }: SentenceContext, hit: OperatorHit): Candidate | undefined {
  return candidates.find((item) => item.from > hit.from && item.to < hit.to && item.role !== 'document');
}

/** “Joining her was Lee.” */
function pronounIn({ judge }: Debate, context: SentenceContext, hit: OperatorHit): Candidate | null {
  for (let i = hit.from + 1; i < hit.to; i++) {
    const person = personOf(foldedAt(context.reading, i));
    if (person !== null) return resolvePronoun(context, i, judge.candidatesOf, person);
  }
  return null;
}

/** “Diaz joined Lee in voting no.”, “Diaz wrote the bill with Lee.”: who is named behind did so too. */
export function joinedIn(context: SentenceContext, hit: OperatorHit): readonly Candidate[] {
  if (
    hit.rule.type === 'act' &&
    hit.rule.source.act === 'policy-proposal' &&
    foldedAt(context.reading, hit.to) === 'with'
  )
    return listBehind(context, hit.to + 1).filter(
      ({ named, from, holderType }) =>
        named && isCapital(context.reading, from) && !/^(?:city|county|state)$/.test(holderType),
    );
  if (!/^join/.test(foldedAt(context.reading, hit.from))) return [];
  // "Lee joined Council members Rosa Diaz, Ann Poe and Jo Hall in voting no."
  const list = listBehind(context, hit.from + 1);
  return foldedAt(context.reading, list.at(-1)?.to ?? -1) === 'in' ? list.filter(({ named }) => named) : [];
}

/** “So did Diaz and Lee.”: the one side that the sentence before tells. */
export function sideBefore({ agenda, document, told }: Debate, context: SentenceContext, hit: OperatorHit): Side | 0 {
  // "Lee opposes it, and so does the union.": the side that was told right before.
  if (foldedAt(context.reading, hit.from - 1) === 'and' && hit.from > context.from + 1) {
    const at = context.reading.starts[hit.from] ?? 0;
    return sideOf(
      agenda,
      told.at(context.start).filter(({ evidence }) => evidence.start < at),
    );
  }
  if (hit.from > context.from + 1) return 0;
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - 1));
  return sideOf(agenda, told.at(before));
}

/** “criticized the decision”: of several, made both ways (a vote and its veto), the one told right before. */
export function sideOfOutcome(debate: Debate, context: SentenceContext, hit: OperatorHit): Side | 0 {
  const { agenda, document, told } = debate;
  const { issue } = agenda.rule.source;
  const at = document.reading.starts[context.from] ?? 0;
  // "A committee backed it 3-1, with Lee dissenting": from what this sentence tells.
  const here = hit.rule.type === 'act' && hit.rule.source.act === 'vote' ? told.at(context.start).filter(isBodys) : [];
  if (here.length > 0) return sideOf(agenda, here);
  // "The budget passed 6-1, with Lee dissenting": of something else.
  if (foldedAt(context.reading, hit.from) === 'dissenting' && !isOfVote(context, hit)) return 0;
  const decided = told.all().filter((one) => one.issue === issue && one.evidence.start < at && isDecided(one));
  // "criticized the sheriff's decision"
  for (let i = hit.from + 1; i <= hit.to; i++) {
    if (foldedAt(context.reading, i) !== "'s") continue;
    if (decided.length === 0) return isOnElse(context.reading, hit.to) ? 0 : sideOfOwner(debate, context, i - 1, at);
    if (!isTheirs(context.reading, i - 1, decided)) return 0;
  }
  if (new Set(decided.map(({ position }) => position)).size < 2) return agenda.outcome;
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - 1));
  return sideOf(agenda, told.at(before).filter(isDecided));
}

/** "criticized the sheriff's decision", where the story told but what the sheriff himself does: his side so far; 0 for an owner of whom nothing was told. */
function sideOfOwner({ agenda, told }: Debate, { reading }: SentenceContext, owner: number, at: number): Side | 0 {
  const before = told.all().filter((one) => one.issue === agenda.rule.source.issue && one.evidence.start < at);
  return sideOf(
    agenda,
    before.filter((one) => offices.test(one.holderType) && isTheirs(reading, owner, [one])),
  );
}

/** "defended the chief's decision on overtime" */
function isOnElse(reading: SentenceContext['reading'], at: number): boolean {
  const word = foldedAt(reading, at);
  return (
    /^(?:about|over|regarding|involving)$/.test(word) || (word === 'on' && !/day$/.test(foldedAt(reading, at + 1)))
  );
}

/** Who decides alone. */
const offices = /^(?:mayor|sheriff|police-chief|state-official|city-manager)$/;

function isBodys({ act, holderType }: Stance): boolean {
  return act === 'vote' || bodyTypes.test(holderType);
}

const bodyTypes = /^(?:council|county|city|state|school-district|commission|board|committee)$/;

/** "The vote was 5-2, with Lee dissenting." */
function isOfVote({ reading, from }: SentenceContext, hit: OperatorHit): boolean {
  for (let i = from; i < hit.from; i++)
    if (
      /^(?:votes?|decision|tally)$/.test(foldedAt(reading, i)) &&
      /^(?:was|were|came|is)$/.test(foldedAt(reading, i + 1))
    )
      return true;
  return false;
}

/** The one direction of some stances on the agenda's issue; 0 when there is none or more than one. */
export function sideOf(agenda: Agenda, stances: readonly Stance[], proposed = false): Side | 0 {
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
export function sideOfOther(debate: Debate, context: SentenceContext, hit: OperatorHit, holder: Candidate): Side | 0 {
  const own = shared(context, ruling(context, holder, [], null, null, {})).map((item) => item.holder.name);
  // "Lee and Poe voted no. Diaz joined them."
  if (foldedAt(context.reading, hit.to) === 'them') return sideOfThem(debate, context, hit, own);
  const named = context.candidates.find(
    (item) => item.from >= hit.to && item.from <= hit.to + 1 && item.role !== 'document',
  );
  const pronoun = personOf(foldedAt(context.reading, hit.to));
  const other =
    named ?? (pronoun === null ? null : resolvePronoun(context, hit.to, debate.judge.candidatesOf, pronoun, own));
  // "joined the council in 2021"
  if (named && !named.named && /^join/.test(foldedAt(context.reading, hit.from))) return 0;
  if (named?.role === 'government' && /^join/.test(foldedAt(context.reading, hit.from))) return 0;
  // "thanked the council", which first rejected it: for which of the two?
  if (named?.role === 'government' && turnsAround(debate.document.reading)) return 0;
  // "the mayor of Erie"
  if (named && foldedAt(context.reading, named.to) === 'of') return 0;
  if (!other || other.name === holder.name) return 0;
  const told = debate.told.by(other.name);
  // "sided with the mayor", whom the story has named
  const office = !other.named && /^(?:mayor|sheriff|police-chief|state-official)$/.test(other.holderType);
  return sideOf(
    debate.agenda,
    told.length === 0 && office ? debate.told.all().filter(({ holderType }) => holderType === other.holderType) : told,
    // Of what failed its own sponsor may have voted no.
    debate.agenda.outcome > 0,
  );
}

/** The one side of those of whom the words before, or the sentence before, told: two or more people, none of them the one who joins them. */
function sideOfThem(
  { agenda, told }: Debate,
  context: SentenceContext,
  { from }: OperatorHit,
  own: readonly string[],
): Side | 0 {
  const { reading } = context;
  const s = reading.sentenceOf[context.from] ?? 0;
  const start = reading.starts[from] ?? 0;
  const ranges: (readonly Stance[])[] = [told.at(context.start).filter(({ evidence }) => evidence.start < start)];
  if (s > 0) ranges.push(told.at(sentenceRange(reading, s - 1)[0]));
  for (const range of ranges) {
    const others = range.filter(({ holder }) => !own.includes(holder));
    if (new Set(others.map(({ holder }) => holder)).size > 1) return sideOf(agenda, others, agenda.outcome > 0);
  }
  return 0;
}

function personOf(word: string): 'he' | 'she' | null {
  return word === 'him' ? 'he' : word === 'her' ? 'she' : null;
}
