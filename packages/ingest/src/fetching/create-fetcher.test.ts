// The safe fetch against real servers on loopback: outcomes, addresses, redirects, limits.

import { systemClock } from '@civicwire/shared';
import { afterEach, expect, test } from 'vitest';
import { type Answer, type LocalSite, openLocalSite } from '../testing/local-site.ts';
import { createFetcher, type Fetcher, type FetcherOptions, userAgentFor } from './create-fetcher.ts';
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
    userAgent: userAgentFor('0.1.0', 'https://desk.example/contact'),
    clock: systemClock,
    allowAddresses: ['127.0.0.0/8'],
    politeness: { gapMs: 0 },
    ...options,
  });
  opened.push(made);
  return made;
}

const redirectTo =
  (location: string, status = 302): Answer =>
  (_request, response) =>
    void response.writeHead(status, { location }).end();

test('a page comes back with its bytes, headers and final address', async () => {
  const site = await open({
    '/story': (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html', etag: '"v1"', 'last-modified': 'Tue, 03 Mar 2026 08:00:00 GMT' })
        .end('<p>Council votes</p>'),
  });
  const result = await fetcher().fetch(`${site.origin}/story#top`, page);
  expect(result).toMatchObject({
    ok: true,
    status: 200,
    finalUrl: `${site.origin}/story`,
    notModified: false,
    movedPermanently: false,
  });
  expect(result.ok && new TextDecoder().decode(result.bytes)).toBe('<p>Council votes</p>');
  expect(result.ok && result.headers).toEqual({
    contentType: 'text/html',
    etag: '"v1"',
    lastModified: 'Tue, 03 Mar 2026 08:00:00 GMT',
    retryAfter: null,
    cacheControl: null,
    expires: null,
  });
});

test('the program names itself and its operator, and sends the validators', async () => {
  const site = await open({ '/feed': (_request, response) => void response.writeHead(304).end() });
  const result = await fetcher().fetch(`${site.origin}/feed`, {
    accept: 'application/rss+xml',
    kind: 'feed',
    etag: '"v1"',
    lastModified: 'Tue, 03 Mar 2026 08:00:00 GMT',
  });
  expect(result).toMatchObject({ ok: true, status: 304, notModified: true });
  expect(result.ok && result.bytes.length).toBe(0);
  const headers = site.requests.at(-1)?.headers;
  expect(headers?.['user-agent']).toBe('Civicwire/0.1.0 (+https://desk.example/contact)');
  expect(headers).toMatchObject({
    accept: 'application/rss+xml',
    'if-none-match': '"v1"',
    'if-modified-since': 'Tue, 03 Mar 2026 08:00:00 GMT',
  });
});

test.each([
  [404, 'http-404'],
  [410, 'http-410'],
  [500, 'http-500'],
  [403, 'http-403'],
])('status %i is the reason %s', async (status, reason) => {
  const site = await open({ '/x': (_request, response) => void response.writeHead(status).end('no') });
  const result = await fetcher().fetch(`${site.origin}/x`, page);
  expect(result).toMatchObject({ ok: false, reason });
  expect(!result.ok && result.detail).toContain(`${site.origin}/x: the host answered ${status}, expected 200`);
});

test('a busy host is left alone for as long as it asks', async () => {
  const site = await open({
    '/x': (_request, response) => void response.writeHead(503, { 'retry-after': '120' }).end(),
  });
  const shared = fetcher({ random: () => 0 });
  expect(await shared.fetch(`${site.origin}/x`, page)).toMatchObject({
    ok: false,
    reason: 'http-503',
    retryAfterMs: 120_000,
  });
  const second = await shared.fetch(`${site.origin}/y`, page);
  expect(second).toMatchObject({ ok: false, reason: 'held-back' });
  expect(!second.ok && second.retryAfterMs).toBeGreaterThan(100_000);
  expect(site.requests.filter(({ path }) => path === '/y')).toEqual([]);
});

test.each(['ftp://paper.example/x', 'file:///etc/passwd', 'javascript:alert(1)', 'no address'])(
  '%s is no address to fetch',
  async (url) => {
    expect(await fetcher().fetch(url, page)).toMatchObject({ ok: false, reason: 'bad-address' });
  },
);

test('nothing that is not public is contacted unless the operator names it', async () => {
  const site = await open({ '/': 'secret' });
  const strict = fetcher({ allowAddresses: [] });
  const disguises = [
    '127.0.0.1',
    '2130706433',
    '0177.0.0.1',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    'localhost',
    '0.0.0.0',
  ];
  for (const host of disguises) {
    const result = await strict.fetch(`http://${host}:${site.port}/`, page);
    expect([host, !result.ok && result.reason]).toEqual([host, 'blocked-address']);
  }
  expect(site.requests).toEqual([]);
});

test('a public name that resolves to a private address is refused, also when it changes its mind', async () => {
  const site = await open({ '/': 'secret' });
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const result = await fetcher({ allowAddresses: [], resolve }).fetch(`http://rebinding.example:${site.port}/`, page);
  expect(result).toMatchObject({ ok: false, reason: 'blocked-address' });
  expect(!result.ok && result.detail).toContain('rebinding.example is at 127.0.0.1: loopback address');
  expect(asked).toBe(1);
  expect(site.requests).toEqual([]);
});

test('a name with a private and an allowed address is reached at the allowed one only', async () => {
  const site = await open({ '/': 'hello' });
  const resolve = async () => [
    { address: '10.0.0.1', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  expect(await fetcher({ resolve }).fetch(`http://mixed.example:${site.port}/`, page)).toMatchObject({ ok: true });
});

test('a redirect to a private address is refused at the redirect', async () => {
  const site = await open({ '/go': redirectTo('http://10.1.2.3/admin') });
  const result = await fetcher().fetch(`${site.origin}/go`, page);
  expect(result).toMatchObject({ ok: false, reason: 'blocked-address' });
});

test('redirects are followed, to five and no further, and never off the web', async () => {
  const site = await open({
    '/1': redirectTo('/2', 301),
    '/2': redirectTo('/3', 308),
    '/3': 'here',
    '/loop': redirectTo('/loop'),
    '/off': redirectTo('file:///etc/passwd'),
  });
  const shared = fetcher();
  expect(await shared.fetch(`${site.origin}/1`, page)).toMatchObject({
    ok: true,
    finalUrl: `${site.origin}/3`,
    movedPermanently: true,
  });
  expect(await shared.fetch(`${site.origin}/loop`, page)).toMatchObject({ ok: false, reason: 'too-many-redirects' });
  expect(site.requests.filter(({ path }) => path === '/loop')).toHaveLength(6);
  expect(await shared.fetch(`${site.origin}/off`, page)).toMatchObject({ ok: false, reason: 'bad-address' });
});

test('a host that is not there, and a name that does not resolve, have their own reasons', async () => {
  const site = await openLocalSite({});
  await site.close();
  const shared = fetcher({
    resolve: async () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
  });
  expect(await shared.fetch(`${site.origin}/x`, page)).toMatchObject({ ok: false, reason: 'refused' });
  const unknown = await shared.fetch('http://nowhere.example/x', page);
  expect(unknown).toMatchObject({ ok: false, reason: 'dns' });
});

test('a broken connection and a bad answer have their own reasons', async () => {
  const site = await open({
    '/cut': (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => response.destroy(), 20);
    },
    '/garbage': (request) => void request.socket.end('HELLO THIS IS NOT HTTP\r\n\r\n'),
  });
  const shared = fetcher();
  expect(await shared.fetch(`${site.origin}/cut`, page)).toMatchObject({ ok: false, reason: 'connection-lost' });
  expect(await shared.fetch(`${site.origin}/garbage`, page)).toMatchObject({ ok: false, reason: 'bad-response' });
});

test('an answer that drips is cut off at the total time', async () => {
  const site = await open({
    '/drip': (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    },
  });
  const result = await fetcher({ limits: { totalMs: 300 } }).fetch(`${site.origin}/drip`, page);
  expect(result).toMatchObject({ ok: false, reason: 'timed-out' });
});

test('media are refused as pages before their body is read', async () => {
  const site = await open({
    '/x.pdf': (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
  });
  expect(await fetcher().fetch(`${site.origin}/x.pdf`, page)).toMatchObject({ ok: false, reason: 'wrong-type' });
});
