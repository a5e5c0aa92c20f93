// What the editor wants to see of all findings, as it stands in an address and as the store takes it. Runs no query.
import {
  type Finding,
  type FindingFilter,
  type FindingKind,
  type FindingStatus,
  findingKinds,
  findingStatuses,
} from '@civicwire/store';

/** `review`: pending findings and reopened ones. */
export type Show = 'review' | 'all' | FindingStatus;
export const shows: readonly Show[] = ['review', ...findingStatuses.filter((status) => status !== 'pending'), 'all'];

export interface QueueFilter {
  readonly show: Show;
  readonly kind: FindingKind | null;
  readonly storyId: string | null;
}

/** The filter in an address. What is missing or unknown there is left open: everything that needs review. */
export function readFilter(query: Readonly<Record<string, string | undefined>>): QueueFilter {
  const { show, kind, story } = query;
  return {
    show: shows.find((known) => known === show) ?? 'review',
    kind: findingKinds.find((known) => known === kind) ?? null,
    storyId: story === undefined || story === '' ? null : story,
  };
}

/** The filter for an address; what is open takes no room. */
export function writeFilter(filter: QueueFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.show !== 'review') query.set('show', filter.show);
  if (filter.kind !== null) query.set('kind', filter.kind);
  if (filter.storyId !== null) query.set('story', filter.storyId);
  return query;
}

/** The filter in the store's words, without page and limit. */
export function storeFilter({ show, kind, storyId }: QueueFilter): Omit<FindingFilter, 'limit' | 'afterKey'> {
  return {
    ...(show === 'review' ? { needsReview: true } : show === 'all' ? {} : { status: show }),
    ...(kind === null ? {} : { kind }),
    ...(storyId === null ? {} : { storyId }),
  };
}

/** Whether a person should look at it: nobody has yet, or the machine disagrees with the one who did. */
export function needsReview(finding: Pick<Finding, 'status' | 'reopened'>): boolean {
  return finding.status === 'pending' || finding.reopened;
}

/** The same kind and story, wide enough to hold what needs review: where "start", "skip" and a decision lead. */
export function forReview(filter: QueueFilter): QueueFilter {
  return filter.show === 'all' ? filter : { ...filter, show: 'review' };
}

/** Whether the filter lets a finding through. */
export function passes({ show, kind, storyId }: QueueFilter, finding: Finding): boolean {
  const shown = show === 'all' || (show === 'review' ? needsReview(finding) : finding.status === show);
  return shown && (kind === null || finding.kind === kind) && (storyId === null || finding.storyId === storyId);
}
