// The queue in PostgreSQL, for those who run no Redis: BullMQ's own tables in a schema beside the store's. Knows no work.
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
    openQueue: (name) => new Queue(name, { connection }, createPostgresBackend) as unknown as Queue,
    openWorker: (name, process, options) =>
      new Worker(name, process, { ...options, connection } as never, createPostgresBackend) as unknown as Worker,
  };
  const queues = openBullQueues(bull, logger);
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  return {
    name: 'postgres',
    place,
    add: queues.add,
    depth: queues.depth,
    schedule: (schedules) => keepSchedules(queues.queue('poll'), schedules),
    consume: (work, concurrency, handle) => startConsumer(bull, work, concurrency, handle, logger),
    problem: async () => {
      try {
        await inTime(queues.queue('poll').getJobCounts('waiting'));
        return null;
      } catch (error) {
        return `queue tables in ${place} cannot be reached (${error instanceof Error ? error.message : String(error)}); expected the database to answer`;
      }
    },
    warnings: async () => [],
    close: queues.close,
  };
}
