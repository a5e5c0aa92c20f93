// Sources and their feeds: who is read, and how each reading went. Knows no story.
import { keptQuery } from '../connect/kept-query.ts';
import { contentId } from '../hashing.ts';
import { type Context, isoTime, writing } from '../writing.ts';
import { givenBack } from './lease.ts';
import {
  type Feed,
  type FeedInput,
  feedOf,
  type PollResult,
  type Source,
  type SourceInput,
  sourceOf,
} from './records.ts';

/** The id of a feed. */
export function feedId(sourceId: string, url: string): string {
  return contentId('feed', sourceId, url);
}

/** Adds a source or brings its name, home, flag and rules up to date. */
export function upsertSource(context: Context, source: SourceInput): Promise<Source> {
  return writing(context, async ({ db, at }) => {
    const facts = {
      name: source.name,
      homeName: source.home?.name ?? null,
      homeState: source.home?.state ?? null,
      homeGeoid: source.home?.geoid ?? null,
      national: source.national ? (1 as const) : (0 as const),
      pageRules: JSON.stringify(source.pageRules ?? []),
    };
    const row = await db
      .insertInto('source')
      .values({ id: source.id, ...facts, alarms: '[]', createdAt: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
      .returningAll()
      .executeTakeFirstOrThrow();
    return sourceOf(row);
  });
}

/** Adds a feed, due at once; a known feed keeps its history and changes only its kind. */
export function upsertFeed(context: Context, feed: FeedInput): Promise<Feed> {
  return writing(context, async ({ db, at }) => {
    const row = await db
      .insertInto('feed')
      .values({
        id: feedId(feed.sourceId, feed.url),
        ...feed,
        nextPollAt: at,
        failures: 0,
        deaths: 0,
        failureScore: 0,
        unchangedAnswers: 0,
        conditionalOff: 0,
        warnings: '[]',
        health: 'new',
        createdAt: at,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind: feed.kind }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return feedOf(row);
  });
}

/** Writes down how a poll went, sets the next one and ends the lease. Nothing happens for an unknown feed. */
export function recordPoll(context: Context, id: string, result: PollResult): Promise<void> {
  return writing(context, async ({ db }) => {
    await db
      .updateTable('feed')
      .set({
        ...(result.etag === undefined ? {} : { etag: result.etag }),
        ...(result.lastModified === undefined ? {} : { lastModified: result.lastModified }),
        ...(result.bodyHash === undefined ? {} : { bodyHash: result.bodyHash }),
        ...(result.intervalMs === undefined ? {} : { intervalMs: result.intervalMs }),
        ...(result.wishMs === undefined ? {} : { wishMs: result.wishMs }),
        ...(result.overlap === undefined ? {} : { overlap: result.overlap }),
        ...(result.unchangedAnswers === undefined ? {} : { unchangedAnswers: result.unchangedAnswers }),
        ...(result.conditionalOff === undefined
          ? {}
          : { conditionalOff: result.conditionalOff ? (1 as const) : (0 as const) }),
        ...(result.failureScore === undefined ? {} : { failureScore: result.failureScore }),
        lastPolledAt: isoTime(result.polledAtMs),
        nextPollAt: isoTime(result.nextPollAtMs),
        failures: result.failures,
        lastError: result.lastError,
        warnings: JSON.stringify(result.warnings),
        health: result.health,
        ...givenBack,
        deaths: 0,
      })
      .where('id', '=', id)
      .execute();
  });
}

/** All sources in order of their ids. */
export async function listSources(context: Context): Promise<Source[]> {
  const rows = await context.db.selectFrom('source').selectAll().orderBy('id').execute();
  return rows.map(sourceOf);
}

/** The source, or null when there is none with this id. */
export async function getSource(context: Context, id: string): Promise<Source | null> {
  const [row] = await sourceRow(context.db, { id });
  return row === undefined ? null : sourceOf(row);
}

const sourceRow = keptQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom('source').selectAll().where('id', '=', id),
);

/** All feeds in order of source and address. */
export async function listFeeds(context: Context): Promise<Feed[]> {
  const rows = await context.db.selectFrom('feed').selectAll().orderBy('sourceId').orderBy('url').execute();
  return rows.map(feedOf);
}

/** Makes every feed due now, whatever its schedule says; leased ones stay with their worker. */
export function pollNow(context: Context): Promise<void> {
  return writing(context, async ({ db, at }) => {
    await db.updateTable('feed').set({ nextPollAt: at }).where('nextPollAt', '>', at).execute();
  });
}
