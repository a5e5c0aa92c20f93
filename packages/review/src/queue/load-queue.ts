// What the queue page needs from the store: one page of findings, their stories' outlets, and counts. Knows no markup.
import { type Finding, findingKinds, findingStatuses, type Store, type StoryView } from '@civicwire/store';
import { passes, type QueueFilter, type Show, shows, storeFilter } from './queue-filter.ts';
import type { QueueCounts, QueueGroup, QueueView } from './queue-page.ts';

const pageSize = 50;

/** The view of one page; null when the filter names a story that is not in the store. */
export async function loadQueue(store: Store, filter: QueueFilter, afterKey: string | null): Promise<QueueView | null> {
  const only = filter.storyId === null ? null : await store.getStory(filter.storyId);
  if (filter.storyId !== null && only === null) return null;
  const page = await store.listFindings({ ...storeFilter(filter), afterKey, limit: pageSize });
  const review = { ...storeFilter({ ...filter, show: 'review' as const }), limit: 1 };
  const first = (await store.listFindings(review)).findings[0];
  return {
    filter,
    counts: only === null ? await countAll(store, filter) : countStory(only.findings, filter),
    groups: await groupByStory(store, page.findings),
    storyTitle: only === null ? null : titleOf(only),
    firstToReview: first?.id ?? null,
    isFirstPage: afterKey === null,
    nextKey: page.nextKey,
  };
}

/** The title of the current version, else the feed's. */
export function titleOf({ version, story }: Pick<StoryView, 'version' | 'story'>): string | null {
  return version?.title ?? story.feedTitle;
}

async function groupByStory(
  store: Store,
  findings: readonly (Finding & { readonly storyTitle: string | null })[],
): Promise<QueueGroup[]> {
  const groups = [...Map.groupBy(findings, ({ storyId }) => storyId)];
  return Promise.all(
    groups.map(async ([storyId, members]) => {
      const story = await store.getStory(storyId);
      const title = (story === null ? null : titleOf(story)) ?? members[0]?.storyTitle ?? null;
      return { storyId, title, outlet: story?.source?.name ?? null, findings: members };
    }),
  );
}

function countStory(findings: readonly Finding[], filter: QueueFilter): QueueCounts {
  const count = (changes: Partial<QueueFilter>) =>
    findings.filter((finding) => passes({ ...filter, ...changes }, finding)).length;
  return {
    byShow: Object.fromEntries(shows.map((show) => [show, count({ show })])),
    byKind: Object.fromEntries(findingKinds.map((kind) => [kind, count({ kind })])),
  };
}

/** Reopened findings are counted in all, not per kind: where they would matter and there are some, no number is given. */
async function countAll(store: Store, { show, kind }: QueueFilter): Promise<QueueCounts> {
  const { findings, reopened } = await store.counts();
  const count = (shown: Show, ofKind: QueueFilter['kind']): number | undefined => {
    if (shown === 'review' && ofKind !== null && reopened > 0) return undefined;
    const statuses = shown === 'review' ? ['pending'] : shown === 'all' ? findingStatuses : [shown];
    const rows = findings.filter((row) => statuses.includes(row.status) && (ofKind === null || row.kind === ofKind));
    return rows.reduce((all, row) => all + row.count, shown === 'review' ? reopened : 0);
  };
  const known = <Key extends string>(keys: readonly Key[], of: (key: Key) => number | undefined) =>
    Object.fromEntries(keys.flatMap((key) => (of(key) === undefined ? [] : [[key, of(key) ?? 0]])));
  return {
    byShow: known(shows, (shown) => count(shown, kind)),
    byKind: known(findingKinds, (ofKind) => count(show, ofKind)),
  };
}
