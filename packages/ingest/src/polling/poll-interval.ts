// When a feed is to be asked next: from what its last answers held, and what it asks for. Pure; knows no clock and no store.
import type { FetchedHeaders } from '../fetching/fetch-result.ts';

/** Bounds of the interval that we find by ourselves; servers that ask for longer get at most the longest. */
export const shortestPollMs = 10 * 60_000;
export const longestPollMs = 24 * 3_600_000;
/** Of a feed that nothing is known of. */
export const firstPollMs = 30 * 60_000;
/** A feed that was given up is still tried once in this time. */
export const deadPollMs = 30 * 24 * 3_600_000;

/** What one good poll showed: stories listed, and those of them that were new. Both 0 for an unchanged or empty feed. */
export interface PollSight {
  readonly listed: number;
  readonly fresh: number;
}

/** Share of the listed stories that was known already, 0–1; 1 for an unchanged feed. */
export function overlapOf({ listed, fresh }: PollSight): number {
  return listed === 0 ? 1 : 1 - Math.min(fresh, listed) / listed;
}

/** Between these two the interval stays: less, and stories may slip through between polls; more, and we ask too often. */
const overlapAim = { min: 0.33, max: 0.67 } as const;
/** One poll changes the interval by no more than these: falling behind loses stories, asking too often only costs. */
const factor = { min: 0.5, max: 1.5 } as const;

/** The next interval after a good poll. `lastMs` null is a first poll: everything is new then, and says nothing. */
export function nextIntervalMs(lastMs: number | null, sight: PollSight): number {
  if (lastMs === null) return firstPollMs;
  const overlap = overlapOf(sight);
  if (overlap >= overlapAim.min && overlap <= overlapAim.max) return bounded(lastMs);
  // As if stories came evenly: the interval in which half of the list would be new.
  const wanted = overlap === 1 ? factor.max : 0.5 / (1 - overlap);
  return bounded(lastMs * Math.min(factor.max, Math.max(factor.min, wanted)));
}

function bounded(ms: number): number {
  return Math.round(Math.min(longestPollMs, Math.max(shortestPollMs, ms)));
}

/** How long the answer itself says that it stays good: max-age, else Expires. Null when it does not say, or says "at once". */
export function freshForMs(headers: Pick<FetchedHeaders, 'cacheControl' | 'expires'>, nowMs: number): number | null {
  const control = headers.cacheControl?.toLowerCase() ?? '';
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(control)?.[1];
  if (maxAge !== undefined) return positive(Number(maxAge) * 1000);
  if (/no-cache|no-store/.test(control) || headers.expires === null) return null;
  return positive(Date.parse(headers.expires) - nowMs);
}

function positive(ms: number): number | null {
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

/**
 * The wait until the next poll. A schedule of the operator's wins over everything but `retryAfterMs`; otherwise a feed is
 * asked no sooner than it wishes (`wishesMs`: ttl, syndication period, cache headers), wishes beyond a day count as a day.
 */
export function waitMs({
  intervalMs,
  scheduleMs,
  wishesMs,
  retryAfterMs = null,
}: {
  readonly intervalMs: number;
  readonly scheduleMs: number | null;
  readonly wishesMs: readonly (number | null)[];
  readonly retryAfterMs?: number | null;
}): number {
  const wished = wishesMs.map((ms) => Math.min(ms ?? 0, longestPollMs));
  return Math.max(scheduleMs ?? Math.max(intervalMs, ...wished), retryAfterMs ?? 0);
}
