// A page that ends its thread costs its own story alone, though others were in the same job.
import type { SavedStory } from '@civicwire/store';
import { expect, test } from 'vitest';
import { readRules } from '../packs/rules.ts';
import { readInJobs } from './read-again.ts';
import type { RereadJob } from './reread-thread.ts';

const story = (id: string): SavedStory => ({
  story: { id, url: `https://example.org/${id}`, finalUrl: null } as SavedStory['story'],
  versionId: `version-${id}`,
  snapshotId: `snapshot-${id}`,
  rulesVersion: 'any',
  isLatest: true,
  fetchedAt: null,
});

async function* storiesOf(ids: readonly string[]): AsyncGenerator<SavedStory> {
  for (const id of ids) yield story(id);
}

test('stories beside one that ends its thread are read again by themselves', async () => {
  const ids = Array.from({ length: 40 }, (_, i) => `s${i}`);
  const [read, unread]: [string[], string[][]] = [[], []];
  const run = async ({ stories }: RereadJob) => {
    if (stories.some((one) => one.story.id === 's7')) throw new Error('out of memory');
    return stories.map(() => ({ ok: true, comparison: { changes: [], newVersion: false }, reading: null }) as const);
  };
  await readInJobs(storiesOf(ids), run, {
    db: 'sqlite:none.db',
    threads: 2,
    rules: readRules(),
    keep: false,
    signal: new AbortController().signal,
    onReading: async ({ story: { id } }) => {
      read.push(id);
    },
    onUnread: ({ story: { id } }, reason) => unread.push([id, reason]),
  });
  expect(read.sort()).toEqual(ids.filter((id) => id !== 's7').sort());
  expect(unread).toEqual([['s7', expect.stringContaining('out of memory')]]);
});
