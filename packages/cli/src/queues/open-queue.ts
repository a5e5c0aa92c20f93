// Which queue the processes are joined by. Knows names and addresses; no work.
import { type Logger, UsageError, type WorkQueue } from '@civicwire/shared';
import { openPostgresQueue } from './postgres-queue.ts';
import { openRedisQueue } from './redis-queue.ts';

export interface QueueChoice {
  /** "redis" or "postgres" (in the store's own database). */
  readonly queue: string;
  /** Address of the Redis server. */
  readonly redis: string;
  /** Address of the store. */
  readonly db: string;
}

/** Throws `UsageError` for another name, or an address that does not fit. A queue that is away is no error: it is waited for. */
export function openQueue({ queue, redis, db }: QueueChoice, logger: Logger): WorkQueue {
  if (queue === 'redis') return openRedisQueue(redis, logger);
  if (queue === 'postgres') return openPostgresQueue(db, logger);
  throw new UsageError(`queue "${queue}": expected redis or postgres`);
}
