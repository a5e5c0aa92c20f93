import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from '../../reading/reading.ts';
import { Vocabulary } from '../../reading/vocabulary.ts';
import { createLexicon } from '../lexicon.ts';
import { compilePacks } from '../packs/compile-packs.ts';
import { compileTable, occurrencesIn, occurrencesOf, openTable } from '../tables.ts';
import { createAlphabet } from './alphabet.ts';
import type { TermTree } from './compile-pattern.ts';
import { parsePattern } from './parse-pattern.ts';
import { collectedWords, collectWords } from './pattern-words.ts';
import { mayMatch } from './sift.ts';

function openPatterns(patterns: readonly string[], terms: Readonly<Record<string, readonly string[]>> = {}) {
  const trees = new Map<string, TermTree>(
    Object.entries(terms).map(([name, sources]) => [name, { nodes: sources.map(parsePattern), exact: false }]),
  );
  const words = collectWords();
  const rows = patterns.map((pattern, value) => ({
    value,
    group: { patterns: [parsePattern(pattern)], terms: trees },
  }));
  const compiled = compileTable(rows, words, true);
  const vocabulary = new Vocabulary();
  const alphabet = createAlphabet(vocabulary, collectedWords(words));
  return { vocabulary, alphabet, table: openTable(compiled, alphabet) };
}

/** The sentences of a text that any of the patterns can match. */
function manySentences(patterns: readonly string[]) {
  const { vocabulary, table } = openPatterns(patterns);
  return (text: string): readonly number[] => {
    const reading = readText(text, vocabulary);
    const all = Array.from({ length: reading.sentenceStarts.length - 1 }, (_, s) => s);
    return all.filter((s) => table.sieve !== null && mayMatch(table.sieve, reading, s) !== 0);
  };
}

function sieveOf(patterns: readonly string[], terms: Readonly<Record<string, readonly string[]>> = {}) {
  const { vocabulary, alphabet, table } = openPatterns(patterns, terms);
  return (text: string) => {
    const reading = readText(text, vocabulary);
    const { sieve } = table;
    const bit = sieve === null ? 0 : mayMatch(sieve, reading, 0);
    const begun =
      bit === 0 ? null : alphabet.words.words.filter((_, number) => ((sieve?.begun[number] ?? 0) & bit) !== 0);
    return {
      words: begun?.toSorted() ?? null,
      matches: occurrencesOf(table, reading, 0, reading.ids.length).length,
    };
  };
}

test('a text that lacks a word that a pattern needs is told from one that has all', () => {
  const ask = sieveOf(['~share .{0,3} plates with <agents>'], { agents: ['ice', 'border patrol'] });
  expect(ask('They share the plates with ICE.')).toEqual({
    words: ['share', 'shared', 'shares', 'sharing'],
    matches: 1,
  });
  expect(ask('They share the plates with neighbors.')).toEqual({ words: null, matches: 0 });
  expect(ask('They share the plates with the border patrol.').words).not.toBeNull();
  expect(ask('They share the plates with a patrol.').words).toBeNull();
  expect(ask('They share the cameras with ICE.').words).toBeNull();
});

test('what is optional, a gap or a number is not asked for', () => {
  const ask = sieveOf(['(license)? plate .{0,2} (readers | # cameras)']);
  expect(ask('Plate readers.')).toEqual({ words: ['license', 'plate'], matches: 1 });
  expect(ask('Plate 12 cameras.').matches).toBe(1);
  expect(ask('License readers.').words).toBeNull();
});

test('of alternatives with several words all words are asked for, and of those with one any', () => {
  const ask = sieveOf(['~ban (face recognition | drones)']);
  expect(ask('They banned drones.').matches).toBe(1);
  expect(ask('They banned face recognition.').matches).toBe(1);
  expect(ask('They banned a face.').words).toBeNull();
});

test('the words that begin a pattern are those of the patterns that can match, not of others', () => {
  const ask = sieveOf(['~ban drones', '~buy readers']);
  expect(ask('They ban drones and buy.').words).toEqual(['ban', 'banned', 'banning', 'bans']);
});

test('each of many sentences is asked for itself, the 32nd and those behind it too', () => {
  const ask = manySentences(['~ban drones', '~buy readers']);
  const texts = Array.from({ length: 70 }, (_, s) =>
    s % 31 === 0 ? 'They ban drones.' : s % 31 === 1 ? 'They buy drones.' : 'They walk.',
  );
  expect(ask(texts.join(' '))).toEqual([0, 31, 62]);
  expect(ask('They buy. Readers ban. They buy readers.')).toEqual([2]);
});

test('the shipped packs find the same phrases in their own test sentences with and without a sieve', () => {
  const folder = new URL('../../../data/packs/', import.meta.url);
  const outcome = compilePacks(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') })),
  );
  if (!outcome.ok) throw new Error('the shipped packs do not compile');
  const vocabulary = new Vocabulary();
  const { frames } = createLexicon(vocabulary, outcome.packs);
  expect(frames.sieve).not.toBeNull();
  const differing = outcome.packs.tests.filter(({ text }) => {
    const reading = readText(text, vocabulary);
    const spans = (table: typeof frames): string =>
      JSON.stringify(
        Array.from({ length: reading.sentenceStarts.length - 1 }, (_, s) =>
          occurrencesIn(table, reading, s).map(({ from, to }) => [from, to]),
        ),
      );
    return spans(frames) !== spans({ ...frames, sieve: null });
  });
  expect(differing.map(({ text }) => text)).toEqual([]);
  expect(outcome.packs.tests.length).toBeGreaterThan(1000);
});
