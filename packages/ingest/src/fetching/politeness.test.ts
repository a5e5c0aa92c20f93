// robots.txt and politeness against real servers: who may be asked, when, and how often.
import { RetryLater, systemClock } from '@civicwire/shared';
import { afterEach, expect, test } from 'vitest';
import { type Answer, type LocalSite, openLocalSite } from '../testing/local-site.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from './create-fetcher.ts';
import type { FetchRequest } from './fetch-result.ts';

const page: FetchRequest = { accept: 'text/html', kind: 'page' };
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

async function open(answers: Readonly<Record<string, Answer | string>>): Promise<LocalSite> {
  const site = await openLocalSite(answers);
  opened.push(site);
  return site;
}

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({
    userAgent: 'Civicwire/0.1.0',
    clock: systemClock,
    allowAddresses: ['127.0.0.0/8'],
    politeness: { gapMs: 0 },
    ...options,
  });
  opened.push(made);
  return made;
}

const paths = (site: LocalSite): string[] => site.requests.map(({ path }) => path);

test('what robots.txt forbids is not asked for, and robots.txt is asked once', async () => {
  const site = await open({
    '/robots.txt': 'User-agent: Civicwire\nDisallow: /private',
    '/news': 'x',
    '/private': 'y',
  });
  const shared = fetcher();
  const results = await Promise.all([
    shared.fetch(`${site.origin}/private`, page),
    shared.fetch(`${site.origin}/news`, page),
  ]);
  expect(results[0]).toMatchObject({ ok: false, reason: 'robots' });
  expect(results[1]).toMatchObject({ ok: true });
  expect(paths(site)).toEqual(['/robots.txt', '/news']);
});

test('a redirect into a forbidden part is not followed', async () => {
  const site = await open({
    '/robots.txt': 'User-agent: *\nDisallow: /private',
    '/go': (_request, response) => void response.writeHead(302, { location: '/private' }).end(),
    '/private': 'y',
  });
  expect(await fetcher().fetch(`${site.origin}/go`, page)).toMatchObject({ ok: false, reason: 'robots' });
  expect(paths(site)).not.toContain('/private');
});

test('no robots.txt allows everything', async () => {
  const site = await open({ '/news': 'x' });
  expect(await fetcher().fetch(`${site.origin}/news`, page)).toMatchObject({ ok: true });
});

test.each([500, 503, 429])('robots.txt with status %i allows nothing for now', async (status) => {
  const site = await open({
    '/robots.txt': (_request, response) => void response.writeHead(status).end(),
    '/news': 'x',
  });
  const result = await fetcher().fetch(`${site.origin}/news`, page);
  expect(result).toMatchObject({ ok: false, reason: 'robots-unreachable' });
  expect(!result.ok && result.retryAfterMs).toBeGreaterThan(0);
  expect(paths(site)).toEqual(['/robots.txt']);
});

test('robots.txt is asked again when its day is over', async () => {
  let nowMs = Date.now();
  const site = await open({ '/robots.txt': 'User-agent: *\nDisallow: /x', '/news': 'x' });
  const shared = fetcher({ clock: { nowMs: () => nowMs } });
  await shared.fetch(`${site.origin}/news`, page);
  nowMs += 86_400_001;
  await shared.fetch(`${site.origin}/news`, page);
  expect(paths(site)).toEqual(['/robots.txt', '/news', '/robots.txt', '/news']);
});

test('a robots.txt longer than its cap is read up to it', async () => {
  const site = await open({
    '/robots.txt': `User-agent: *\nDisallow: /private\n${'# long\n'.repeat(5_000)}`,
    '/private': 'x',
  });
  const result = await fetcher({ limits: { robotsBytesMax: 2_000 } }).fetch(`${site.origin}/private`, page);
  expect(result).toMatchObject({ ok: false, reason: 'robots' });
});

test('one host gets one request at a time with the gap between, another host is not kept waiting', async () => {
  let active = 0;
  let most = 0;
  const slow: Answer = (_request, response) => {
    active += 1;
    most = Math.max(most, active);
    setTimeout(() => {
      active -= 1;
      response.end('x');
    }, 30);
  };
  const [site, other] = [await open({ '/a': slow, '/b': slow, '/c': slow }), await open({ '/d': 'x' })];
  const shared = fetcher({ politeness: { gapMs: 80 } });
  const started = Date.now();
  const [, , , otherMs] = await Promise.all([
    shared.fetch(`${site.origin}/a`, page),
    shared.fetch(`${site.origin}/b`, page),
    shared.fetch(`${site.origin}/c`, page),
    shared.fetch(`${other.origin}/d`, page).then(() => Date.now() - started),
  ]);
  expect(most).toBe(1);
  const gaps = site.requests.slice(1).map((request, index) => request.atMs - (site.requests[index]?.atMs ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(78);
  expect(otherMs).toBeLessThan(Date.now() - started);
});

test('a crawl delay widens the gap', async () => {
  const site = await open({ '/robots.txt': 'User-agent: *\nCrawl-delay: 0.2', '/a': 'x', '/b': 'x' });
  const shared = fetcher();
  await shared.fetch(`${site.origin}/a`, page);
  await shared.fetch(`${site.origin}/b`, page);
  const [, first, second] = site.requests;
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(195);
});

test('a turn that is too far away is refused with its time', async () => {
  const site = await open({ '/robots.txt': 'User-agent: *\nCrawl-delay: 60', '/a': 'x', '/b': 'x' });
  const shared = fetcher({ politeness: { gapMs: 0, waitMsMax: 1_000 } });
  expect(await shared.fetch(`${site.origin}/a`, page)).toMatchObject({ ok: true });
  const second = await shared.fetch(`${site.origin}/b`, page);
  expect(second).toMatchObject({ ok: false, reason: 'held-back' });
  expect(!second.ok && second.retryAfterMs).toBeGreaterThan(50_000);
});

test('several requests to one host are possible when the operator says so', async () => {
  let active = 0;
  let most = 0;
  const slow: Answer = (_request, response) => {
    active += 1;
    most = Math.max(most, active);
    setTimeout(() => {
      active -= 1;
      response.end('x');
    }, 60);
  };
  const site = await open({ '/1': slow, '/2': slow, '/3': slow, '/4': slow });
  const shared = fetcher({ politeness: { gapMs: 0, perHost: 2 } });
  const results = await Promise.all(
    ['/1', '/2', '/3', '/4'].map((path) => shared.fetch(`${site.origin}${path}`, page)),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(most).toBe(2);
});

test('a redirect to another host waits for that host’s turn', async () => {
  const target = await open({ '/story': 'x', '/direct': 'y' });
  const site = await open({
    '/go': (_request, response) => void response.writeHead(302, { location: `${target.origin}/story` }).end(),
  });
  const shared = fetcher({ politeness: { gapMs: 60_000, waitMsMax: 1_000 } });
  // The target's robots.txt was asked a moment ago: its next turn is a gap away.
  const direct = await shared.fetch(`${target.origin}/direct`, page);
  expect(direct).toMatchObject({ ok: false, reason: 'held-back' });
  const hosts = new Map([[new URL(site.origin).host, { gapMs: 0 }]]);
  const through = fetcher({ politeness: { gapMs: 60_000, waitMsMax: 1_000 }, hostPoliteness: hosts });
  expect(await through.fetch(`${site.origin}/go`, page)).toMatchObject({ ok: false, reason: 'held-back' });
  expect(paths(site)).toEqual(['/robots.txt', '/go']);
  expect(paths(target)).not.toContain('/story');
});

test('a host that keeps saying 503 is left alone for longer each time', async () => {
  let nowMs = Date.now();
  const site = await open({ '/x': (_request, response) => void response.writeHead(503).end() });
  const shared = fetcher({ clock: { nowMs: () => nowMs }, random: () => 0, politeness: { gapMs: 0, waitMsMax: 0 } });
  for (const waitMs of [5_000, 10_000, 20_000]) {
    expect(await shared.fetch(`${site.origin}/x`, page)).toMatchObject({ reason: 'http-503', retryAfterMs: waitMs });
    nowMs += waitMs - 1;
    expect(await shared.fetch(`${site.origin}/x`, page)).toMatchObject({ reason: 'held-back', retryAfterMs: 1 });
    nowMs += 1;
  }
});

test('a keeper of turns that is away holds the fetch back, and the next in line is not lost', async () => {
  const site = await open({ '/a': 'x', '/b': 'x' });
  let asked = 0;
  const hostTurns = {
    take: async () => {
      asked += 1;
      if (asked > 1) return { granted: true, busyAnswers: 0 } as const;
      throw new RetryLater('the database is away', 250);
    },
    extend: async () => undefined,
    end: async () => {
      throw new RetryLater('the database is away', 250);
    },
  };
  const shared = fetcher({ hostTurns });
  const results = [
    await shared.fetch(`${site.origin}/robots.txt`, { ...page, kind: 'robots' }),
    ...(await Promise.all(['/a', '/b'].map((path) => shared.fetch(`${site.origin}${path}`, page)))),
  ];
  expect(results[0]).toMatchObject({ ok: false, reason: 'held-back', retryAfterMs: 250 });
  expect(results.slice(1).map(({ ok }) => ok)).toEqual([true, true]);
});
