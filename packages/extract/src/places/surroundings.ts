// What stands around a token or a name: words of a class, marks, the capitals that make a name longer. Knows tokens and
// word classes; decides nothing.
import { hasShape, isCapital, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { type PlaceWords, word } from './words.ts';

/** A reading with the classes of its words. */
export interface Surroundings {
  readonly reading: Reading;
  readonly words: PlaceWords;
}

/** Whether token i has one of the word classes (bits of `word`); false outside of the text. */
export function isWord({ reading, words }: Surroundings, i: number, classes: number): boolean {
  return i >= 0 && i < reading.count && (words.of(reading.ids[i] ?? -1) & classes) !== 0;
}

/** Whether token i is this one character. */
export function isMark(reading: Reading, i: number, mark: string): boolean {
  const start = reading.starts[i] ?? 0;
  return (reading.ends[i] ?? 0) - start === 1 && reading.text.charCodeAt(start) === mark.charCodeAt(0);
}

/** Whether tokens a and b stand in one sentence (both within the text). */
export function together({ reading }: Surroundings, a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a < reading.count && b < reading.count && reading.sentenceOf[a] === reading.sentenceOf[b];
}

const opensSentence = word.title | word.local;
const noPartOfName = word.function | word.calendar | word.locative | word.loosePreposition;

/** The capitalised word that is joined to the front of a name at token `from` as part of it; -1 when there is none. */
export function joinedBefore(around: Surroundings, from: number): number {
  const { reading } = around;
  let i = from - 1;
  if (!together(around, i, from)) return -1;
  const hyphen = isMark(reading, i, '-');
  if (hyphen && isWord(around, i - 1, word.party)) return -1;
  if (isMark(reading, i, '&') || ((hyphen || isMark(reading, i, '–')) && !hasShape(reading, i, shape.spaced))) i--;
  if (!together(around, i, from) || !isCapital(reading, i)) return -1;
  if (i === from - 1 && !hasShape(reading, from, shape.spaced)) return -1;
  if (isWord(around, i, noPartOfName)) return -1;
  const opens =
    isWord(around, i, opensSentence) &&
    !isWord(around, i, word.chief | word.personTitle) &&
    reading.sentenceStarts[reading.sentenceOf[i] ?? 0] === i;
  return opens ? -1 : i;
}

const tailMax = 6;
const noTail: readonly number[] = [];

/** The capitalised words behind a name at tokens `[from, to)` that go on with it, at most six: their token indexes. */
export function joinedAfter(around: Surroundings, from: number, to: number): readonly number[] {
  const { reading } = around;
  let tail: number[] | null = null;
  for (let i = to; together(around, i, from); i++) {
    if (isCapital(reading, i)) {
      if (tail === null && isWord(around, i, word.calendar)) break;
      tail ??= [];
      tail.push(i);
      if (tail.length === tailMax) break;
      continue;
    }
    const connects =
      isMark(reading, i, '&') ||
      (isMark(reading, i, '-') && !hasShape(reading, i, shape.spaced)) ||
      (tail !== null && isWord(around, i, word.joining));
    if (!connects || !together(around, i + 1, from) || !isCapital(reading, i + 1)) break;
  }
  return tail ?? noTail;
}
