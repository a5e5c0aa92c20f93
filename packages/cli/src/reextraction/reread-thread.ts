// What each thread of a reextraction runs: a handful of stories a job, from the database to the comparison with their records.
// Each thread has a connection of its own, so that neither bytes nor findings cross to another. Writes nothing.
import { annotate } from '@civicwire/extract';
import { type Article, pageRuleAt, systemClock } from '@civicwire/shared';
import {
  openStore,
  type ReadingComparison,
  type Rereading,
  type SavedStory,
  type Source,
  type Store,
} from '@civicwire/store';
import { annotateInput, extractStory } from '../extraction/extract-story.ts';
import { readyExtractor, type SharedRules } from '../extraction/ready-extractor.ts';
import { storyFacts, storyInput } from '../extraction/story-input.ts';
import { readPagesAlike, versionWith } from '../packs/rules.ts';

export interface RereadJob {
  readonly stories: readonly SavedStory[];
  /** The database's address. */
  readonly db: string;
  readonly rules: SharedRules;
  /** Whether the readings themselves are wanted. */
  readonly keep: boolean;
  /** Holds the number of the story that is being read, from 1. */
  readonly begun: Int32Array<SharedArrayBuffer>;
}

/** What came of one story; `reading` is null unless it was wanted. */
export type Reread =
  | { readonly ok: true; readonly comparison: ReadingComparison; readonly reading: Rereading | null }
  | { readonly ok: false; readonly reason: string };

let opened: Promise<Store> | null = null;
const sources = new Map<string, Source | null>();

/** Reads the stories one after the other; answers in their order. */
export async function rereadInThread({ stories, db, rules, keep, begun }: RereadJob): Promise<Reread[]> {
  const extractor = readyExtractor(rules);
  opened ??= openStore(db, { clock: systemClock });
  const store = await opened;
  const read: Reread[] = [];
  for (const [index, saved] of stories.entries()) {
    Atomics.store(begun, 0, index + 1);
    const { story, versionId, snapshotId } = saved;
    const source = await sourceOf(story.sourceId, store);
    const known = keep ? null : await readBefore(saved, source, store, rules);
    if (known !== null) {
      const annotation = annotate(annotateInput(known.article, storyFacts(story, source)), extractor);
      const reading = { storyId: story.id, versionId, snapshotId, rulesVersion: known.rulesVersion, annotation };
      const comparison = await store.compareReading({ ...reading, article: known.article });
      read.push({ ok: true, comparison, reading: null });
      continue;
    }
    const snapshot = await store.getSnapshot(snapshotId);
    if (snapshot === null) {
      read.push({ ok: false, reason: await whyWithoutBytes(store, snapshotId) });
      continue;
    }
    const input = storyInput(story, source, snapshot);
    const extraction = extractStory(input, extractor);
    if (!extraction.ok) {
      read.push({ ok: false, reason: `${extraction.reason}: ${extraction.detail}` });
      continue;
    }
    const { article, annotation } = extraction;
    const rulesVersion = versionWith(rules, input.pageRule);
    const reading = { storyId: story.id, versionId, snapshotId, rulesVersion, article, annotation };
    read.push({ ok: true, comparison: await store.compareReading(reading), reading: keep ? reading : null });
  }
  return read;
}

/**
 * The stored article, where these rules would find the same in the bytes: then only what is found in the article can be
 * otherwise. Null where the page has to be read. What is to be published is read whole: not all that a page says is stored.
 */
async function readBefore(
  { versionId, rulesVersion, isLatest, fetchedAt }: SavedStory,
  source: Source | null,
  store: Store,
  rules: SharedRules,
): Promise<{ readonly article: Article; readonly rulesVersion: string } | null> {
  if (!isLatest || fetchedAt === null) return null;
  const now = versionWith(rules, source === null ? null : pageRuleAt(source.pageRules, fetchedAt));
  if (!readPagesAlike(rulesVersion, now)) return null;
  const stored = await store.storedArticle(versionId);
  return stored && { article: { ...stored, canonicalUrl: null }, rulesVersion: now };
}

async function sourceOf(id: string, store: Store): Promise<Source | null> {
  const known = sources.get(id);
  if (known !== undefined) return known;
  const source = await store.getSource(id);
  sources.set(id, source);
  return source;
}

async function whyWithoutBytes(store: Store, snapshotId: string): Promise<string> {
  const facts = await store.describeSnapshot(snapshotId);
  if (facts === null) return `its bytes (SHA-256 ${snapshotId}) are not in the store`;
  return `its bytes were removed by retention; their hash (SHA-256 ${facts.id}), size (${facts.size}) and records stay`;
}
