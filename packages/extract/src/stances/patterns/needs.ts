// What a pattern cannot do without, and the words that it begins with. Knows pattern trees; no text.
import { inflect } from '../packs/inflect.ts';
import type { PatternGroup } from './compile-groups.ts';
import type { TermTree } from './compile-pattern.ts';
import type { PatternNode } from './parse-pattern.ts';
import { tokensOf, type WordCollector } from './pattern-words.ts';
import { weightOf } from './word-weights.ts';

/** Numbers of words. */
export type Words = ReadonlySet<number>;

/** A match holds at least one of the words, or a word of each set of one of the phrases ("plate" and "reader"). */
export interface Need {
  readonly words: Words;
  readonly phrases: readonly (readonly Need[])[];
  /** How often it is met: occurrences in 100,000 words. */
  readonly weight: number;
}

type Terms = PatternGroup['terms'];

/** What is asked of a pattern or a part of one. */
interface Part {
  /** All that a match needs; empty when it may be made of gaps and numbers alone. */
  readonly needs: readonly Need[];
  /** Words that a match can begin with. */
  readonly begins: Words;
  readonly mayBeEmpty: boolean;
}

/** A phrase is met by so much fewer stretches than the rarest of its parts. */
const phraseRarity = 0.25;

/** Nothing more is asked of a phrase than its two rarest parts. */
const phraseNeeds = 2;

const nothing: Words = new Set();

/** Reads what patterns need; terms are read once. */
export function createPartReader(collector: WordCollector): (pattern: PatternNode, terms: Terms) => Part {
  const weights = new Map<number, number>();
  const weigh = (id: number): number => {
    const known = weights.get(id) ?? weightOf(collector.vocabulary.words[id] ?? '');
    weights.set(id, known);
    return known;
  };
  const needOf = (words: Words, phrases: Need['phrases']): Need => {
    let weight = 0;
    for (const id of words) weight += weigh(id);
    for (const [rarest] of phrases) weight += (rarest?.weight ?? 0) * phraseRarity;
    return { words, phrases, weight };
  };

  /** Of alternatives that each need something: one of what they need. */
  const either = (sides: readonly (readonly Need[])[]): readonly Need[] => {
    const [only] = sides;
    if (sides.length === 1 && only) return only;
    if (sides.some((needs) => needs.length === 0)) return [];
    const words = new Set<number>();
    const phrases: (readonly Need[])[] = [];
    for (const needs of sides) {
      // Phrases are made of words alone.
      const plain = needs.length > 1 ? byRarity(needs.filter((need) => need.phrases.length === 0)) : [];
      if (plain.length > 1) phrases.push(plain.slice(0, phraseNeeds));
      else {
        const rarest = needs.length > 1 ? byRarity(needs)[0] : needs[0];
        for (const id of rarest?.words ?? nothing) words.add(id);
        phrases.push(...(rarest?.phrases ?? []));
      }
    }
    return [needOf(words, phrases)];
  };

  const anyOf = (parts: readonly Part[]): Part => {
    const [only] = parts;
    if (parts.length === 1 && only) return only;
    const begins = new Set<number>();
    for (const part of parts) for (const id of part.begins) begins.add(id);
    return {
      needs: either(parts.map(({ needs }) => needs)),
      begins,
      mayBeEmpty: parts.some(({ mayBeEmpty }) => mayBeEmpty),
    };
  };

  const allOf = (parts: readonly Part[]): Part => {
    const begins = new Set<number>();
    const needs = parts.flatMap((part) => part.needs);
    for (const part of parts) {
      for (const id of part.begins) begins.add(id);
      if (!part.mayBeEmpty) return { needs, begins, mayBeEmpty: false };
    }
    return { needs, begins, mayBeEmpty: true };
  };

  const words = new Map<string, Part>();
  const wordPart = (word: string, inflected: boolean): Part => {
    const forms = (inflected ? inflect(word) : [word]).map((form) =>
      tokensOf(collector, form).map(({ word: number }) => number),
    );
    const needs = forms.every((ids) => ids.length === 1)
      ? [needOf(new Set(forms.flat()), [])]
      : either(forms.map((ids) => ids.map((id) => needOf(new Set([id]), []))));
    return { needs, begins: new Set(forms.flatMap(([first]) => first ?? [])), mayBeEmpty: false };
  };

  const terms = new Map<TermTree, Part>();
  const read = (node: PatternNode, named: Terms): Part => {
    switch (node.type) {
      case 'word': {
        const key = `${node.inflected ? '~' : ''}${node.word}`;
        const part = words.get(key) ?? wordPart(node.word, node.inflected);
        words.set(key, part);
        return part;
      }
      case 'term': {
        const tree = named.get(node.name);
        if (!tree) throw new Error(`term <${node.name}> was not checked`);
        const part = terms.get(tree) ?? anyOf(tree.nodes.map((item) => read(item, named)));
        terms.set(tree, part);
        return part;
      }
      case 'sequence':
        return allOf(node.items.map((item) => read(item, named)));
      case 'choice':
        return anyOf(node.items.map((item) => read(item, named)));
      case 'optional':
        return { needs: [], begins: read(node.item, named).begins, mayBeEmpty: true };
      case 'gap':
        // No match begins with a word in a gap (automaton.ts), but what follows an empty gap may begin one.
        return { needs: [], begins: nothing, mayBeEmpty: node.min === 0 };
      case 'number':
        return { needs: [], begins: nothing, mayBeEmpty: false };
    }
  };
  return read;
}

/** The rarest first. */
export function byRarity(needs: readonly Need[]): readonly Need[] {
  return needs.length < 2 ? needs : needs.toSorted((a, b) => a.weight - b.weight);
}
