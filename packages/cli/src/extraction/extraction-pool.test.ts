// Threads that are killed: a page that takes too long costs its own story alone, and loading tables is not held against a page.
import { expect, test } from 'vitest';
import { readRules } from '../packs/rules.ts';
import { storyPage } from '../testing/small-site.ts';
import type { StoryInput } from './extract-story.ts';
import { createExtractionPool } from './extraction-pool.ts';

const input = (page: string): StoryInput => ({
  bytes: new TextEncoder().encode(page),
  url: 'https://example.org/story',
  contentType: 'text/html',
  publisher: null,
  publisherPlace: null,
  publisherNational: false,
  feedTitle: null,
  feedPublishedAt: null,
  pageRule: null,
});

test('time runs from when a page begins to be read, and ends only that page', { timeout: 240_000 }, async () => {
  const pool = createExtractionPool(1);
  const rules = readRules();
  try {
    // Loading the tables takes longer than this.
    expect(await pool.extract(input(storyPage(1)), rules, 5_000)).toMatchObject({ ok: true });
    const words = 'The council of the city heard a report on roads, water and parks, and then went home. ';
    const paragraphs = Array.from({ length: 20_000 }, (_, i) => `<p>${i} ${words}</p>`).join('');
    const slow = pool.extract(input(`<article>${paragraphs}</article>`), rules, 1);
    expect(await slow).toMatchObject({ ok: false, reason: 'timed-out', detail: expect.stringContaining('expected') });
    expect(await pool.extract(input(storyPage(2)), rules, 5_000)).toMatchObject({ ok: true });
  } finally {
    await pool.close();
  }
});
