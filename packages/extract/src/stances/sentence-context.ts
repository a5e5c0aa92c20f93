// What is known of one sentence before its stances are judged. Knows how the parts are put together; judges nothing.
import type { Document } from '../document.ts';
import { foldedAt, hasShape, type Reading, sentenceRange } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { beforeFrames } from './chains/precedence.ts';
import { proposesUndoing } from './chains/proposes-undoing.ts';
import { behindDateline } from './clauses/datelines.ts';
import { type Grammar, isOf, type VerbGroup, verbGroup } from './clauses/grammar.ts';
import { findSegments, type Segments } from './clauses/segments.ts';
import type { Candidate, TypeOf } from './holders/candidate.ts';
import { findCandidates } from './holders/candidates.ts';
import { withCast } from './holders/casts.ts';
import { withCountedPeople } from './holders/counted-people.ts';
import { withFirms } from './holders/firms.ts';
import { createMentions } from './holders/mentions.ts';
import { withNounHolders } from './holders/noun-holders.ts';
import { withUnlisted } from './holders/unlisted-holders.ts';
import {
  type FoundFrames,
  type FrameHit,
  findFrames,
  findOperators,
  type Lexicon,
  type OperatorHit,
  type SentenceHits,
} from './lexicon.ts';

export interface SentenceContext {
  readonly document: Document;
  readonly reading: Reading;
  readonly grammar: Grammar;
  /** First token, of its dateline where it has one. */
  readonly start: number;
  /** First token behind its dateline. */
  readonly from: number;
  readonly to: number;
  /** Frames as the packs give them; `hits` has those that the sentence means again, too. */
  readonly found: FoundFrames;
  readonly hits: SentenceHits;
  readonly segments: Segments;
  readonly candidates: readonly Candidate[];
  /** What stands before the verb at a token; read once. */
  readonly groupAt: (verb: number) => VerbGroup;
  /** Whether a verb that some rule knows begins at a token. */
  readonly verbAt: (token: number) => boolean;
}

/** What a document gives to every judgement in it. */
export interface JudgeContext {
  readonly typeOf: TypeOf;
  /** What a person without an office is, from any place in the story. */
  readonly roleOf: (person: string) => Pick<Candidate, 'holderType' | 'role'>;
  readonly candidatesOf: (s: number) => readonly Candidate[];
  /** Who proposed the draft that a token stands in; null outside of drafts; 'unknown' when nobody is named. */
  readonly proposerAt: (token: number) => Candidate | 'unknown' | null;
}

/** How many sentences before its own a term that a frame needs may stand; else it stands among the first, which tell what a story is about. */
const sentencesNear = 6;
const sentencesFirst = 3;

/** Reads the sentences of one document for the packs' rules; what was read once is kept. */
export interface SentenceReader {
  /** The issue phrases of sentence s. */
  readonly framesOf: (s: number) => FoundFrames;
  readonly candidatesOf: (s: number) => readonly Candidate[];
  /** The acts and negators of sentence s beside its issue phrases; fewer of them count in the sentence that is read (`read`). */
  readonly operatorsOf: (s: number) => readonly OperatorHit[];
  /** Sentence s; `callBacks` are phrases in it that stand for a document described before, `found` what `framesOf` gave if it was asked. */
  readonly read: (s: number, callBacks?: readonly FrameHit[], found?: FoundFrames) => SentenceContext;
}

export function createSentenceReader(document: Document, lexicon: Lexicon, typeOf: TypeOf): SentenceReader {
  const { reading } = document;
  const candidates = new Map<number, readonly Candidate[]>();
  const contexts = new Map<number, SentenceContext>();
  const starts = new Map<number, Start>();
  const mentions = createMentions(document, lexicon, typeOf);
  const frames: FoundFrames[] = new Array(reading.sentenceStarts.length);
  const [, firstTo] = sentenceRange(reading, sentencesFirst - 1);
  const nearBy = (s: number): readonly (readonly [number, number])[] => [
    [sentenceRange(reading, Math.max(0, s - sentencesNear))[0], sentenceRange(reading, s)[1]],
    [0, firstTo],
  ];
  const framesOf = (s: number): FoundFrames => {
    const known = frames[s] ?? findFrames(lexicon, reading, s, nearBy);
    frames[s] = known;
    return known;
  };
  const candidatesOf = (s: number): readonly Candidate[] => {
    const known = candidates.get(s) ?? findCandidates(document, lexicon, mentions, s);
    candidates.set(s, known);
    return known;
  };
  const startOf = (s: number): Start => {
    const found = framesOf(s);
    const known = starts.get(s) ?? readStart(document, lexicon, s, found);
    starts.set(s, known);
    return known;
  };
  const read = (s: number, callBacks: readonly FrameHit[] = none, found = framesOf(s)): SentenceContext => {
    const known = callBacks.length === 0 ? contexts.get(s) : undefined;
    if (known) return known;
    // What is said of a thing goes before what argues about it.
    const things = callBacks.length === 0 ? found.frames : found.frames.filter(isThing);
    const own = things.length === found.frames.length ? found : { ...found, frames: things };
    const first = starts.get(s);
    const start = first?.found.frames.length === things.length ? first : readStart(document, lexicon, s, own);
    if (own === found) starts.set(s, start);
    start.candidates ??= holdersIn(document, lexicon, typeOf, start, candidatesOf(s));
    const context = readSentence(document, lexicon, start, start.candidates, callBacks);
    if (callBacks.length === 0) contexts.set(s, context);
    return context;
  };
  return { framesOf, candidatesOf, operatorsOf: (s) => startOf(s).operators, read };
}

const none: readonly never[] = [];

/** Whether a phrase names an issue's thing; else it argues about it. */
export function isThing({ rule }: FrameHit): boolean {
  return rule.source.argues === undefined;
}

/** What of a sentence does not hang on what it calls back to. */
interface Start extends Pick<SentenceContext, 'start' | 'from' | 'to' | 'found'> {
  readonly operators: readonly OperatorHit[];
  /** Null until the sentence is read in full. */
  candidates: readonly Candidate[] | null;
}

function readStart({ reading }: Document, lexicon: Lexicon, s: number, found: FoundFrames): Start {
  const [start, to] = sentenceRange(reading, s);
  const from = behindDateline(reading, start, to);
  const operators = findOperators(lexicon, reading, from, to, found.frames);
  return { start, from, to, found, operators, candidates: null };
}

/** Whoever may hold something in a sentence: those that are listed, and those that stand as a verb's subject. */
function holdersIn(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  { from, to, found, operators }: Start,
  listed: readonly Candidate[],
): readonly Candidate[] {
  const { reading } = document;
  const { grammar } = lexicon;
  const told = withNounHolders(lexicon, reading, { from, to }, listed, operators, found.frames);
  const firms = withFirms(grammar, reading, { from, to }, told, operators);
  const unlisted = withUnlisted(grammar, reading, { from, to }, firms, operators);
  const counted = withCountedPeople(grammar, reading, { from, to }, unlisted, operators);
  return withCast(document, lexicon, typeOf, { from, to }, counted, operators);
}

function readSentence(
  document: Document,
  { grammar }: Lexicon,
  { start, from, to, found, operators: plain }: Start,
  candidates: readonly Candidate[],
  callBacks: readonly FrameHit[],
): SentenceContext {
  const { reading } = document;
  const again = [
    ...elidedFrames(grammar, reading, found.frames, to),
    ...pronounFrames(reading, found.frames, plain, to, candidates),
  ];
  const operators: OperatorHit[] = [];
  for (const hit of plain) {
    const cut = callBacks.length === 0 ? hit : beforeFrames(hit, callBacks);
    if (cut.to > cut.from && !isPartOfName(reading, cut, candidates)) operators.push(cut);
  }
  const frames = again.length + callBacks.length === 0 ? found.frames : [...found.frames, ...again, ...callBacks];
  const hits = { frames, operators, cancelled: found.cancelled };
  const marks: number[] = new Array(to - from).fill(0);
  const mark = (token: number, bit: number): void => {
    marks[token - from] = (marks[token - from] ?? 0) | bit;
  };
  for (const { rule, from: at } of hits.frames) if (rule.source.kind === 'verb') mark(at, isVerb);
  for (const { rule, from: at, to: end } of operators) {
    if (rule.type === 'act' || rule.source.kind === 'lexical') mark(at, isVerb);
    if (rule.type === 'act') for (let i = at + 1; i < end; i++) mark(i, isInAct);
  }
  const has = (bit: number) => (token: number) => ((marks[token - from] ?? 0) & bit) !== 0;
  const verbAt = has(isVerb);
  const segments = findSegments(grammar, reading, from, to, verbAt, has(isInAct));
  const groups = new Map<number, VerbGroup>();
  const groupAt = (verb: number): VerbGroup => {
    const group = groups.get(verb) ?? verbGroup(grammar, reading, verb, from);
    groups.set(verb, group);
    return group;
  };
  return { document, reading, grammar, start, from, to, found, hits, segments, candidates, groupAt, verbAt };
}

/** Bits of a token: a verb that some rule knows begins at it; it is a further word of an act. */
const isVerb = 1;
const isInAct = 2;

/** "Planning" in "planning commission", "Advocates": a word of a holder's name is no verb; "a critic of" is what somebody is. */
function isPartOfName(reading: Reading, hit: OperatorHit, candidates: readonly Candidate[]): boolean {
  const holder = candidates.find((candidate) => candidate.from <= hit.from && hit.from < candidate.to);
  return holder !== undefined && (holder.named || hit.to <= holder.to || foldedAt(reading, hit.to - 1) !== 'of');
}

/** "Deputies will wear cameras after the board voted to buy 140 of them": what is bought or rejected is the thing told before. */
function pronounFrames(
  reading: Reading,
  frames: readonly FrameHit[],
  operators: readonly OperatorHit[],
  to: number,
  candidates: readonly Candidate[],
): readonly FrameHit[] {
  const last = frames.at(-1);
  if (!last?.rule.source.called || last.rule.source.sign < 0) return none;
  // "The bill would bar such deals, and the House passed it": the bill.
  const barred = operators.some(
    ({ rule, from, to: end }) =>
      end <= last.from &&
      (rule.type === 'negator' || rule.source.sign === -1) &&
      candidates.some((item) => item.role === 'document' && item.to <= from),
  );
  if (barred) return none;
  for (let i = last.to; i < to; i++) {
    const word = foldedAt(reading, i);
    if (word !== 'it' && word !== 'them') continue;
    const counted = foldedAt(reading, i - 1) === 'of' && hasShape(reading, i - 2, shape.number);
    const from = counted ? i - 2 : i;
    const decided = operators.some(
      ({ rule, to: end }) => end === from && end > last.to && rule.type === 'act' && rule.source.kind === 'decide',
    );
    const { only, needs, by, ...source } = last.rule.source;
    if (!decided || proposesUndoing(reading, reading.sentenceOf[i] ?? 0, i)) continue;
    // "The Legislature outlawed rent control, and the governor signed it": what is signed is the ban.
    const banned = operators.some(({ rule, to: end }) => rule.id === 'bars' && end <= last.from && last.from - end < 3);
    const isPaper = /^(?:sign|veto)/.test(foldedAt(reading, from - 1));
    if (banned && !isPaper) return none;
    const sign = banned ? (-source.sign as 1 | -1) : source.sign;
    return [{ rule: { ...last.rule, source: { ...source, kind: 'noun', sign } }, from, to: i + 1 }];
  }
  return [];
}

/** "… has cooperated with ICE but will no longer do so", "… took no part in raids and will not in the future": the phrase is meant again. */
function elidedFrames(
  grammar: Grammar,
  reading: Reading,
  frames: readonly FrameHit[],
  to: number,
): readonly FrameHit[] {
  const last = frames.at(-1);
  if (last?.rule.source.kind !== 'verb') return none;
  for (let i = last.to; i + 1 < to; i++) {
    const word = foldedAt(reading, i);
    const next = foldedAt(reading, i + 1);
    if ((word === 'do' || word === 'doing') && /^(?:so|that|it)$/.test(next))
      return [{ rule: last.rule, from: i, to: i + 2 }];
    const bare = isOf(grammar, reading, i, 'negator') && isOf(grammar, reading, i - 1, 'modal');
    if (bare && /^(?:in|again|now|at|either)$/.test(next))
      return [{ rule: last.rule, from: i + 1, to: Math.min(to, i + 4) }];
  }
  return [];
}
