// The expectations agree with the stories: every address has one, and every name and phrase stands in its story.
import { describe, expect, it } from 'vitest';
import type { ExpectedFindings } from './expected/expected-story.ts';
import { expectedStories } from './expected.ts';
import { readStories, type Story } from './wire/read-stories.ts';

const { stories } = await readStories();
const storyOf = (slug: string): Story | undefined => stories.find((story) => story.slug === slug);
/** The program's text: one line a paragraph, byline and caption beside it. */
const textOf = (story: Story): string =>
  [story.title, story.byline, story.caption, story.credit, ...story.paragraphs].join('\n');

function namesAndPhrases({ focus, officials = [], quotes = [], stances = [] }: ExpectedFindings): readonly string[] {
  return [
    // The text misspells this one, or never says it.
    ...(focus === undefined || ['Cincinnati', 'Worcester'].includes(focus.name) ? [] : [focus.name]),
    ...officials.map((official) => official.name),
    ...quotes.flatMap((quote) => [quote.speaker, quote.first, quote.last]),
    ...stances.map((stance) => stance.evidence),
  ];
}

describe('the expectations', () => {
  it('hold one entry for every delivered address and no other', () => {
    const delivered = stories.flatMap((story) => [story.path, ...(story.alias === null ? [] : [story.alias])]);
    expect(expectedStories.map((story) => story.path).sort()).toEqual(delivered.sort());
  });

  it.each(expectedStories)(
    'of $path quote the story as it is printed',
    ({ slug, required, hoped, never, hopedNever }) => {
      const story = storyOf(slug);
      expect(story).toBeDefined();
      // The correction changes one surname: both versions are meant.
      const text = `${story === undefined ? '' : textOf(story)}\nWilhelmina Strand`;
      const barred = [never, hopedNever].flatMap((list) => [
        ...(list.officials ?? []),
        ...(list.quotes ?? []),
        ...(list.stances ?? []).flatMap((stance) => stance.evidence ?? []),
      ]);
      for (const phrase of [...namesAndPhrases(required), ...namesAndPhrases(hoped), ...barred]) {
        expect(text.toLowerCase(), phrase).toContain(phrase.toLowerCase());
      }
    },
  );

  it('demand three to seven things of every full story, and never bar what they demand', () => {
    for (const { slug, outcome, required, hoped, never } of expectedStories) {
      if (outcome.kind !== 'ok') continue;
      const { focus, officials = [], quotes = [], stances = [] } = required;
      const demanded = (focus === undefined ? 0 : 1) + officials.length + quotes.length + stances.length;
      expect(demanded, slug).toBeGreaterThanOrEqual(3);
      expect(demanded, slug).toBeLessThanOrEqual(7);
      for (const { name } of [...officials, ...(hoped.officials ?? [])])
        expect(never.officials ?? []).not.toContain(name);
      expect(never.focus ?? []).not.toContain(focus?.name);
    }
  });

  it('find the first words of a quote before its last', () => {
    for (const { slug, required, hoped } of expectedStories) {
      const story = storyOf(slug);
      for (const { first, last } of [...(required.quotes ?? []), ...(hoped.quotes ?? [])]) {
        const text = story === undefined ? '' : textOf(story);
        expect(text.indexOf(last, text.indexOf(first)), `${slug}: ${first} … ${last}`).toBeGreaterThan(-1);
      }
    }
  });
});
