// The comparison passes a perfect reading of every story, and fails what is missing or barred.
import { describe, expect, it } from 'vitest';
import { expectedStories } from '../expected.ts';
import { readStories } from '../wire/read-stories.ts';
import { compareStory, type FoundStory } from './compare-story.ts';
import type { ExpectedFindings, ExpectedStory } from './expected-story.ts';

const { stories } = await readStories();
const full = expectedStories.filter(({ outcome }) => outcome.kind === 'ok');
const textOf = (slug: string): string => stories.find((story) => story.slug === slug)?.paragraphs.join('\n') ?? '';

/** Findings that are just what is expected, made from the text. */
function perfect({ slug, required, hoped }: ExpectedStory): FoundStory {
  const text = textOf(slug);
  const parts: readonly ExpectedFindings[] = [required, hoped];
  return {
    text,
    cities: parts.flatMap(({ focus }) => (focus === undefined ? [] : [{ ...focus, focus: true }])),
    officials: parts.flatMap(({ officials = [] }) => officials),
    quotes: parts
      .flatMap(({ quotes = [] }) => quotes)
      .map(({ speaker, first, last }) => {
        const start = text.indexOf(first);
        return { speakerName: speaker, text: `"${text.slice(start, text.indexOf(last, start) + last.length)},"` };
      }),
    stances: parts
      .flatMap(({ stances = [] }) => stances)
      .map(({ holders, issues, position, basis, evidence }) => {
        const start = text.indexOf(evidence);
        return {
          holder: holders[0] ?? '',
          issue: issues[0] ?? '',
          position,
          basis,
          evidence: { start, end: start + evidence.length },
        };
      }),
  };
}

describe('a comparison', () => {
  it.each(full)('of a perfect reading of $slug finds nothing wrong', (expected) => {
    expect(compareStory(expected, perfect(expected)).filter(({ right }) => !right)).toEqual([]);
  });

  it.each(full)('of an empty reading of $slug fails every demand and breaks no bar', (expected) => {
    const empty: FoundStory = { text: textOf(expected.slug), cities: [], officials: [], quotes: [], stances: [] };
    const wrong = compareStory(expected, empty).filter(({ need, right }) => need === 'required' && !right);
    const { focus, officials = [], quotes = [], stances = [] } = expected.required;
    expect(wrong).toHaveLength((focus === undefined ? 0 : 1) + officials.length + quotes.length + stances.length);
  });

  it('fails a journalist among the officials, and the stance of a draft ascribed to the department', () => {
    const expected = full.find(({ slug }) => slug === 'longmont-draft') as ExpectedStory;
    const found = perfect(expected);
    const evidence = { start: 0, end: 10 };
    const spoiled: FoundStory = {
      ...found,
      officials: [...found.officials, { name: 'Hollis Greer', role: null }],
      stances: [
        { holder: 'The Department', issue: 'data-sharing', position: 'opposes', basis: 'position', evidence },
        ...found.stances,
      ],
    };
    const wrong = compareStory(expected, spoiled).filter(({ right }) => !right);
    expect(wrong.map(({ need }) => need)).toEqual(['required', 'required']);
    expect(wrong[0]?.what).toBe('Hollis Greer is no official');
  });
});
