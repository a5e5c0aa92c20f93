// In which sentences of a text a pattern can match at all: those that hold all its indispensable words. Most sentences hold
// some words of many patterns, and all of none. 32 sentences are asked at once, a bit for each: what a word or a pattern needs
// is looked up once for all of them. Knows words and bits; no order of words.
import { type Reading, sentenceRange } from '../../reading/reading.ts';
import type { SieveTables } from './sieve.ts';

/** A sieve that is ready to be asked of the documents of a vocabulary. Bit k stands for the k-th sentence of the block that was asked last. */
export interface Sieve extends SieveTables {
  /** Word id → number of the patterns' word, -1 for any other. */
  readonly numbers: Int32Array;
  /** By word and by class: the sentences that have it. */
  readonly held: Int32Array;
  readonly met: Int32Array;
  /** By word: the sentences in which a match may begin with it. */
  readonly begun: Int32Array;
  /** Words that the block has, and heads that it meets. */
  readonly words: Int32Array;
  readonly touched: Int32Array;
  /** The block: where it stands, and the sentences in which any pattern can match. */
  reading: Reading | null;
  block: number;
  open: number;
}

const sentencesAtOnce = 32;

export function openSieve(tables: SieveTables, numbers: Int32Array): Sieve {
  const words = tables.offsets.length;
  const classes = tables.heads.length;
  return {
    ...tables,
    numbers,
    held: new Int32Array(words),
    met: new Int32Array(classes),
    begun: new Int32Array(words),
    words: new Int32Array(words),
    touched: new Int32Array(classes),
    reading: null,
    block: 0,
    open: 0,
  };
}

/**
 * The bit of sentence `s` where a pattern can match in it by what patterns need, else 0. The words (by their numbers) that
 * matches there can begin with are those of which `begun` has that bit, until another reading or block is asked.
 */
export function mayMatch(sieve: Sieve, reading: Reading, s: number): number {
  const block = Math.floor(s / sentencesAtOnce);
  if (sieve.reading !== reading || sieve.block !== block) askBlock(sieve, reading, block);
  return sieve.open & (1 << (s % sentencesAtOnce));
}

function askBlock(sieve: Sieve, reading: Reading, block: number): void {
  sieve.reading = reading;
  sieve.block = block;
  sieve.open = 0;
  sieve.met.fill(0);
  sieve.begun.fill(0);
  const words = meetWords(sieve, holdWords(sieve, reading, block * sentencesAtOnce));
  // Phrases are made of words alone, so that none of them waits for another.
  let heads = words;
  for (let t = 0; t < words; t++) heads = meetPhrases(sieve, sieve.touched[t] ?? 0, heads);
  for (let t = 0; t < heads; t++) meetRows(sieve, sieve.touched[t] ?? 0);
}

/** Notes which of the sentences from `first` on hold which of the patterns' words; gives how many words there are. */
function holdWords({ numbers, held, words }: Sieve, reading: Reading, first: number): number {
  const known = numbers.length;
  const last = Math.min(first + sentencesAtOnce, reading.sentenceStarts.length - 1);
  held.fill(0);
  let count = 0;
  for (let s = first; s < last; s++) {
    const bit = 1 << (s - first);
    const [from, to] = sentenceRange(reading, s);
    for (let i = from; i < to; i++) {
      const id = reading.ids[i] ?? 0;
      // Beyond the numbers are words that only this text has.
      const word = id < known ? (numbers[id] ?? -1) : -1;
      if (word < 0) continue;
      const before = held[word] ?? 0;
      if (before === 0) words[count++] = word;
      held[word] = before | bit;
    }
  }
  return count;
}

/** Meets the classes of the block's words; gives how many heads are met. */
function meetWords({ offsets, classes, heads, held, met, words, touched }: Sieve, count: number): number {
  let headsMet = 0;
  met[0] = -1;
  if (heads[0] === 1) touched[headsMet++] = 0;
  for (let k = 0; k < count; k++) {
    const word = words[k] ?? 0;
    const sentences = held[word] ?? 0;
    const end = offsets[word + 1] ?? 0;
    for (let at = offsets[word] ?? 0; at < end; at++) {
      const number = classes[at] ?? 0;
      const before = met[number] ?? 0;
      if (before === 0 && heads[number] === 1) touched[headsMet++] = number;
      met[number] = before | sentences;
    }
  }
  return headsMet;
}

/** Meets the classes that phrases make which begin with a class, where their others are met, too; gives how many heads are met now. */
function meetPhrases({ heads, made, met, phrasesOf, touched }: Sieve, first: number, count: number): number {
  const { offsets, others } = phrasesOf;
  const sentences = met[first] ?? 0;
  let headsMet = count;
  const end = offsets[first + 1] ?? 0;
  for (let at = offsets[first] ?? 0; at < end; at += 3) {
    const both = sentences & (met[others[at] ?? 0] ?? 0) & (met[others[at + 1] ?? 0] ?? 0);
    if (both === 0) continue;
    const phrase = others[at + 2] ?? 0;
    const last = made.ends[phrase] ?? 0;
    for (let k = phrase === 0 ? 0 : (made.ends[phrase - 1] ?? 0); k < last; k++) {
      const number = made.items[k] ?? 0;
      const before = met[number] ?? 0;
      if (before === 0 && heads[number] === 1) touched[headsMet++] = number;
      met[number] = before | both;
    }
  }
  return headsMet;
}

/** Opens the sentences that meet all needs of patterns whose first need is a class. */
function meetRows(sieve: Sieve, first: number): void {
  const { begun, begins, met } = sieve;
  const { offsets, others } = sieve.rowsOf;
  const sentences = met[first] ?? 0;
  const end = offsets[first + 1] ?? 0;
  for (let at = offsets[first] ?? 0; at < end; at += 3) {
    const all = sentences & (met[others[at] ?? 0] ?? 0) & (met[others[at + 1] ?? 0] ?? 0);
    if (all === 0) continue;
    sieve.open |= all;
    const row = others[at + 2] ?? 0;
    const last = begins.ends[row] ?? 0;
    for (let k = row === 0 ? 0 : (begins.ends[row - 1] ?? 0); k < last; k++) {
      const word = begins.items[k] ?? 0;
      begun[word] = (begun[word] ?? 0) | all;
    }
  }
}
