// What people are shown of two versions.
import { describe, expect, it } from 'vitest';
import { exampleArticle, exampleText } from '../testing/example-story.ts';
import { wireParagraphs } from '../testing/printed-stories.ts';
import { compareVersions, shortenPassage } from './compare-versions.ts';

const compare = (before: string, after: string) => compareVersions(exampleArticle(before), exampleArticle(after));
const shown = (before: string, after: string) =>
  compare(before, after)
    .passages.filter(({ change }) => change !== 'same')
    .map(({ pieces }) =>
      pieces
        .map(({ change, text }) => (change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`))
        .join(''),
    );

describe('two versions', () => {
  it('differ in words, which are shown where they stand', () => {
    const after = exampleText.replace('on Tuesday', 'on Wednesday night');
    expect(shown(exampleText, after)).toEqual([
      'Mesa council members voted on [-Tuesday-]{+Wednesday night+} to end the city’s jail agreement with federal agents.',
    ]);
    expect(compare(exampleText, after)).toMatchObject({ facts: [], wordsAdded: 2, wordsRemoved: 1 });
  });

  it('differ in whole paragraphs, and in title, byline and date', () => {
    const added = `${exampleText}\nCorrection: The vote was 5-2.`;
    expect(shown(exampleText, added)).toEqual(['{+Correction: The vote was 5-2.+}']);
    expect(shown(added, exampleText)).toEqual(['[-Correction: The vote was 5-2.-]']);
    const retold = compareVersions(exampleArticle(), exampleArticle(exampleText, { title: 'New', byline: null }));
    expect(retold).toMatchObject({
      facts: [
        { field: 'title', before: 'Mesa ends its jail agreement', after: 'New' },
        { field: 'byline', before: 'By Kim Doe', after: null },
      ],
      passages: [],
    });
  });

  it('that have nothing in common are shown one after the other', () => {
    expect(shown(wireParagraphs[2], wireParagraphs[8])).toEqual([
      `[-${wireParagraphs[2]}-]`,
      `{+${wireParagraphs[8]}+}`,
    ]);
  });

  it('give back both texts, whatever they are', () => {
    const before = wireParagraphs.join('\n');
    const after = [wireParagraphs[1], wireParagraphs[0].replaceAll('three', 'four'), ...wireParagraphs.slice(3)].join(
      '\n',
    );
    const { passages } = compare(before, after);
    const side = (without: 'added' | 'removed') =>
      passages
        .filter(({ change }) => change !== without)
        .map(({ pieces }) => pieces.flatMap(({ change, text }) => (change === without ? [] : text)).join(''))
        .join('\n');
    expect([side('added'), side('removed')]).toEqual([before, after]);
  });

  it('of any size are compared in bounded steps', () => {
    const words = (seed: number) => Array.from({ length: 60_000 }, (_, at) => `w${(at * seed) % 9973}`).join(' ');
    const { passages } = compare(words(7), words(13));
    expect(passages.map(({ change }) => change)).toEqual(['removed', 'added']);
  });

  it('show unchanged words only beside changed ones', () => {
    const long = 'word '.repeat(100);
    const [passage] = compare(`${long}old ${long}`, `${long}new ${long}`).passages;
    expect(passage && shortenPassage(passage, 10).map(({ text }) => text)).toEqual([
      ' … word word ',
      'old',
      'new',
      ' word word … ',
    ]);
  });
});
