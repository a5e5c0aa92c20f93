// What a source gave over the last weeks, and the alarms that were made of it. Knows rows; judges nothing.
import { sql } from 'kysely';
import { type Context, isoTime, writing } from '../writing.ts';

/** A source's past, as far as it tells whether all is well. */
export interface SourceHistory {
  /** For each day (UTC) with new stories, when the last of them was discovered; milliseconds, in order. */
  readonly seenMs: readonly number[];
  /** What is wrong with those of its index pages that answer but list no story. */
  readonly emptyPages: readonly string[];
  /** Its settled stories, newest first; at most 120. Duplicates are left out. */
  readonly yields: readonly { readonly hasText: boolean; readonly hasFindings: boolean }[];
}

const yieldsMax = 120;

/** The history since a time. Empty lists for an unknown source. */
export async function sourceHistory({ db }: Context, sourceId: string, sinceMs: number): Promise<SourceHistory> {
  const days = await db
    .selectFrom('story')
    .select(({ fn }) => fn.max<string>('discoveredAt').as('at'))
    .where('sourceId', '=', sourceId)
    .where('discoveredAt', '>=', isoTime(sinceMs))
    .groupBy(sql`substr(discovered_at, 1, 10)`)
    .orderBy('at')
    .execute();
  const settled = await db
    .selectFrom('story')
    .select(({ exists, selectFrom }) => [
      'state',
      exists(
        selectFrom('finding')
          .select('finding.id')
          .whereRef('finding.storyId', '=', 'story.id')
          .where('finding.found', '=', 1),
      ).as('hasFindings'),
    ])
    .where('sourceId', '=', sourceId)
    .where('state', 'in', ['saved', 'dropped'])
    .where('duplicateOf', 'is', null)
    .orderBy('discoveredAt', 'desc')
    .orderBy('id')
    .limit(yieldsMax)
    .execute();
  const pages = await db
    .selectFrom('feed')
    .select(['url', 'lastError'])
    .where('sourceId', '=', sourceId)
    .where('kind', '=', 'index-page')
    .where('lastError', 'is not', null)
    .orderBy('url')
    .execute();
  return {
    // A page that could not be fetched has the reason first (poll-worker.ts); that passes, a wrong selector does not.
    emptyPages: pages.flatMap(({ url, lastError }) => (lastError?.startsWith(`${url}: `) ? [lastError] : [])),
    seenMs: days.map(({ at }) => Date.parse(at)),
    yields: settled.map(({ state, hasFindings }) => ({
      hasText: state === 'saved',
      hasFindings: Boolean(hasFindings),
    })),
  };
}

/** Writes down what a source is expected to do and what is wrong with it. The time of the first alarm stays until all is well. */
export function recordAlarms(
  context: Context,
  sourceId: string,
  { expectedGapDays, alarms }: { readonly expectedGapDays: number | null; readonly alarms: readonly string[] },
): Promise<void> {
  return writing(context, async ({ db, at }) => {
    await db
      .updateTable('source')
      .set((row) => ({
        expectedGapDays,
        alarms: JSON.stringify(alarms),
        alarmedAt: alarms.length === 0 ? null : row.fn.coalesce('alarmedAt', row.val(at)),
      }))
      .where('id', '=', sourceId)
      .execute();
  });
}
