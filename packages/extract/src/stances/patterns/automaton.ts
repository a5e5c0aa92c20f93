// All patterns of a table as one automaton: what begins at a token costs the same for ten patterns and for a thousand.
// Knows states and symbols; not what patterns stand for. Sets of states become single states when a text first reaches them
// (a lazy subset construction), so that a match walks from number to number and allocates nothing until it has matched.
import type { Reading } from '../../reading/reading.ts';
import type { Alphabet } from './alphabet.ts';
import { compilePattern, type PatternState, type StepTest, type TermTree } from './compile-pattern.ts';
import type { PatternNode } from './parse-pattern.ts';
import { createTransitions } from './transitions.ts';

/** Patterns that count as one, such as those of a rule: their longest match is the group's. */
export interface PatternGroup {
  readonly patterns: readonly PatternNode[];
  /** Terms as the patterns' own pack sees them. */
  readonly terms: ReadonlyMap<string, TermTree>;
}

/** A group (by its number) matches up to token `to`. */
export interface GroupMatch {
  readonly group: number;
  readonly to: number;
}

export interface Automaton {
  /** The longest match of each group that begins at token `from` and stays before `to`, groups in their order. An empty match is none. */
  readonly matchesAt: (reading: Reading, from: number, to: number) => readonly GroupMatch[];
  /** The end of the longest match of any group; -1 when there is none. */
  readonly longestAt: (reading: Reading, from: number, to: number) => number;
  /** How far each group gets before no word fits any more: the end of the last word that did (gaps do not count). For explanations. */
  readonly furthestAt: (reading: Reading, from: number, to: number) => readonly GroupMatch[];
}

/** No match goes on from here. */
const dead = 0;
const none: readonly GroupMatch[] = [];

/** Sets of states that are kept as single states; beyond it all are forgotten and made anew. */
const setsMax = 8_000;

/** Compiles groups of patterns. Without `anchored` a match begins with a word, never with a gap. */
export function createAutomaton(groups: readonly PatternGroup[], alphabet: Alphabet, anchored = false): Automaton {
  const states: PatternState[] = [];
  const starts = groups.flatMap(({ patterns, terms }, group) =>
    patterns.map((pattern) => compilePattern(states, group, pattern, terms, alphabet)),
  );
  const opening = behind(states, starts).filter((s) => anchored || states[s]?.test?.type === 'words');

  // Set 0 is dead; set 1 is where every match begins.
  let sets: (readonly number[])[] = [];
  let accepted: (readonly number[] | null)[] = [];
  let numbers = new Map<string, number>();
  /** What a match's first token leads to, by its symbol; most tokens end here. -1 before a text has asked. */
  let firsts = new Int32Array(0);
  const transitions = createTransitions();
  const clear = (): void => {
    firsts = new Int32Array(alphabet.traits.length).fill(-1);
    transitions.clear();
    sets = [[], opening];
    accepted = [null, null];
    numbers = new Map([['', dead]]);
  };

  const numberOf = (set: readonly number[]): number => {
    const key = set.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const ends = set.flatMap((s) => (states[s]?.test?.type === 'end' ? [states[s].group] : []));
    accepted.push(ends.length > 0 ? [...new Set(ends)] : null);
    const number = sets.push(set) - 1;
    numbers.set(key, number);
    return number;
  };
  const step = (set: number, symbol: number): number => {
    const known = transitions.get(set, symbol);
    if (known >= 0) return known;
    const passed = (sets[set] ?? []).flatMap((s) => (passes(alphabet, states[s]?.test, symbol) ? next(s) : []));
    const reached = numberOf(behind(states, passed));
    transitions.set(set, symbol, reached);
    return reached;
  };
  const next = (s: number): readonly number[] => states[s]?.next ?? [];
  const begin = (reading: Reading, i: number): number => {
    // The first text finds the alphabet complete.
    if (sets.length === 0 || sets.length > setsMax) clear();
    const symbol = alphabet.symbolAt(reading, i);
    const known = firsts[symbol] ?? -1;
    if (known >= 0) return known;
    const reached = step(1, symbol);
    firsts[symbol] = reached;
    return reached;
  };

  return {
    matchesAt: (reading, from, to) => {
      let set = from < to ? begin(reading, from) : dead;
      if (set === dead) return none;
      let found: { group: number; to: number }[] | null = null;
      for (let i = from + 1; ; i++) {
        const ends = accepted[set];
        if (ends) found = extend(found, ends, i);
        if (i >= to) break;
        set = step(set, alphabet.symbolAt(reading, i));
        if (set === dead) break;
      }
      return found?.sort((a, b) => a.group - b.group) ?? none;
    },
    longestAt: (reading, from, to) => {
      let set = from < to ? begin(reading, from) : dead;
      let longest = -1;
      for (let i = from + 1; set !== dead; i++) {
        if (accepted[set]) longest = i;
        if (i >= to) break;
        set = step(set, alphabet.symbolAt(reading, i));
      }
      return longest;
    },
    furthestAt: (reading, from, to) => {
      const furthest = new Map<number, number>();
      let current: readonly number[] = opening;
      for (let i = from; i < to && current.length > 0; i++) {
        const symbol = alphabet.symbolAt(reading, i);
        const passed = current.filter((s) => passes(alphabet, states[s]?.test, symbol));
        for (const s of passed) if (states[s]?.test?.type === 'words') furthest.set(states[s].group, i + 1);
        current = behind(states, passed.flatMap(next));
      }
      return [...furthest].map(([group, end]) => ({ group, to: end })).sort((a, b) => a.group - b.group);
    },
  };
}

/** Matches with those groups added, or made longer, that end before token `to`. */
function extend(
  found: { group: number; to: number }[] | null,
  groups: readonly number[],
  to: number,
): { group: number; to: number }[] {
  const matches = found ?? [];
  for (const group of groups) {
    const match = matches.find((item) => item.group === group);
    if (match) match.to = to;
    else matches.push({ group, to });
  }
  return matches;
}

function passes(alphabet: Alphabet, test: StepTest | null | undefined, symbol: number): boolean {
  const traits = alphabet.traits[symbol];
  if (!test || !traits) return false;
  if (test.type === 'gap') return traits.fills;
  if (test.type === 'number') return traits.number;
  if (test.type === 'end') return false;
  return test.ids.has(traits.id) || (traits.spelling !== null && test.spellings.has(traits.spelling));
}

/** The testing states that are reached from some states without reading a token, in their order. */
function behind(states: readonly PatternState[], from: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  const stack = [...from];
  const result: number[] = [];
  for (let s = stack.pop(); s !== undefined; s = stack.pop()) {
    if (seen.has(s)) continue;
    seen.add(s);
    const state = states[s];
    if (state?.test) result.push(s);
    else if (state) stack.push(...state.next);
  }
  return result.sort((a, b) => a - b);
}
