// What became of a measure, told with the measure for subject: "A bill that would bar such deals cleared the House", "The ordinance failed 3-4".
// Knows verbs of passing and failing, tallies and bodies; nothing of signs of issues.
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import { looseNouns } from '../measure/thing-nouns.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { isBody } from './deciders.ts';
import { textOf } from './holder-names.ts';

/** How a vote on a measure came out. */
export interface Fate {
  /** The measure's first token, and that of the verb that tells what became of it. */
  readonly from: number;
  readonly verb: number;
  /** 1: it passed; -1: it failed; 0: there was a tie. */
  readonly sign: 1 | -1 | 0;
  /** Votes are counted, or it was unanimous. */
  readonly counted: boolean;
  /** Who decided, where the sentence says so. */
  readonly body: Candidate | null;
}

const passes = /^(?:passed|cleared|advanced|survived|prevailed|carried)$/;
const fails = /^(?:failed|died|collapsed)$/;
const wins = /^(?:won|gained|received|earned|secured|got)$/;
const prize = /^(?:approval|passage|nod|go-ahead|ok|okay|backing|endorsement)$/;
const isPassed = /^(?:approved|passed|adopted|endorsed|enacted|ratified|advanced)$/;
const isFailed = /^(?:defeated|rejected|killed|denied)$/;
const isDown = /^(?:voted|turned|shot)$/;
const bodyNames =
  /(?:council|commission(?:ers)?|board|house|senate|assembly|legislature|committee|panel|supervisors|aldermen|trustees|jury|court)\b/i;
const tokensBehind = 14;

/** What became of the measure whose name a phrase is, or which would do what the phrase tells; null where that is not told of it. */
export function fateOf(context: SentenceContext, frame: FrameHit): Fate | null {
  const { reading, to } = context;
  const from = measureBefore(context, frame) ?? frame.from;
  if ((from === frame.from && frame.rule.source.kind !== 'noun') || !opens(context, from)) return null;
  if (isOwnMotion(context, from) || isChanging(context, frame)) return null;
  for (let verb = frame.to; verb < to; verb++) {
    if (foldedAt(reading, verb) === ';' || isNextClause(context, frame, verb)) return null;
    const told = toldAt(context, verb);
    if (told === null) continue;
    const rest = restOf(context, told.end, told.takesObject);
    if (rest === null) return null;
    // "passed a House committee", which the story goes on to name
    if (rest.body !== null && isUnnamed(context, frame, verb, rest.body)) return null;
    return rest.counted || rest.body !== null
      ? { from, verb, sign: rest.tied ? 0 : told.sign, counted: rest.counted, body: rest.body }
      : null;
  }
  return null;
}

/** "A cap won praise, and a repeal passed the Senate": whether another clause begins at a token behind a phrase. */
function isNextClause({ reading }: SentenceContext, { rule }: FrameHit, i: number): boolean {
  const word = foldedAt(reading, i);
  if (/^(?:and|but|while|as)$/.test(word) && foldedAt(reading, i - 1) === ',') return true;
  return (
    rule.source.kind === 'noun' && (wins.test(word) || /^(?:and|but|drew|faces|is)$/.test(word)) && !isWon(reading, i)
  );
}

function isWon(reading: Reading, verb: number): boolean {
  return [1, 2, 3, 4].some((k) => prize.test(foldedAt(reading, verb + k)));
}

function isUnnamed({ reading, candidates }: SentenceContext, frame: FrameHit, verb: number, body: Candidate): boolean {
  const one =
    /^(?:a|an)$/.test(foldedAt(reading, body.from - 1)) || /^(?:a|an)$/.test(foldedAt(reading, body.from - 2));
  return one && candidates.some((item) => item.from >= frame.to && item.to <= verb && item.role !== 'document');
}

/** "A bill that would …", "A zoning change allowing …", "A motion to …": the token of the noun; null where none stands before a phrase. */
export function measureBefore({ reading, grammar, candidates, from }: SentenceContext, frame: FrameHit): number | null {
  const listed = candidates.find(
    (item) => /^(?:policy-proposal|document)$/.test(item.holderType) && item.to <= frame.from,
  );
  if (listed) return listed.from;
  for (let i = from; i < frame.from; i++) {
    const next = foldedAt(reading, i + 1);
    if (looseNouns.has(foldedAt(reading, i)) && (/^(?:that|which|to)$/.test(next) || /ing$/.test(next))) return i;
    if (isOf(grammar, reading, i, 'auxiliary', 'modal')) return null;
  }
  return null;
}

/** "Lee moved to delay the vote. The motion failed.": one on something else, where a motion is told to change or put off what is on the table. */
function isOwnMotion({ reading, from }: SentenceContext, noun: number): boolean {
  let own = false;
  for (let i = noun; i < noun + 2; i++) own ||= /^(?:motion|amendment|attempt|effort|move)$/.test(foldedAt(reading, i));
  if (!own) return false;
  if ([noun - 1, noun].some((i) => /^(?:his|her|their|that)$/.test(foldedAt(reading, i)))) return true;
  const [before] = sentenceRange(reading, Math.max(0, (reading.sentenceOf[from] ?? 0) - 1));
  for (let i = before; i < noun; i++) if (changes.test(foldedAt(reading, i))) return true;
  return false;
}

const changes =
  /^(?:amend(?:ed|ment|ments|ing)?|tabl(?:e|ed|ing)|postpon(?:e|ed|ing)|delay(?:ed|ing)?|strike|substitute|continue|refer|reconsider|override|exempt|weaken|soften|offered)$/;

/** "A motion to table the ordinance failed": what failed is no vote on the ordinance. */
function isChanging({ reading, from }: SentenceContext, frame: FrameHit): boolean {
  for (let i = from; i < frame.from; i++)
    if (
      /^(?:table|postpone|delay|amend|continue|refer|reconsider|override|soften|weaken|send)$/.test(
        foldedAt(reading, i),
      )
    )
      return true;
  return false;
}

/** Whether a name begins its clause: "After three hours, Lee's proposal …". */
export function opens({ reading, grammar, from, verbAt }: SentenceContext, name: number): boolean {
  for (let i = name - 1; i >= from; i--) {
    const word = foldedAt(reading, i);
    if (/^[,;:—–]$/.test(word) || /^(?:and|but)$/.test(word)) return true;
    if (/^(?:a|an|another|second|similar|earlier|previous)$/.test(word) && i > from) return false;
    const light = word === "'s" || isOf(grammar, reading, i, 'determiner') || /^\p{L}[\p{L}-]*$/u.test(word);
    if (
      !light ||
      name - i > 5 ||
      verbAt(i) ||
      isOf(grammar, reading, i, 'preposition', 'auxiliary', 'modal', 'relative')
    )
      return false;
  }
  return true;
}

/** The verb of passing or failing at a token, where its subject is not another one; null elsewhere. */
function toldAt(
  { reading, grammar, candidates }: SentenceContext,
  verb: number,
): { readonly sign: 1 | -1; readonly end: number; readonly takesObject: boolean } | null {
  const word = foldedAt(reading, verb);
  let before = verb - 1;
  while (isAdverb(grammar, reading, before)) before--;
  const passive = /^(?:was|were|been)$/.test(foldedAt(reading, before));
  if (passive) {
    if (isPassed.test(word)) return { sign: 1, end: verb + 1, takesObject: false };
    if (isFailed.test(word)) return { sign: -1, end: verb + 1, takesObject: false };
    const down = isDown.test(word) && foldedAt(reading, verb + 1) === 'down';
    return down ? { sign: -1, end: verb + 2, takesObject: false } : null;
  }
  const other =
    isOf(grammar, reading, before, 'relative', 'modal', 'pronoun', 'negator', 'determiner', 'preposition') &&
    foldedAt(reading, before) !== 'it';
  if (other || (isOf(grammar, reading, before, 'auxiliary') && !/^(?:has|had)$/.test(foldedAt(reading, before))))
    return null;
  // "a cap the council passed last year"
  if (candidates.some((item) => item.to === verb && isBody(item))) return null;
  if (passes.test(word)) return { sign: 1, end: verb + 1, takesObject: true };
  const next = foldedAt(reading, verb + 1);
  if (/^(?:squeaked|sailed|squeezed|breezed)$/.test(word) && /^(?:through|by|past)$/.test(next))
    return { sign: 1, end: verb + 2, takesObject: true };
  if (fails.test(word)) return { sign: -1, end: verb + 1, takesObject: false };
  if (word === 'went' && next === 'down') return { sign: -1, end: verb + 2, takesObject: false };
  if (/^(?:fell|came)$/.test(word)) {
    for (let i = verb + 1; i < verb + 6; i++)
      if (foldedAt(reading, i) === 'short') return { sign: -1, end: i + 1, takesObject: false };
  }
  if (!wins.test(word)) return null;
  for (let i = verb + 1; i < verb + 5; i++)
    if (prize.test(foldedAt(reading, i))) return { sign: 1, end: i + 1, takesObject: false };
  return null;
}

/** What stands behind such a verb: the votes and the body; null where it tells something else ("failed to say", "for lack of a second"). */
function restOf(
  { reading, grammar, candidates, to }: SentenceContext,
  begin: number,
  takesObject: boolean,
): { readonly counted: boolean; readonly tied: boolean; readonly body: Candidate | null } | null {
  if (
    /^(?:to|in|over|away|on)$/.test(foldedAt(reading, begin)) &&
    foldedAt(reading, begin + 1) === 'the' &&
    /^(?:end|face|wake)$/.test(foldedAt(reading, begin + 2))
  )
    return null;
  // "failed to say", and not "went down to defeat", "failed to win enough votes"
  if (
    foldedAt(reading, begin) === 'to' &&
    !/^(?:defeat|win|get|gain|muster|pass|clear|garner|receive)$/.test(foldedAt(reading, begin + 1))
  )
    return null;
  let counted = false;
  let tied = false;
  let body: Candidate | null = null;
  for (let i = begin; i < Math.min(to, begin + tokensBehind); i++) {
    const word = foldedAt(reading, i);
    if (word === ';' || isOf(grammar, reading, i, 'relative', 'adverbial', 'conjunction')) break;
    if (word === 'lack') return null;
    if (word === 'tie' || word === 'tied') tied = true;
    if (word === 'unanimously' || word === 'unanimous') counted = true;
    const votes = votesAt(reading, i);
    if (votes !== null) {
      counted = true;
      tied ||= votes[0] === votes[1];
    }
    const found = body === null ? candidates.find((item) => item.from === i && item.role === 'government') : undefined;
    if (found && isBody(found) && bodyNames.test(found.name) && isReached(reading, i, begin, takesObject))
      body = withCommittee(reading, found);
  }
  return { counted, tied, body };
}

/** Whether a body is where the measure passed or failed: "on a 5-2 vote of the council", "in the Senate", "cleared the House". */
function isReached(reading: Reading, body: number, begin: number, takesObject: boolean): boolean {
  let i = body - 1;
  while (i >= begin && /^(?:the|a|an|full|oregon|state|city|county)$/.test(foldedAt(reading, i))) i--;
  if (/^(?:of|by|in|before|at|from|through)$/.test(foldedAt(reading, i))) return true;
  return takesObject && i === begin - 1;
}

/** "5-2", "5 to 2" at a token; null elsewhere. */
function votesAt(reading: Reading, i: number): readonly [number, number] | null {
  if (!hasShape(reading, i, shape.number)) return null;
  const words = [0, 1, 2].map((k) => foldedAt(reading, i + k));
  const [first, last] = /^\d{1,3}[-–]\d{1,3}$/.test(words[0] ?? '')
    ? (words[0] ?? '').split(/[-–]/)
    : /^(?:-|–|to)$/.test(words[1] ?? '')
      ? [words[0], words[2]]
      : [];
  const votes = [Number(first), Number(last)] as const;
  return Number.isInteger(votes[0]) && Number.isInteger(votes[1]) ? votes : null;
}

/** "the House criminal justice committee": the committee, not the whole house. */
function withCommittee(reading: Reading, body: Candidate): Candidate {
  for (let i = body.to; i < body.to + 5; i++) {
    if (!/^\p{L}+$/u.test(foldedAt(reading, i))) break;
    if (/^(?:committee|subcommittee|panel)$/.test(foldedAt(reading, i)))
      return { ...body, to: i + 1, name: textOf(reading, body.from, i + 1) };
  }
  return body;
}

/** How many sentences from the first may name the one body of a story. */
const sentencesOfOutset = 3;

/** The one body by name at a story's outset, where the sentence and the one before it speak of no other; null otherwise. */
export function bodyOfStory({ reading, from }: SentenceContext, { candidatesOf }: JudgeContext): Candidate | null {
  const own = reading.sentenceOf[from] ?? 0;
  const bodiesOf = (s: number): readonly Candidate[] =>
    candidatesOf(s).filter((item) => isBody(item) && bodyNames.test(item.name));
  const outset: Candidate[] = [];
  for (let s = 0; s < Math.min(sentencesOfOutset, own + 1); s++) outset.push(...bodiesOf(s));
  const first = outset.find(({ named }) => named);
  if (!first) return null;
  const head = headOf(first);
  const near = [...outset, ...bodiesOf(own), ...(own > 0 ? bodiesOf(own - 1) : [])];
  return near.every((item) => headOf(item) === head) ? first : null;
}

function headOf({ name }: Candidate): string {
  return name.toLowerCase().split(' ').at(-1) ?? '';
}
