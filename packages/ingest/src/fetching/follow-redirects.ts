// Follows an address to its document: every step is asked of robots.txt and checked anew. Knows no connections.
import { repairUrl } from '../urls/repair-url.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { type FetchRequest, type FetchResult, type NotFetched, notFetched } from './fetch-result.ts';
import type { Visit, VisitAnswer } from './visit-host.ts';

/** The crawl delay in milliseconds (0 when none is asked) when the address may be fetched, else why not. */
type MayFetch = (url: URL) => Promise<number | NotFetched>;

export interface FollowParts {
  readonly mayFetch: MayFetch;
  readonly visit: Visit;
  readonly limits: FetchLimits;
}

export async function followRedirects(start: URL, request: FetchRequest, parts: FollowParts): Promise<FetchResult> {
  const { mayFetch, visit, limits } = parts;
  const budget = { leftMs: limits.totalMs };
  let url = start;
  let before: URL | null = null;
  let permanent = true;
  for (let hops = 0; hops <= limits.redirectsMax; hops += 1) {
    const crawlDelayMs = await mayFetch(url);
    if (typeof crawlDelayMs !== 'number') return crawlDelayMs;
    const answer = await visit(url, request, { crawlDelayMs, continues: before?.host === url.host, budget });
    if ('ok' in answer) return answer;
    const next = redirectTarget(answer, url);
    if (next === null) return settle(answer, url, permanent && hops > 0);
    if (typeof next === 'string') {
      return notFetched(
        'bad-address',
        `${url.href}: redirects to ${next.slice(0, 200)}, expected an http or https address`,
      );
    }
    permanent &&= answer.status === 301 || answer.status === 308;
    before = url;
    url = next;
  }
  const detail = `${start.href}: more than ${limits.redirectsMax} redirects, the last to ${url.href}`;
  return notFetched('too-many-redirects', detail);
}

/** Null when the answer is no redirect; a string when it leads to something that is no http address. */
function redirectTarget(answer: VisitAnswer, url: URL): URL | string | null {
  if (![301, 302, 303, 307, 308].includes(answer.status) || answer.location === null) return null;
  const target = repairUrl(answer.location, url.href);
  if (target !== null) target.hash = '';
  return target ?? answer.location;
}

function settle(answer: VisitAnswer, url: URL, movedPermanently: boolean): FetchResult {
  const { status, headers, bytes, holdMs } = answer;
  const notModified = status === 304;
  if (notModified || (status >= 200 && status <= 299)) {
    return { ok: true, status, finalUrl: url.href, headers, bytes, notModified, movedPermanently };
  }
  const detail = `${url.href}: the host answered ${status}, expected 200`;
  return notFetched(`http-${status}`, detail, holdMs ?? undefined);
}
