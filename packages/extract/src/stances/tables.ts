// Look-up tables: values, each with patterns, and where they occur in a text. Knows matching; not what values mean.
import type { Reading } from '../reading/reading.ts';
import { type Alphabet, marksOf } from './patterns/alphabet.ts';
import { type Automaton, createAutomaton, firstWordsOf, matchesAt } from './patterns/automaton.ts';
import { compileGroups, type PatternGroup } from './patterns/compile-groups.ts';
import type { WordCollector } from './patterns/pattern-words.ts';
import { createSieve, mayMatch, openSieve, type Sieve, type SieveTables } from './patterns/sieve.ts';
import type { Patterns } from './patterns/states.ts';

/** A table before it is joined to a vocabulary; value n is group n of the patterns. */
export interface CompiledTable<Value> {
  readonly values: readonly Value[];
  readonly patterns: Patterns;
  readonly sieve: SieveTables | null;
}

/** Value n is group n of the automaton. */
export interface Table<Value> {
  readonly values: readonly Value[];
  readonly automaton: Automaton;
  readonly alphabet: Alphabet;
  /** By word id: whether a match can begin with the word. Most words end here. */
  readonly begins: Uint8Array;
  /** Tells what a sentence can match at all; null where most that are asked match something. */
  readonly sieve: Sieve | null;
}

/** A value's patterns match tokens `[from, to)`. */
export interface Occurrence<Value> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A table of values, each with its patterns. A `sieved` one costs little where a stretch holds no match. */
export function compileTable<Value>(
  rows: readonly { readonly value: Value; readonly group: PatternGroup }[],
  words: WordCollector,
  sieved = false,
): CompiledTable<Value> {
  const groups = rows.map(({ group }) => group);
  const patterns = compileGroups(groups, words);
  return { values: rows.map(({ value }) => value), patterns, sieve: sieved ? createSieve(groups, words) : null };
}

/** Makes a table ready for the documents of a vocabulary. */
export function openTable<Value>({ values, patterns, sieve }: CompiledTable<Value>, alphabet: Alphabet): Table<Value> {
  const automaton = createAutomaton(patterns, alphabet);
  const begins = marksOf(alphabet, firstWordsOf(automaton));
  return { values, automaton, alphabet, begins, sieve: sieve && openSieve(sieve, alphabet.numbers) };
}

/** Where a table's values occur in tokens `[from, to)`: the longest match of each at each token, as they come. */
export function occurrencesOf<Value>(
  { values, automaton, alphabet, begins, sieve }: Table<Value>,
  reading: Reading,
  from: number,
  to: number,
): readonly Occurrence<Value>[] {
  if (sieve && !mayMatch(sieve, reading, from, to)) return none;
  let found: Occurrence<Value>[] | null = null;
  for (let i = from; i < to; i++) {
    const id = reading.ids[i] ?? 0;
    if (begins[id] !== 1 || (sieve && sieve.mayBegin[alphabet.numbers[id] ?? 0] !== sieve.search)) continue;
    const matches = matchesAt(automaton, reading, i, to);
    if (matches.length === 0) continue;
    found ??= [];
    for (const match of matches) found.push({ value: values[match.group] as Value, from: i, to: match.to });
  }
  return found ?? none;
}

const none: readonly never[] = [];

export function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Ranges (by their beginnings, as they come) without those that overlap one that beats them. */
export function unbeaten<Some extends Range>(
  ranges: readonly Some[],
  beats: (a: Some, b: Some, earlier: boolean) => boolean,
): readonly Some[] {
  if (ranges.length < 2) return ranges;
  let beaten: Set<Some> | null = null;
  for (let i = 0; i < ranges.length; i++) {
    const one = ranges[i];
    for (let j = i + 1; one && j < ranges.length; j++) {
      const other = ranges[j];
      if (!other || other.from >= one.to) break;
      beaten ??= new Set();
      if (beats(one, other, true)) beaten.add(other);
      if (beats(other, one, false)) beaten.add(one);
    }
  }
  const lost = beaten;
  return lost === null ? ranges : ranges.filter((range) => !lost.has(range));
}
