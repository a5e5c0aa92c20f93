// The save worker: an extraction → records, in one transaction of the store.
import { type Logger, Quarantine } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { createWorker, type Worker } from '../pipeline/engine.ts';
import type { WorkerSettings } from '../pipeline/pipeline.ts';
import { storyParts } from './story-faults.ts';
import type { Tally } from './tally.ts';

export function createSaveWorker(store: Store, tally: Tally, logger: Logger, settings: WorkerSettings): Worker {
  return createWorker({
    ...storyParts(store, 'save', tally, logger, settings),
    work: async (story) => {
      try {
        const result = await store.save(story.id);
        const other = 'duplicateOf' in result ? { duplicateOf: result.duplicateOf } : {};
        logger.info('story saved', { story: story.id, url: story.url, outcome: result.outcome, ...other });
        if (result.outcome === 'saved') tally.count('saved');
        if (result.outcome === 'duplicate') tally.drop('duplicate');
        if (result.outcome === 'saved' && result.refusals.length > 0) {
          logger.warn('findings refused', { story: story.id, refusals: result.refusals });
        }
      } catch (error) {
        if (!(error instanceof Quarantine)) throw error;
        logger.error('story quarantined', { story: story.id, reason: error.reason, error: error.message });
        if ((await store.drop(story.id, error.reason, error.message)) === 'moved') tally.drop(error.reason);
      }
    },
  });
}
