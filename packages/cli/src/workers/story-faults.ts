// What becomes of a story that no process survives, or at which the program itself fails: it is put aside under a name, and
// holds nobody up. Knows the ledger; not the work.
import type { Logger } from '@civicwire/shared';
import type { Store, Story, StoryWork } from '@civicwire/store';
import type { WorkerParts } from '../pipeline/engine.ts';
import type { WorkerSettings } from '../pipeline/pipeline.ts';
import type { Tally } from './tally.ts';

/** The parts of a worker on stories that are the same for each of them. */
export function storyParts(
  store: Store,
  work: StoryWork,
  tally: Tally,
  logger: Logger,
  { deathsMax, attemptsMax, retryMs }: WorkerSettings,
): Omit<WorkerParts<Story>, 'work'> {
  return {
    claim: (limit, leaseMs) => store.claim(work, limit, leaseMs),
    claimOne: (id, leaseMs) => store.claimOne(work, id, leaseMs),
    nextDueMs: () => store.nextDueMs(work),
    deathsMax,
    giveUp: (story) =>
      putAside(
        story,
        'worker-died',
        `${story.deaths} processes in a row ended while they had ${story.url} in hand (${work}); look at it before a replay`,
      ),
    fail: async (story, error) => {
      logger.error('worker failed', { work, story: story.id, url: story.url, error: describe(error) });
      if (story.attempts < attemptsMax) return store.retryLater(story.id, retryMs * story.attempts ** 2, String(error));
      return putAside(
        story,
        'worker-fault',
        `${work} of ${story.url} failed ${story.attempts} times: ${String(error)}`,
      );
    },
  };

  async function putAside(story: Story, reason: string, detail: string): Promise<void> {
    logger.error('story quarantined', { work, story: story.id, url: story.url, reason, detail });
    if ((await store.drop(story.id, reason, detail)) === 'moved') tally.drop(reason);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
