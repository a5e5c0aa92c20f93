// The queue on Redis: connections that never give up, and what the server must be like. Knows Redis; no work.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger, QueueSchedule, WorkQueue } from '@civicwire/shared';
import { RetryLater, UsageError } from '@civicwire/shared';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { type BullPlace, inTime, openBullQueues, startConsumer } from './bull-queue.ts';
import { keepSchedules } from './keep-schedules.ts';

const versionMin = 7;
const reconnectMsMax = 2_000;
const connectMsMax = 1_000;
const loadingMs = 1_000;
/** A connection on which no answer comes for so long is made anew: a server may go without a word. Who takes waits up to 10 s. */
const silentMsMax = { adding: 5_000, taking: 12_000 } as const;
/** Entries of BullMQ's list of events, which we do not read. */
const eventsMax = 100;

/** Opens lines to the server and returns at once: one that is away is waited for. Throws `UsageError` for an address that is none. */
export function openRedisQueue(url: string, logger: Logger): WorkQueue {
  if (!/^rediss?:\/\/[^/]/.test(url))
    throw new UsageError(`queue ${hideSecret(url)}: expected redis://HOST:PORT or rediss://HOST:PORT`);
  const place = hideSecret(url);
  // BullMQ leaves connections open that it has not made itself.
  const opened: Redis[] = [];
  // Those who add do not wait for a server that is away: the ledger keeps what they wanted to add.
  const adding = connect({
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 4_000,
    socketTimeout: silentMsMax.adding,
  });
  const bull: BullPlace = {
    openQueue: async (name) =>
      new Queue(name, {
        connection: adding,
        skipVersionCheck: true,
        skipWaitingForReady: true,
        streams: { events: { maxLen: eventsMax } },
      }),
    openWorker: async (name, process, options) =>
      new Worker(name, process, {
        ...options,
        connection: connect({ maxRetriesPerRequest: null, socketTimeout: silentMsMax.taking }),
        skipVersionCheck: true,
      }),
  };
  const queues = openBullQueues(bull, logger);
  const facts = async () => {
    await whenConnected(adding);
    const facts = readFacts(await inTime(adding.info()));
    if (facts.isLoading) throw new RetryLater('it is reading its files', loadingMs);
    return facts;
  };
  return {
    name: 'redis',
    place,
    add: queues.add,
    depth: queues.depth,
    schedule: async (schedules: readonly QueueSchedule[]) => keepSchedules(await queues.queue('poll'), schedules),
    consume: (work, concurrency, handle) => startConsumer(bull, work, concurrency, handle, logger),
    problem: async () => {
      try {
        const { version } = await facts();
        if (Number.parseInt(version, 10) >= versionMin) return null;
        return `redis at ${place} is version ${version}; expected ${versionMin} or newer`;
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error;
        return `redis at ${place} cannot be reached (${error.message}); expected a server that answers`;
      }
    },
    warnings: async () => {
      const { appendOnly, eviction } = await facts();
      return [
        ...(appendOnly
          ? []
          : [
              `redis at ${place} has no append-only file: what is queued is lost when it stops and comes again from the ledger, some seconds later; expected appendonly yes`,
            ]),
        ...(eviction === 'noeviction'
          ? []
          : [
              `redis at ${place} may throw keys away when its memory is full (maxmemory-policy ${eviction}); expected noeviction`,
            ]),
      ];
    },
    close: async () => {
      await queues.close();
      for (const redis of opened) redis.disconnect();
    },
  };

  function connect(options: Readonly<Record<string, unknown>>): Redis {
    const redis = new Redis(url, {
      ...options,
      retryStrategy: (times) => Math.min(times * 100, reconnectMsMax),
      reconnectOnError: () => false,
    });
    redis.on('error', (error) => logger.debug('redis connection', { error: String(error) }));
    opened.push(redis);
    return redis;
  }
}

/** A connection that is being made is waited for, for a moment. */
async function whenConnected(redis: Redis): Promise<void> {
  if (!['connecting', 'connect', 'wait'].includes(redis.status)) return;
  const settled = new AbortController();
  const events = ['ready', 'close'].map((name) => once(redis, name, { signal: settled.signal }));
  await Promise.race([...events, sleep(connectMsMax, undefined, { signal: settled.signal })]).catch(() => undefined);
  settled.abort();
  await Promise.allSettled(events);
}

interface ServerFacts {
  readonly version: string;
  readonly isLoading: boolean;
  readonly appendOnly: boolean;
  readonly eviction: string;
}

/** From the words of INFO; a server that hides a fact counts as one that is well. */
function readFacts(info: string): ServerFacts {
  const fact = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  return {
    version: fact('redis_version') ?? `${versionMin}`,
    isLoading: fact('loading') === '1',
    appendOnly: fact('aof_enabled') !== '0',
    eviction: fact('maxmemory_policy') ?? 'noeviction',
  };
}

function hideSecret(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@');
}
