// Turns pattern trees into the states of one automaton over tokens. Knows words and terms; neither packs nor documents.
// Thompson's construction; words that stand side by side as alternatives share one state.
import { inflect } from '../packs/inflect.ts';
import type { PatternNode } from './parse-pattern.ts';
import { type PatternToken, spellingOf, tokensOf, type WordCollector } from './pattern-words.ts';
import { addState, type States, type StepTest } from './states.ts';

/** A term's own patterns, parsed, and whether its spelling counts. */
export interface TermTree {
  readonly nodes: readonly PatternNode[];
  readonly exact: boolean;
}

/** What the alternatives of a choice or a term come to. */
interface Alternatives {
  /** All words that stand alone, as one test; null without any. */
  readonly test: StepTest | null;
  readonly ids: ReadonlySet<number>;
  readonly spellings: ReadonlyMap<string, number>;
  /** Words of several tokens ("287(g)"), a test for each token. */
  readonly compounds: readonly (readonly StepTest[])[];
  /** All other alternatives, and whether the spelling of their words counts. */
  readonly others: readonly { readonly node: PatternNode; readonly exact: boolean }[];
}

type Terms = ReadonlyMap<string, TermTree>;

/** Adds a pattern of a group to the states and returns the state at which it begins. */
export type Compile = (group: number, pattern: PatternNode, terms: Terms) => number;

/** Compiles patterns into `states`. Terms must exist and not be circular (compile-packs.ts has checked both); what many patterns name is kept once. */
export function createCompiler(states: States, words: WordCollector): Compile {
  const readAlternatives = createAlternativesReader(words);
  return (group, pattern, terms) => {
    const add = (test: StepTest | null, ...next: readonly number[]): number => addState(states, group, test, next);
    // Built from the end: each function returns the state at which its part begins.
    const build = (part: PatternNode, after: number, exact: boolean): number => {
      switch (part.type) {
        case 'sequence':
          return part.items.reduceRight((next, item) => build(item, next, exact), after);
        case 'optional':
          return add(null, build(part.item, after, exact), after);
        case 'number':
          return add(numberTest, after);
        case 'gap': {
          let next = after;
          for (let i = 0; i < part.max; i++) {
            const step = add(gapTest, next);
            next = i < part.max - part.min ? add(null, step, after) : step;
          }
          return next;
        }
        default:
          return buildChoice(part, after, exact);
      }
    };
    const buildChoice = (part: PatternNode, after: number, exact: boolean): number => {
      const { test, compounds, others } = readAlternatives(part, terms, exact);
      const sides = others.map((other) => build(other.node, after, other.exact));
      for (const tests of compounds) sides.push(tests.reduceRight((next, step) => add(step, next), after));
      if (test) sides.push(add(test, after));
      const [first] = sides;
      return first !== undefined && sides.length === 1 ? first : add(null, ...sides);
    };
    return build(pattern, add(endTest), false);
  };
}

const numberTest: StepTest = { type: 'number' };
const gapTest: StepTest = { type: 'gap' };
const endTest: StepTest = { type: 'end' };
const noSpellings: ReadonlyMap<string, number> = new Map();

/** Reads the alternatives of words, terms and choices; a term's once. */
function createAlternativesReader(
  collector: WordCollector,
): (part: PatternNode, terms: Terms, exact: boolean) => Alternatives {
  const ofWord = new Map<number, StepTest>();
  const wordTest = (id: number): StepTest => {
    const test = ofWord.get(id) ?? { type: 'words', ids: new Set([id]), spellings: noSpellings };
    ofWord.set(id, test);
    return test;
  };
  const wordsTest = (ids: ReadonlySet<number>, spellings: ReadonlyMap<string, number>): StepTest | null => {
    if (spellings.size > 0) return { type: 'words', ids, spellings };
    const [only] = ids;
    if (only === undefined) return null;
    return ids.size === 1 ? wordTest(only) : { type: 'words', ids, spellings: noSpellings };
  };
  const tokenTest = (token: PatternToken, exact: boolean): StepTest =>
    exact
      ? { type: 'words', ids: new Set(), spellings: new Map([[spellingOf(collector, token), token.word]]) }
      : wordTest(token.word);
  const known = new Map<TermTree, Alternatives>();
  const read = (parts: readonly PatternNode[], terms: Terms, exact: boolean): Alternatives => {
    const ids = new Set<number>();
    const spellings = new Map<string, number>();
    const compounds: (readonly StepTest[])[] = [];
    const others: { node: PatternNode; exact: boolean }[] = [];
    const addWord = (word: string): void => {
      const tokens = tokensOf(collector, word);
      const [only] = tokens;
      if (!only || tokens.length > 1) compounds.push(tokens.map((token) => tokenTest(token, exact)));
      else if (exact && !only.isClitic) spellings.set(spellingOf(collector, only), only.word);
      else ids.add(only.word);
    };
    const addAll = (inner: Alternatives): void => {
      for (const id of inner.ids) ids.add(id);
      for (const [spelling, id] of inner.spellings) spellings.set(spelling, id);
      compounds.push(...inner.compounds);
      others.push(...inner.others);
    };
    const gather = (node: PatternNode): void => {
      if (node.type === 'choice') for (const one of node.items) gather(one);
      else if (node.type === 'term') addAll(readTerm(node.name, terms));
      else if (node.type !== 'word') others.push({ node, exact });
      else for (const word of node.inflected ? inflect(node.word) : [node.word]) addWord(word);
    };
    for (const part of parts) gather(part);
    return { test: wordsTest(ids, spellings), ids, spellings, compounds, others };
  };
  const readTerm = (name: string, terms: Terms): Alternatives => {
    const term = terms.get(name);
    if (!term) throw new Error(`term <${name}> was not checked`);
    const alternatives = known.get(term) ?? read(term.nodes, terms, term.exact);
    known.set(term, alternatives);
    return alternatives;
  };
  // Every pack has parsed its terms for itself, so that a part has one meaning for each term that it names. Words are the same everywhere.
  const plain = new Map<PatternNode | string, Alternatives>();
  const spelled = new Map<PatternNode | string, Alternatives>();
  return (part, terms, exact) => {
    if (part.type === 'term') return readTerm(part.name, terms);
    const kept = exact ? spelled : plain;
    const key = part.type !== 'word' ? part : part.inflected ? `~${part.word}` : part.word;
    const alternatives = kept.get(key) ?? read([part], terms, exact);
    kept.set(key, alternatives);
    return alternatives;
  };
}
