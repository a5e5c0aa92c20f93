// The four workers as their processes put them together, in this process: each with a line to the store and to the queue of
// its own. Knows the parts; runs the day's clock through them.
import {
  createExtractWorker,
  createFetchWorker,
  createPassOn,
  createPipeline,
  createPollWorker,
  createSaveWorker,
  createTally,
  fixedRulebook,
  openQueue,
  readRules,
  runWorker,
} from '@civicwire/cli';
import { type Clock, silentLogger, type Ticket, type WorkKind, type WorkQueue, workKinds } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import type { Outlet } from './outlets.ts';
import { createSimulatedExtraction } from './simulated-extraction.ts';
import type { SimulatedWeb } from './simulated-web.ts';

export interface RunningWorkers {
  readonly queue: WorkQueue;
  readonly tally: () => ReturnType<ReturnType<typeof createTally>['snapshot']>;
  /** Resolves when all have stopped. */
  readonly ended: Promise<void>;
}

export async function startWorkers(parts: {
  readonly db: string;
  readonly redis: string;
  readonly clock: Clock;
  readonly speed: number;
  readonly scheduleMs: number | null;
  readonly outlets: readonly Outlet[];
  readonly web: SimulatedWeb;
  readonly signal: AbortSignal;
}): Promise<RunningWorkers> {
  const { db, redis, clock, speed, signal } = parts;
  const tally = createTally();
  const logger = silentLogger;
  const schedules = new Map(parts.outlets.map(({ feedUrl }) => [feedUrl, parts.scheduleMs]));
  const rulebook = fixedRulebook(readRules());
  const pool = createSimulatedExtraction(parts.outlets);
  // A lease is for a process that died, whose real time it is: as long as ever on the wall. One of more than an hour of the
  // day's clock would pass for one that a wrong clock gave, and be freed.
  const pipeline = createPipeline({ threads: 2, once: false });
  const settings = Object.fromEntries(
    workKinds.map((kind) => [
      kind,
      { ...pipeline[kind], leaseMs: Math.min(leaseMsMax, pipeline[kind].leaseMs * speed) },
    ]),
  ) as typeof pipeline;
  const ended = workKinds.map(async (kind) => {
    const store = await openStore(db, { clock, owner: kind });
    const queue = atRealSpeed(openQueue({ queue: 'redis', redis, db }, logger), clock);
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    const run = { kind, store, queue, settings, logger, clock, say, schedules: () => [], signal };
    const passOn = createPassOn(run);
    const { fetcher } = parts.web;
    const make = {
      poll: () => createPollWorker(store, fetcher, schedules, tally, logger, clock, new Map(), passOn.note),
      fetch: () => createFetchWorker(store, fetcher, tally, logger, settings.fetch),
      extract: () => createExtractWorker(store, pool, rulebook, tally, logger, settings.extract),
      save: () => createSaveWorker(store, tally, logger, settings.save),
    } satisfies Record<WorkKind, () => unknown>;
    await runWorker({ ...run, worker: make[kind]() }, passOn);
    await queue.close();
    await store.close();
  });
  const queue = openQueue({ queue: 'redis', redis, db }, logger);
  return { queue, tally: tally.snapshot, ended: Promise.all(ended).then(() => queue.close()) };
}

const leaseMsMax = 3_000_000;

/** A sweep tells the queue everything again that waits, every ten seconds: of the real time, not of the day's. */
const tellAgainMs = 10_000;

/**
 * The queue as it would be told things at the usual speed. Its clock is the real one: what is due later by the day's is told
 * to it later; and the same ticket is told no more often than sweeps are made.
 */
function atRealSpeed(queue: WorkQueue, clock: Clock): WorkQueue {
  const toldMs = new Map<string, number>();
  const isNew = ({ work, id, attempts, deaths, dueMs }: Ticket): boolean => {
    const name = `${work} ${id} ${attempts} ${deaths} ${dueMs}`;
    const nowMs = performance.now();
    if (nowMs - (toldMs.get(name) ?? Number.NEGATIVE_INFINITY) < tellAgainMs) return false;
    toldMs.delete(name);
    toldMs.set(name, nowMs);
    for (const [old, atMs] of toldMs) {
      if (nowMs - atMs < tellAgainMs) break;
      toldMs.delete(old);
    }
    return true;
  };
  return { ...queue, add: (tickets) => queue.add(tickets.filter((one) => one.dueMs <= clock.nowMs() && isNew(one))) };
}
