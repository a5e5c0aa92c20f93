// All patterns of a table as one automaton: what begins at a token costs the same for ten patterns and for a thousand.
// Knows states and symbols; not what patterns stand for. Sets of states become single states when a text first reaches them
// (a lazy subset construction), so that a match walks from number to number and allocates nothing until it has matched.
import type { Reading } from '../../reading/reading.ts';
import { type Alphabet, symbolAt } from './alphabet.ts';
import { trait } from './pattern-words.ts';
import { asksFor, asksForWords, namesWord, type Patterns, pushNext, testingFrom, wordsNamedBy } from './states.ts';
import { addTransition, createTransitions, type Transitions, transitionOf } from './transitions.ts';

/** A group (by its number) matches up to token `to`. */
export interface GroupMatch {
  readonly group: number;
  readonly to: number;
}

/** Grows with the texts that it is run over, up to a bound; what it answers does not change. */
export interface Automaton {
  readonly alphabet: Alphabet;
  readonly patterns: Patterns;
  /** Sets of states in their order, by number: 0 is dead, 1 is where every match begins. */
  sets: Int32Array[];
  /** Groups whose patterns end in a set, by its number; null for none. */
  ends: (readonly number[] | null)[];
  /** The set that a word leads to which only gaps take, by number; -1 before a text has had one. */
  fillers: number[];
  /** By symbol: 1 where no pattern here names its words and a gap may hold them. Steps over those stand in `fillers` alone. */
  fills: Uint8Array;
  /** Numbers of sets by their hash; where two sets share one, the next free hash. */
  numbers: Map<number, number>;
  /** Marks of states that were seen; the mark of the search that is on. */
  readonly seen: Uint32Array;
  search: number;
  transitions: Transitions;
  /** What a match's first token leads to, by its symbol; -1 before a text has asked. Most attempts end here. */
  firsts: Int32Array;
  /** States of set 1 by the words that they name: a first token is tried on those alone. */
  readonly openings: Openings;
}

/** States that test a match's first token. */
interface Openings {
  /** By the number of a word. */
  readonly byWord: ReadonlyMap<number, readonly number[]>;
  /** Gaps and numbers, which name no word. */
  readonly others: readonly number[];
}

/** No match goes on from here. */
const dead = 0;
const start = 1;
const none: readonly GroupMatch[] = [];

/** Sets of states that are kept; beyond it all are forgotten and made anew. */
const setsMax = 24_000;

/** Automata of fewer states have few steps to keep: telling all symbols apart would cost more than it saves. */
const fillsStatesMin = 1000;

/** Makes patterns ready to be looked for in the documents of a vocabulary. */
export function createAutomaton(patterns: Patterns, alphabet: Alphabet): Automaton {
  const automaton: Automaton = {
    alphabet,
    patterns,
    sets: [],
    ends: [],
    fillers: [],
    fills: new Uint8Array(0),
    numbers: new Map(),
    seen: new Uint32Array(patterns.testOf.length),
    search: 0,
    transitions: createTransitions(),
    firsts: new Int32Array(0),
    openings: indexOpenings(patterns),
  };
  beginSets(automaton);
  return automaton;
}

/** The two sets that every automaton begins with. Set 1 is not found by its states: it leads nowhere by itself. */
function beginSets(automaton: Automaton): void {
  const nothing = new Int32Array(0);
  automaton.sets = [nothing, automaton.patterns.opening];
  automaton.ends = [null, null];
  automaton.fillers = [dead, -1];
  automaton.numbers = new Map([[hashOf(nothing), dead]]);
}

function indexOpenings(patterns: Patterns): Openings {
  const byWord = new Map<number, number[]>();
  const others: number[] = [];
  for (const s of patterns.opening) {
    if (!asksForWords(patterns, s)) others.push(s);
    for (const word of wordsNamedBy(patterns, s)) {
      const named = byWord.get(word);
      if (!named) byWord.set(word, [s]);
      else if (named.at(-1) !== s) named.push(s);
    }
  }
  return { byWord, others };
}

/** Numbers of the words that a match can begin with. */
export function firstWordsOf({ openings }: Automaton): Iterable<number> {
  return openings.byWord.keys();
}

/** The longest match of each group that begins at token `from` and stays before `to`, groups in their order. An empty match is none. */
export function matchesAt(automaton: Automaton, reading: Reading, from: number, to: number): readonly GroupMatch[] {
  let set = from < to ? begin(automaton, reading, from) : dead;
  if (set === dead) return none;
  let found: { group: number; to: number }[] | null = null;
  for (let i = from + 1; set !== dead; i++) {
    const ends = automaton.ends[set];
    if (ends) found = extend(found, ends, i);
    if (i >= to) break;
    set = step(automaton, set, symbolAt(automaton.alphabet, reading, i));
  }
  if (found === null) return none;
  return found.length === 1 ? found : found.sort((a, b) => a.group - b.group);
}

/** The end of the longest match of any group that begins at token `from` and stays before `to`; -1 when there is none. */
export function longestAt(automaton: Automaton, reading: Reading, from: number, to: number): number {
  let set = from < to ? begin(automaton, reading, from) : dead;
  let longest = -1;
  for (let i = from + 1; set !== dead; i++) {
    if (automaton.ends[set]) longest = i;
    if (i >= to) break;
    set = step(automaton, set, symbolAt(automaton.alphabet, reading, i));
  }
  return longest;
}

/** How far each group gets before no word fits any more: the end of the last word that did (gaps do not count). For explanations. */
export function furthestAt(automaton: Automaton, reading: Reading, from: number, to: number): readonly GroupMatch[] {
  const { alphabet, patterns, sets } = automaton;
  const furthest = new Map<number, number>();
  let current = sets[start] ?? new Int32Array(0);
  for (let i = from; i < to && current.length > 0; i++) {
    const symbol = symbolAt(alphabet, reading, i);
    const next: number[] = [];
    for (const s of current) {
      if (!passes(automaton, s, symbol)) continue;
      pushNext(patterns, s, next);
      if (asksForWords(patterns, s)) furthest.set(patterns.groups[s] ?? 0, i + 1);
    }
    current = reachedFrom(automaton, next);
  }
  return [...furthest].map(([group, end]) => ({ group, to: end })).sort((a, b) => a.group - b.group);
}

/** The set behind the first token of a match. */
function begin(automaton: Automaton, reading: Reading, i: number): number {
  if (automaton.sets.length > setsMax) forget(automaton);
  const symbol = symbolAt(automaton.alphabet, reading, i);
  const known = automaton.firsts[symbol] ?? -1;
  if (known >= 0) return known;
  if (automaton.firsts.length === 0) {
    automaton.firsts = new Int32Array(automaton.alphabet.words.traits.length).fill(-1);
    if (automaton.patterns.testOf.length >= fillsStatesMin) automaton.fills = fillsOf(automaton);
  }
  const reached = step(automaton, start, symbol);
  automaton.firsts[symbol] = reached;
  return reached;
}

function fillsOf({ alphabet: { words }, patterns }: Automaton): Uint8Array {
  const named = new Set<number>(patterns.words);
  for (const spellings of patterns.spellings.values()) for (const word of spellings.values()) named.add(word);
  const isFiller = (symbol: number): boolean =>
    ((words.traits[symbol] ?? 0) & (trait.fills | trait.number)) === trait.fills &&
    !named.has(words.wordOf[symbol] ?? -1);
  return Uint8Array.from(words.traits, (_, symbol) => (isFiller(symbol) ? 1 : 0));
}

function step(automaton: Automaton, set: number, symbol: number): number {
  const filler = automaton.fills[symbol] === 1 ? (automaton.fillers[set] ?? -1) : -1;
  if (filler >= 0) return filler;
  const known = transitionOf(automaton.transitions, set, symbol);
  return known >= 0 ? known : makeStep(automaton, set, symbol);
}

function makeStep(automaton: Automaton, set: number, symbol: number): number {
  const { alphabet, patterns, sets, fillers, transitions } = automaton;
  const passed: number[] = [];
  // Most words are named by no pattern here, and all of those lead to the same set.
  let isFiller = set !== start && ((alphabet.words.traits[symbol] ?? 0) & trait.fills) !== 0;
  for (const s of set === start ? openingsOf(automaton, symbol) : (sets[set] ?? [])) {
    if (!passes(automaton, s, symbol)) continue;
    pushNext(patterns, s, passed);
    if (patterns.testOf[s] !== asksFor.gap) isFiller = false;
  }
  let number = isFiller ? (fillers[set] ?? -1) : -1;
  if (number < 0) number = numberOf(automaton, reachedFrom(automaton, passed));
  if (isFiller) fillers[set] = number;
  if (!isFiller || automaton.fills[symbol] !== 1) addTransition(transitions, set, symbol, number);
  return number;
}

/** The number of a set, an old one or a new one. */
function numberOf({ patterns, sets, ends, fillers, numbers }: Automaton, reached: Int32Array): number {
  let hash = hashOf(reached);
  for (let known = numbers.get(hash); known !== undefined; known = numbers.get(++hash))
    if (isEqual(sets[known], reached)) return known;
  const number = sets.push(reached) - 1;
  numbers.set(hash, number);
  fillers.push(-1);
  const groups = new Set<number>();
  for (const s of reached) if (patterns.testOf[s] === asksFor.end) groups.add(patterns.groups[s] ?? 0);
  ends.push(groups.size > 0 ? [...groups] : null);
  return number;
}

/** FNV-1a over states instead of bytes. Source: Fowler, Noll, Vo. */
function hashOf(set: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const s of set) hash = Math.imul(hash ^ s, 0x01000193);
  return hash;
}

function isEqual(a: Int32Array | undefined, b: Int32Array): boolean {
  if (a === undefined || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function openingsOf({ alphabet, openings: { byWord, others } }: Automaton, symbol: number): readonly number[] {
  const named = byWord.get(alphabet.words.wordOf[symbol] ?? -1) ?? [];
  return others.length > 0 ? [...named, ...others] : named;
}

/** Forgets all sets but those that every automaton begins with. */
function forget(automaton: Automaton): void {
  beginSets(automaton);
  automaton.transitions = createTransitions();
  automaton.firsts.fill(-1);
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

function passes({ alphabet: { words }, patterns }: Automaton, s: number, symbol: number): boolean {
  switch (patterns.testOf[s]) {
    case asksFor.nothing:
    case asksFor.end:
      return false;
    case asksFor.gap:
      return ((words.traits[symbol] ?? 0) & trait.fills) !== 0;
    case asksFor.number:
      return ((words.traits[symbol] ?? 0) & trait.number) !== 0;
    default:
      return namesWord(patterns, s, words.wordOf[symbol] ?? -1, words.spellingOf.get(symbol));
  }
}

/** The testing states that are reached from some states without reading a token, in their order. */
function reachedFrom(automaton: Automaton, from: readonly number[]): Int32Array {
  return testingFrom(automaton.patterns, from, automaton.seen, ++automaton.search);
}
