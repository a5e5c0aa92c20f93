// The poll worker: a due feed → discovered stories, and when to come again. Knows the ledger and the fetcher; the rules of
// pace, failure and silence are in packages/ingest/src/polling.
import { createHash } from 'node:crypto';
import {
  afterFailure,
  type Fetched,
  type Fetcher,
  firstPollMs,
  freshForMs,
  type IndexPage,
  nextIntervalMs,
  overlapOf,
  type PollFailure,
  type PollSight,
  waitMs,
} from '@civicwire/ingest';
import type { Clock, Logger } from '@civicwire/shared';
import type { Feed, PollResult, Store } from '@civicwire/store';
import { createWorker, type Worker } from '../pipeline/engine.ts';
import { createPipeline, slowestPollMs, soonestPollMs } from '../pipeline/pipeline.ts';
import { judgeSource } from './judge-source.ts';
import { type Listing, type ListingKind, readListing } from './read-listing.ts';
import type { Tally } from './tally.ts';

const accept =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1';
/** Child sitemaps read for one index in one poll; the newest come first in practice. */
const childrenMax = 20;
/** After so many answers "not modified" in a row the whole body is asked for, to see whether that was true. */
const trustedAnswersMax = 8;

/** The operator's interval for each feed of this run's list that is on now, in milliseconds, by address; null: find its own pace. Other feeds are left alone. */
export type Schedules = Pick<ReadonlyMap<string, number | null>, 'get'>;
/** The selectors of this run's index pages, by address. */
export type IndexPages = ReadonlyMap<string, IndexPage>;

/** A good poll's part of the result that the feed's row keeps. */
type GoodPoll = Pick<
  PollResult,
  'etag' | 'lastModified' | 'bodyHash' | 'wishMs' | 'unchangedAnswers' | 'conditionalOff'
> & {
  readonly warnings: readonly string[];
};

export function createPollWorker(
  store: Store,
  fetcher: Fetcher,
  schedules: Schedules,
  tally: Tally,
  logger: Logger,
  clock: Clock,
  indexPages: IndexPages = new Map(),
  /** Told the ids of the stories that are to be fetched. */
  onFound: (ids: readonly string[]) => void = () => undefined,
): Worker {
  const { deathsMax } = createPipeline({ threads: 1, once: false }).poll;
  return createWorker({
    claim: (limit, leaseMs) => store.claim('poll', limit, leaseMs),
    claimOne: (id, leaseMs) => store.claimOne('poll', id, leaseMs),
    nextDueMs: () => store.nextDueMs('poll'),
    deathsMax,
    giveUp: (feed) => putAside(feed, `${feed.deaths} processes in a row ended while they read it`),
    fail: (feed, error) => putAside(feed, `the program failed at it: ${String(error)}`),
    work: async (feed) => {
      const scheduleMs = schedules.get(feed.url);
      if (scheduleMs === undefined) return leaveAlone(feed);
      const isTrusted = feed.conditionalOff === 0 && feed.unchangedAnswers < trustedAnswersMax;
      const result = await ask(feed, isTrusted);
      tally.count('polled');
      if (!result.ok) await fail(feed, scheduleMs, result.reason, result.detail, [], result.retryAfterMs);
      else await settle(feed, result, scheduleMs, isTrusted);
      await judgeSource(store, feed.sourceId, clock, logger);
    },
  });

  /** Left alone for a day; the next good poll takes it up again. */
  function putAside(feed: Feed, lastError: string): Promise<void> {
    tally.count('pollsFailed');
    logger.error('feed put aside', { source: feed.sourceId, feed: feed.url, error: lastError });
    const failures = feed.failures + 1;
    return finish(feed, { health: 'failing', lastError, warnings: [], failures }, slowestPollMs);
  }

  function ask(feed: Feed, isConditional: boolean) {
    const validators = isConditional ? { etag: feed.etag, lastModified: feed.lastModified } : {};
    return fetcher.fetch(feed.url, { kind: 'feed', accept, ...validators });
  }

  function leaveAlone(feed: Feed): Promise<void> {
    const warnings = ['it is not in the list of sources, or switched off'];
    return finish(feed, { health: 'off', lastError: null, warnings, failures: feed.failures }, slowestPollMs);
  }

  async function settle(feed: Feed, result: Fetched, scheduleMs: number | null, isTrusted: boolean): Promise<void> {
    const seen = { etag: result.headers.etag, lastModified: result.headers.lastModified };
    const unchanged: PollSight = { listed: 0, fresh: 0 };
    if (result.notModified) {
      const unchangedAnswers = feed.unchangedAnswers + 1;
      return succeed(feed, result, scheduleMs, unchanged, { warnings: feed.warnings, ...seen, unchangedAnswers });
    }
    const page = indexPages.get(feed.url) ?? null;
    // Other selectors find other stories on the same page.
    const bodyHash = createHash('sha256')
      .update(result.bytes)
      .update(page === null ? '' : JSON.stringify(page))
      .digest('hex');
    if (bodyHash === feed.bodyHash)
      return succeed(feed, result, scheduleMs, unchanged, { warnings: feed.warnings, ...seen, unchangedAnswers: 0 });
    const { bytes, finalUrl, headers } = result;
    const listing = readListing(feed.kind as ListingKind, bytes, finalUrl, headers.contentType, page);
    if (!listing.ok) return fail(feed, scheduleMs, 'not-a-feed', `${feed.url}: ${listing.detail}`, listing.warnings);
    const conditionalOff = feed.conditionalOff === 1 || (!isTrusted && (await saysUnchanged(feed)));
    const { sight, warnings } = await take(feed, listing);
    const wishMs = listing.pollEveryMs;
    await succeed(feed, result, scheduleMs, sight, {
      warnings,
      bodyHash,
      wishMs,
      unchangedAnswers: 0,
      conditionalOff,
      ...seen,
    });
  }

  /** The body has changed since these validators: whoever still says "not modified" to them cannot be believed. */
  async function saysUnchanged(feed: Feed): Promise<boolean> {
    const again = await ask(feed, true);
    const isWrong = again.ok && again.notModified;
    if (isWrong) logger.warn('server says not modified of a changed feed', { feed: feed.url });
    return isWrong;
  }

  async function take(feed: Feed, listing: Extract<Listing, { ok: true }>) {
    const fromChildren = await readChildren(feed, listing.children);
    const stories = [...listing.stories, ...fromChildren.stories].map((story) => ({
      ...story,
      sourceId: feed.sourceId,
      feedId: feed.id,
    }));
    const { added, updated, duplicates, known } = await store.discover(stories);
    const fresh = added.length + updated.length + duplicates.length;
    tally.count('found', fresh);
    tally.count('known', known.length);
    onFound([...added, ...updated]);
    for (const _ of duplicates) tally.drop('duplicate');
    const facts = { source: feed.sourceId, feed: feed.url };
    for (const story of [...added, ...updated]) logger.info('story found', { story, ...facts });
    for (const story of duplicates) logger.info('story dropped', { story, ...facts, reason: 'duplicate' });
    const warnings = [...listing.warnings, ...fromChildren.warnings];
    if (warnings.length > 0) logger.warn('feed read with warnings', { feed: feed.url, warnings });
    return { sight: { listed: fresh + known.length, fresh }, warnings };
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

  function succeed(
    feed: Feed,
    { headers }: Fetched,
    scheduleMs: number | null,
    sight: PollSight,
    good: GoodPoll,
  ): Promise<void> {
    const intervalMs = nextIntervalMs(feed.bodyHash === null ? null : (feed.intervalMs ?? firstPollMs), sight);
    const wishMs = good.wishMs === undefined ? feed.wishMs : good.wishMs;
    const wishesMs = [wishMs, freshForMs(headers, clock.nowMs())];
    const overlap = sight.listed === 0 ? {} : { overlap: overlapOf(sight) };
    return finish(
      feed,
      { health: 'ok', lastError: null, failures: 0, failureScore: 0, intervalMs, ...overlap, ...good },
      waitMs({ intervalMs, scheduleMs, wishesMs }),
    );
  }

  async function fail(
    feed: Feed,
    scheduleMs: number | null,
    reason: PollFailure,
    detail: string,
    warnings: readonly string[],
    retryAfterMs?: number,
  ): Promise<void> {
    tally.count('pollsFailed');
    const failures = feed.failures + 1;
    const error = reason === 'not-a-feed' ? detail : `${reason}: ${detail}`;
    const intervalMs = scheduleMs ?? feed.intervalMs ?? firstPollMs;
    const after = afterFailure({ score: feed.failureScore, reason, intervalMs, retryAfterMs: retryAfterMs ?? null });
    logger.warn('poll failed', { source: feed.sourceId, feed: feed.url, failures, error });
    const health = after.isDead ? 'dead' : 'failing';
    await finish(feed, { health, lastError: error, warnings, failures, failureScore: after.score }, after.waitMs);
  }

  function finish(feed: Feed, result: Omit<PollResult, 'polledAtMs' | 'nextPollAtMs'>, afterMs: number): Promise<void> {
    const polledAtMs = clock.nowMs();
    // Whatever a rule of pace says: a feed that is due again at once would be polled in a circle.
    const nextPollAtMs = polledAtMs + Math.max(soonestPollMs, Math.round(afterMs));
    return store.recordPoll(feed.id, { ...result, polledAtMs, nextPollAtMs });
  }
}
