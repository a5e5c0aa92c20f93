// The stories that have records, one after the other, with the bytes' id that their current version was read from.
// Reads in pages, so that an archive of any size costs the memory of one page. Changes nothing.
import type { Context } from '../writing.ts';
import type { Story } from './records.ts';
import { keptEncoding } from './snapshot-bytes.ts';

/** A story with its current version and the snapshot that this version was read from. */
export interface SavedStory {
  readonly story: Story;
  readonly versionId: string;
  readonly snapshotId: string;
  /** Rules that the version was last read by. */
  readonly rulesVersion: string;
  /** The bytes are there, and are those that the story was last fetched as. */
  readonly isLatest: boolean;
  /** When the bytes came. */
  readonly fetchedAt: string | null;
}

const pageSize = 200;

/** Stories that were saved and wait for nothing but perhaps a new look at the web, in the order of their ids; with `storyIds`, only these. */
export async function* savedStories(
  { db }: Context,
  options: { readonly storyIds?: readonly string[] | undefined; readonly limit?: number | undefined } = {},
): AsyncGenerator<SavedStory> {
  let afterId = '';
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  while (left > 0) {
    let query = db
      .selectFrom('story')
      .innerJoin('storyVersion', 'storyVersion.id', 'story.versionId')
      .selectAll('story')
      .leftJoin('snapshot', 'snapshot.id', 'storyVersion.snapshotId')
      .select(['storyVersion.id as readVersionId', 'storyVersion.snapshotId as readSnapshotId'])
      .select(['storyVersion.rulesVersion', 'snapshot.encoding', 'snapshot.fetchedAt as bytesFetchedAt'])
      .where('story.state', 'in', [...settledStates])
      .where('story.id', '>', afterId);
    if (options.storyIds !== undefined) query = query.where('story.id', 'in', options.storyIds);
    const rows = await query.orderBy('story.id').limit(Math.min(pageSize, left)).execute();
    for (const { readVersionId, readSnapshotId, rulesVersion, encoding, bytesFetchedAt, ...story } of rows) {
      const isLatest = encoding === keptEncoding && story.snapshotId === readSnapshotId;
      const read = { versionId: readVersionId, snapshotId: readSnapshotId, rulesVersion };
      yield { story, ...read, isLatest, fetchedAt: bytesFetchedAt };
    }
    left -= rows.length;
    afterId = rows.at(-1)?.id ?? '';
    if (rows.length < pageSize) return;
  }
}

/** States in which a story's records are the latest word on its bytes: `discovered` is to be fetched again, and the same bytes change nothing. */
export const settledStates = ['saved', 'discovered'] as const;
