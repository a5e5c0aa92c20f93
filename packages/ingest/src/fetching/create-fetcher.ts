// The one safe way to the web: addresses, robots.txt, politeness, redirects and limits put together. Knows no feeds or pages.
import type { Clock, HostTurns } from '@civicwire/shared';
import { Agent } from 'undici';
import { createRobotsCache, type RobotsAnswer, type RobotsCache } from '../robots/robots-cache.ts';
import { repairUrl } from '../urls/repair-url.ts';
import { defaultLimits, type FetchLimits } from './fetch-limits.ts';
import {
  type FetchFailure,
  type FetchRequest,
  type FetchResult,
  isTemporary,
  type NotFetched,
  notFetched,
} from './fetch-result.ts';
import { followRedirects } from './follow-redirects.ts';
import { createGuardedConnect, type Resolve, systemResolve } from './guarded-connect.ts';
import { createHostScheduler, type Politeness } from './host-scheduler.ts';
import { createMemoryTurns } from './memory-turns.ts';
import { createAddressRule } from './public-address.ts';
import { createVisit } from './visit-host.ts';

export interface FetcherOptions {
  /** Names the program and where to reach its operator: see `userAgentFor`. Its first word is held against robots.txt. */
  readonly userAgent: string;
  readonly clock: Clock;
  /** Ranges that may be contacted although they are not public, e.g. "127.0.0.0/8". */
  readonly allowAddresses?: readonly string[];
  readonly politeness?: Partial<Politeness>;
  /** What some hosts ask for, or allow, instead of that; by host as in an address ("paper.example", "paper.example:8080"). */
  readonly hostPoliteness?: ReadonlyMap<string, Partial<Politeness>>;
  /** Where the hosts' turns are kept: the store, so that all its processes share them; by default in this fetcher alone. */
  readonly hostTurns?: HostTurns;
  /** Numbers from 0 to 1, for the jitter of waits; the language's own by default. */
  readonly random?: () => number;
  readonly limits?: Partial<FetchLimits>;
  /** How names become addresses; the machine's resolver by default. */
  readonly resolve?: Resolve;
}

export interface Fetcher {
  /** Never throws for the world's failures: they come back as `ok: false` with a reason. */
  fetch(url: string, request: FetchRequest): Promise<FetchResult>;
  /** Lets running requests end, then closes every connection. */
  close(): Promise<void>;
}

export const defaultPoliteness: Politeness = { gapMs: 1_000, perHost: 1, waitMsMax: 30_000 };
const robotsRequest: FetchRequest = { accept: 'text/plain, */*;q=0.5', kind: 'robots' };
/** Why robots.txt could not be had, where that says more than "robots-unreachable". */
const tellingReasons: ReadonlySet<FetchFailure> = new Set<FetchFailure>([
  'blocked-address',
  'dns',
  'refused',
  'unreachable',
  'tls',
  'held-back',
]);

/** "Civicwire/0.1.0 (+https://example.org/contact)". `contact` is an address or a page where publishers reach the operator. */
export function userAgentFor(version: string, contact: string | null): string {
  return contact === null
    ? `Civicwire/${version}`
    : `Civicwire/${version} (+${contact.replace(/[^\x21-\x7e]|[()]/g, '')})`;
}

/** Throws UsageError for an unreadable `allowAddresses` entry; otherwise opens nothing until the first fetch. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { clock, userAgent } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const random = options.random ?? Math.random;
  const politeness = { ...defaultPoliteness, ...options.politeness };
  const scheduler = createHostScheduler({
    politenessOf: (host) => ({ ...politeness, ...options.hostPoliteness?.get(host) }),
    turns: options.hostTurns ?? createMemoryTurns(clock),
    clock,
    random,
  });
  const rule = createAddressRule(options.allowAddresses ?? []);
  const dispatcher = new Agent({
    connect: createGuardedConnect(rule, options.resolve ?? systemResolve, limits.connectMs),
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    maxHeaderSize: 65_536,
    pipelining: 1,
  });
  const visit = createVisit({ dispatcher, scheduler, clock, userAgent, limits, random });
  const fetchRobots = async (url: string): Promise<RobotsAnswer> => {
    const mayFetch = async (): Promise<number> => 0;
    return robotsAnswer(await followRedirects(new URL(url), robotsRequest, { mayFetch, visit, limits }));
  };
  const robots = createRobotsCache(fetchRobots, clock);
  const askRobots = (url: URL): Promise<number | NotFetched> => mayFetch(url, robots, userAgent);
  return {
    async fetch(text, request) {
      const url = repairUrl(text);
      if (url === null) return notFetched('bad-address', `${text.slice(0, 200)}: expected an http or https address`);
      url.hash = '';
      const ask = request.kind === 'robots' ? async (): Promise<number> => 0 : askRobots;
      return followRedirects(url, request, { mayFetch: ask, visit, limits });
    },
    close: () => dispatcher.close(),
  };
}

async function mayFetch(url: URL, robots: RobotsCache, userAgent: string): Promise<number | NotFetched> {
  const verdict = await robots.verdict(url.origin);
  if (!verdict.ok) {
    const reason = tellingReasons.has(verdict.reason) ? verdict.reason : 'robots-unreachable';
    const detail = `${url.href}: not fetched for now, because robots.txt could not be read (${verdict.detail})`;
    return notFetched(reason, detail, verdict.retryAfterMs);
  }
  if (verdict.robots.allows(userAgent, url.href)) return verdict.robots.crawlDelayMs(userAgent) ?? 0;
  return notFetched(
    'robots',
    `${url.href}: robots.txt does not allow ${userAgent.split(' ')[0]} to fetch it, expected to be allowed`,
  );
}

/** RFC 9309, 2.3.1: a client error means no rules; a server error or no answer means wait. */
function robotsAnswer(result: FetchResult): RobotsAnswer {
  if (result.ok) return { kind: 'file', bytes: result.bytes };
  const { reason, detail, retryAfterMs } = result;
  if (reason.startsWith('http-4') && !isTemporary(reason)) return { kind: 'none' };
  return { kind: 'unreachable', reason, detail, retryAfterMs: retryAfterMs ?? null };
}
