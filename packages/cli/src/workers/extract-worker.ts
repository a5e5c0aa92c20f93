// The extract worker: a fetched story's bytes → its extraction, or with `savesHere` → its records. Knows the ledger and the
// pool; no rule.
import { normalizeUrl } from '@civicwire/ingest';
import type { Logger } from '@civicwire/shared';
import type { PageToRead, Progress, SaveResult, Store, Story } from '@civicwire/store';
import type { ExtractionPool } from '../extraction/extraction-pool.ts';
import { storyInput } from '../extraction/story-input.ts';
import type { Rulebook } from '../packs/rulebook.ts';
import { versionWith } from '../packs/rules.ts';
import { createWorker, type Worker } from '../pipeline/engine.ts';
import { extractTimeoutMs, type WorkerSettings } from '../pipeline/pipeline.ts';
import { createSaving } from './save-worker.ts';
import { storyParts } from './story-faults.ts';
import type { Tally } from './tally.ts';

/** Those that are taken many at once bring no page: it is asked for when their turn comes. */
type StoryInHand = Story & { readonly page?: PageToRead };

export function createExtractWorker(
  store: Store,
  pool: ExtractionPool,
  rulebook: Rulebook,
  tally: Tally,
  logger: Logger,
  settings: WorkerSettings,
  /** Save what was extracted at once: in a process that saves as well, nothing is gained by keeping it in between. */
  { savesHere = false }: { readonly savesHere?: boolean } = {},
): Worker {
  const { trySave, noteSaved } = createSaving(store, tally, logger);
  return createWorker<StoryInHand>({
    ...storyParts(store, 'extract', tally, logger, settings),
    claimOne: (id, leaseMs) => store.claimToRead(id, leaseMs),
    work: async (story) => {
      const { snapshot, source } = story.page ?? (await store.pageToRead(story));
      if (snapshot === null)
        return drop(story, 'no-snapshot', `story ${story.id} has no kept bytes; expected a snapshot from fetching`);
      const rules = rulebook.current();
      const input = storyInput(story, source, snapshot);
      let extraction: Awaited<ReturnType<ExtractionPool['extract']>>;
      try {
        extraction = await pool.extract(input, rules, extractTimeoutMs);
      } catch (error) {
        logger.warn('extraction thread died', { story: story.id, url: story.url, error: String(error) });
        if (story.attempts < settings.attemptsMax) return store.retryLater(story.id, settings.retryMs, String(error));
        return drop(
          story,
          'extraction-crashed',
          `reading ${story.url} ended its thread ${story.attempts} times: ${String(error)}`,
        );
      }
      if (!extraction.ok) return drop(story, extraction.reason, extraction.detail);
      const { article, annotation } = extraction;
      const canonicalUrlKey = article.canonicalUrl === null ? null : (normalizeUrl(article.canonicalUrl)?.key ?? null);
      const rulesVersion = versionWith(rules, input.pageRule);
      const extracted = { snapshotId: snapshot.id, rulesVersion, article, annotation, canonicalUrlKey };
      const saved = savesHere ? await trySave(story, () => store.saveExtraction(story.id, extracted)) : undefined;
      if (saved === null) return;
      const progress = saved === undefined ? await store.recordExtraction(story.id, extracted) : progressOf(saved);
      const { cities, officials, quotes, stances } = annotation;
      const found = { cities: cities.length, officials: officials.length, quotes: quotes.length };
      logger.info('story extracted', { story: story.id, url: story.url, ...found, stances: stances.length, progress });
      if (progress === 'moved') tally.count('extracted');
      if (saved !== undefined) noteSaved(story, saved);
    },
  });

  async function drop(story: Story, reason: string, detail: string): Promise<void> {
    logger.info('story dropped', { story: story.id, url: story.url, reason, detail });
    if ((await store.drop(story.id, reason, detail)) === 'moved') tally.drop(reason);
  }
}

function progressOf({ outcome }: SaveResult): Progress {
  return outcome === 'stale' ? 'stale' : 'moved';
}
