// The poll worker: a due feed → discovered stories, and when to come again. Knows the ledger and the fetcher.
import { createHash } from 'node:crypto';
import type { Fetcher, FetchResult } from '@civicwire/ingest';
import type { Clock, Logger } from '@civicwire/shared';
import type { Feed, PollResult, Store } from '@civicwire/store';
import { createWorker, type Worker } from '../pipeline/engine.ts';
import { slowestPollMs } from '../pipeline/pipeline.ts';
import { type ListingKind, readListing } from './read-listing.ts';
import type { Tally } from './tally.ts';

const accept =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1';
/** Child sitemaps read for one index in one poll; the newest come first in practice. */
const childrenMax = 20;

/** How often each feed of this run's list is polled, in milliseconds, by address. Other feeds are left alone. */
export type Schedules = ReadonlyMap<string, number>;

export function createPollWorker(
  store: Store,
  fetcher: Fetcher,
  schedules: Schedules,
  tally: Tally,
  logger: Logger,
  clock: Clock,
): Worker {
  return createWorker(
    (limit, leaseMs) => store.claim('poll', limit, leaseMs),
    () => store.nextDueMs('poll'),
    async (feed) => {
      const everyMs = schedules.get(feed.url);
      if (everyMs === undefined)
        return finish(
          feed,
          {
            health: 'off',
            lastError: null,
            warnings: ['it is not in the list of sources, or switched off'],
            failures: feed.failures,
          },
          slowestPollMs,
        );
      const result = await fetcher.fetch(feed.url, {
        kind: 'feed',
        accept,
        etag: feed.etag,
        lastModified: feed.lastModified,
      });
      tally.count('polled');
      await settle(feed, result, everyMs);
    },
  );

  async function settle(feed: Feed, result: FetchResult, everyMs: number): Promise<void> {
    if (!result.ok) return fail(feed, everyMs, `${result.reason}: ${result.detail}`, [], result.retryAfterMs);
    const bodyHash = result.notModified ? feed.bodyHash : createHash('sha256').update(result.bytes).digest('hex');
    const seen = { etag: result.headers.etag, lastModified: result.headers.lastModified };
    if (result.notModified || bodyHash === feed.bodyHash) {
      return finish(feed, { health: 'ok', lastError: null, warnings: feed.warnings, failures: 0, ...seen }, everyMs);
    }
    const listing = readListing(feed.kind as ListingKind, result.bytes, result.finalUrl, result.headers.contentType);
    if (!listing.ok) return fail(feed, everyMs, `${feed.url}: ${listing.detail}`, listing.warnings);
    const fromChildren = await readChildren(feed, listing.children);
    const stories = [...listing.stories, ...fromChildren.stories].map((story) => ({
      ...story,
      sourceId: feed.sourceId,
      feedId: feed.id,
    }));
    const discovery = await store.discover(stories);
    tally.count('found', discovery.added.length + discovery.updated.length + discovery.duplicates.length);
    tally.count('known', discovery.known.length);
    for (const _ of discovery.duplicates) tally.drop('duplicate');
    const warnings = [...listing.warnings, ...fromChildren.warnings];
    if (warnings.length > 0) logger.warn('feed read with warnings', { feed: feed.url, warnings });
    await finish(feed, { health: 'ok', lastError: null, warnings, failures: 0, bodyHash, ...seen }, everyMs);
  }

  async function readChildren(feed: Feed, children: readonly string[]) {
    const stories = [];
    const warnings =
      children.length > childrenMax
        ? [`the index names ${children.length} sitemaps, the first ${childrenMax} were read`]
        : [];
    for (const child of children.slice(0, childrenMax)) {
      const result = await fetcher.fetch(child, { kind: 'feed', accept });
      const listing = result.ok
        ? readListing('sitemap', result.bytes, result.finalUrl, result.headers.contentType)
        : result;
      if (listing.ok && 'stories' in listing) stories.push(...listing.stories);
      else warnings.push(`${child}, named by ${feed.url}: ${'detail' in listing ? listing.detail : 'unreadable'}`);
    }
    return { stories, warnings };
  }

  async function fail(
    feed: Feed,
    everyMs: number,
    error: string,
    warnings: readonly string[],
    retryAfterMs?: number,
  ): Promise<void> {
    tally.count('pollsFailed');
    const failures = feed.failures + 1;
    logger.warn('poll failed', { source: feed.sourceId, feed: feed.url, failures, error });
    const waitMs = Math.min(slowestPollMs, Math.max(everyMs * failures, retryAfterMs ?? 0));
    await finish(feed, { health: 'failing', lastError: error, warnings, failures }, waitMs);
  }

  function finish(feed: Feed, result: Omit<PollResult, 'polledAtMs' | 'nextPollAtMs'>, waitMs: number): Promise<void> {
    const polledAtMs = clock.nowMs();
    return store.recordPoll(feed.id, { ...result, polledAtMs, nextPollAtMs: polledAtMs + waitMs });
  }
}
