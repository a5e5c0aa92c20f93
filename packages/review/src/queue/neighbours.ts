// Where to go from one finding: before, after, and the next that needs review. Knows the store's order; changes nothing.
import type { Finding, Store } from '@civicwire/store';
import { forReview, passes, type QueueFilter, storeFilter } from './queue-filter.ts';

/** Ids; null where there is none. */
export interface Neighbours {
  /** Before this one in the same story. */
  readonly previous: string | null;
  /** After this one in the filter, in this story or a later one. */
  readonly next: string | null;
  /** The next one that needs review, from the top again after the last; never this one. */
  readonly nextToReview: string | null;
}

/** The place of a finding in the store's order, as `listFindings` gives and takes it. */
function keyOf({ storyId, start, id }: Finding): string {
  return `${storyId}.${start}.${id}`;
}

/** The neighbours of a finding; `inStory` are all findings of its story in text order. */
export async function findNeighbours(
  store: Store,
  filter: QueueFilter,
  finding: Finding,
  inStory: readonly Finding[],
): Promise<Neighbours> {
  const before = inStory.slice(
    0,
    inStory.findIndex(({ id }) => id === finding.id),
  );
  const after = await store.listFindings({ ...storeFilter(filter), afterKey: keyOf(finding), limit: 1 });
  return {
    previous: before.findLast((other) => passes(filter, other))?.id ?? null,
    next: after.findings[0]?.id ?? null,
    nextToReview: await findNextToReview(store, filter, finding),
  };
}

/** The next finding of the filter's kind and story that needs review; null when this is the last. */
export async function findNextToReview(store: Store, filter: QueueFilter, finding: Finding): Promise<string | null> {
  const review = { ...storeFilter(forReview(filter)), needsReview: true };
  const after = await store.listFindings({ ...review, afterKey: keyOf(finding), limit: 1 });
  if (after.findings[0] !== undefined) return after.findings[0].id;
  const fromTop = await store.listFindings({ ...review, limit: 2 });
  return fromTop.findings.find(({ id }) => id !== finding.id)?.id ?? null;
}
