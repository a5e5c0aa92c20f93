// The archive through today's rules, on all cores, in bounded memory. Knows the order of work; writes no record.
import type { Rereading, SavedStory, Source, Store } from '@civicwire/store';
import type { ExtractionPool } from '../extraction/extraction-pool.ts';
import { storyInput } from '../extraction/story-input.ts';
import { type Rules, versionWith } from '../packs/rules.ts';
import { extractTimeoutMs } from '../pipeline/pipeline.ts';

export interface ReadAgainOptions {
  readonly store: Store;
  readonly pool: ExtractionPool;
  readonly rules: Rules;
  /** Stories in hand at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onReading: (story: SavedStory, reading: Rereading) => Promise<void>;
  /** A story that gave no article this time: its records stay as they are. */
  readonly onUnread: (story: SavedStory, reason: string) => void;
}

/** Reads every story; returns when all are done or the signal came. */
export async function readAgain(stories: AsyncGenerator<SavedStory>, options: ReadAgainOptions): Promise<void> {
  const sources = new Map<string, Promise<Source | null>>();
  const sourceOf = (id: string): Promise<Source | null> => {
    const source = sources.get(id) ?? options.store.getSource(id);
    sources.set(id, source);
    return source;
  };
  const work = async (): Promise<void> => {
    while (!options.signal.aborted) {
      const { value: story, done } = await stories.next();
      if (done) return;
      await readOne(story, await sourceOf(story.story.sourceId), options);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
}

async function readOne(saved: SavedStory, source: Source | null, options: ReadAgainOptions): Promise<void> {
  const { store, pool, rules, onReading, onUnread } = options;
  const snapshot = await store.getSnapshot(saved.snapshotId);
  if (snapshot === null) return onUnread(saved, 'its bytes are not in the store');
  const input = storyInput(saved.story, source, snapshot);
  let extraction: Awaited<ReturnType<ExtractionPool['extract']>>;
  try {
    extraction = await pool.extract(input, rules, extractTimeoutMs);
  } catch (error) {
    return onUnread(saved, `reading it ended its thread: ${String(error)}`);
  }
  if (!extraction.ok) return onUnread(saved, `${extraction.reason}: ${extraction.detail}`);
  const { article, annotation } = extraction;
  const { versionId, snapshotId } = saved;
  await onReading(saved, {
    storyId: saved.story.id,
    versionId,
    snapshotId,
    rulesVersion: versionWith(rules, input.pageRule),
    article,
    annotation,
  });
}
