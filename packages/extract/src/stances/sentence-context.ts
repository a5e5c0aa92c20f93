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
  type OperatorHit,
  type SentenceHits,
} from './lexicon.ts';
import { createMentions } from './mentions.ts';

import { proposesUndoing } from './proposes-undoing.ts';
import { findSegments, type Segments } from './segments.ts';
import { withUnlisted } from './unlisted-holders.ts';

export interface SentenceContext {
  readonly document: Document;
  readonly reading: Reading;
  readonly grammar: Grammar;
  readonly from: number;
  readonly to: number;
  /** Frames as the packs give them; `hits` has those that the sentence means again, too. */
  readonly found: FoundFrames;
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
  /** Sentence s; `callBacks` are phrases in it that stand for a document described before, `found` what `framesOf` gave if it was asked. */
  readonly read: (s: number, callBacks?: readonly FrameHit[], found?: FoundFrames) => SentenceContext;
}

export function createSentenceReader(document: Document, lexicon: Lexicon, typeOf: TypeOf): SentenceReader {
  const { reading } = document;
  const candidates = new Map<number, readonly Candidate[]>();
  const contexts = new Map<number, SentenceContext>();
  const mentions = createMentions(document, lexicon, typeOf);
  const framesOf = (s: number): FoundFrames => {
    const known = contexts.get(s);
    if (known) return known.found;
    const [contextFrom] = sentenceRange(reading, Math.max(0, s - sentencesNear));
    const [from, to] = sentenceRange(reading, s);
    return findFrames(lexicon, reading, from, to, contextFrom);
  };
  const candidatesOf = (s: number): readonly Candidate[] => {
    const known = candidates.get(s) ?? findCandidates(document, lexicon, mentions, s);
    candidates.set(s, known);
    return known;
  };
  const read = (s: number, callBacks: readonly FrameHit[] = none, found = framesOf(s)): SentenceContext => {
    const known = callBacks.length === 0 ? contexts.get(s) : undefined;
    const context = known ?? readSentence(document, lexicon, s, found, candidatesOf(s), callBacks);
    if (callBacks.length === 0) contexts.set(s, context);
    return context;
  };
  return { framesOf, candidatesOf, read };
}

const none: readonly never[] = [];

function readSentence(
  document: Document,
  lexicon: Lexicon,
  s: number,
  found: FoundFrames,
  listed: readonly Candidate[],
  callBacks: readonly FrameHit[],
): SentenceContext {
  const { reading } = document;
  const { grammar } = lexicon;
  const [from, to] = sentenceRange(reading, s);
  const plain = findOperators(lexicon, reading, from, to, found.frames);
  const candidates = withUnlisted(grammar, reading, { from, to }, listed, plain);
  const again = [
    ...elidedFrames(grammar, reading, found.frames, to),
    ...pronounFrames(reading, found.frames, plain, to),
  ];
  const operators: OperatorHit[] = [];
  for (const hit of plain) {
    const cut = callBacks.length === 0 ? hit : beforeFrames(hit, callBacks);
    if (cut.to > cut.from && !isPartOfName(reading, cut, candidates)) operators.push(cut);
  }
  const frames = again.length + callBacks.length === 0 ? found.frames : [...found.frames, ...again, ...callBacks];
  const hits = { frames, operators, cancelled: found.cancelled };
  const marks: number[] = new Array(to - from).fill(0);
  const plain = { ...found, operators: findOperators(lexicon, reading, from, to, found.frames) };
  const candidates = withUnlisted(grammar, reading, { from, to }, listed, plain.operators);
  const elided = [...elidedFrames(grammar, reading, plain.frames, to), ...pronounFrames(reading, plain, to)];
  const operators = plain.operators
    .map((hit) => beforeFrames(hit, callBacks))
    .filter((hit) => hit.to > hit.from && !isPartOfName(reading, hit, candidates));
  const hits = { ...plain, operators, frames: [...plain.frames, ...elided, ...callBacks] };
  const marks = new Uint8Array(to - from);
