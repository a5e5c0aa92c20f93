// What is known of one sentence before its stances are judged. Knows how the parts are put together; judges nothing.
import type { Document } from '../document.ts';
import { foldedAt, hasShape, type Reading, sentenceRange } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Candidate, TypeOf } from './candidate.ts';
import { findCandidates } from './candidates.ts';
import { type Grammar, isOf } from './grammar.ts';
import {
  beforeFrames,
  type FoundFrames,
  type FrameHit,
  findFrames,
  findOperators,
  type Lexicon,
  type SentenceHits,
} from './lexicon.ts';
import { createMentions } from './mentions.ts';
import { proposesUndoing } from './proposes-undoing.ts';
import { findSegments, type Segments } from './segments.ts';

export interface SentenceContext {
  readonly document: Document;
  readonly reading: Reading;
  readonly grammar: Grammar;
  readonly from: number;
  readonly to: number;
  readonly hits: SentenceHits;
  readonly segments: Segments;
  readonly candidates: readonly Candidate[];
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

/** How many sentences before its own a term that a frame needs may stand. */
const sentencesNear = 6;

/** Reads the sentences of one document for the packs' rules; what was read once is kept. */
export interface SentenceReader {
  /** The issue phrases of sentence s. */
  readonly framesOf: (s: number) => FoundFrames;
  readonly candidatesOf: (s: number) => readonly Candidate[];
  /** Sentence s; `callBacks` are phrases in it that stand for a document described before. */
  readonly read: (s: number, callBacks?: readonly FrameHit[]) => SentenceContext;
}

export function createSentenceReader(document: Document, lexicon: Lexicon, typeOf: TypeOf): SentenceReader {
  const { reading } = document;
  const frames = new Map<number, FoundFrames>();
  const candidates = new Map<number, readonly Candidate[]>();
  const contexts = new Map<number, SentenceContext>();
  const mentions = createMentions(document, lexicon, typeOf);
  const framesOf = (s: number): FoundFrames =>
    getOrMake(frames, s, () => {
      const [contextFrom] = sentenceRange(reading, Math.max(0, s - sentencesNear));
      return findFrames(lexicon, reading, ...sentenceRange(reading, s), contextFrom);
    });
  const candidatesOf = (s: number): readonly Candidate[] =>
    getOrMake(candidates, s, () => findCandidates(document, lexicon, mentions, s));
  const make = (s: number, callBacks: readonly FrameHit[]): SentenceContext =>
    readSentence(document, lexicon, s, framesOf(s), candidatesOf(s), callBacks);
  return {
    framesOf,
    candidatesOf,
    read: (s, callBacks) => (callBacks ? make(s, callBacks) : getOrMake(contexts, s, () => make(s, []))),
  };
}

function getOrMake<Value>(known: Map<number, Value>, s: number, make: () => Value): Value {
  const value = known.get(s) ?? make();
  known.set(s, value);
  return value;
}

function readSentence(
  document: Document,
  lexicon: Lexicon,
  s: number,
  found: FoundFrames,
  candidates: readonly Candidate[],
  callBacks: readonly FrameHit[],
): SentenceContext {
  const { reading } = document;
  const { grammar } = lexicon;
  const [from, to] = sentenceRange(reading, s);
  const plain = { ...found, operators: findOperators(lexicon, reading, from, to, found.frames) };
  const elided = [...elidedFrames(grammar, reading, plain.frames, to), ...pronounFrames(reading, plain, to)];
  const operators = plain.operators
    .map((hit) => beforeFrames(hit, callBacks))
    .filter((hit) => hit.to > hit.from && !isPartOfName(hit.from, candidates));
  const hits = { ...plain, operators, frames: [...plain.frames, ...elided, ...callBacks] };
  const marks = new Uint8Array(to - from);
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
  return { document, reading, grammar, from, to, hits, segments, candidates, verbAt };
}

/** Bits of a token: a verb that some rule knows begins at it; it is a further word of an act. */
const isVerb = 1;
const isInAct = 2;

/** "Planning" in "planning commission", "Advocates": a word of a holder's name is no verb. */
function isPartOfName(token: number, candidates: readonly Candidate[]): boolean {
  return candidates.some((candidate) => candidate.from <= token && token < candidate.to);
}

/** "Deputies will wear cameras after the board voted to buy 140 of them": what is bought or rejected is the thing told before. */
function pronounFrames(reading: Reading, { frames, operators }: SentenceHits, to: number): readonly FrameHit[] {
  const last = frames.at(-1);
  if (!last?.rule.source.called || last.rule.source.sign < 0) return [];
  for (let i = last.to; i < to; i++) {
    if (!/^(?:it|them)$/.test(foldedAt(reading, i))) continue;
    const counted = foldedAt(reading, i - 1) === 'of' && hasShape(reading, i - 2, shape.number);
    const from = counted ? i - 2 : i;
    const decided = operators.some(
      ({ rule, to: end }) => end === from && end > last.to && rule.type === 'act' && rule.source.kind === 'decide',
    );
    const { only, needs, by, ...source } = last.rule.source;
    if (decided && !proposesUndoing(reading, reading.sentenceOf[i] ?? 0, i))
      return [{ rule: { ...last.rule, source: { ...source, kind: 'noun' } }, from, to: i + 1 }];
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
  if (last?.rule.source.kind !== 'verb') return [];
  for (let i = last.to; i + 1 < to; i++) {
    const next = foldedAt(reading, i + 1);
    if (/^(?:do|doing)$/.test(foldedAt(reading, i)) && /^(?:so|that|it)$/.test(next))
      return [{ rule: last.rule, from: i, to: i + 2 }];
    const bare = isOf(grammar, reading, i, 'negator') && isOf(grammar, reading, i - 1, 'modal');
    if (bare && /^(?:in|again|now|at|either)$/.test(next))
      return [{ rule: last.rule, from: i + 1, to: Math.min(to, i + 4) }];
  }
  return [];
}
