// What every rule of this stage may look at, and the small questions that all of them ask of a token. Knows no rule.
import type { Document } from '../document.ts';
import { foldedAt, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { CueClass, CueWords } from './cue-words.ts';
import type { QuotedSpan, QuotedView } from './marks.ts';
import type { Unit } from './units.ts';

/** One story as the rules see it. */
export interface QuoteContext {
  readonly document: Document;
  readonly reading: Reading;
  readonly words: CueWords;
  /** The class bits of each token's word, to be asked with `words.bit`; 0 where it is in no class. */
  readonly classes: Uint32Array;
  readonly view: QuotedView;
  readonly units: readonly Unit[];
}

/** The folded word of token i; '' outside of the text. */
export function foldedWord({ reading }: QuoteContext, i: number): string {
  return foldedAt(reading, i);
}

/** Tokens `[from, to)`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Whether token i is in one of the classes; quoted or not. */
export function isWord(
  context: QuoteContext,
  i: number,
  first: CueClass,
  second?: CueClass,
  third?: CueClass,
  fourth?: CueClass,
  fifth?: CueClass,
  sixth?: CueClass,
  seventh?: CueClass,
): boolean {
  const bits = context.classes[i] ?? 0;
  if (bits === 0) return false;
  const { bit } = context.words;
  let mask = bit[first];
  if (second) mask |= bit[second];
  if (third) mask |= bit[third];
  if (fourth) mask |= bit[fourth];
  if (fifth) mask |= bit[fifth];
  if (sixth) mask |= bit[sixth];
  if (seventh) mask |= bit[seventh];
  return (bits & mask) !== 0;
}

/** The class bits of token i, to be asked with `context.words.bit`; 0 when its word is in no class. */
export function classBits(context: QuoteContext, i: number): number {
  return context.classes[i] ?? 0;
}

/** Whether token i is a mark of punctuation (a full stop inside of an abbreviation is none). */
export function isMark(context: QuoteContext, i: number): boolean {
  return ((context.reading.shapes[i] ?? 0) & shape.mark) !== 0;
}

/** Whether token i is one of these, folded. A list of its own is for `isAmong`: no list is made for a few words. */
export function isOneOf(
  context: QuoteContext,
  i: number,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
  sixth?: string,
  seventh?: string,
  eighth?: string,
): boolean {
  const word = foldedWord(context, i);
  if (word === first || word === second || word === third || word === fourth) return true;
  return fifth !== undefined && (word === fifth || word === sixth || word === seventh || word === eighth);
}

/** Whether token i is in a list of folded words. */
export function isAmong(context: QuoteContext, i: number, words: ReadonlySet<string>): boolean {
  return words.has(foldedWord(context, i));
}

/** Whether token i begins with a capital. */
export function isCapitalWord(context: QuoteContext, i: number): boolean {
  return ((context.reading.shapes[i] ?? 0) & shape.capital) !== 0;
}

/** The quoted span that token i is in; null outside of all. */
export function spanAt(context: QuoteContext, i: number): QuotedSpan | null {
  const inside = context.view.insideOf[i] ?? -1;
  return inside < 0 ? null : (context.view.spans[inside] ?? null);
}

/** Whether a comma, a question mark or an exclamation mark stands at the end of a span (inside or right behind its mark). */
export function endsForAttribution(context: QuoteContext, span: QuotedSpan): boolean {
  return (
    isOneOf(context, innerLast(context, span), ',', '?', '!', '—', '–', '-', '--') ||
    isOneOf(context, span.to, ',') ||
    !span.closed
  );
}

/** Whether tokens `[from, to)` hold at least `words` words; it looks no further than it must. */
export function hasWords(context: QuoteContext, from: number, to: number, words: number): boolean {
  let n = 0;
  for (let i = from; i < to && n < words; i++) if (!isMark(context, i)) n++;
  return n >= words;
}

/** The text of token i as written. */
export function textOf(context: QuoteContext, i: number): string {
  return context.reading.text.slice(context.reading.starts[i], context.reading.ends[i]);
}

/** The last token inside of a span, before the closing mark of a quote within it. */
export function innerLast(context: QuoteContext, span: QuotedSpan): number {
  const last = span.innerTo - 1;
  return isOneOf(context, last, "'", "''") && last > span.innerFrom ? last - 1 : last;
}
