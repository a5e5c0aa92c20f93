// The tokeniser's short cuts: plain English scanned by codes, written forms remembered. Neither may change a token.
import { expect, test } from 'vitest';
import { foldWord } from './fold-word.ts';
import { foldedAt, readText, wordAt } from './reading.ts';
import { endOfToken } from './scan-tokens.ts';
import { createTokenScratch } from './token-scratch.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a token is, as one expression (see scan-tokens.ts). */
const token =
  /\p{Lu}\.(?:\s?\p{Lu}\.)+|\p{N}+(?:[.,:]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|''|``|\.{2,}|-{2,}|\S/gu;

const pieces =
  "a B é Ñ 7 ½ ٣ . , : ' ’ ‘ “ - – … ` st th s n't U.S. J. \u0301 \u00a0 \u200b \u2028 \ufeff 🙂 \ud83d ( & _".split(
    ' ',
  );

test('scanning by codes ends every token where the expression ends it', () => {
  const scratchFor = createTokenScratch();
  // All rows of three pieces, each with a space, a letter or nothing behind.
  for (const first of pieces)
    for (const second of pieces)
      for (const third of pieces)
        for (const close of ['', ' ', 'x']) {
          const text = `${first}${second}${third}${close}`;
          const { codes } = scratchFor(text);
          for (const { 0: match, index } of text.matchAll(token))
            if (endOfToken(text, codes, index) !== index + match.length) expect([text, index]).toBe('cut alike');
        }
});

test('more words than are remembered, and the longest ones, are read alike', () => {
  const vocabulary = new Vocabulary();
  vocabulary.intern('council');
  const words = Array.from({ length: 70_000 }, (_, i) => `Word${i.toString(36).replaceAll(/\d/g, 'x')}q`);
  const text = `Council ${words.join(' ')} ${'Long'.repeat(40)} COUNCIL ${words.join(' ')} ${'long'.repeat(40)}`;
  for (let round = 0; round < 2; round++) {
    const reading = readText(text, vocabulary);
    const half = words.length + 2;
    expect(reading.count).toBe(2 * half);
    for (let i = 0; i < half; i++) {
      if (reading.ids[i] !== reading.ids[i + half]) expect(wordAt(reading, i)).toBe('the same word');
      if (foldedAt(reading, i) !== foldWord(wordAt(reading, i))) expect(wordAt(reading, i)).toBe('its folded word');
    }
    expect(reading.ids[0]).toBe(0);
  }
});

test('a word that the vocabulary learns between two readings is known in the second', () => {
  const vocabulary = new Vocabulary();
  expect(readText('Levy', vocabulary).ids[0]).toBe(0);
  expect(vocabulary.intern('mayor')).toBe(0);
  expect(vocabulary.intern('levy')).toBe(1);
  expect([...readText('Levy tax', vocabulary).ids]).toEqual([1, 2]);
});
