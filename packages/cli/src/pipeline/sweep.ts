// Ledger → queue: tells the queue again of everything that waits, so that a queue that lost its memory loses nothing.
// Knows tickets and limits; not the work.
import { type Clock, type WorkKind, type WorkQueue, workKinds } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { horizonMs, type WorkerSettings } from './pipeline.ts';

export interface Sweeper {
  /** Adds what waits for these kinds of work and is due soon, as far as the queue may hold it. */
  readonly sweep: (kinds: readonly WorkKind[]) => Promise<void>;
  /** Kinds of which the ledger had more than the queue could hold, and whose queue runs low by now. */
  readonly runningLow: () => Promise<readonly WorkKind[]>;
}

/** So many tickets cost next to nothing. */
const toldAnyway = 200;
/** Below this share of its limit a queue is filled up. */
const lowShare = 0.25;

export function createSweeper(
  store: Store,
  queue: WorkQueue,
  settings: Readonly<Record<WorkKind, WorkerSettings>>,
  clock: Clock,
): Sweeper {
  const more = new Set<WorkKind>();
  return {
    sweep: async (kinds) => {
      for (const kind of kinds) {
        const limit = settings[kind].ticketsMax;
        const tickets = await store.tickets.waiting(kind, { beforeMs: clock.nowMs() + horizonMs, limit });
        if (tickets.length < limit) more.delete(kind);
        else more.add(kind);
        if (!(await holdsThem(kind, tickets.length))) await queue.add(tickets);
      }
    },
    runningLow: async () => {
      const low: WorkKind[] = [];
      for (const kind of workKinds) {
        if (!more.has(kind)) continue;
        const { waiting } = await queue.depth(kind);
        if (waiting < lowShare * settings[kind].ticketsMax) low.push(kind);
      }
      return low;
    },
  };
  /**
   * Whether the queue has as many jobs as there are rows that wait, regular times aside. Each of its jobs ends, whatever it is:
   * were they others, there will be fewer by the next sweep. Few are told again without asking.
   */
  async function holdsThem(kind: WorkKind, count: number): Promise<boolean> {
    if (count <= toldAnyway) return false;
    const { waiting, delayed, active, regular } = await queue.depth(kind);
    return waiting + delayed + active - regular >= count;
  }
}
