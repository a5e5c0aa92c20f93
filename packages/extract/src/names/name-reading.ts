// A text as the rules of names see it: its reading, the classes of every token, and where words with capitals stand.
// Knows words and shapes; decides nothing.
import type { Reading } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { is, type NameLexicon } from './lexicon.ts';
import type { Scratch } from './scratch.ts';

/** Valid until the next text is read: the arrays of its `scratch` are used again. */
export interface NameReading extends Reading {
  readonly lexicon: NameLexicon;
  readonly scratch: Scratch;
  /** Class bits of each token (`is`). */
  readonly classes: Uint32Array;
  /** Cue bits of each token (`cue`). */
  readonly cues: Uint32Array;
  /** Tokens that are words with a capital and no clitics, in order: all that a name can begin at. */
  readonly nameWords: Uint32Array;
}

/** Classes every token of a reading once. */
export function readNames(reading: Reading, lexicon: NameLexicon, scratch: Scratch): NameReading {
  const classes = lexicon.classes.ofAll(reading.ids, scratch.classes);
  const { nameWords } = scratch;
  let count = 0;
  for (let i = 0; i < reading.count; i++) {
    if (((reading.shapes[i] ?? 0) & (shape.capital | shape.clitic | shape.mark)) !== shape.capital) continue;
    classes[i] = (classes[i] ?? 0) | is.nameWord;
    nameWords[count++] = i;
  }
  const cues = lexicon.cues.ofAll(reading.ids, scratch.cues);
  return { ...reading, lexicon, scratch, classes, cues, nameWords: nameWords.subarray(0, count) };
}

/** Whether token i is in at least one of the classes (bits of `is`); false outside of the text. */
export function hasClass({ classes, count }: NameReading, i: number, bits: number): boolean {
  return i >= 0 && i < count && ((classes[i] ?? 0) & bits) !== 0;
}

/** Whether token i has at least one of the cues (bits of `cue`); false outside of the text. */
export function hasCue({ cues, count }: NameReading, i: number, bits: number): boolean {
  return i >= 0 && i < count && ((cues[i] ?? 0) & bits) !== 0;
}

/** A word with a capital that is no clitic. */
export function isNameWord(reading: NameReading, i: number): boolean {
  return hasClass(reading, i, is.nameWord);
}
