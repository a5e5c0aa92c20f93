// Which symbol of the patterns a document's token has: the patterns' words joined to the vocabulary that documents are read with.
// Knows words and marks; neither patterns nor packs.
import { hasShape, type Reading, wordAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Vocabulary } from '../../reading/vocabulary.ts';
import { type PatternWords, stops, unnamed } from './pattern-words.ts';

export interface Alphabet {
  readonly words: PatternWords;
  /** Word id → symbol; 0 for words that no pattern names, less than 0 where the spelling counts. */
  readonly symbols: Int32Array;
  /** Word id → number of the patterns' word; -1 for words that no pattern names. */
  readonly numbers: Int32Array;
  /** The other way. */
  readonly ids: Int32Array;
}

/** Interns the patterns' words. */
export function createAlphabet(vocabulary: Vocabulary, words: PatternWords): Alphabet {
  const ids = Int32Array.from(words.words, (word) => vocabulary.intern(word));
  const symbols = new Int32Array(vocabulary.size);
  const numbers = new Int32Array(vocabulary.size).fill(-1);
  for (const [number, id] of ids.entries()) {
    symbols[id] = words.symbols[number] ?? 0;
    numbers[id] = number;
  }
  return { words, symbols, numbers, ids };
}

/** The symbol of token i. */
export function symbolAt({ words, symbols, numbers }: Alphabet, reading: Reading, i: number): number {
  const id = reading.ids[i] ?? 0;
  const symbol = id < symbols.length ? (symbols[id] ?? 0) : 0;
  if (symbol > 0) return symbol;
  // A headline in capitals keeps the spelling of "ICE"; a lower-case "ice" never does.
  if (symbol < 0) return words.spellings.get(numbers[id] ?? -1)?.get(wordAt(reading, i)) ?? -symbol;
  if (!hasShape(reading, i, shape.mark | shape.number)) return unnamed.word;
  if (hasShape(reading, i, shape.number)) return unnamed.number;
  return stops.includes(reading.text.charAt(reading.starts[i] ?? 0)) ? unnamed.stop : unnamed.word;
}

/** Marks by word id of the words of these numbers. */
export function marksOf({ numbers, ids }: Alphabet, marked: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(numbers.length);
  for (const number of marked) marks[ids[number] ?? 0] = 1;
  return marks;
}
