// Work queues by BullMQ, on Redis or on PostgreSQL alike. Knows BullMQ's jobs and settings; no ledger and no work.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Logger,
  type QueueConsumer,
  type QueueDepth,
  RetryLater,
  type Ticket,
  type WorkKind,
  workKinds,
} from '@civicwire/shared';
import type { Job, Queue, Worker, WorkerOptions } from 'bullmq';

/**
 * BullMQ's classes over one place, as `redis-queue.ts` and `postgres-queue.ts` make them. Each rejects when it cannot be made
 * for now, and is asked again.
 */
export interface BullPlace {
  readonly openQueue: (name: string) => Promise<Queue>;
  readonly openWorker: (name: string, process: JobProcessor, options: Partial<WorkerOptions>) => Promise<Worker>;
}

type JobProcessor = (job: Job) => Promise<void>;

/**
 * Nothing is decided by the queue: a job whose worker died is handed out again however often that was, a job that ended is
 * forgotten at once, tries are counted in the ledger.
 */
const workerSettings = {
  autorun: false,
  lockDuration: 30_000,
  stalledInterval: 10_000,
  runRetryDelay: 1_000,
  // As good as endless; PostgreSQL keeps it in 32 bits.
  maxStalledCount: 1_000_000_000,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
} as const satisfies Partial<WorkerOptions>;

/** Live jobs have no priority number, which BullMQ takes before any other. */
const backfillPriority = 10;
const retryMs = 1_000;
/** How long a command may take before the queue counts as away. */
const answerMsMax = 5_000;

export const queueName = (work: WorkKind): string => `civicwire-${work}`;

/**
 * The name of one try of one row: added twice, it is one job. A feed has one job, whatever its time: it may have been asked
 * meanwhile at its regular time, and jobs of times that are past would pile up behind a late queue. What a dead worker has in
 * hand does not stand in the way of the next try.
 */
function jobIdOf({ work, id, attempts, deaths, dueMs }: Ticket): string {
  if (work === 'poll') return `${work}-${id}-${deaths}`;
  return `${work}-${id}-${attempts}-${deaths}-${dueMs.toString(36)}`;
}

export interface BullQueues {
  readonly add: (tickets: readonly Ticket[]) => Promise<void>;
  readonly depth: (work: WorkKind) => Promise<QueueDepth>;
  /** Rejects with `RetryLater` while the place cannot be reached. */
  readonly queue: (work: WorkKind) => Promise<Queue>;
  readonly close: () => Promise<void>;
}

/** The adding side: one queue for each kind of work. */
export function openBullQueues(place: BullPlace, logger: Logger): BullQueues {
  const queues = new Map<WorkKind, Promise<Queue>>();
  const queue = (work: WorkKind): Promise<Queue> => {
    const known = queues.get(work);
    if (known !== undefined) return inTime(known);
    const opened = place.openQueue(queueName(work)).then((made) => {
      made.on('error', (error) => logger.debug('queue connection', { work, error: String(error) }));
      return made;
    });
    queues.set(work, opened);
    opened.catch(() => queues.delete(work));
    return inTime(opened);
  };
  return {
    queue,
    add: async (tickets) => {
      for (const work of workKinds) {
        const jobs = tickets.filter((ticket) => ticket.work === work).map(jobOf);
        const [only] = jobs;
        if (only === undefined) continue;
        const place = await queue(work);
        // Many take a pipeline, which is dear to make for one.
        await inTime<unknown>(jobs.length === 1 ? place.add(only.name, only.data, only.opts) : place.addBulk(jobs));
      }
    },
    depth: async (work) => {
      const place = await queue(work);
      const counts = await inTime(place.getJobCounts('waiting', 'prioritized', 'delayed', 'active'));
      const { waiting = 0, prioritized = 0, delayed = 0, active = 0 } = counts;
      const regular = work === 'poll' ? await inTime(place.getJobSchedulersCount()) : 0;
      return { waiting: waiting + prioritized, delayed, active, regular };
    },
    close: async () => {
      const closing = [...queues.values()].map((one) => inTime(one.then((opened) => opened.close())));
      await Promise.allSettled(closing);
    },
  };
}

function jobOf(ticket: Ticket) {
  const delay = Math.max(0, ticket.dueMs - Date.now());
  return {
    name: ticket.work,
    data: { id: ticket.id },
    opts: {
      jobId: jobIdOf(ticket),
      ...(delay > 0 ? { delay } : {}),
      ...(ticket.lane > 0 ? { priority: backfillPriority } : {}),
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

/** Rejects with `RetryLater` when the queue cannot be reached, or does not answer in time. */
export function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new RetryLater(`the queue has not answered in ${answerMsMax / 1000} s`, retryMs));
    const timer = setTimeout(late, answerMsMax);
    answer
      .then(resolve, (error: unknown) =>
        reject(
          new RetryLater(`queue: ${error instanceof Error ? error.message : String(error)}`, retryMs, { cause: error }),
        ),
      )
      .finally(() => clearTimeout(timer));
  });
}

/**
 * The taking side. The ledger decides whether a job is still to be done: see `consume` in packages/shared/src/work-queue.ts.
 * After an error it rests for a moment: BullMQ takes again at once, and again, from a queue that answers with errors.
 */
export function startConsumer(
  place: BullPlace,
  work: WorkKind,
  concurrency: number,
  handle: (id: string) => Promise<void>,
  logger: Logger,
): QueueConsumer {
  const closing = new AbortController();
  let [worker, isPaused, isResting] = [null as Worker | null, false, false];
  const opened = open();
  return {
    pause: () => {
      isPaused = true;
      settle();
    },
    resume: () => {
      isPaused = false;
      settle();
    },
    close: async () => {
      closing.abort();
      await opened;
      await worker?.close();
    },
  };

  /** Tries until there is one, or it is closed. */
  async function open(): Promise<void> {
    while (worker === null && !closing.signal.aborted) {
      try {
        const made = await place.openWorker(queueName(work), take, { ...workerSettings, concurrency });
        made.on('error', (error) => void rest(error));
        made.on('failed', (job, error) => logger.error('job failed', { work, job: job?.id, error: String(error) }));
        // `resume` calls it too, and waits for nothing: an error there would end the process.
        const run = made.run.bind(made);
        made.run = () =>
          run().catch((error: unknown) => logger.error('queue worker ended', { work, error: String(error) }));
        worker = made;
        settle();
      } catch (error) {
        logger.debug('queue connection', { work, error: String(error) });
        await sleep(retryMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Makes the worker run or rest as is wanted now, also one whose run has ended. Asked time and again, it changes nothing. */
  function settle(): void {
    if (worker === null || closing.signal.aborted) return;
    if (isPaused || isResting) {
      if (!worker.isPaused()) worker.pause(true).catch(() => undefined);
    } else if (worker.isPaused()) void worker.resume();
    else if (!worker.isRunning()) void worker.run();
  }

  async function rest(error: unknown): Promise<void> {
    logger.debug('queue connection', { work, error: String(error) });
    if (isResting) return;
    isResting = true;
    settle();
    await sleep(retryMs, undefined, { signal: closing.signal }).catch(() => undefined);
    isResting = false;
    settle();
  }

  function take(job: Job): Promise<void> {
    return handle(String((job.data as { readonly id?: unknown }).id));
  }
}
