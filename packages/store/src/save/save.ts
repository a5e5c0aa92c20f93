// From a story's extraction to its records, in one transaction: which story it is, what is written, the state after it.
// Knows states and duplicates; what is written is decided next door.
import { type Article, annotationSchema, articleSchema, Quarantine } from '@civicwire/shared';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { keptQuery } from '../connect/kept-query.ts';
import { sha256, storable } from '../hashing.ts';
import { titleHash } from '../ledger/discover.ts';
import { givenBack, stepDone } from '../ledger/lease.ts';
import { readStory } from '../ledger/one-story.ts';
import { type ExtractionInput, keepExtraction } from '../ledger/record-extraction.ts';
import type { StoryTable } from '../schema/tables.ts';
import { type Context, isoTime, type Writing, writing } from '../writing.ts';
import { type StoryReading, type WrittenReading, writeReading } from './write-reading.ts';

/** What saving did. */
export type SaveResult =
  | ({ readonly outcome: 'saved' } & WrittenReading)
  | { readonly outcome: 'duplicate'; readonly duplicateOf: string }
  /** The story that this page names as its canonical one is still on its way: it goes first, this one is tried again shortly. */
  | { readonly outcome: 'waits'; readonly waitsFor: string }
  | { readonly outcome: 'stale' };

const payloadSchema = z.object({ article: articleSchema, annotation: annotationSchema });
type Payload = z.infer<typeof payloadSchema>;

/** `what` names the extraction in the error. */
function readPayload(payload: unknown, what: string): Payload {
  const parsed = payloadSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new Quarantine(
    'unreadable-extraction',
    `extraction ${what}: ${z.prettifyError(parsed.error)}; expected the shapes of @civicwire/shared`,
  );
}

/**
 * Saves what was extracted from a story and moves it from `extracted` to `saved`; a story whose text is saved already under
 * another address of its source becomes its `duplicate`; at another outlet or under another headline it is saved and linked
 * (copies/link-copies.ts). A second call does nothing (`stale`). Throws `Quarantine` when the extraction
 * does not have the agreed shape, with nothing written.
 */
export function save(context: Context, storyId: string): Promise<SaveResult> {
  return writing(context, async (transaction): Promise<SaveResult> => {
    const { db } = transaction;
    const story = await readStory(db, storyId);
    if (story?.state !== 'extracted' || story.extractionId === null) return { outcome: 'stale' };
    const extraction = await db
      .selectFrom('extraction')
      .selectAll()
      .where('id', '=', story.extractionId)
      .executeTakeFirstOrThrow();
    const { article, annotation } = readPayload(
      JSON.parse(extraction.payload),
      `${extraction.id} of story ${extraction.storyId}`,
    );
    const ahead = story.versionId === null ? await findCanonicalAhead(transaction, story) : null;
    if (ahead !== null) {
      await waitFor(transaction, context, story);
      return { outcome: 'waits', waitsFor: ahead };
    }
    const { snapshotId, rulesVersion } = extraction;
    return saveReading(transaction, story, { snapshotId, rulesVersion, article, annotation });
  });
}

/**
 * As `recordExtraction` and `save` together, for who has both in hand: the story goes from `fetched` to `saved` in one
 * transaction, and what was extracted is kept by itself only where the story has to wait (`waits`). Throws as `save` does.
 */
export function saveExtraction(context: Context, storyId: string, extraction: ExtractionInput): Promise<SaveResult> {
  const { snapshotId, rulesVersion, canonicalUrlKey } = extraction;
  const given = { article: extraction.article, annotation: extraction.annotation };
  return writing(context, async (transaction): Promise<SaveResult> => {
    const fetched = await readStory(transaction.db, storyId);
    if (fetched?.state !== 'fetched' || fetched.snapshotId !== snapshotId) return { outcome: 'stale' };
    const { article, annotation } = readPayload(storable(given), `of story ${storyId}`);
    const story = { ...fetched, canonicalUrl: article.canonicalUrl, canonicalUrlKey };
    const ahead = story.versionId === null ? await findCanonicalAhead(transaction, story) : null;
    if (ahead !== null) {
      await keepExtraction(transaction, storyId, { snapshotId, rulesVersion, canonicalUrlKey, article, annotation });
      await waitFor(transaction, context, { ...story, attempts: 0 });
      return { outcome: 'waits', waitsFor: ahead };
    }
    return saveReading(transaction, story, { snapshotId, rulesVersion, article, annotation });
  });
}

/** Writes the records of a story that waits for no other, or its link to the one that it is. */
async function saveReading(transaction: Writing, story: StoryTable, reading: StoryReading): Promise<SaveResult> {
  const original = story.versionId === null ? await findOriginal(transaction, story, reading.article) : null;
  if (original !== null) {
    await finish(transaction, story, {
      state: 'dropped',
      dropReason: 'duplicate',
      dropDetail: `the same story as ${original}`,
      duplicateOf: original,
    });
    transaction.changed('story', story.id, story.id, 'update');
    return { outcome: 'duplicate', duplicateOf: original };
  }
  const written = await writeReading(transaction, story, reading);
  await finish(transaction, story, { state: 'saved', versionId: written.versionId, savedAt: transaction.at });
  if (written.newVersion) transaction.changed('story', story.id, story.id, 'update');
  return { outcome: 'saved', ...written };
}

const waitMs = 500;

/**
 * The unsettled story at the address that this page names as canonical; null when there is none. It is saved first, so that
 * of two addresses the canonical one is kept, whichever was fetched faster. Of two that name each other the smaller id is first.
 */
async function findCanonicalAhead({ db }: Writing, story: StoryTable): Promise<string | null> {
  if (story.canonicalUrlKey === null || story.canonicalUrlKey === story.urlKey) return null;
  const row = await db
    .selectFrom('story')
    .select('id')
    .where('urlKey', '=', story.canonicalUrlKey)
    .where('id', '!=', story.id)
    .where('state', 'in', ['discovered', 'fetched', 'extracted'])
    .where((where) =>
      where.or([
        where('canonicalUrlKey', 'is', null),
        where('canonicalUrlKey', '!=', story.urlKey),
        where('id', '<', story.id),
      ]),
    )
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Gives the story back for a moment, without counting an attempt. */
async function waitFor({ db }: Writing, { clock }: Context, story: StoryTable): Promise<void> {
  await db
    .updateTable('story')
    .set({
      ...givenBack,
      nextAttemptAt: isoTime(clock.nowMs() + waitMs),
      attempts: Math.max(0, story.attempts - 1),
    })
    .where('id', '=', story.id)
    .execute();
}

/** The story of this source that has these words and this title already, or that this page names as its canonical address under the same title. */
async function findOriginal({ db }: Writing, story: StoryTable, article: Article): Promise<string | null> {
  const byText = await storiesWith(db, {
    textHash: sha256(article.text),
    sourceId: story.sourceId,
    otherThan: story.id,
  });
  const title = titleHash(article.title);
  const twin = byText.find((row) => titleHash(row.title) === title);
  if (twin !== undefined) return twin.id;
  if (story.canonicalUrlKey === null || title === null) return null;
  // Some sites name their front page as canonical on every page: without the same title the address proves nothing.
  const byAddress = await db
    .selectFrom('story')
    .innerJoin('storyVersion', 'storyVersion.id', 'story.versionId')
    .select(['story.id', 'storyVersion.title'])
    .where('story.id', '!=', story.id)
    .where(notIndexed('story.sourceId'), '=', story.sourceId)
    .where((where) =>
      where.or([
        where('story.urlKey', '=', story.canonicalUrlKey),
        where('story.canonicalUrlKey', '=', story.canonicalUrlKey),
      ]),
    )
    .orderBy('story.discoveredAt')
    .orderBy('story.id')
    .execute();
  return byAddress.find((row) => titleHash(row.title) === title)?.id ?? null;
}

const storiesWith = keptQuery(
  (db, { textHash, sourceId, otherThan }: Readonly<Record<'textHash' | 'sourceId' | 'otherThan', string>>) =>
    db
      .selectFrom('storyVersion')
      // By the text's hash: an index on the outlet would lead through all of its stories.
      .innerJoin('story', (join) =>
        join.onRef('story.id', '=', 'storyVersion.storyId').onRef('story.versionId', '=', 'storyVersion.id'),
      )
      .select(['story.id', 'storyVersion.title'])
      .where('storyVersion.textHash', '=', textHash)
      .where(notIndexed('story.sourceId'), '=', sourceId)
      .where('story.id', '!=', otherThan)
      .orderBy('story.discoveredAt')
      .orderBy('story.id'),
);

/** A column whose index the database must not take: behind a function it is no column of an index. */
function notIndexed(column: string): RawBuilder<string> {
  return sql<string>`coalesce(${sql.ref(column)}, '')`;
}

async function finish({ db }: Writing, story: StoryTable, result: Partial<StoryTable>): Promise<void> {
  await setFinished(db, { ...story, ...result });
  await forgetExtraction(db, { storyId: story.id });
}

const setFinished = keptQuery((db, story: StoryTable) => {
  const { id, state, versionId, savedAt, canonicalUrl, canonicalUrlKey } = story;
  const { dropReason, dropDetail, duplicateOf } = story;
  const page = { versionId, savedAt, canonicalUrl, canonicalUrlKey };
  return db
    .updateTable('story')
    .set({ state, ...page, dropReason, dropDetail, duplicateOf, extractionId: null, ...stepDone })
    .where('id', '=', id);
});

const forgetExtraction = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db.deleteFrom('extraction').where('storyId', '=', storyId),
);
