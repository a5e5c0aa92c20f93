// The states of an automaton in flat arrays: a hundred thousand of them are five objects. Knows tests by their type alone; no pattern.

/** What a token must be for a step. */
export type StepTest =
  | {
      readonly type: 'words';
      readonly ids: ReadonlySet<number>;
      /** Words that count in this very spelling alone, with their ids. */
      readonly spellings: ReadonlyMap<string, number>;
    }
  | { readonly type: 'number' }
  /** Anything that a gap may hold. */
  | { readonly type: 'gap' }
  /** Nothing more: the pattern is at its end. */
  | { readonly type: 'end' };

/** A state tests a token and goes on, or (test null) goes on at once to all that follow it. Arrays are by state, and may be longer than there are states. */
export interface States {
  readonly tests: (StepTest | null)[];
  /** Number of the group of patterns that a state belongs to. */
  groups: Int32Array;
  /** The states that follow, those of state 0 first. */
  next: Int32Array;
  /** Where in `next` those of a state end; they begin where those of the state before it end. */
  nextEnds: Int32Array;
}

const statesFirst = 64;

export function createStates(): States {
  const empty = (): Int32Array => new Int32Array(statesFirst);
  return { tests: [], groups: empty(), next: empty(), nextEnds: empty() };
}

/** Adds a state that goes on to `next`; gives its number. */
export function addState(states: States, group: number, test: StepTest | null, next: readonly number[]): number {
  const { tests } = states;
  const state = tests.length;
  const from = state === 0 ? 0 : (states.nextEnds[state - 1] ?? 0);
  if (state >= states.groups.length) {
    states.groups = widened(states.groups, state + 1);
    states.nextEnds = widened(states.nextEnds, state + 1);
  }
  if (from + next.length > states.next.length) states.next = widened(states.next, from + next.length);
  for (let i = 0; i < next.length; i++) states.next[from + i] = next[i] ?? 0;
  states.groups[state] = group;
  states.nextEnds[state] = from + next.length;
  tests.push(test);
  return state;
}

/** Puts the states that follow state s at the end of a list. */
export function pushNext({ next, nextEnds }: States, s: number, list: number[]): void {
  const end = nextEnds[s] ?? 0;
  for (let i = s === 0 ? 0 : (nextEnds[s - 1] ?? 0); i < end; i++) list.push(next[i] ?? 0);
}

function widened(array: Int32Array, least: number): Int32Array {
  const wider = new Int32Array(Math.max(2 * array.length, least));
  wider.set(array);
  return wider;
}
