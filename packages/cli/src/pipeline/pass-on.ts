// What a worker passes on: tells the queue of stories that have come a step further, many at once. Knows tickets and room in the
// queue; not the work.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, type Logger, RetryLater, type WorkKind, type WorkQueue, workKinds } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { horizonMs, type WorkerSettings } from './pipeline.ts';

export interface PassOn {
  /** Notes stories that wait for the next step; the queue is told of them within moments. */
  readonly note: (storyIds: readonly string[]) => void;
  /** Tells what was noted and not yet told. */
  readonly close: () => Promise<void>;
}

export interface PassOnParts {
  readonly store: Store;
  readonly queue: WorkQueue;
  readonly settings: Readonly<Record<WorkKind, WorkerSettings>>;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** Stories gather for so long: told one by one, each cost a question to the ledger and a way to the queue. */
const gatherMs = 100;
/** More are not kept in mind while the queue is slow: the next sweep tells of them. */
const notedMax = 5_000;

/**
 * Tells the queue what noted stories wait for, as far as it has room; what it is not told comes with the next sweep. Neither
 * call throws for a queue or database that is away.
 */
export function createPassOn({ store, queue, settings, logger, clock }: PassOnParts): PassOn {
  const noted = new Set<string>();
  let telling: Promise<void> | null = null;
  return {
    note: (storyIds) => {
      for (const id of storyIds) if (noted.size < notedMax) noted.add(id);
      if (noted.size > 0) telling ??= tellSoon();
    },
    close: async () => {
      await telling;
      await tell();
    },
  };

  async function tellSoon(): Promise<void> {
    await sleep(gatherMs);
    await tell();
    telling = null;
    if (noted.size > 0) telling = tellSoon();
  }

  async function tell(): Promise<void> {
    const ids = [...noted];
    noted.clear();
    try {
      const beforeMs = clock.nowMs() + horizonMs;
      const tickets = (await store.tickets.ofStories(ids)).filter(({ dueMs }) => dueMs < beforeMs);
      for (const kind of workKinds) {
        const some = tickets.filter(({ work }) => work === kind);
        if (some.length === 0) continue;
        const room = settings[kind].ticketsMax - (await queue.depth(kind)).waiting;
        if (room > 0) await queue.add(some.slice(0, room));
      }
    } catch (error) {
      if (error instanceof RetryLater) logger.debug('not passed on', { stories: ids.length, error: error.message });
      else logger.error('not passed on', { stories: ids.length, error: String(error) });
    }
  }
}
