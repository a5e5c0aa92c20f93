// Who may work on what: leases on feeds and stories, many at once or one by its id.
// Knows states and times; does not know the work.
import { assertNever } from '@civicwire/shared';
import { type SqlBool, sql } from 'kysely';
import { asPassing } from '../connect/connect.ts';
import { keptQuery } from '../connect/kept-query.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime, writing } from '../writing.ts';
import { freeAt, type LeaseHolder, leaseFor, leaseTo, notLeased, notLeasedToOthers, oneMoreTry } from './lease.ts';
import { type Feed, feedOf, type Story, type StoryState, type StoryWork, stateOfWork } from './records.ts';

/** What the workers may ask for. */
export type Work = 'poll' | StoryWork;

/** Up to `limit` feeds whose poll is due, leased to the caller for `leaseMs`. Empty when none is due. */
export function claimFeeds(context: Context, limit: number, leaseMs: number): Promise<Feed[]> {
  return writing(context, async ({ db, at }) => {
    const rows = await db
      .updateTable('feed')
      .set(leaseTo(context, leaseMs))
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
 * Up to `limit` stories that wait for this work and whose time has come, live ones before back-fill, oldest first, leased to
 * the caller for `leaseMs`. `attempts` counts this try, unless the one before never came to an end: then `deaths` counts it.
 * No two callers hold the same story; a lease that ran out is free again. Empty when none waits.
 */
export async function claimStories(
  context: Context,
  work: StoryWork,
  limit: number,
  leaseMs: number,
): Promise<Story[]> {
  // Workers ask again whenever one of them is done: most find nothing, and need no turn to write for it.
  const [any] = await anyClaimable(context.db, lineOf(work, nowOf(context), leaseMs));
  if (any === undefined) return [];
  return writing(context, async ({ db, at }) => {
    const rows = await claimSome(db, {
      ...lineOf(work, at, leaseMs),
      limit,
      leasedUntil: isoTime(context.clock.nowMs() + leaseMs),
      leasedBy: context.owner,
    });
    return rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  });
}

function orderOf({ lane, discoveredAt, id }: Story): string {
  return `${lane} ${discoveredAt} ${id}`;
}

/** Those who wait in line for one kind of work. */
interface WaitingLine {
  readonly state: StoryState;
  readonly now: string;
  /** See `notLeased`. */
  readonly tooLate: string;
}

function lineOf(work: StoryWork, now: string, leaseMs: number): WaitingLine {
  return { state: stateOfWork[work], now, tooLate: isoTime(Date.parse(now) + 2 * leaseMs) };
}

function claimable(db: Database, { state, now, tooLate }: WaitingLine) {
  return db
    .selectFrom('story')
    .select('id')
    .where('state', '=', state)
    .where('nextAttemptAt', '<=', now)
    .where(freeAt(now, tooLate))
    .orderBy('lane')
    .orderBy('nextAttemptAt')
    .orderBy('id');
}

const anyClaimable = keptQuery((db, line: WaitingLine) => claimable(db, line).limit(1));

const claimSome = keptQuery((db, line: WaitingLine & LeaseHolder & { readonly limit: number }) =>
  db
    .updateTable('story')
    .set({ ...leaseFor(line), attempts: oneMoreTry })
    .where('id', 'in', claimable(db, line).limit(line.limit))
    .returningAll(),
);

/**
 * This one feed or story, leased to the caller, if it waits for this work, its time has come and nobody else has it; else null.
 * One statement on one row: it does not stand in line with the writers of records.
 */
export async function claimFeed(context: Context, id: string, leaseMs: number): Promise<Feed | null> {
  const row = await passing(() =>
    context.db
      .updateTable('feed')
      .set(leaseTo(context, leaseMs))
      .where('id', '=', id)
      .where('nextPollAt', '<=', nowOf(context))
      .where(notLeasedToOthers(context, leaseMs))
      .returningAll()
      .executeTakeFirst(),
  );
  return row === undefined ? null : feedOf(row);
}

/** See `claimFeed`. */
export async function claimStory(
  context: Context,
  work: StoryWork,
  id: string,
  leaseMs: number,
): Promise<Story | null> {
  const [row] = await passing(() => claimOne(context.db, claimOf(context, work, id, leaseMs)));
  return row ?? null;
}

/** Who takes one story, and when. */
export interface ClaimOfOne extends WaitingLine, LeaseHolder {
  readonly id: string;
}

export function claimOf(context: Context, work: StoryWork, id: string, leaseMs: number): ClaimOfOne {
  const leasedUntil = isoTime(context.clock.nowMs() + leaseMs);
  return { ...lineOf(work, nowOf(context), leaseMs), id, leasedUntil, leasedBy: context.owner };
}

/** The statement of `claimStory`, which gives the row. */
export function leaseOne(
  db: Pick<Database, 'updateTable'>,
  { id, state, now, tooLate, leasedUntil, leasedBy }: ClaimOfOne,
) {
  return db
    .updateTable('story')
    .set({ ...leaseFor({ leasedUntil, leasedBy }), attempts: oneMoreTry })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('nextAttemptAt', '<=', now)
    .where(sql<SqlBool>`(${freeAt(now, tooLate)} or leased_by = ${leasedBy})`)
    .returningAll();
}

const claimOne = keptQuery(leaseOne);

function nowOf({ clock }: Context): string {
  return new Date(clock.nowMs()).toISOString();
}

async function passing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asPassing(error);
  }
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
