// Turns pattern trees into the states of one automaton over tokens. Knows words and terms; neither packs nor documents.
// Thompson's construction; words that stand side by side as alternatives share one state.
import { inflect } from '../packs/inflect.ts';
import { type Alphabet, type PatternToken, spellingOf, tokensOf } from './alphabet.ts';
import type { PatternNode } from './parse-pattern.ts';

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

/** A state tests a token and goes on to `next`, or (test null) goes on to all of `next` at once. */
export interface PatternState {
  readonly test: StepTest | null;
  readonly next: readonly number[];
  /** Number of the group of patterns that it belongs to. */
  readonly group: number;
}

/** A term's own patterns, parsed, and whether its spelling counts. */
export interface TermTree {
  readonly nodes: readonly PatternNode[];
  readonly exact: boolean;
}

/** Adds a pattern to `states` and returns the state at which it begins. Terms must exist and not be circular (compile-packs.ts has checked both). */
export function compilePattern(
  states: PatternState[],
  group: number,
  pattern: PatternNode,
  terms: ReadonlyMap<string, TermTree>,
  alphabet: Alphabet,
): number {
  const add = (test: StepTest | null, ...next: readonly number[]): number => states.push({ test, next, group }) - 1;
  // Built from the end: each function returns the state at which its part begins.
  const build = (part: PatternNode, after: number, exact: boolean): number => {
    switch (part.type) {
      case 'sequence':
        return part.items.reduceRight((next, item) => build(item, next, exact), after);
      case 'optional':
        return add(null, build(part.item, after, exact), after);
      case 'number':
        return add({ type: 'number' }, after);
      case 'gap': {
        let next = after;
        for (let i = 0; i < part.max; i++) {
          const step = add({ type: 'gap' }, next);
          next = i < part.max - part.min ? add(null, step, after) : step;
        }
        return next;
      }
      default:
        return buildChoice(part, after, exact);
    }
  };
  const buildChoice = (part: PatternNode, after: number, exact: boolean): number => {
    const ids = new Set<number>();
    const spellings = new Map<string, number>();
    const others: number[] = [];
    const gather = (item: PatternNode, keepsCase: boolean): void => {
      if (item.type === 'choice') for (const one of item.items) gather(one, keepsCase);
      else if (item.type === 'term') {
        const term = terms.get(item.name);
        if (!term) throw new Error(`term <${item.name}> was not checked`);
        for (const one of term.nodes) gather(one, term.exact);
      } else if (item.type === 'word') {
        for (const word of item.inflected ? inflect(item.word) : [item.word]) {
          const tokens = tokensOf(alphabet, word);
          const [only] = tokens;
          if (!only || tokens.length > 1) others.push(buildTokens(tokens, after, keepsCase));
          else if (keepsCase && !only.isClitic) spellings.set(spellingOf(alphabet, only), only.id);
          else ids.add(only.id);
        }
      } else others.push(build(item, after, keepsCase));
    };
    const buildTokens = (tokens: readonly PatternToken[], behind: number, keepsCase: boolean): number =>
      tokens.reduceRight(
        (next, token) =>
          add(keepsCase ? wordsTest([], [[spellingOf(alphabet, token), token.id]]) : wordsTest([token.id], []), next),
        behind,
      );
    gather(part, exact);
    if (ids.size + spellings.size > 0) others.push(add(wordsTest(ids, spellings), after));
    const [first] = others;
    return first !== undefined && others.length === 1 ? first : add(null, ...others);
  };
  return build(pattern, add({ type: 'end' }), false);
}

function wordsTest(ids: Iterable<number>, spellings: Iterable<readonly [string, number]>): StepTest {
  return { type: 'words', ids: new Set(ids), spellings: new Map(spellings) };
}
