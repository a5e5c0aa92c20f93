// The topology: which worker feeds which, how many run at once, how long a lease lasts, when to give up. All of it is here.
//
//   sources ──▶ poll ──▶ fetch ──▶ extract ──▶ save ──▶ records
//               feeds    stories   snapshots   extractions
//
// A worker takes rows from the ledger that are in its state, and moves them to the next; nothing else connects them.

export const workKinds = ['poll', 'fetch', 'extract', 'save'] as const;
export type WorkKind = (typeof workKinds)[number];

export interface WorkerSettings {
  /** Units in hand at once in this process. */
  readonly concurrency: number;
  /** A unit whose worker says nothing for so long is given to another. */
  readonly leaseMs: number;
  /** Tries of one unit before it is dropped under the reason of its last failure. */
  readonly attemptsMax: number;
  /** Wait after the first failed try; after the n-th, n × n times as long. */
  readonly retryMs: number;
}

/**
 * Requests under way at once. They cost little but patience: a server that answers a byte at a time holds one for 20
 * seconds, and a hundred such servers must not hold up the others.
 */
const onTheWire = 128;

/**
 * Settings by worker. `threads` is the number of threads that extraction may use. `once`: a single pass settles what fails
 * within seconds; a standing one gives a site an hour to come back.
 */
export function createPipeline({
  threads,
  once,
}: {
  readonly threads: number;
  readonly once: boolean;
}): Readonly<Record<WorkKind, WorkerSettings>> {
  return {
    poll: { concurrency: onTheWire, leaseMs: 120_000, attemptsMax: Number.POSITIVE_INFINITY, retryMs: 0 },
    fetch: {
      concurrency: onTheWire,
      leaseMs: 120_000,
      ...(once ? { attemptsMax: 3, retryMs: 1_000 } : { attemptsMax: 6, retryMs: 60_000 }),
    },
    extract: { concurrency: threads, leaseMs: 60_000, attemptsMax: 2, retryMs: 0 },
    // One after the other in the database all the same; those that wait together are committed together.
    save: { concurrency: 16, leaseMs: 60_000, attemptsMax: 3, retryMs: 1_000 },
  };
}

/** No feed is asked again sooner. */
export const soonestPollMs = 60_000;
/** Failing feeds are asked ever less often, at least once in this time. */
export const slowestPollMs = 24 * 3_600_000;
/** Extraction of one page is killed after this. */
export const extractTimeoutMs = 20_000;
