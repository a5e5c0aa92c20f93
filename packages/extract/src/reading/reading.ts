// One reading of a text: paragraphs, sentences and tokens as flat arrays, shared read-only by every stage.
// Knows where units begin and end; nothing of what they mean.
import { type TextSpan, textSpan } from '@civicwire/shared';
import { findParagraphs } from './paragraphs.ts';
import { findSentences } from './sentences.ts';
import { shape } from './shapes.ts';
import { type Tokens, tokenize } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Tokens of a text plus the token indexes at which sentences and paragraphs begin (each list closed by `count`). */
export interface Reading extends Tokens {
  readonly text: string;
  /** Sentence s covers tokens `[sentenceStarts[s], sentenceStarts[s + 1])`. */
  readonly sentenceStarts: Uint32Array;
  /** Paragraph p covers tokens `[paragraphStarts[p], paragraphStarts[p + 1])`. */
  readonly paragraphStarts: Uint32Array;
  /** Sentence number of each token. */
  readonly sentenceOf: Uint32Array;
  /** Paragraph number of each token. */
  readonly paragraphOf: Uint32Array;
}

/** Reads a text once. An empty text gives no tokens, sentences or paragraphs. */
export function readText(text: string, vocabulary: Vocabulary): Reading {
  const tokens = tokenize(text, vocabulary);
  const paragraphStarts: number[] = [];
  const sentenceStarts: number[] = [];
  let i = 0;
  for (const [, end] of findParagraphs(text)) {
    const from = i;
    while (i < tokens.count && (tokens.starts[i] ?? 0) < end) i++;
    if (i === from) continue;
    paragraphStarts.push(from);
    for (const begin of findSentences(text, tokens, from, i)) sentenceStarts.push(begin);
  }
  return {
    ...tokens,
    text,
    sentenceStarts: closeStarts(sentenceStarts, tokens.count),
    paragraphStarts: closeStarts(paragraphStarts, tokens.count),
    sentenceOf: numberUnits(sentenceStarts, tokens.count),
    paragraphOf: numberUnits(paragraphStarts, tokens.count),
  };
}

function closeStarts(starts: readonly number[], count: number): Uint32Array {
  const closed = new Uint32Array(starts.length + 1);
  closed.set(starts);
  closed[starts.length] = count;
  return closed;
}

/** The unit of each token; tokens before the first start are in unit 0. */
function numberUnits(starts: readonly number[], count: number): Uint32Array {
  const units = new Uint32Array(count);
  for (let unit = 1; unit < starts.length; unit++) units.fill(unit, starts[unit], starts[unit + 1] ?? count);
  return units;
}

/** The text of token i as written. */
export function wordAt(reading: Reading, i: number): string {
  return reading.text.slice(reading.starts[i], reading.ends[i]);
}

/** The text of token i, folded (lower case, plain apostrophes); '' outside of the text. */
export function foldedAt(reading: Reading, i: number): string {
  return i < 0 || i >= reading.count ? '' : foldedWord(reading, reading.ids[i] ?? 0);
}

/** The folded word of an id that a token of the text has. */
export function foldedWord({ words, ownWords, ownFrom }: Reading, id: number): string {
  return (id < ownFrom ? words[id] : ownWords[id - ownFrom]) ?? '';
}

/** Whether token i has at least one of the shape bits (see `shape`); false outside of the text. */
export function hasShape(reading: Reading, i: number, bits: number): boolean {
  return ((reading.shapes[i] ?? 0) & bits) !== 0;
}

/** Whether token i is a word that begins with a capital. */
export function isCapital(reading: Reading, i: number): boolean {
  return hasShape(reading, i, shape.capital);
}

/** The span of tokens `[from, to)`. Throws `RangeError` when it is empty or out of the text. */
export function spanOf(reading: Reading, from: number, to: number): TextSpan {
  return textSpan(reading.text, reading.starts[from] ?? -1, reading.ends[to - 1] ?? -1);
}

/** The first token that ends behind character `offset` (binary search); `count` when there is none. */
export function tokenAt(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((reading.ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Token range `[from, to)` of sentence s. Empty when there is no such sentence. */
export function sentenceRange(reading: Reading, s: number): readonly [number, number] {
  return [reading.sentenceStarts[s] ?? reading.count, reading.sentenceStarts[s + 1] ?? reading.count];
}

/** Token range `[from, to)` of paragraph p. Empty when there is no such paragraph. */
export function paragraphRange(reading: Reading, p: number): readonly [number, number] {
  return [reading.paragraphStarts[p] ?? reading.count, reading.paragraphStarts[p + 1] ?? reading.count];
}
