// What a failed poll costs a feed: its kind gives a weight, weights add up, the wait grows with their sum. Pure.
import { type FetchFailure, isPostponed, isTemporary } from '../fetching/fetch-result.ts';
import { deadPollMs, longestPollMs } from './poll-interval.ts';

/** A failed fetch, or a body that was no feed. */
export type PollFailure = FetchFailure | 'not-a-feed';

/** Weights that add up to this are the end: the feed is only tried once a month. Fifteen times 404, or a month of timeouts. */
export const deadScore = 30;

/**
 * How much one failure counts: 0 when the feed was not even asked, 0.5 when the host is only busy, 1 for what passes,
 * 2 for what seldom passes by itself (gone, forbidden, no feed any more), 6 when the host says that it is gone for good.
 */
export function failureWeight(reason: PollFailure): number {
  if (reason !== 'not-a-feed') {
    if (isPostponed(reason)) return 0;
    if (reason === 'http-429' || reason === 'http-503') return 0.5;
    if (reason === 'http-410') return 6;
    if (isTemporary(reason)) return 1;
  }
  return 2;
}

export interface AfterFailure {
  /** Sum of weights since the last good poll. */
  readonly score: number;
  readonly waitMs: number;
  readonly isDead: boolean;
}

/** Linear back-off: the interval once more for each point, a day at most; a month for dead feeds; never sooner than the host asks. */
export function afterFailure({
  score,
  reason,
  intervalMs,
  retryAfterMs = null,
}: {
  readonly score: number;
  readonly reason: PollFailure;
  readonly intervalMs: number;
  readonly retryAfterMs?: number | null;
}): AfterFailure {
  const sum = score + failureWeight(reason);
  const isDead = sum >= deadScore;
  const backOffMs = isDead ? deadPollMs : Math.min(longestPollMs, Math.round(intervalMs * (1 + sum)));
  return { score: sum, isDead, waitMs: Math.max(backOffMs, retryAfterMs ?? 0) };
}
