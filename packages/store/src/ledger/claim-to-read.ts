// The story that is read next: leased, with its page and what is known of its outlet. Knows what reading needs; reads nothing.
import { sql } from 'kysely';
import { asPassing } from '../connect/connect.ts';
import { keptQuery } from '../connect/kept-query.ts';
import type { SourceTable } from '../schema/tables.ts';
import type { Context } from '../writing.ts';
import { type ClaimOfOne, claimOf, claimStory, leaseOne } from './claim.ts';
import { commitsLater } from './lease.ts';
import { getSnapshot, type Snapshot, snapshotOf } from './progress.ts';
import { type Source, type Story, sourceOf } from './records.ts';
import { getSource } from './sources.ts';

/** What a story is read from. `snapshot`: null when it has none, or retention removed its bytes. */
export interface PageToRead {
  readonly snapshot: Snapshot | null;
  readonly source: Source | null;
}

/** A leased story with what it is read from. */
export type StoryToRead = Story & { readonly page: PageToRead };

/** As `claimStory` for reading, with what the story is read from: on PostgreSQL all in one statement. */
export async function claimToRead(context: Context, id: string, leaseMs: number): Promise<StoryToRead | null> {
  if (context.dialect === 'sqlite') {
    const story = await claimStory(context, 'extract', id, leaseMs);
    return story && { ...story, page: await pageToRead(context, story) };
  }
  const [row] = await claimWithPage(context.db, claimOf(context, 'extract', id, leaseMs)).catch((error: unknown) => {
    throw asPassing(error);
  });
  if (row === undefined) return null;
  const {
    bytes,
    encoding,
    size,
    status,
    contentType,
    headers,
    pageUrl,
    pageFetchedAt,
    outlet,
    commits: _,
    ...story
  } = row;
  const { snapshotId } = story;
  // Who had to wait for the story's row sees that as it is, and the others as they were when the waiting began.
  if (snapshotId === null || bytes === null || encoding === null || outlet === null)
    return { ...story, page: await pageToRead(context, story) };
  const facts = { size: size ?? 0, status: status ?? 0, contentType, headers: headers ?? '{}' };
  const kept = { id: snapshotId, bytes, encoding, ...facts, finalUrl: pageUrl ?? '', fetchedAt: pageFetchedAt ?? '' };
  return { ...story, page: { snapshot: await snapshotOf(kept), source: sourceOf(outlet) } };
}

const claimWithPage = keptQuery((db, claim: ClaimOfOne) =>
  db
    .with('taken', (within) => leaseOne(within, claim))
    .selectFrom('taken')
    .leftJoin('snapshot', 'snapshot.id', 'taken.snapshotId')
    .leftJoin('source', 'source.id', 'taken.sourceId')
    .selectAll('taken')
    .select(['snapshot.bytes', 'snapshot.encoding', 'snapshot.size', 'snapshot.status', 'snapshot.contentType'])
    .select(['snapshot.headers', 'snapshot.finalUrl as pageUrl', 'snapshot.fetchedAt as pageFetchedAt'])
    .select([sql<SourceTable | null>`to_json(source)`.as('outlet'), commitsLater]),
);

/** What this story is read from. */
export async function pageToRead(context: Context, { snapshotId, sourceId }: Story): Promise<PageToRead> {
  const [snapshot, source] = await Promise.all([
    snapshotId === null ? null : getSnapshot(context, snapshotId),
    getSource(context, sourceId),
  ]);
  return { snapshot, source };
}
