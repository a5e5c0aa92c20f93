// The web of the simulated outlets, in this process: answers after a while, fails now and then, and notes every request that
// comes too soon or beside another at one host. Takes hosts' turns by the program's own scheduler. Knows no pipeline.
import { setTimeout as sleep } from 'node:timers/promises';
import { createHostScheduler, type Fetcher, type FetchRequest, type FetchResult } from '@civicwire/ingest';
import { type HostTurns, systemClock } from '@civicwire/shared';
import { seededRandom } from '@civicwire/store/testing';
import { feedBytes, listedAt, type Outlet, pageBytes } from './outlets.ts';

export interface WebFigures {
  readonly requests: Readonly<Record<'feed' | 'page', number>>;
  readonly notModified: number;
  readonly failures: number;
  readonly heldBack: number;
  /** Requests that began before the host's gap had passed since the last one ended, or while another was under way. */
  readonly violations: number;
  /** Smallest pause between two requests to one host, as a share of the gap that was asked for. */
  readonly smallestGapShare: number;
}

export interface SimulatedWeb {
  readonly fetcher: Fetcher;
  readonly figures: () => WebFigures;
}

interface HostRecord {
  underWay: number;
  endedMs: number;
}

const noHeaders = {
  contentType: null,
  etag: null,
  lastModified: null,
  retryAfter: null,
  cacheControl: null,
  expires: null,
};

/**
 * `speed`: simulated milliseconds in a real one. Turns are taken in real time, so gap and answers are so many times shorter
 * than a real host's: `gapMs` of the outlets is that of a day's run.
 */
export function createSimulatedWeb(parts: {
  readonly outlets: readonly Outlet[];
  readonly hostTurns: HostTurns;
  readonly speed: number;
  readonly gapMs: number;
  readonly dayStart: number;
  /** Milliseconds of the simulated day. */
  readonly nowMs: () => number;
}): SimulatedWeb {
  const { outlets, speed, dayStart, nowMs } = parts;
  const gapMs = parts.gapMs / speed;
  const byHost = new Map(outlets.map((outlet) => [outlet.host, outlet]));
  const hosts = new Map<string, HostRecord>();
  const random = seededRandom(7);
  const scheduler = createHostScheduler({
    politenessOf: () => ({ gapMs, perHost: 1, waitMsMax: 30_000 / speed }),
    turns: parts.hostTurns,
    clock: systemClock,
    random,
  });
  const counts = { feed: 0, page: 0, robots: 0, notModified: 0, failures: 0, heldBack: 0, violations: 0 };
  let smallestGapShare = Number.POSITIVE_INFINITY;
  return {
    fetcher: { fetch, close: async () => undefined },
    figures: () => ({ requests: { feed: counts.feed, page: counts.page }, ...counts, smallestGapShare }),
  };

  async function fetch(url: string, request: FetchRequest): Promise<FetchResult> {
    const { host, pathname } = new URL(url);
    const outlet = byHost.get(host);
    if (outlet === undefined) return { ok: false, reason: 'dns', detail: `${host}: expected a simulated outlet` };
    const slot = await scheduler.acquire(host, { crawlDelayMs: 0, continues: false });
    if (!slot.ok) {
      counts.heldBack += 1;
      return { ok: false, reason: 'held-back', detail: `${host}: not its turn`, retryAfterMs: slot.afterMs * speed };
    }
    const leave = arrive(host);
    let holdMs: number | null = null;
    try {
      // Half of the answers within 300 ms, one in twenty takes more than a second.
      await sleep((-Math.log(1 - random()) * 430) / speed);
      counts[request.kind] += 1;
      if (random() < outlet.failing) {
        counts.failures += 1;
        holdMs = 60_000 / speed;
        return { ok: false, reason: 'http-503', detail: `${url}: 503`, retryAfterMs: 60_000 };
      }
      return request.kind === 'feed' ? answerFeed(outlet, url, request) : answerPage(outlet, url, pathname);
    } finally {
      leave();
      await slot.release(holdMs);
    }
  }

  /** Notes a request at a host; the returned function notes its end. */
  function arrive(host: string): () => void {
    const record = hosts.get(host) ?? { underWay: 0, endedMs: Number.NEGATIVE_INFINITY };
    hosts.set(host, record);
    const share = (performance.now() - record.endedMs) / gapMs;
    smallestGapShare = Math.min(smallestGapShare, share);
    if (record.underWay > 0 || share < 1) counts.violations += 1;
    record.underWay += 1;
    return () => {
      record.underWay -= 1;
      record.endedMs = performance.now();
    };
  }

  function answerFeed(outlet: Outlet, url: string, request: FetchRequest): FetchResult {
    const stories = listedAt(outlet, nowMs() - dayStart);
    const etag = `"${stories[0] ?? 'none'}"`;
    const notModified = request.etag === etag;
    if (notModified) counts.notModified += 1;
    const bytes = notModified ? new Uint8Array(0) : feedBytes(outlet, stories, dayStart);
    return answer(url, bytes, { ...noHeaders, etag, contentType: 'application/rss+xml' }, notModified);
  }

  function answerPage(outlet: Outlet, url: string, path: string): FetchResult {
    const bytes = pageBytes(outlet, Number(path.split('/').at(-1)));
    return answer(url, bytes, { ...noHeaders, contentType: 'text/html; charset=utf-8' }, false);
  }
}

function answer(
  finalUrl: string,
  bytes: Uint8Array,
  headers: typeof noHeaders | object,
  notModified: boolean,
): FetchResult {
  return {
    ok: true,
    status: notModified ? 304 : 200,
    finalUrl,
    headers: headers as Extract<FetchResult, { ok: true }>['headers'],
    bytes,
    notModified,
    movedPermanently: false,
  };
}
