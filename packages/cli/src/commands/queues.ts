// `civicwire queues`: shows the jobs of the queue in a browser until stopped.
import { once } from 'node:events';
import { systemClock, UsageError, workKinds } from '@civicwire/shared';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { exitCode } from '../exit-code.ts';
import { createLogger } from '../logger.ts';
import { serveQueueBoard } from '../operations/queue-board/serve-queue-board.ts';
import { say, writeData } from '../output.ts';
import { queueName } from '../queues/bull-queue.ts';
import { openQueue } from '../queues/open-queue.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export interface QueuesOptions {
  readonly redis: string;
  readonly port: string;
  readonly allowChanges?: boolean;
}

/** A line on which no answer comes for so long is made anew. */
const silentMsMax = 5_000;

/** Prints the address (with its one-time token) on standard output and serves until Ctrl-C. */
export async function queuesCommand({ redis, port, allowChanges = false }: QueuesOptions): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`queues: --port is "${port}"; expected a number from 0 to 65535`);
  const logger = createLogger();
  // Refuses an address that is none, in the words of the workers.
  await openQueue({ queue: 'redis', redis, db: '' }, logger).close();
  const stop = new AbortController();
  const release = stopOnSignals(stop, null);
  const connection = new Redis(redis, { maxRetriesPerRequest: null, socketTimeout: silentMsMax });
  connection.on('error', (error) => logger.debug('redis connection', { error: String(error) }));
  const queues = workKinds.map(
    (kind) => new Queue(queueName(kind), { connection, skipVersionCheck: true, skipWaitingForReady: true }),
  );
  for (const queue of queues) queue.on('error', (error) => logger.debug('queue', { error: String(error) }));
  try {
    const board = await serveQueueBoard({ queues, port: Number(port), allowChanges, clock: systemClock, logger });
    await writeData(`${board.url}\n`);
    say('queues: open the address above in a browser on this machine; it works once. Ctrl-C stops.');
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
    await board.close();
    return exitCode.done;
  } finally {
    release();
    await Promise.all(queues.map((queue) => queue.close().catch(() => undefined)));
    connection.disconnect();
  }
}
