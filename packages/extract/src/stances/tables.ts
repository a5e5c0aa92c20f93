// Look-up tables: values, each with patterns, and where they occur in a text. Knows matching; not what values mean.
import { type Reading, sentenceRange } from '../reading/reading.ts';
import { type Alphabet, marksOf } from './patterns/alphabet.ts';
import { type Automaton, createAutomaton, firstWordsOf, matchesAt } from './patterns/automaton.ts';
import { compileGroups, type PatternGroup } from './patterns/compile-groups.ts';
import type { WordCollector } from './patterns/pattern-words.ts';
import { createSieve, type SieveTables } from './patterns/sieve.ts';
import { mayMatch, openSieve, type Sieve } from './patterns/sift.ts';
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
  /** Tells what a whole sentence can match at all (`occurrencesIn`); null where most that are asked match something. */
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
  table: Table<Value>,
  reading: Reading,
  from: number,
  to: number,
): readonly Occurrence<Value>[] {
  const { begins } = table;
  let found: Occurrence<Value>[] | null = null;
  for (let i = from; i < to; i++) {
    if (begins[reading.ids[i] ?? 0] === 1) found = withMatches(table, reading, i, to, found);
  }
  return found ?? none;
}

/** The same in sentence `s`. Where the table has a sieve, a sentence that nothing can match costs next to nothing. */
export function occurrencesIn<Value>(table: Table<Value>, reading: Reading, s: number): readonly Occurrence<Value>[] {
  const { sieve } = table;
  const [from, to] = sentenceRange(reading, s);
  if (sieve === null) return occurrencesOf(table, reading, from, to);
  const bit = mayMatch(sieve, reading, s);
  if (bit === 0) return none;
  const { begun, numbers } = sieve;
  const known = numbers.length;
  let found: Occurrence<Value>[] | null = null;
  for (let i = from; i < to; i++) {
    const id = reading.ids[i] ?? 0;
    const word = id < known ? (numbers[id] ?? -1) : -1;
    if (word >= 0 && ((begun[word] ?? 0) & bit) !== 0) found = withMatches(table, reading, i, to, found);
  }
  return found ?? none;
}

/** What was found before, with what begins at token `i`. */
function withMatches<Value>(
  { values, automaton }: Table<Value>,
  reading: Reading,
  i: number,
  to: number,
  before: Occurrence<Value>[] | null,
): Occurrence<Value>[] | null {
  const matches = matchesAt(automaton, reading, i, to);
  if (matches.length === 0) return before;
  const found = before ?? [];
  for (const match of matches) found.push({ value: values[match.group] as Value, from: i, to: match.to });
  return found;
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
