// One request in its host's turn, and what the host then asks for (Retry-After). Knows no redirects and no robots.txt.
import type { Clock } from '@civicwire/shared';
import type { Dispatcher } from 'undici';
import { backOffMs } from './back-off.ts';
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
  /** True for the next step of a redirect on the same host: no gap after the step before. */
  readonly continues: boolean;
  readonly budget: Budget;
}

/** An answer and, of a busy host (429, 503), how long it is left alone; null for others. */
export interface VisitAnswer extends HttpAnswer {
  readonly holdMs: number | null;
}

export type Visit = (url: URL, request: FetchRequest, options: VisitOptions) => Promise<VisitAnswer | NotFetched>;

export function createVisit(parts: {
  readonly dispatcher: Dispatcher;
  readonly scheduler: HostScheduler;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly limits: FetchLimits;
  /** Numbers from 0 to 1. */
  readonly random: () => number;
}): Visit {
  const { dispatcher, scheduler, clock, userAgent, limits, random } = parts;
  return async (url, request, { crawlDelayMs, continues, budget }) => {
    const slot = await scheduler.acquire(url.host, { crawlDelayMs, continues });
    if (!slot.ok) {
      const seconds = Math.ceil(slot.afterMs / 1000);
      return notFetched('held-back', `${url.href}: the host's next turn comes in ${seconds} s`, slot.afterMs);
    }
    const startedMs = clock.nowMs();
    let holdMs: number | null = null;
    try {
      const bytesMax = bytesMaxFor(request.kind, limits);
      const answer = await requestOnce(dispatcher, url, request, userAgent, { bytesMax, timeoutMs: budget.leftMs });
      const retryAfterMs = readRetryAfter(answer.headers.retryAfter, clock.nowMs());
      holdMs = backOffMs(answer.status, { retryAfterMs, busyAnswers: slot.busyAnswers, random: random() });
      return { ...answer, holdMs };
    } catch (error) {
      return explainFailure(error, url.href);
    } finally {
      budget.leftMs -= clock.nowMs() - startedMs;
      await slot.release(holdMs);
    }
  };
}
