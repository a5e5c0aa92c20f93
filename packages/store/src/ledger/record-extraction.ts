// A story's step from fetched to extracted: what reading found is kept until it is saved. Knows the two rows that this writes;
// does not know what is in a page.
import type { Annotation, Article } from '@civicwire/shared';
import { sql } from 'kysely';
import { asPassing } from '../connect/connect.ts';
import { keptQuery } from '../connect/kept-query.ts';
import { contentId, storable } from '../hashing.ts';
import type { Database, ExtractionTable } from '../schema/tables.ts';
import { type Context, isoTime, type Writing, writing } from '../writing.ts';
import { stepDone } from './lease.ts';
import { readStory } from './one-story.ts';
import type { Progress } from './progress.ts';

/** What reading a snapshot gave. `rulesVersion` names the state of all rules and packs. */
export interface ExtractionInput {
  readonly snapshotId: string;
  readonly rulesVersion: string;
  readonly article: Article;
  readonly annotation: Annotation;
  /** The page's canonical address, normalised as the story's `urlKey` is; null when it has none. */
  readonly canonicalUrlKey: string | null;
}

/**
 * Keeps the outcome of extraction until it is saved and moves the story from `fetched` to `extracted`. No change is numbered,
 * so on PostgreSQL it does not stand in line with the writers of records: one statement, which waits for nobody but those who
 * write the same story. A server that is away is thrown as `RetryLater`.
 */
export async function recordExtraction(
  context: Context,
  storyId: string,
  extraction: ExtractionInput,
): Promise<Progress> {
  const { snapshotId, rulesVersion, canonicalUrlKey } = extraction;
  const { article, annotation } = storable({ article: extraction.article, annotation: extraction.annotation });
  const kept: ExtractionInput = { snapshotId, rulesVersion, canonicalUrlKey, article, annotation };
  if (context.dialect === 'sqlite')
    return writing(context, async (transaction): Promise<Progress> => {
      const story = await readStory(transaction.db, storyId);
      if (story?.state !== 'fetched' || story.snapshotId !== snapshotId) return 'stale';
      await keepExtraction(transaction, storyId, kept);
      return 'moved';
    });
  try {
    return await moveAndKeep(context.db, rowOf(storyId, kept, isoTime(context.clock.nowMs())), kept);
  } catch (error) {
    throw asPassing(error);
  }
}

/** Keeps an extraction whose strings can be stored, and moves its story to `extracted`. */
export async function keepExtraction({ db, at }: Writing, storyId: string, extraction: ExtractionInput): Promise<void> {
  const row = rowOf(storyId, extraction, at);
  const { payload } = row;
  await db
    .insertInto('extraction')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ payload }))
    .execute();
  await db.updateTable('story').set(movedBy(row, extraction)).where('id', '=', storyId).execute();
}

function rowOf(storyId: string, extraction: ExtractionInput, at: string): ExtractionTable {
  const { snapshotId, rulesVersion, article, annotation } = extraction;
  const id = contentId('extraction', storyId, snapshotId, rulesVersion);
  return { id, storyId, snapshotId, rulesVersion, payload: JSON.stringify({ article, annotation }), createdAt: at };
}

/** What its story says then. */
function movedBy({ id, createdAt }: ExtractionTable, { article, canonicalUrlKey }: ExtractionInput) {
  const { canonicalUrl } = article;
  return {
    ...stepDone,
    state: 'extracted',
    nextAttemptAt: createdAt,
    extractionId: id,
    canonicalUrl,
    canonicalUrlKey,
  } as const;
}

/** Both in one statement, if the story waits for it; else neither. */
async function moveAndKeep(db: Database, row: ExtractionTable, extraction: ExtractionInput): Promise<Progress> {
  const moved = await moveAndKeepRow(db, { ...row, ...movedBy(row, extraction) });
  return moved.length === 0 ? 'stale' : 'moved';
}

const moveAndKeepRow = keptQuery((db, values: ExtractionTable & ReturnType<typeof movedBy>) => {
  const { id, storyId, snapshotId, rulesVersion, payload, createdAt } = values;
  const { state, nextAttemptAt, canonicalUrl, canonicalUrlKey } = values;
  return db
    .with('moved', (within) =>
      within
        .updateTable('story')
        .set({ ...stepDone, state, nextAttemptAt, extractionId: id, canonicalUrl, canonicalUrlKey })
        .where('id', '=', storyId)
        .where('state', '=', 'fetched')
        .where('snapshotId', '=', snapshotId)
        .returning('id'),
    )
    .insertInto('extraction')
    .columns(['id', 'storyId', 'snapshotId', 'rulesVersion', 'payload', 'createdAt'])
    .expression((within) =>
      within
        .selectFrom('moved')
        .select([
          sql<string>`${id}::text`.as('id'),
          'moved.id as storyId',
          sql<string>`${snapshotId}::text`.as('snapshotId'),
          sql<string>`${rulesVersion}::text`.as('rulesVersion'),
          sql<string>`${payload}::text`.as('payload'),
          sql<string>`${createdAt}::text`.as('createdAt'),
        ]),
    )
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ payload }))
    .returning('extraction.id');
});
