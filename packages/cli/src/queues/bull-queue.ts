// Work queues by BullMQ, on Redis or on PostgreSQL alike. Knows BullMQ's jobs and settings; no ledger and no work.
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

/** BullMQ's classes over one place, as `redis-queue.ts` and `postgres-queue.ts` make them. */
export interface BullPlace {
  readonly openQueue: (name: string) => Queue;
  readonly openWorker: (name: string, process: JobProcessor, options: Partial<WorkerOptions>) => Worker;
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
  readonly queue: (work: WorkKind) => Queue;
  readonly close: () => Promise<void>;
}

/** The adding side: one queue for each kind of work. */
export function openBullQueues(place: BullPlace, logger: Logger): BullQueues {
  const queues = new Map<WorkKind, Queue>();
  const queue = (work: WorkKind): Queue => {
    const known = queues.get(work);
    if (known !== undefined) return known;
    const opened = place.openQueue(queueName(work));
    opened.on('error', (error) => logger.debug('queue connection', { work, error: String(error) }));
    queues.set(work, opened);
    return opened;
  };
  return {
    queue,
    add: async (tickets) => {
      for (const work of workKinds) {
        const jobs = tickets.filter((ticket) => ticket.work === work).map(jobOf);
        if (jobs.length > 0) await inTime(queue(work).addBulk(jobs));
      }
    },
    depth: async (work) => {
      const counts = await inTime(queue(work).getJobCounts('waiting', 'prioritized', 'delayed', 'active'));
      const { waiting = 0, prioritized = 0, delayed = 0, active = 0 } = counts;
      return { waiting: waiting + prioritized, delayed, active };
    },
    close: async () => {
      await Promise.all([...queues.values()].map((one) => inTime(one.close()).catch(() => undefined)));
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
  const worker = place.openWorker(queueName(work), take, { ...workerSettings, concurrency });
  worker.on('error', (error) => logger.debug('queue connection', { work, error: String(error) }));
  worker.on('failed', (job, error) => logger.error('job failed', { work, job: job?.id, error: String(error) }));
  worker.run().catch((error: unknown) => logger.error('queue worker ended', { work, error: String(error) }));
  return {
    pause: () => {
      if (!worker.isPaused()) worker.pause(true).catch(() => undefined);
    },
    resume: () => {
      if (worker.isPaused()) worker.resume();
    },
    close: () => worker.close(),
  };

  function take(job: Job): Promise<void> {
    return handle(String((job.data as { readonly id?: unknown }).id));
  }
}
