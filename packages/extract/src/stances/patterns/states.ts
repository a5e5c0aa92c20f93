// The states of an automaton while patterns are compiled, and what is left of them then, in flat arrays: a hundred thousand states
// are some ten objects, which are read from disk at once. Knows tests by their type alone; no pattern.

/** What a token must be for a step. Words go by their numbers among the patterns' words. */
export type StepTest =
  | {
      readonly type: 'words';
      readonly ids: ReadonlySet<number>;
      /** Words that count in this very spelling alone, with their numbers. */
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

/** What `testOf` says of a state: that it tests nothing, or which kind of token it asks for. Whatever is larger is a test for words. */
export const asksFor = { nothing: 0, number: 1, gap: 2, end: 3 } as const;

/** States that are all there. */
export interface Patterns {
  /** By state: one of `asksFor`, or (from 4 up) the number of a test for words, plus 4. */
  readonly testOf: Int32Array;
  readonly groups: Int32Array;
  readonly next: Int32Array;
  readonly nextEnds: Int32Array;
  /** Numbers of words that tests name, ascending within each; those of test 0 first. */
  readonly words: Int32Array;
  /** Where in `words` those of a test end. */
  readonly wordEnds: Int32Array;
  /** By test: words that count in this very spelling alone, with their numbers. */
  readonly spellings: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** The states that test a match's first token. */
  readonly opening: Int32Array;
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
export function pushNext({ next, nextEnds }: Pick<Patterns, 'next' | 'nextEnds'>, s: number, list: number[]): void {
  const end = nextEnds[s] ?? 0;
  for (let i = s === 0 ? 0 : (nextEnds[s - 1] ?? 0); i < end; i++) list.push(next[i] ?? 0);
}

/** The states as they stay. Unless `anchored`, a match begins with a word, never with a gap. `starts`: where the patterns begin. */
export function finishStates(states: States, starts: readonly number[], anchored: boolean): Patterns {
  const count = states.tests.length;
  const testOf = new Int32Array(count);
  const words: number[] = [];
  const wordEnds: number[] = [];
  const spellings = new Map<number, ReadonlyMap<string, number>>();
  const numbers = new Map<StepTest, number>();
  const numberOf = (test: StepTest): number => {
    if (test.type !== 'words') return asksFor[test.type];
    if (test.spellings.size > 0) spellings.set(wordEnds.length, test.spellings);
    words.push(...[...test.ids].sort((a, b) => a - b));
    return firstWordTest + wordEnds.push(words.length) - 1;
  };
  for (const [state, test] of states.tests.entries()) {
    if (test === null) continue;
    const number = numbers.get(test) ?? numberOf(test);
    numbers.set(test, number);
    testOf[state] = number;
  }
  const edges = count === 0 ? 0 : (states.nextEnds[count - 1] ?? 0);
  const flat = {
    testOf,
    groups: states.groups.slice(0, count),
    next: states.next.slice(0, edges),
    nextEnds: states.nextEnds.slice(0, count),
    words: Int32Array.from(words),
    wordEnds: Int32Array.from(wordEnds),
    spellings,
  };
  const reached = testingFrom(flat, starts, new Uint32Array(count), 1);
  return { ...flat, opening: anchored ? reached : reached.filter((s) => asksForWords(flat, s)) };
}

const firstWordTest = 4;

export function asksForWords({ testOf }: Pick<Patterns, 'testOf'>, s: number): boolean {
  return (testOf[s] ?? 0) >= firstWordTest;
}

/** Whether a state's test names the word, in any spelling or in this one; `word` is -1 where no pattern names it. */
export function namesWord(
  { testOf, words, wordEnds, spellings }: Patterns,
  s: number,
  word: number,
  spelling: string | undefined,
): boolean {
  const test = (testOf[s] ?? 0) - firstWordTest;
  if (spelling !== undefined && spellings.get(test)?.has(spelling)) return true;
  let low = test === 0 ? 0 : (wordEnds[test - 1] ?? 0);
  let high = wordEnds[test] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const named = words[middle] ?? 0;
    if (named === word) return true;
    if (named < word) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** Numbers of the words that a state's test names; a word that it names in any and in some spelling twice. */
export function wordsNamedBy({ testOf, words, wordEnds, spellings }: Patterns, s: number): readonly number[] {
  const test = (testOf[s] ?? 0) - firstWordTest;
  if (test < 0) return [];
  const plain = words.subarray(test === 0 ? 0 : wordEnds[test - 1], wordEnds[test]);
  return [...plain, ...(spellings.get(test)?.values() ?? [])];
}

/** The testing states that are reached from some states without reading a token, in their order. `seen` holds marks of searches by state; `search` is this one's. */
export function testingFrom(
  patterns: Pick<Patterns, 'testOf' | 'next' | 'nextEnds'>,
  from: readonly number[],
  seen: Uint32Array,
  search: number,
): Int32Array {
  const stack = [...from];
  const result: number[] = [];
  for (let s = stack.pop(); s !== undefined; s = stack.pop()) {
    if (seen[s] === search) continue;
    seen[s] = search;
    if (patterns.testOf[s] !== asksFor.nothing) result.push(s);
    else pushNext(patterns, s, stack);
  }
  return Int32Array.from(result).sort();
}

function widened(array: Int32Array, least: number): Int32Array {
  const wider = new Int32Array(Math.max(2 * array.length, least));
  wider.set(array);
  return wider;
}
