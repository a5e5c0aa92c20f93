// Remembers the robots.txt of each origin and what its absence means. Knows no HTTP: fetching is an argument.
import type { Clock } from '@civicwire/shared';
import type { FetchFailure } from '../fetching/fetch-result.ts';
import { decodeText } from '../xml/decode-text.ts';
import { parseRobots, type Robots } from './parse-robots.ts';

/** The outcome of asking for /robots.txt: a file, none (4xx), or no answer to rely on (5xx, no connection). */
export type RobotsAnswer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'unreachable';
      readonly reason: FetchFailure;
      readonly detail: string;
      readonly retryAfterMs: number | null;
    };

type RobotsVerdict =
  | { readonly ok: true; readonly robots: Robots }
  | { readonly ok: false; readonly reason: FetchFailure; readonly detail: string; readonly retryAfterMs: number };

export interface RobotsCache {
  /** The rules of the origin ("https://paper.example"). Parallel callers share one request. */
  verdict(origin: string): Promise<RobotsVerdict>;
}

/** RFC 9309, 2.4: not longer than a day. */
const fileMsMax = 86_400_000;
/** While robots.txt cannot be had, nothing is fetched; it is asked again after this. */
const unreachableMs = 600_000;
const originsMax = 10_000;
const allowAll = parseRobots('');

export function createRobotsCache(fetchRobots: (url: string) => Promise<RobotsAnswer>, clock: Clock): RobotsCache {
  const cache = new Map<string, { verdict: RobotsVerdict; untilMs: number }>();
  const pending = new Map<string, Promise<RobotsVerdict>>();
  const load = async (origin: string): Promise<RobotsVerdict> => {
    const answer = await fetchRobots(`${origin}/robots.txt`);
    const verdict = judge(answer);
    if (cache.size >= originsMax) cache.delete(cache.keys().next().value ?? '');
    cache.set(origin, { verdict, untilMs: clock.nowMs() + (verdict.ok ? fileMsMax : verdict.retryAfterMs) });
    return verdict;
  };
  return {
    async verdict(origin) {
      const known = cache.get(origin);
      if (known !== undefined && known.untilMs > clock.nowMs()) return known.verdict;
      const running = pending.get(origin) ?? load(origin).finally(() => pending.delete(origin));
      pending.set(origin, running);
      return running;
    },
  };
}

function judge(answer: RobotsAnswer): RobotsVerdict {
  if (answer.kind === 'none') return { ok: true, robots: allowAll };
  if (answer.kind === 'file') return { ok: true, robots: parseRobots(decodeText(answer.bytes, null).text) };
  return {
    ok: false,
    reason: answer.reason,
    detail: answer.detail,
    retryAfterMs: answer.retryAfterMs ?? unreachableMs,
  };
}
