// One kind of work in a process of its own: takes the ids that a queue hands out, does what the ledger says of them, and
// passes on what follows. Knows queue and ledger; not the work.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Clock,
  type Logger,
  type QueueConsumer,
  type QueueSchedule,
  RetryLater,
  type WorkKind,
  type WorkQueue,
  workKinds,
} from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import type { Worker } from './engine.ts';
import type { PassOn } from './pass-on.ts';
import { feeds, stopGraceMs, sweepEveryMs, type WorkerSettings } from './pipeline.ts';
import { putBackTheDead } from './presence.ts';
import { createSweeper } from './sweep.ts';

export interface WorkerRun {
  readonly kind: WorkKind;
  readonly worker: Worker;
  readonly store: Store;
  readonly queue: WorkQueue;
  readonly settings: Readonly<Record<WorkKind, WorkerSettings>>;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Tells the person at the keyboard what is wrong, and when it is well again. */
  readonly say: (line: string) => void;
  /** Regular times of feeds, to be kept by the queue; null for those who do not know the sources. */
  readonly schedules: () => readonly QueueSchedule[] | null;
  readonly signal: AbortSignal;
}

const tickMs = 1_000;

/** Works until stopped. A queue or database that is away is waited for, however long; both are said when they go and come. */
export async function runWorker(run: WorkerRun, passOn: PassOn): Promise<void> {
  const { kind, worker, store, queue, settings, logger, clock, signal } = run;
  const { concurrency, leaseMs } = settings[kind];
  const sweeper = createSweeper(store, queue, settings, clock);
  const say = tellChanges(run.say, logger);
  const inHand = new Set<string>();
  let consumer = null as QueueConsumer | null;
  let [sweptMs, scheduledMs, isWarned] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  await patiently(() => putBackTheDead(store, clock));
  while (!signal.aborted) {
    const problem = await queue.problem();
    say(problem);
    if (problem !== null) consumer?.pause();
    else await patiently(workOn);
    await sleep(tickMs, undefined, { signal }).catch(() => undefined);
  }
  await stopWithin(consumer, stopGraceMs, logger);
  await passOn.close();

  async function workOn(): Promise<void> {
    if (!isWarned) for (const warning of await queue.warnings()) run.say(`${kind}: warning: ${warning}`);
    isWarned = true;
    consumer ??= queue.consume(kind, concurrency, handle);
    const next = feeds[kind];
    const isFull = next !== null && (await queue.depth(next)).waiting >= settings[next].ticketsMax;
    if (isFull) consumer.pause();
    else consumer.resume();
    if (clock.nowMs() - scheduledMs >= sweepEveryMs) {
      scheduledMs = clock.nowMs();
      const schedules = run.schedules();
      // A queue that was emptied has forgotten them.
      if (schedules !== null) await queue.schedule(schedules);
    }
    if (!(await store.processes.takeDuty('sweep', 2 * sweepEveryMs))) return;
    if (clock.nowMs() - sweptMs >= sweepEveryMs) {
      sweptMs = clock.nowMs();
      await putBackTheDead(store, clock);
      await sweeper.sweep(workKinds);
    } else await sweeper.sweep(await sweeper.runningLow());
  }

  /** A database that is away is waited for with the unit in hand; its lease is this process's own all the while. */
  async function handle(id: string): Promise<void> {
    if (inHand.has(id)) return;
    inHand.add(id);
    try {
      while (!signal.aborted) {
        const waitMs = await tryOnce(id);
        if (waitMs === null) return;
        await sleep(waitMs, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      inHand.delete(id);
    }
  }

  /** Null when it came to an end; else how long to wait for the database. */
  async function tryOnce(id: string): Promise<number | null> {
    try {
      const job = await worker.takeOne(id, leaseMs);
      await job?.();
      if (kind !== 'poll') passOn.note([id]);
      return null;
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      logger.warn('database held by others', { kind, id, error: error.message, waitMs: error.afterMs });
      return error.afterMs;
    }
  }

  async function patiently(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      logger.warn('waiting for others', { kind, error: error.message, waitMs: error.afterMs });
    }
  }
}

/** Says a problem when it comes, when it changes and when it has gone. */
function tellChanges(say: (line: string) => void, logger: Logger): (problem: string | null) => void {
  let last: string | null = null;
  return (problem) => {
    if (problem === last) return;
    if (problem === null) say('queue: can be used again');
    else say(`queue: ${problem}; work goes on by itself when it is there`);
    logger.warn(problem === null ? 'queue is back' : 'queue is away', problem === null ? {} : { problem });
    last = problem;
  };
}

async function stopWithin(consumer: QueueConsumer | null, graceMs: number, logger: Logger): Promise<void> {
  if (consumer === null) return;
  const late = new AbortController();
  const closed = consumer.close().catch((error: unknown) => logger.warn('queue not left', { error: String(error) }));
  await Promise.race([
    closed.finally(() => late.abort()),
    sleep(graceMs, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
}
