// New readings of stories that are saved already → their records, all in one transaction: either every one of them or none.
// Knows which stories may be written; how, is decided next door.
import { storable } from '../hashing.ts';
import { settledStates } from '../ledger/saved-stories.ts';
import { type Context, writing } from '../writing.ts';
import { type StoryReading, writeReading } from './write-reading.ts';

/** A reading of a saved story, with the version that it was compared with. */
export interface Rereading extends StoryReading {
  readonly storyId: string;
  readonly versionId: string;
}

export interface Republished {
  readonly stories: number;
  /** Stories that have moved on since they were read again; nothing was written for them. */
  readonly stale: number;
  readonly newVersions: number;
  readonly inserted: number;
  readonly updated: number;
  readonly superseded: number;
}

/**
 * Writes the readings as `save` would. Decisions of people stay as they are; where the machine now disagrees, the finding is
 * reopened. When `readings` throws, or the database fails, nothing is written. Other writers wait until it is done, so let
 * `readings` come from memory or a file, not from work still to be done.
 */
export function republish(
  context: Context,
  readings: AsyncIterable<Rereading> | Iterable<Rereading>,
): Promise<Republished> {
  return writing(context, async (transaction) => {
    const { db, changed } = transaction;
    const sum = { stories: 0, stale: 0, newVersions: 0, inserted: 0, updated: 0, superseded: 0 };
    for await (const reading of readings) {
      const story = await db.selectFrom('story').selectAll().where('id', '=', reading.storyId).executeTakeFirst();
      const settled = settledStates.some((state) => state === story?.state);
      if (story === undefined || !settled || story.versionId !== reading.versionId) {
        sum.stale += 1;
        continue;
      }
      const written = await writeReading(transaction, story, storable(reading));
      if (written.newVersion) {
        await db.updateTable('story').set({ versionId: written.versionId }).where('id', '=', story.id).execute();
        changed('story', story.id, story.id, 'update');
      }
      sum.stories += 1;
      sum.newVersions += written.newVersion ? 1 : 0;
      sum.inserted += written.inserted;
      sum.updated += written.updated;
      sum.superseded += written.superseded;
    }
    return sum;
  });
}
