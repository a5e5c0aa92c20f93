// Runs a compiled pattern at a token. Knows tokens; not what patterns stand for.
import { hasShape, type Reading, wordAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { PatternProgram, StepTest } from './compile-pattern.ts';

/** Tells whether a gap may hold a token (no negator, no mark that ends a clause). */
type GapTest = (reading: Reading, token: number) => boolean;

/** The end of the longest match that begins at token `from` and stays before `to`; -1 when there is none. An empty match is none. */
export function matchPattern(
  program: PatternProgram,
  reading: Reading,
  from: number,
  to: number,
  mayFill: GapTest,
): number {
  const begun = from < to ? program.starts.get(reading.ids[from] ?? -1) : undefined;
  let current: readonly number[] = begun ?? program.entry;
  let best = begun?.includes(program.accept) ? from + 1 : -1;
  for (let i = begun ? from + 1 : from; i < to && current.length > 0; i++) {
    const reached: number[] = [];
    for (const s of current) {
      const state = program.states[s];
      if (!state?.test || !passes(state.test, reading, i, mayFill)) continue;
      for (const next of state.next) {
        // Few states are alive at a time: a list is quicker than a set.
        if (!reached.includes(next)) reached.push(next);
        if (next === program.accept) best = i + 1;
      }
    }
    current = reached;
  }
  return best;
}

/** How far a pattern gets from token `from` before no word fits any more: the end of the last word that did (gaps do not count). */
export function furthestStep(
  program: PatternProgram,
  reading: Reading,
  from: number,
  to: number,
  mayFill: GapTest,
): number {
  let current: readonly number[] = program.entry;
  let furthest = from;
  for (let i = from; i < to && current.length > 0; i++) {
    const reached = new Set<number>();
    for (const s of current) {
      const state = program.states[s];
      if (!state?.test || !passes(state.test, reading, i, mayFill)) continue;
      if (state.test.type === 'word') furthest = i + 1;
      for (const next of state.next) reached.add(next);
    }
    current = [...reached];
  }
  return furthest;
}

function passes(test: StepTest, reading: Reading, i: number, mayFill: GapTest): boolean {
  if (test.type === 'gap') return mayFill(reading, i);
  if (test.type === 'number') return hasShape(reading, i, shape.number);
  if (reading.ids[i] !== test.id) return false;
  if (test.exact === null) return true;
  // A headline in capitals keeps the spelling of "ICE"; a lower-case "ice" never does.
  return wordAt(reading, i) === test.exact;
}
