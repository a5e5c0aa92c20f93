// What carries work between processes, as a port: queues hold tickets, never content, and may lose them all. The ledger is
// the truth; what a queue lost is put back from there. Implementations are in packages/cli/src/queues.

/** In the order in which a story meets them. */
export const workKinds = ['poll', 'fetch', 'extract', 'save'] as const;
export type WorkKind = (typeof workKinds)[number];

/** A row of the ledger that waits. The same row gives the same ticket until it is worked on. */
export interface Ticket {
  readonly work: WorkKind;
  /** Of the feed (poll) or the story. */
  readonly id: string;
  readonly attempts: number;
  readonly deaths: number;
  /** Not to be tried before. Milliseconds since the epoch. */
  readonly dueMs: number;
  /** 0: live; 1: back-fill, after the live ones. */
  readonly lane: number;
}

/** Tickets of one kind in the queue. */
export interface QueueDepth {
  readonly waiting: number;
  /** Of a later time. */
  readonly delayed: number;
  /** In the hands of workers. */
  readonly active: number;
  /** Of all these, those that stand for a schedule: one each. */
  readonly regular: number;
}

/** A regular time at which a feed is asked, kept by the queue itself. */
export interface QueueSchedule {
  /** Of the feed. */
  readonly id: string;
  /** Every so many milliseconds, or by a cron expression of five fields in a time zone ("America/Phoenix"). */
  readonly when: { readonly everyMs: number } | { readonly cron: string; readonly timeZone: string };
}

/** A worker's line to the queue. */
export interface QueueConsumer {
  /** Takes no more tickets, until `resume`; what is in hand is finished. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Takes no more, waits until what is in hand is finished. */
  readonly close: () => Promise<void>;
}

export interface WorkQueue {
  /** "redis" or "postgres". */
  readonly name: string;
  /** Where it is, without secrets. */
  readonly place: string;
  /** Adds those that are not there yet; the same ticket twice is one. Throws `RetryLater` while the queue cannot be reached. */
  readonly add: (tickets: readonly Ticket[]) => Promise<void>;
  /** Throws `RetryLater` while the queue cannot be reached. */
  readonly depth: (work: WorkKind) => Promise<QueueDepth>;
  /** Makes these the only schedules. Throws `RetryLater` while the queue cannot be reached. */
  readonly schedule: (schedules: readonly QueueSchedule[]) => Promise<void>;
  /**
   * Hands ids to `handle`, at most `concurrency` at a time, for as long as it lives: it waits for a queue that is away. When
   * a handler throws, the error is logged and the ticket is gone.
   */
  readonly consume: (work: WorkKind, concurrency: number, handle: (id: string) => Promise<void>) => QueueConsumer;
  /** Null when the queue can be used; else what is wrong and what was expected. Asked of the queue itself at each call. */
  readonly problem: () => Promise<string | null>;
  /** What an operator should put right although the queue works (no append-only file, keys that may be evicted). */
  readonly warnings: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}
