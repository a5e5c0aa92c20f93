// Turns a pattern tree into a small automaton over word ids. Knows words and terms; neither packs nor documents.
// A Thompson automaton run over sets of states: linear in the words of a sentence, whatever the pattern.

import { readText } from '../../reading/reading.ts';
import type { Vocabulary } from '../../reading/vocabulary.ts';
import { inflect } from '../packs/inflect.ts';
import type { PatternNode } from './parse-pattern.ts';

/** What a token must be for a step: one of some words (in this very spelling when `exact`), a number, or anything that a gap may hold. */
export type StepTest =
  | { readonly type: 'word'; readonly id: number; readonly exact: string | null }
  | { readonly type: 'number' }
  | { readonly type: 'gap' };

/** A state either tests a token and goes on to `next`, or (test null) goes on to all of `next` at once. */
interface State {
  readonly test: StepTest | null;
  readonly next: number[];
}

export interface PatternProgram {
  readonly states: readonly State[];
  /** States from which the first token is read. */
  readonly entry: readonly number[];
  readonly accept: number;
  /** Word id → the states behind it, for words that need no look at their spelling: most attempts end at the first word. */
  readonly starts: ReadonlyMap<number, readonly number[]>;
  /** Word ids that a match can begin with. */
  readonly firstIds: ReadonlySet<number>;
  /** A match can begin with any word (look-aheads only). */
  readonly open: boolean;
}

/** A term's own patterns, parsed, and whether its spelling counts. */
export interface TermTree {
  readonly nodes: readonly PatternNode[];
  readonly exact: boolean;
}

/** Compiles one pattern. Terms must exist and not be circular (compile-packs.ts has checked both). */
export function compilePattern(
  node: PatternNode,
  terms: ReadonlyMap<string, TermTree>,
  vocabulary: Vocabulary,
): PatternProgram {
  const states: State[] = [];
  const add = (test: StepTest | null, ...next: number[]): number => states.push({ test, next }) - 1;
  const accept = add(null);
  // Built from the end: each function returns the state at which its part begins.
  const build = (part: PatternNode, after: number, exact: boolean): number => {
    switch (part.type) {
      case 'sequence':
        return part.items.reduceRight((next, item) => build(item, next, exact), after);
      case 'choice':
        return add(null, ...part.items.map((item) => build(item, after, exact)));
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
      case 'term': {
        const term = terms.get(part.name);
        if (!term) throw new Error(`term <${part.name}> was not checked`);
        return add(null, ...term.nodes.map((item) => build(item, after, term.exact)));
      }
      case 'word':
        return add(
          null,
          ...(part.inflected ? inflect(part.word) : [part.word]).map((word) => buildWord(word, after, exact)),
        );
    }
  };
  const buildWord = (word: string, after: number, exact: boolean): number => {
    const reading = readText(word, vocabulary);
    // A clitic is a token of its own only behind a word.
    if (/^['’](?:s|re|ll|ve|d|m)$/.test(word))
      return add({ type: 'word', id: vocabulary.intern(word), exact: null }, after);
    let next = after;
    for (let i = reading.count - 1; i >= 0; i--) {
      const text = word.slice(reading.starts[i], reading.ends[i]);
      next = add({ type: 'word', id: vocabulary.intern(text), exact: exact ? text : null }, next);
    }
    return next;
  };
  const start = build(node, accept, false);
  const entry = closure(states, [start]);
  const firstIds = new Set<number>();
  for (const s of entry) {
    const test = states[s]?.test;
    if (test?.type === 'word') firstIds.add(test.id);
  }
  // What follows a step is settled once, here, so that a match only walks.
  // The words of an alternative all go on to the same place: they share one list.
  const onwards = new Map<number, number[]>();
  const settled = states.map(({ test, next }) => {
    const to = next[0];
    if (test === null || to === undefined) return { test, next };
    const known = onwards.get(to) ?? [...closure(states, [to])];
    onwards.set(to, known);
    return { test, next: known };
  });
  const open = entry.some((s) => s === accept || (states[s]?.test && states[s].test.type !== 'word'));
  const starts = new Map<number, readonly number[]>();
  for (const id of open ? [] : firstIds) {
    const fit = entry.flatMap((s) =>
      settled[s]?.test?.type === 'word' && settled[s].test.id === id ? [settled[s]] : [],
    );
    if (fit.every((state) => state.test?.type === 'word' && state.test.exact === null))
      starts.set(id, [...new Set(fit.flatMap((state) => state.next))]);
  }
  return { states: settled, entry, accept, starts, firstIds, open };
}

/** The testing states (and the accepting one) that can be reached without reading a token. */
function closure(states: readonly State[], from: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  const stack = [...from];
  const result: number[] = [];
  for (let s = stack.pop(); s !== undefined; s = stack.pop()) {
    if (seen.has(s)) continue;
    seen.add(s);
    const state = states[s];
    if (!state) continue;
    if (state.test !== null || state.next.length === 0) result.push(s);
    else stack.push(...state.next);
  }
  return result;
}
