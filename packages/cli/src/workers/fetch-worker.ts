// The fetch worker: a discovered story → its snapshot. Knows outcomes of fetching; not how fetching is done.
import { type Fetcher, isPostponed, isTemporary } from '@civicwire/ingest';
import type { Logger } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { createWorker, type Worker } from '../pipeline/engine.ts';
import type { WorkerSettings } from '../pipeline/pipeline.ts';
import { storyParts } from './story-faults.ts';
import type { Tally } from './tally.ts';

const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';

export function createFetchWorker(
  store: Store,
  fetcher: Fetcher,
  tally: Tally,
  logger: Logger,
  settings: WorkerSettings,
): Worker {
  return createWorker({
    ...storyParts(store, 'fetch', tally, logger, settings),
    work: async (story) => {
      const result = await fetcher.fetch(story.url, { kind: 'page', accept });
      if (result.ok) {
        const { progress, snapshotId } = await store.recordSnapshot(story.id, {
          bytes: result.bytes,
          status: result.status,
          contentType: result.headers.contentType,
          headers: Object.fromEntries(
            Object.entries(result.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
          ),
          finalUrl: result.finalUrl,
          fetchedAtMs: Date.now(),
        });
        const { status, bytes } = result;
        const facts = { story: story.id, url: story.url, snapshot: snapshotId, status, bytes: bytes.length };
        logger.info('story fetched', { ...facts, progress, attempt: story.attempts });
        if (progress === 'moved') tally.count('fetched');
        if (progress === 'unchanged') tally.count('unchanged');
        return;
      }
      logger.info('fetch refused', { story: story.id, url: story.url, reason: result.reason, detail: result.detail });
      const error = `${result.reason}: ${result.detail}`;
      const ownWaitMs = settings.retryMs * story.attempts ** 2;
      if (isPostponed(result.reason)) {
        // Nothing was asked yet: its turn comes when the host's does.
        await store.retryLater(story.id, result.retryAfterMs ?? ownWaitMs, error, { countsAsAttempt: false });
        return;
      }
      // A host's own word on when to come back is obeyed; a connection that failed is our affair.
      const hostSpoke = result.reason.startsWith('http-');
      const afterMs = hostSpoke ? Math.max(ownWaitMs, result.retryAfterMs ?? 0) : ownWaitMs;
      if (isTemporary(result.reason) && story.attempts < settings.attemptsMax) {
        await store.retryLater(story.id, afterMs, error);
        logger.info('story to be tried again', { story: story.id, attempt: story.attempts, afterMs });
        tally.count('retried');
        return;
      }
      logger.info('story dropped', { story: story.id, url: story.url, reason: result.reason, detail: result.detail });
      if ((await store.drop(story.id, result.reason, result.detail)) === 'moved') tally.drop(result.reason);
    },
  });
}
