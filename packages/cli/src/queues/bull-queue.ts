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

/** The name of one try of one row: added twice, it is one job. */
function jobIdOf({ work, id, attempts, deaths, dueMs }: Ticket): string {
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
      const counts = await inTime((await queue(work)).getJobCounts('waiting', 'prioritized', 'delayed', 'active'));
      const { waiting = 0, prioritized = 0, delayed = 0, active = 0 } = counts;
      return { waiting: waiting + prioritized, delayed, active };
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

/** The taking side. The ledger decides whether a job is still to be done: see `consume` in packages/shared/src/work-queue.ts. */
export function startConsumer(
  place: BullPlace,
  work: WorkKind,
  concurrency: number,
  handle: (id: string) => Promise<void>,
  logger: Logger,
): QueueConsumer {
  const closing = new AbortController();
  let [worker, isPaused] = [null as Worker | null, false];
  const opened = open();
  return {
    pause: () => {
      isPaused = true;
      if (worker?.isPaused() === false) worker.pause(true).catch(() => undefined);
    },
    resume: () => {
      isPaused = false;
      if (worker !== null) run(worker);
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
        worker = await place.openWorker(queueName(work), take, { ...workerSettings, concurrency });
        worker.on('error', (error) => logger.debug('queue connection', { work, error: String(error) }));
        worker.on('failed', (job, error) => logger.error('job failed', { work, job: job?.id, error: String(error) }));
        if (!isPaused && !closing.signal.aborted) run(worker);
      } catch (error) {
        logger.debug('queue connection', { work, error: String(error) });
        await sleep(retryMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Also one whose run has ended by an error. */
  function run(opened: Worker): void {
    if (opened.isPaused()) void opened.resume();
    else if (!opened.isRunning())
      opened.run().catch((error: unknown) => logger.error('queue worker ended', { work, error: String(error) }));
  }

  function take(job: Job): Promise<void> {
    return handle(String((job.data as { readonly id?: unknown }).id));
  }
}
