// One request in its host's turn, and what the host then asks for (Retry-After). Knows no redirects and no robots.txt.
import type { Clock } from '@civicwire/shared';
import type { Dispatcher } from 'undici';
import { explainFailure } from './explain-failure.ts';
import { bytesMaxFor, type FetchLimits } from './fetch-limits.ts';
import { type FetchRequest, type NotFetched, notFetched } from './fetch-result.ts';
import type { HostScheduler } from './host-scheduler.ts';
import { type HttpAnswer, requestOnce } from './request-once.ts';
import { readRetryAfter } from './retry-after.ts';

/** Milliseconds on the wire that a fetch has left over all its redirects. */
interface Budget {
  leftMs: number;
}

interface VisitOptions {
  readonly crawlDelayMs: number;
  /** True for the next step of a redirect: no gap after the step before. */
  readonly continues: boolean;
  readonly budget: Budget;
}

export type Visit = (url: URL, request: FetchRequest, options: VisitOptions) => Promise<HttpAnswer | NotFetched>;

/** A host that says 429 without saying how long is left alone for this long. Milliseconds. */
const tooManyRequestsMs = 60_000;

export function createVisit(parts: {
  readonly dispatcher: Dispatcher;
  readonly scheduler: HostScheduler;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly limits: FetchLimits;
}): Visit {
  const { dispatcher, scheduler, clock, userAgent, limits } = parts;
  return async (url, request, { crawlDelayMs, continues, budget }) => {
    const slot = await scheduler.acquire(url.host, { gapMs: crawlDelayMs, continues });
    if (!slot.ok) {
      const seconds = Math.ceil(slot.afterMs / 1000);
      return notFetched('held-back', `${url.href}: the host's next turn comes in ${seconds} s`, slot.afterMs);
    }
    const startedMs = clock.nowMs();
    try {
      const bytesMax = bytesMaxFor(request.kind, limits);
      const answer = await requestOnce(dispatcher, url, request, userAgent, { bytesMax, timeoutMs: budget.leftMs });
      const askedMs = askedToWaitMs(answer, clock);
      if (askedMs !== null) scheduler.holdBack(url.host, clock.nowMs() + askedMs);
      return answer;
    } catch (error) {
      return explainFailure(error, url.href);
    } finally {
      budget.leftMs -= clock.nowMs() - startedMs;
      slot.release();
    }
  };
}

/** How long a busy host (429, 503) wants to be left alone; null when it does not say so. */
export function askedToWaitMs(answer: HttpAnswer, clock: Clock): number | null {
  if (answer.status !== 429 && answer.status !== 503) return null;
  return readRetryAfter(answer.headers.retryAfter, clock.nowMs()) ?? (answer.status === 429 ? tooManyRequestsMs : null);
}
