// How the work goes at this moment, in few and cheap queries, for gauges and dashboards: what waits, since when, what is held
// up. Counts of everything that was ever found are in counts.ts.
import { sql } from 'kysely';
import { asPassing } from '../connect/connect.ts';
import { type Context, isoTime } from '../writing.ts';
import { stateOfWork } from './records.ts';

/** One stage's rows that wait or are in hand. Times are ISO. */
export interface StagePulse {
  /** Feeds that are due; stories in the stage's state, due or not. */
  readonly waiting: number;
  /** Of these, back-fill and replays, which let live news go first. */
  readonly backfill: number;
  /** Of these, leased to a worker now. */
  readonly inHand: number;
  /** Of these, tried before without success. */
  readonly retrying: number;
  /** Since when the live one that waits longest has been due; null when none is. */
  readonly oldestDueAt: string | null;
}

export interface Pulse {
  readonly at: string;
  readonly stages: Readonly<Record<'poll' | 'fetch' | 'extract' | 'save', StagePulse>>;
  readonly hosts: {
    /** Requests under way, as the shared turns have it. */
    readonly turns: number;
    /** Hosts that said that they are busy and are left alone for now, and the longest such wait from now, in milliseconds. */
    readonly held: number;
    readonly longestHoldMs: number;
  };
  /** Processes that were heard of in the last minute, by what they do ("fetch"). */
  readonly processesByWork: Readonly<Record<string, number>>;
  readonly feedsByHealth: Readonly<Record<string, number>>;
  readonly sources: number;
  /** Sources with an alarm, by id. */
  readonly alarmed: readonly {
    readonly sourceId: string;
    readonly alarms: readonly string[];
    readonly since: string | null;
  }[];
  /** Number of the last change. */
  readonly sequencerHead: number;
}

/** What became of stories that nothing waits for any more. Costs a look at every such row: ask seldom. */
export interface Settled {
  readonly saved: number;
  readonly droppedByReason: Readonly<Record<string, number>>;
}

/** A process that was not heard of for so long is not told of. */
const silentMsMax = 60_000;

/** Reads the rows that wait, by index; those that are settled are never touched. Throws `RetryLater` while the database is away. */
export function pulse(context: Context): Promise<Pulse> {
  return passing(readPulse(context));
}

/** Saved stories, and dropped ones by reason. Throws `RetryLater` while the database is away. */
export function settled(context: Context): Promise<Settled> {
  return passing(readSettled(context));
}

function passing<Result>(answer: Promise<Result>): Promise<Result> {
  return answer.catch((error: unknown) => {
    throw asPassing(error);
  });
}

async function readPulse(context: Context): Promise<Pulse> {
  const { db, clock } = context;
  const nowMs = clock.nowMs();
  const now = isoTime(nowMs);
  const inHand = sql<number>`count(case when leased_until > ${now} then 1 end)`;
  const due = sql<string | null>`min(case when lane = 0 and next_attempt_at <= ${now} then next_attempt_at end)`;
  const states = await db
    .selectFrom('story')
    .select(({ fn }) => [
      'state',
      fn.countAll<number>().as('waiting'),
      sql<number>`count(case when lane > 0 then 1 end)`.as('backfill'),
      inHand.as('inHand'),
      sql<number>`count(last_error)`.as('retrying'),
      due.as('oldestDueAt'),
    ])
    .where('state', 'in', Object.values(stateOfWork))
    .groupBy('state')
    .execute();
  const feeds = await db
    .selectFrom('feed')
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      sql<number>`0`.as('backfill'),
      inHand.as('inHand'),
      sql<number>`count(case when failures > 0 then 1 end)`.as('retrying'),
      fn.min<string | null>('nextPollAt').as('oldestDueAt'),
    ])
    .where('nextPollAt', '<=', now)
    .executeTakeFirstOrThrow();
  const health = await db
    .selectFrom('feed')
    .select(({ fn }) => ['health', fn.countAll<number>().as('count')])
    .groupBy('health')
    .execute();
  const hosts = await db
    .selectFrom('hostTurn')
    .select(['heldUntil', 'turns'])
    .where((where) => where.or([where('heldUntil', '>', now), where('turns', '<>', '[]')]))
    .execute();
  const processes = await db
    .selectFrom('workerProcess')
    .select(({ fn }) => ['work', fn.countAll<number>().as('count')])
    .where('beatAt', '>', isoTime(nowMs - silentMsMax))
    .groupBy('work')
    .execute();
  const { sources } = await db
    .selectFrom('source')
    .select(({ fn }) => fn.countAll<number>().as('sources'))
    .executeTakeFirstOrThrow();
  const alarmed = await db
    .selectFrom('source')
    .select(['id', 'alarms', 'alarmedAt'])
    .where('alarms', '<>', '[]')
    .orderBy('id')
    .execute();
  const { value } = await db.selectFrom('sequencer').select('value').executeTakeFirstOrThrow();
  const none = { waiting: 0, backfill: 0, inHand: 0, retrying: 0, oldestDueAt: null };
  const stage = (work: keyof typeof stateOfWork): StagePulse => {
    const { state: _, ...figures } = states.find(({ state }) => state === stateOfWork[work]) ?? { state: '', ...none };
    return figures;
  };
  const heldMs = hosts.map(({ heldUntil }) => Date.parse(heldUntil) - nowMs).filter((ms) => ms > 0);
  return {
    at: now,
    stages: { poll: feeds, fetch: stage('fetch'), extract: stage('extract'), save: stage('save') },
    hosts: {
      turns: hosts.reduce((sum, { turns }) => sum + turnsAt(turns, nowMs), 0),
      held: heldMs.length,
      longestHoldMs: Math.max(0, ...heldMs),
    },
    processesByWork: Object.fromEntries(processes.map((row) => [row.work, row.count])),
    feedsByHealth: Object.fromEntries(health.map((row) => [row.health, row.count])),
    sources,
    alarmed: alarmed.map(({ id, alarms, alarmedAt }) => ({
      sourceId: id,
      alarms: JSON.parse(alarms) as string[],
      since: alarmedAt,
    })),
    sequencerHead: value,
  };
}

function turnsAt(turns: string, nowMs: number): number {
  return (JSON.parse(turns) as { readonly untilMs: number }[]).filter(({ untilMs }) => untilMs > nowMs).length;
}

async function readSettled({ db }: Context): Promise<Settled> {
  const saved = await db
    .selectFrom('story')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'saved')
    .executeTakeFirstOrThrow();
  const dropped = await db
    .selectFrom('story')
    .select(({ fn }) => ['dropReason', fn.countAll<number>().as('count')])
    .where('state', '=', 'dropped')
    .groupBy('dropReason')
    .orderBy('dropReason')
    .execute();
  return {
    saved: saved.count,
    droppedByReason: Object.fromEntries(dropped.map(({ dropReason, count }) => [dropReason ?? 'unknown', count])),
  };
}
