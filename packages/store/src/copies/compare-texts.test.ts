// What counts as the same story printed twice, and what only looks so.
import { describe, expect, it } from 'vitest';
import {
  agenda,
  editedText,
  forecast,
  ownStoryText,
  policeLog,
  shortenedText,
  wireText,
} from '../testing/printed-stories.ts';
import { compareTexts } from './compare-texts.ts';
import { hashShingles, readWords, winnow } from './shingles.ts';

const elsewhere = { sameSource: false, sameTitle: false };
const atHome = { sameSource: true, sameTitle: true };

describe('a copy', () => {
  it('is told with what was done to it', () => {
    expect(compareTexts(wireText, wireText, elsewhere)).toEqual({ kind: 'same-text', shared: 1 });
    expect(compareTexts(shortenedText, wireText, elsewhere)).toEqual({ kind: 'shortened', shared: 1 });
    expect(compareTexts(wireText, shortenedText, elsewhere)).toEqual({ kind: 'extended', shared: 1 });
    expect(compareTexts(editedText, wireText, elsewhere)).toMatchObject({ kind: 'edited' });
    expect(compareTexts(shortenedText, wireText, atHome)).toMatchObject({ kind: 'shortened' });
  });

  it('is told whatever its quotation marks, case and white space', () => {
    const typed = wireText.replaceAll(/[“”]/g, '"').replaceAll('\n', '\n\n  ').toUpperCase();
    expect(compareTexts(typed, wireText, elsewhere)).toMatchObject({ kind: 'edited', shared: 1 });
  });

  it('of a few words needs the same title', () => {
    const phrase = 'Subscribe to read on. This story is for members.';
    expect(compareTexts(phrase, phrase, elsewhere)).toBeNull();
    expect(compareTexts(phrase, phrase, { ...elsewhere, sameTitle: true })).toMatchObject({ kind: 'same-text' });
  });
});

describe('no copy', () => {
  it('is another outlet’s own story of the same event with the same quotation', () => {
    expect(compareTexts(ownStoryText, wireText, elsewhere)).toBeNull();
  });

  it.each([
    ['tomorrow’s forecast', forecast('Tuesday', 71, 39, 12), forecast('Wednesday', 74, 41, 9)],
    ['a forecast that differs in its day alone', forecast('Tuesday', 71, 39, 12), forecast('Friday', 71, 39, 12)],
    ['a forecast that differs in one number', forecast('Tuesday', 71, 39, 12), forecast('Tuesday', 72, 39, 12)],
    [
      'the next agenda',
      agenda('Tuesday, March 3', 'a lease of the old depot'),
      agenda('Tuesday, March 17', 'a ban on idling'),
    ],
    [
      'an agenda that names the day of the last',
      agenda('March 3', 'a lease'),
      agenda('March 17', 'the minutes of March 3'),
    ],
    [
      'the next police log',
      policeLog(['A bicycle was reported stolen on Alder Street at 4:10 p.m.']),
      policeLog(['A man was reported shouting in the park on Second Avenue at 9:30 a.m.']),
    ],
  ])('is %s of the same outlet', (_what, one, two) => {
    expect(compareTexts(one, two, atHome)).toBeNull();
    expect(compareTexts(two, one, atHome)).toBeNull();
  });

  it('is a forecast of another outlet of the same chain', () => {
    expect(compareTexts(forecast('Tuesday', 71, 39, 12), forecast('Wednesday', 84, 51, 20), elsewhere)).toBeNull();
  });
});

describe('the fingerprints of a text', () => {
  it('share one with every text that has a run of 28 of its words', () => {
    const words = wireText.split(/\s+/);
    const all = new Set(winnow(hashShingles(readWords(wireText))));
    for (let start = 0; start + 28 <= words.length; start += 1) {
      const part = winnow(
        hashShingles(readWords(`Before that ${words.slice(start, start + 28).join(' ')} and then on`)),
      );
      expect(part.some((hash) => all.has(hash))).toBe(true);
    }
  });

  it('are few, and bounded for a text of any size', () => {
    expect(winnow(hashShingles(readWords(wireText))).length).toBeLessThan(40);
    const long = Array.from({ length: 200_000 }, (_, index) => `w${(index * 7919) % 100_003}`).join(' ');
    expect(winnow(hashShingles(readWords(long))).length).toBeLessThanOrEqual(600);
    expect(winnow(hashShingles(readWords('four words are few')))).toEqual([]);
  });
});
