// The door of @civicwire/ingest: the web in, snapshots' bytes and story addresses out.

export { discoverFeeds } from './discovery/discover-feeds.ts';
export { type DiscoveredSource, discoverSource } from './discovery/discover-source.ts';
export * from './feeds/parse-feed.ts';
export type { FeedEntry, FeedFormat, FeedRefusal, ParsedFeed } from './feeds/parsed-feed.ts';
export {
  createFetcher,
  defaultPoliteness,
  type Fetcher,
  type FetcherOptions,
  userAgentFor,
} from './fetching/create-fetcher.ts';
export { createSender, type Sender, type SenderOptions, type Sent } from './fetching/create-sender.ts';
export { defaultLimits, type FetchLimits } from './fetching/fetch-limits.ts';
export {
  type Fetched,
  type FetchedHeaders,
  type FetchFailure,
  type FetchKind,
  type FetchRequest,
  type FetchResult,
  isPostponed,
  isTemporary,
  type NotFetched,
} from './fetching/fetch-result.ts';
export { createHostScheduler, type Politeness } from './fetching/host-scheduler.ts';
export type { IndexPage } from './index-pages/index-page.ts';
export { parseIndexPage } from './index-pages/parse-index-page.ts';
export { type CronSchedule, untilCronMs } from './polling/cron.ts';
export { judgeSilence, type SilenceVerdict } from './polling/judge-silence.ts';
export { judgeYield, type StoryYield, type YieldAlarm } from './polling/judge-yield.ts';
export { afterFailure, type PollFailure } from './polling/poll-failure.ts';
export { firstPollMs, freshForMs, nextIntervalMs, overlapOf, type PollSight, waitMs } from './polling/poll-interval.ts';
export { parseRobots, type Robots } from './robots/parse-robots.ts';
export * from './sitemaps/parse-sitemap.ts';
export { addSources, type NewSource } from './sources/add-sources.ts';
export { hostPolitenessOf } from './sources/host-politeness.ts';
export * from './sources/load-sources.ts';
export { type ListedFeed, readOpml } from './sources/read-opml.ts';
export { sourceIdOf } from './sources/source-id.ts';
export { isSwitchedOff } from './sources/source-rules.ts';
export * from './urls/normalize-url.ts';
export { type DecodedText, decodeText } from './xml/decode-text.ts';
