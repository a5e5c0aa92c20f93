// The topology: which worker feeds which, how many run at once, how long a lease lasts, when to give up. All of it is here.
//
//   sources ──▶ poll ──▶ fetch ──▶ extract ──▶ save ──▶ records
//               feeds    stories   snapshots   extractions
//
// A worker takes rows from the ledger that are in its state, and moves them to the next; nothing else connects them. In one
// process (`run`) workers ask the ledger themselves, and what was extracted is saved at once; in many (`worker KIND`) a queue
// tells them which row is next.
import { type WorkKind, workKinds } from '@civicwire/shared';

export { type WorkKind, workKinds };

/** The worker that each gives work to: it rests while that one's queue is full. */
export const feeds: Readonly<Record<WorkKind, WorkKind | null>> = {
  poll: 'fetch',
  fetch: 'extract',
  extract: 'save',
  save: null,
};

export interface WorkerSettings {
  /** Units in hand at once in this process. */
  readonly concurrency: number;
  /** A unit whose worker says nothing for so long is given to another. */
  readonly leaseMs: number;
  /** Tries of one unit before it is dropped under the reason of its last failure. */
  readonly attemptsMax: number;
  /** Wait after the first failed try; after the n-th, n × n times as long. */
  readonly retryMs: number;
  /**
   * Processes that may die in a row with one unit in hand before it is put aside. Innocent ones are in hand when a machine
   * goes down: where many are in hand at once, more deaths are needed to accuse one.
   */
  readonly deathsMax: number;
  /** Tickets that a queue holds at most; the rest stays in the ledger until there is room. */
  readonly ticketsMax: number;
}

/**
 * Requests under way at once. They cost little but patience: a server that answers a byte at a time holds one for 20
 * seconds, and a hundred such servers must not hold up the others.
 */
const onTheWire = 128;

/** Stories in hand beside those in threads, where they are saved as well: being read from the store, or written to it together. */
const beingSaved = 12;

/**
 * Settings by worker. `threads` is the number of threads that extraction may use. `once`: a single pass settles what fails
 * within seconds; a standing one gives a site an hour to come back. `savesHere`: see `createExtractWorker`.
 */
export function createPipeline({
  threads,
  once,
  savesHere = false,
}: {
  readonly threads: number;
  readonly once: boolean;
  readonly savesHere?: boolean;
}): Readonly<Record<WorkKind, WorkerSettings>> {
  return {
    poll: {
      concurrency: onTheWire,
      leaseMs: 120_000,
      attemptsMax: Number.POSITIVE_INFINITY,
      retryMs: 0,
      deathsMax: 20,
      ticketsMax: 5_000,
    },
    fetch: {
      concurrency: onTheWire,
      leaseMs: 120_000,
      ...(once ? { attemptsMax: 3, retryMs: 1_000 } : { attemptsMax: 6, retryMs: 60_000 }),
      deathsMax: 20,
      ticketsMax: 5_000,
    },
    extract: {
      concurrency: threads + (savesHere ? beingSaved : 0),
      leaseMs: 60_000,
      attemptsMax: 2,
      retryMs: 0,
      deathsMax: once ? 20 : 6,
      ticketsMax: 1_000,
    },
    // One after the other in the database all the same.
    save: {
      concurrency: 16,
      leaseMs: 60_000,
      attemptsMax: 3,
      retryMs: 1_000,
      deathsMax: 20,
      ticketsMax: 1_000,
    },
  };
}

/** No feed is asked again sooner. */
export const soonestPollMs = 60_000;
/** Failing feeds are asked ever less often, at least once in this time. */
export const slowestPollMs = 24 * 3_600_000;
/** Extraction of one page is killed after this. */
export const extractTimeoutMs = 20_000;

/** One of the processes puts back so often what the dead have held, and tells the queue again of everything that waits. */
export const sweepEveryMs = 10_000;
/** What is due within this time is told to the queue; the rest stays in the ledger until then. */
export const horizonMs = 60_000;
/** A process that is asked to stop finishes what it has in hand for so long, and gives the rest back. */
export const stopGraceMs = 20_000;
