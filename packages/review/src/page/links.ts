// Addresses: those of our own pages, and those of outlets that may be linked. Knows no markup.
import { type QueueFilter, writeFilter } from '../queue/queue-filter.ts';

/** The address if a browser may follow it (http or https); null for anything else, which is then shown as text. */
export function outletLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** What a page may be told besides the filter: the finding decided last, the one that the editor came from, the next page. */
export interface LinkNotes {
  readonly done?: string | null;
  readonly from?: string | null;
  readonly after?: string | null;
}

function withQuery(path: string, filter: QueueFilter, notes: LinkNotes): string {
  const query = writeFilter(filter);
  for (const [name, value] of Object.entries(notes)) if (typeof value === 'string') query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}

export const queueLink = (filter: QueueFilter, notes: LinkNotes = {}): string => withQuery('/', filter, notes);
export const findingLink = (id: string, filter: QueueFilter, notes: LinkNotes = {}): string =>
  withQuery(`/findings/${encodeURIComponent(id)}`, filter, notes);
export const decisionLink = (id: string, filter: QueueFilter): string =>
  withQuery(`/findings/${encodeURIComponent(id)}/decisions`, filter, {});
export const storyLink = (id: string): string => `/stories/${encodeURIComponent(id)}`;
