// Who may work on what: leases on feeds and stories, and putting back what nobody works on any more.
// Knows states and times; does not know the work.
import { assertNever } from '@civicwire/shared';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime, writing } from '../writing.ts';
import { type Feed, feedOf, type Story, type StoryWork, stateOfWork } from './records.ts';

/** What `reconcile` put back, by kind of work that waits now. */
export interface Reconciled {
  readonly poll: number;
  readonly fetch: number;
  readonly extract: number;
  readonly save: number;
}

/** What the workers may ask for. */
export type Work = 'poll' | StoryWork;

/**
 * A lease that ends later than two leases of this length from now was given by a clock that has been set back since: it binds
 * nobody. (Clocks of several machines differ by less.)
 */
function notLeased({ clock }: Context, leaseMs: number): Expression<SqlBool> {
  const nowMs = clock.nowMs();
  return sql`(leased_until is null or leased_until <= ${isoTime(nowMs)} or leased_until > ${isoTime(nowMs + 2 * leaseMs)})`;
}

/** Up to `limit` feeds whose poll is due, leased to the caller for `leaseMs`. Empty when none is due. */
export function claimFeeds(context: Context, limit: number, leaseMs: number): Promise<Feed[]> {
  return writing(context, async ({ db, at }) => {
    const rows = await db
      .updateTable('feed')
      .set({ leasedUntil: isoTime(context.clock.nowMs() + leaseMs) })
      .where('id', 'in', (from) =>
        from
          .selectFrom('feed')
          .select('id')
          .where('nextPollAt', '<=', at)
          .where(notLeased(context, leaseMs))
          .orderBy('nextPollAt')
          .orderBy('id')
          .limit(limit),
      )
      .returningAll()
      .execute();
    return rows.map(feedOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}

/**
 * Up to `limit` stories that wait for this work and whose time has come, oldest first, leased to the caller for `leaseMs`.
 * `attempts` counts this one. No two callers hold the same story; a lease that ran out is free again. Empty when none waits.
 */
export function claimStories(context: Context, work: StoryWork, limit: number, leaseMs: number): Promise<Story[]> {
  return writing(context, async ({ db, at }) => {
    const rows = await db
      .updateTable('story')
      .set((row) => ({
        leasedUntil: isoTime(context.clock.nowMs() + leaseMs),
        attempts: row('attempts', '+', 1),
      }))
      .where('id', 'in', (from) =>
        from
          .selectFrom('story')
          .select('id')
          .where('state', '=', stateOfWork[work])
          .where('nextAttemptAt', '<=', at)
          .where(notLeased(context, leaseMs))
          .orderBy('nextAttemptAt')
          .orderBy('id')
          .limit(limit),
      )
      .returningAll()
      .execute();
    return rows.sort((a, b) => (a.discoveredAt + a.id < b.discoveredAt + b.id ? -1 : 1));
  });
}

/** No lease is this long. */
const leaseMsMax = 3_600_000;

/**
 * What was done at a time that has yet to come was done by a clock that has been set back since: what waits for times of that
 * clock is due now.
 */
async function forgetTimesAhead(db: Database, at: string): Promise<void> {
  await db
    .updateTable('feed')
    .set({ nextPollAt: at })
    .where('nextPollAt', '>', at)
    .where('lastPolledAt', '>', at)
    .execute();
  await db
    .updateTable('story')
    .set({ nextAttemptAt: at })
    .where('state', 'in', Object.values(stateOfWork))
    .where('nextAttemptAt', '>', at)
    .where((where) => where.or([where('discoveredAt', '>', at), where('fetchedAt', '>', at)]))
    .execute();
}

/**
 * Frees every lease that ran out, or that a clock gave which has been set back since; with `all`, every lease (only at start, when no other worker runs on this database).
 * Answers how many units of each kind wait or are due now. Loses and doubles nothing at any time.
 */
export function reconcile(context: Context, options: { readonly all?: boolean } = {}): Promise<Reconciled> {
  return writing(context, async ({ db, at }) => {
    for (const table of ['feed', 'story'] as const) {
      let free = db.updateTable(table).set({ leasedUntil: null }).where('leasedUntil', 'is not', null);
      const ahead = isoTime(context.clock.nowMs() + leaseMsMax);
      if (options.all !== true)
        free = free.where((where) => where.or([where('leasedUntil', '<=', at), where('leasedUntil', '>', ahead)]));
      await free.execute();
    }
    await forgetTimesAhead(db, at);
    const feeds = await db
      .selectFrom('feed')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('nextPollAt', '<=', at)
      .where('leasedUntil', 'is', null)
      .executeTakeFirstOrThrow();
    const stories = await db
      .selectFrom('story')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('leasedUntil', 'is', null)
      .groupBy('state')
      .execute();
    const waiting = (work: StoryWork) => stories.find((row) => row.state === stateOfWork[work])?.count ?? 0;
    return { poll: feeds.count, fetch: waiting('fetch'), extract: waiting('extract'), save: waiting('save') };
  });
}

/**
 * Milliseconds until the next unit of this work can be claimed: 0 when one waits now, null when there is none at all.
 * Units leased to somebody count at the end of their lease.
 */
export async function nextDueMs(context: Context, work: Work): Promise<number | null> {
  const due = await earliest(context, work);
  return due === null ? null : Math.max(0, Date.parse(due) - context.clock.nowMs());
}

async function earliest(context: Context, work: Work): Promise<string | null> {
  const later = (column: 'next_poll_at' | 'next_attempt_at') => {
    const at = sql.ref(column);
    return sql<
      string | null
    >`min(case when leased_until is not null and leased_until > ${at} then leased_until else ${at} end)`.as('due');
  };
  switch (work) {
    case 'poll':
      return (await context.db.selectFrom('feed').select(later('next_poll_at')).executeTakeFirst())?.due ?? null;
    case 'fetch':
    case 'extract':
    case 'save': {
      const waiting = context.db.selectFrom('story').where('state', '=', stateOfWork[work]);
      return (await waiting.select(later('next_attempt_at')).executeTakeFirst())?.due ?? null;
    }
    default:
      return assertNever(work);
  }
}
