// Takes due work from the ledger and hands it to workers, until there is none or somebody says stop.
// Knows queues and leases; not what the work is.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, RetryLater } from '@civicwire/shared';
import PQueue from 'p-queue';
import { feeds, type WorkerSettings, type WorkKind, workKinds } from './pipeline.ts';

/** One kind of work, as those see it who hand it out. */
export interface Worker {
  /** Leases up to `limit` due units; each comes as the job that does it and writes down its outcome. */
  readonly take: (limit: number, leaseMs: number) => Promise<readonly Job[]>;
  /** Leases one unit by its id; null when it is not due, or done, or somebody has it. A fault in its job is written on it, not thrown. */
  readonly takeOne: (id: string, leaseMs: number) => Promise<Job | null>;
  /** Milliseconds until a unit can be taken; 0 now, null never. */
  readonly nextDueMs: () => Promise<number | null>;
}

/** Throws `RetryLater` while the database is held by others, and else only for faults of the program or the database. */
export type Job = () => Promise<void>;

/** A worker's parts. */
export interface WorkerParts<Unit> {
  readonly claim: (limit: number, leaseMs: number) => Promise<readonly Unit[]>;
  readonly claimOne: (id: string, leaseMs: number) => Promise<Unit | null>;
  readonly nextDueMs: () => Promise<number | null>;
  readonly work: (unit: Unit) => Promise<void>;
  readonly deathsMax: number;
  /** Puts a unit aside that was in the hands of `deathsMax` processes that died. */
  readonly giveUp: (unit: Unit) => Promise<void>;
  /** Writes down that the program failed at this unit: to be tried again, or put aside. */
  readonly fail: (unit: Unit, error: unknown) => Promise<void>;
}

export function createWorker<Unit extends { readonly deaths: number }>(parts: WorkerParts<Unit>): Worker {
  const { claim, claimOne, nextDueMs, work, deathsMax, giveUp, fail } = parts;
  const jobOf =
    (unit: Unit): Job =>
    () =>
      unit.deaths >= deathsMax ? giveUp(unit) : work(unit);
  return {
    take: async (limit, leaseMs) => (await claim(limit, leaseMs)).map(jobOf),
    takeOne: async (id, leaseMs) => {
      const unit = await claimOne(id, leaseMs);
      if (unit === null) return null;
      return () =>
        jobOf(unit)().catch((error: unknown) => {
          if (error instanceof RetryLater) throw error;
          return fail(unit, error);
        });
    },
    nextDueMs,
  };
}

/** A worker for a run that leaves one kind of work alone. */
export const idleWorker: Worker = { take: async () => [], takeOne: async () => null, nextDueMs: async () => null };

export type Workers = Readonly<Record<WorkKind, Worker>>;

export interface EngineOptions {
  readonly settings: Readonly<Record<WorkKind, WorkerSettings>>;
  readonly logger: Logger;
  /** Return when nothing is due; stories that are to be tried again within `patienceMs` are waited for. */
  readonly once: boolean;
  readonly patienceMs: number;
  /** Aborted: hand out nothing more, finish what is in hand, return. */
  readonly signal: AbortSignal;
}

const idleMs = 1_000;

/**
 * Runs until done or stopped. Rejects when a worker throws; what was in hand is finished first. While another program holds
 * the database (`RetryLater`) it waits: a unit whose outcome could not be written comes again when its lease has run out.
 */
export async function runEngine(workers: Workers, options: EngineOptions): Promise<void> {
  const queues = new Map<WorkKind, PQueue>(
    workKinds.map((kind) => [kind, new PQueue({ concurrency: options.settings[kind].concurrency })]),
  );
  const failures: unknown[] = [];
  const wake = createWake();
  const resting = createResting();
  try {
    while (!options.signal.aborted && failures.length === 0) {
      let handed = 0;
      for (const kind of workKinds) if (!resting.has(kind)) handed += await pump(kind);
      if (handed > 0) continue;
      const busy = [...queues.values()].some((queue) => queue.size + queue.pending > 0);
      if (!busy) resting.clear();
      const dueMs = busy ? restMs : await soonestDueMs(workers, options);
      if (dueMs === null) break;
      if (dueMs > 0) await wake.orAfter(Math.min(dueMs, idleMs), options.signal);
    }
  } finally {
    await Promise.all([...queues.values()].map((queue) => queue.onIdle()));
  }
  if (failures.length > 0) throw failures[0];

  async function pump(kind: WorkKind): Promise<number> {
    const queue = queues.get(kind);
    const { concurrency, leaseMs } = options.settings[kind];
    const room = queue ? 2 * concurrency - queue.size - queue.pending : 0;
    if (!queue || room < concurrency) return 0;
    const jobs = await workers[kind].take(room, leaseMs).catch((error: unknown) => waitForDatabase(kind, error));
    if (jobs.length === 0) resting.add(kind);
    for (const job of jobs) {
      void queue
        .add(async () => {
          // What was claimed but not begun when stopped is left to its lease; the next start puts it back at once.
          if (!options.signal.aborted) await job().catch((error: unknown) => waitForDatabase(kind, error));
        })
        .catch((error: unknown) => {
          options.logger.error('worker failed', { kind, error: String(error) });
          failures.push(error);
        })
        .finally(() => {
          const next = feeds[kind];
          if (next !== null) resting.end(next);
          wake.ring();
        });
    }
    return jobs.length;
  }

  /** Waits as long as the error asks, and gives no jobs; any other error is thrown on. */
  async function waitForDatabase(kind: WorkKind, error: unknown): Promise<readonly Job[]> {
    if (!(error instanceof RetryLater)) throw error;
    options.logger.warn('database held by others', { kind, error: error.message, waitMs: error.afterMs });
    await sleep(error.afterMs, undefined, { signal: options.signal }).catch(() => undefined);
    return [];
  }
}

/** A kind of work of which there was none is not asked for again for so long, unless the one before it has done something. */
const restMs = 200;

/** The kinds of work that rest. */
function createResting(): {
  readonly has: (kind: WorkKind) => boolean;
  readonly add: (kind: WorkKind) => void;
  readonly end: (kind: WorkKind) => void;
  readonly clear: () => void;
} {
  const untilMs = new Map<WorkKind, number>();
  return {
    has: (kind) => (untilMs.get(kind) ?? 0) > performance.now(),
    add: (kind) => untilMs.set(kind, performance.now() + restMs),
    end: (kind) => untilMs.delete(kind),
    clear: () => untilMs.clear(),
  };
}

/** 0 when something is due, the wait until something will be, null when this run is over. */
async function soonestDueMs(workers: Workers, options: EngineOptions): Promise<number | null> {
  let soonest: number | null = null;
  for (const kind of workKinds) {
    const dueMs = await workers[kind].nextDueMs();
    if (dueMs === null) continue;
    const waits = !options.once || dueMs === 0 || (kind !== 'poll' && dueMs <= options.patienceMs);
    if (waits && (soonest === null || dueMs < soonest)) soonest = dueMs;
  }
  return soonest === null && !options.once ? idleMs : soonest;
}

/** A bell: `ring` ends the wait that is going on. */
function createWake(): {
  readonly ring: () => void;
  readonly orAfter: (ms: number, signal: AbortSignal) => Promise<void>;
} {
  let current: AbortController | null = null;
  return {
    ring: () => current?.abort(),
    orAfter: async (ms, signal) => {
      current = new AbortController();
      await sleep(ms, undefined, { signal: AbortSignal.any([signal, current.signal]) }).catch(() => undefined);
      current = null;
    },
  };
}
