// The queue in PostgreSQL, for those who run no Redis: BullMQ's own tables in a schema beside the store's. Knows no work.
import type { EventEmitter } from 'node:events';
import { type Logger, UsageError, type WorkQueue } from '@civicwire/shared';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { type BullPlace, inTime, openBullQueues, startConsumer } from './bull-queue.ts';
import { keepSchedules } from './keep-schedules.ts';

const schema = 'civicwire_queue';
const connectionsMax = 4;
const connectMsMax = 5_000;

/** Opens the queue in the database at `url`, whose tables are made by the first to come. Throws `UsageError` for another kind of database. */
export function openPostgresQueue(url: string, logger: Logger): WorkQueue {
  if (!/^postgres(?:ql)?:\/\//.test(url))
    throw new UsageError(
      `queue postgres: the store is ${url.split(':')[0]}; expected a PostgreSQL store, or --queue redis`,
    );
  const connection = {
    connectionString: url,
    schema,
    migrate: true,
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
  };
  const bull: BullPlace = {
    openQueue: (name) => whenReady(new Queue(name, { connection }, createPostgresBackend) as unknown as Queue, logger),
    openWorker: (name, process, options) =>
      whenReady(
        new Worker(name, process, { ...options, connection } as never, createPostgresBackend) as unknown as Worker,
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

/** BullMQ remembers for good that the first connection failed: what is not ready is of no use any more, and is closed. */
async function whenReady<Opened extends Queue | Worker>(opened: Opened, logger: Logger): Promise<Opened> {
  const forget = (error: unknown) => logger.debug('queue connection', { error: String(error) });
  const events: EventEmitter = opened;
  events.on('error', forget);
  try {
    await opened.waitUntilReady();
    return opened;
  } catch (error) {
    opened.close().catch(forget);
    throw error;
  } finally {
    events.off('error', forget);
  }
}
