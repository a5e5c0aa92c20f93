// The save worker: an extraction → records, in one transaction of the store.
import { type Logger, Quarantine } from '@civicwire/shared';
import type { SaveResult, Store, Story } from '@civicwire/store';
import { createWorker, type Worker } from '../pipeline/engine.ts';
import type { WorkerSettings } from '../pipeline/pipeline.ts';
import { storyParts } from './story-faults.ts';
import type { Tally } from './tally.ts';

export function createSaveWorker(store: Store, tally: Tally, logger: Logger, settings: WorkerSettings): Worker {
  const { trySave, noteSaved } = createSaving(store, tally, logger);
  return createWorker({
    ...storyParts(store, 'save', tally, logger, settings),
    work: async (story) => {
      const result = await trySave(story, () => store.save(story.id));
      if (result !== null) noteSaved(story, result);
    },
  });
}

/** What a save comes to, for whoever saves. */
export interface Saving {
  /** Null: what was extracted cannot be saved, and the story was put aside. */
  readonly trySave: (story: Story, save: () => Promise<SaveResult>) => Promise<SaveResult | null>;
  readonly noteSaved: (story: Story, result: SaveResult) => void;
}

export function createSaving(store: Store, tally: Tally, logger: Logger): Saving {
  return {
    trySave: async (story, save) => {
      try {
        return await save();
      } catch (error) {
        if (!(error instanceof Quarantine)) throw error;
        logger.error('story quarantined', { story: story.id, reason: error.reason, error: error.message });
        if ((await store.drop(story.id, error.reason, error.message)) === 'moved') tally.drop(error.reason);
        return null;
      }
    },
    noteSaved: (story, result) => {
      const other = 'duplicateOf' in result ? { duplicateOf: result.duplicateOf } : {};
      logger.info('story saved', { story: story.id, url: story.url, outcome: result.outcome, ...other });
      if (result.outcome === 'saved') tally.count('saved');
      if (result.outcome === 'duplicate') tally.drop('duplicate');
      if (result.outcome === 'saved' && result.refusals.length > 0) {
        logger.warn('findings refused', { story: story.id, refusals: result.refusals });
      }
    },
  };
}
