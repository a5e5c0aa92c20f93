// What is known of one sentence before its stances are judged. Knows how the parts are put together; judges nothing.
import type { Document } from '../document.ts';
import { type Reading, sentenceRange } from '../reading/reading.ts';
import { type Candidate, findCandidates, type TypeOf } from './candidates.ts';
import type { Grammar } from './grammar.ts';
import { findHits, type Lexicon, type SentenceHits } from './lexicon.ts';
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

/** Reads sentence s for the packs' rules; `near` is how many sentences before it a needed term may stand. */
export function readSentence(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  s: number,
  near = 4,
): SentenceContext {
  const { reading } = document;
  const [from, to] = sentenceRange(reading, s);
  const [contextFrom] = sentenceRange(reading, Math.max(0, s - near));
  const hits = findHits(lexicon, reading, from, to, contextFrom);
  const verbs = new Set<number>();
  for (const { rule, from: at } of hits.frames) if (rule.source.kind === 'verb') verbs.add(at);
  for (const { rule, from: at } of hits.operators)
    if (rule.type === 'act' || rule.source.kind === 'lexical') verbs.add(at);
  const verbAt = (token: number): boolean => verbs.has(token);
  const segments = findSegments(lexicon.grammar, reading, from, to, verbAt);
  const candidates = findCandidates(document, lexicon, typeOf, from, to);
  return { document, reading, grammar: lexicon.grammar, from, to, hits, segments, candidates, verbAt };
}
