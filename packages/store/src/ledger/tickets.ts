// What waits, as a queue carries it: the kind of work and the row's id, and what tells one try of it from the next.
// Knows rows of the ledger; no queue.
import type { Ticket } from '@civicwire/shared';
import { asPassing } from '../connect/connect.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime } from '../writing.ts';
import type { Work } from './claim.ts';
import { stateOfWork, workOfState } from './records.ts';

interface StoryRow {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly deaths: number;
  readonly nextAttemptAt: string;
  readonly lane: number;
}

function ticketOf({ id, state, attempts, deaths, nextAttemptAt, lane }: StoryRow): Ticket | null {
  const work = workOfState[state];
  return work === undefined ? null : { work, id, attempts, deaths, dueMs: Date.parse(nextAttemptAt), lane };
}

const storyColumns = ['id', 'state', 'attempts', 'deaths', 'nextAttemptAt', 'lane'] as const;

export interface Tickets {
  /** What each of these stories waits for now; those that wait for nothing, or that somebody has, give none. */
  readonly ofStories: (ids: readonly string[]) => Promise<Ticket[]>;
  /** What waits for this work and is due before `beforeMs`, that nobody has: first in line first, at most `limit`. */
  readonly waiting: (work: Work, options: { readonly beforeMs: number; readonly limit: number }) => Promise<Ticket[]>;
}

/** All throw `RetryLater` while the database is away. */
export function openTickets(context: Context): Tickets {
  return {
    ofStories: (ids) => passing(storyTickets(context, ids)),
    waiting: (work, options) => passing(waitingTickets(context, work, options)),
  };
}

function passing<Result>(answer: Promise<Result>): Promise<Result> {
  return answer.catch((error: unknown) => {
    throw asPassing(error);
  });
}

async function storyTickets({ db }: Context, ids: readonly string[]): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .selectFrom('story')
      .select(storyColumns)
      .where('id', 'in', ids.slice(from, from + 500))
      .where('leasedUntil', 'is', null)
      .execute();
    tickets.push(...rows.map(ticketOf).filter((ticket) => ticket !== null));
  }
  return tickets;
}

async function waitingTickets(
  context: Context,
  work: Work,
  { beforeMs, limit }: { readonly beforeMs: number; readonly limit: number },
): Promise<Ticket[]> {
  if (work === 'poll') return waitingFeeds(context.db, isoTime(beforeMs), limit);
  const rows = await context.db
    .selectFrom('story')
    .select(storyColumns)
    .where('state', '=', stateOfWork[work])
    .where('nextAttemptAt', '<', isoTime(beforeMs))
    .where('leasedUntil', 'is', null)
    .orderBy('lane')
    .orderBy('nextAttemptAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(ticketOf).filter((ticket) => ticket !== null);
}

async function waitingFeeds(db: Database, before: string, limit: number): Promise<Ticket[]> {
  const rows = await db
    .selectFrom('feed')
    .select(['id', 'deaths', 'nextPollAt'])
    .where('nextPollAt', '<', before)
    .where('leasedUntil', 'is', null)
    .orderBy('nextPollAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, deaths, nextPollAt }) => ({
    work: 'poll',
    id,
    attempts: 0,
    deaths,
    dueMs: Date.parse(nextPollAt),
    lane: 0,
  }));
}
