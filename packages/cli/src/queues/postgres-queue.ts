// The queue in PostgreSQL, for those who run no Redis: BullMQ's own tables in a schema beside the store's. Knows no work.
import type { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, UsageError, type WorkQueue } from '@civicwire/shared';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { type BullPlace, inTime, openBullQueues, startConsumer } from './bull-queue.ts';
import { keepSchedules } from './keep-schedules.ts';

/** Of BullMQ's tables; the store's are in the user's own. */
export const queueSchema = 'civicwire_queue';
const connectionsMax = 4;
const connectMsMax = 5_000;
/** A question of the queue is answered within this, or its connection counts as lost: a server may go without a word. */
const answerMsMax = 20_000;
const openMsMax = 30_000;
/** No worker waits longer without looking: BullMQ would wait for the next delayed job, up to an hour, on one word of the server. */
const blockSecondsMax = 10;

/** Opens the queue in the database at `url`, whose tables are made by the first to come. Throws `UsageError` for another kind of database. */
export function openPostgresQueue(url: string, logger: Logger): WorkQueue {
  const problem = problemOfAddress(url);
  if (problem !== null) throw new UsageError(problem);
  const connection = {
    connectionString: url,
    schema: queueSchema,
    migrate: true,
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
    query_timeout: answerMsMax,
    keepAlive: true,
  };
  const bull: BullPlace = {
    openQueue: (name) => whenReady(new Queue(name, { connection }, createPostgresBackend) as unknown as Queue, logger),
    openWorker: (name, process, options) =>
      whenReady(
        new Worker(name, process, { ...options, connection } as never, createPatientBackend) as unknown as Worker,
        logger,
      ),
  };
  const queues = openBullQueues(bull, logger);
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  return {
    name: 'postgres',
    place,
    add: queues.add,
    depth: queues.depth,
    schedule: async (schedules) => keepSchedules(await queues.queue('poll'), schedules),
    consume: (work, concurrency, handle) => startConsumer(bull, work, concurrency, handle, logger),
    problem: async () => {
      try {
        await inTime((await queues.queue('poll')).getJobCounts('waiting'));
        return null;
      } catch (error) {
        return `queue tables in ${place} cannot be reached (${error instanceof Error ? error.message : String(error)}); expected the database to answer`;
      }
    },
    warnings: async () => [],
    close: queues.close,
  };
}

/** Why the queue cannot be in the database at `url`, whatever that answers; null when it can. */
export function problemOfAddress(url: string): string | null {
  if (/^postgres(?:ql)?:\/\//.test(url)) return null;
  return `queue postgres: the store is ${url.split(':')[0]}; expected a PostgreSQL store, or --queue redis`;
}

const createPatientBackend: typeof createPostgresBackend = (...parts) =>
  Object.defineProperty(createPostgresBackend(...parts), 'maximumBlockTimeout', { value: blockSecondsMax });

/**
 * BullMQ remembers for good that the first connection failed: what is not ready, or not in time, is of no use any more, and is
 * closed.
 */
async function whenReady<Opened extends Queue | Worker>(opened: Opened, logger: Logger): Promise<Opened> {
  const forget = (error: unknown) => logger.debug('queue connection', { error: String(error) });
  const events: EventEmitter = opened;
  events.on('error', forget);
  const late = new AbortController();
  const isLate = sleep(openMsMax, undefined, { signal: late.signal }).then(() => {
    throw new Error(`not ready in ${openMsMax / 1000} s`);
  });
  try {
    await Promise.race([opened.waitUntilReady(), isLate]);
    events.off('error', forget);
    return opened;
  } catch (error) {
    opened.close().catch(forget);
    throw error;
  } finally {
    late.abort();
  }
}
