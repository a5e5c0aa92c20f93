// Putting back what nobody works on any more: leases that ran out, that the dead have held, that a wrong clock gave.
// Knows leases and times; who is dead is the caller's to say.
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime, writing } from '../writing.ts';
import { givenBack } from './lease.ts';
import { type StoryWork, stateOfWork } from './records.ts';

/** How many units of each kind of work wait or are due, that nobody has. */
export interface Reconciled {
  readonly poll: number;
  readonly fetch: number;
  readonly extract: number;
  readonly save: number;
}

/** No lease is this long. */
const leaseMsMax = 3_600_000;
/** The longest rest of a unit whose holders died. */
const restMsMax = 30_000;

/** A unit whose holders died time and again is left alone for a while, so that others come before it: none, 1 s, 4 s, 9 s, … */
function restMs(deaths: number): number {
  return Math.min(restMsMax, deaths * deaths * 1_000);
}

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

/** Units with a lease that ran out, that one of `gone` has, or that ends in a far future. */
function lostLeases(db: Database, table: 'feed' | 'story', at: string, nowMs: number, gone: readonly string[]) {
  return db
    .selectFrom(table)
    .select(['id', 'deaths', 'leasedUntil'])
    .where('leasedUntil', 'is not', null)
    .where((where) =>
      where.or([
        where('leasedUntil', '<=', at),
        where('leasedUntil', '>', isoTime(nowMs + leaseMsMax)),
        ...(gone.length > 0 ? [where('leasedBy', 'in', [...gone])] : []),
      ]),
    )
    .execute();
}

/**
 * Frees every lease that ran out, that a clock gave which has been set back since, or that one of the processes `gone` holds;
 * the leases of all others stay. The lost try does not count as one; it counts as a death.
 * Answers how many units of each kind wait or are due now. Loses and doubles nothing at any time.
 */
export function reconcile(
  context: Context,
  { gone = [] }: { readonly gone?: readonly string[] } = {},
): Promise<Reconciled> {
  return writing(context, async ({ db, at }) => {
    const nowMs = context.clock.nowMs();
    // Who has a row may have gone on with it meanwhile: then this is no lost lease.
    for (const { id, leasedUntil } of await lostLeases(db, 'feed', at, nowMs, gone))
      await db
        .updateTable('feed')
        .set((row) => ({ ...givenBack, deaths: row('deaths', '+', 1) }))
        .where('id', '=', id)
        .where('leasedUntil', '=', leasedUntil)
        .execute();
    for (const { id, deaths, leasedUntil } of await lostLeases(db, 'story', at, nowMs, gone))
      await db
        .updateTable('story')
        .set((row) => ({
          ...givenBack,
          deaths: deaths + 1,
          attempts: row('attempts', '-', 1),
          ...(deaths > 0 ? { nextAttemptAt: isoTime(nowMs + restMs(deaths)) } : {}),
        }))
        .where('id', '=', id)
        .where('leasedUntil', '=', leasedUntil)
        .execute();
    await forgetTimesAhead(db, at);
    return countFree(db, at);
  });
}

/** Gives back every lease of the caller: it stops, and what it has in hand is for others. Counts neither as a try nor as a death. */
export function giveBack(context: Context): Promise<void> {
  return writing(context, async ({ db }) => {
    await db.updateTable('feed').set(givenBack).where('leasedBy', '=', context.owner).execute();
    await db
      .updateTable('story')
      .set((row) => ({ ...givenBack, attempts: row('attempts', '-', 1) }))
      .where('leasedBy', '=', context.owner)
      .execute();
  });
}

async function countFree(db: Database, at: string): Promise<Reconciled> {
  const feeds = await db
    .selectFrom('feed')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('nextPollAt', '<=', at)
    .where('leasedUntil', 'is', null)
    .executeTakeFirstOrThrow();
  const stories = await db
    .selectFrom('story')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('state', 'in', Object.values(stateOfWork))
    .where('leasedUntil', 'is', null)
    .groupBy('state')
    .execute();
  const waiting = (work: StoryWork) => stories.find((row) => row.state === stateOfWork[work])?.count ?? 0;
  return { poll: feeds.count, fetch: waiting('fetch'), extract: waiting('extract'), save: waiting('save') };
}
