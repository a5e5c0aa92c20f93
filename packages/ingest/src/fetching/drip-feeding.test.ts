// A hundred servers that send a byte now and then, beside twenty that answer: nobody waits for the hundred.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@civicwire/shared';
import { afterEach, expect, test } from 'vitest';
import { createFetcher } from './create-fetcher.ts';

const dripEveryMs = 100;
const servers: Server[] = [];
const drips: NodeJS.Timeout[] = [];
afterEach(async () => {
  for (const drip of drips.splice(0)) clearInterval(drip);
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  drips.push(setInterval(() => response.write('x'), dripEveryMs));
}

test('twenty normal servers are done while all hundred drip-feeding ones are still being waited for', async () => {
  const slow = await Promise.all(Array.from({ length: 100 }, () => serve(drip)));
  const normal = await Promise.all(Array.from({ length: 20 }, () => serve((response) => response.end('<p>Vote</p>'))));
  const fetcher = createFetcher({
    userAgent: 'Test/1',
    clock: systemClock,
    allowAddresses: ['127.0.0.0/8'],
    politeness: { gapMs: 10 },
    limits: { totalMs: 20_000 },
  });
  const ended: string[] = [];
  const fetch = async (origin: string, kind: 'slow' | 'normal') => {
    const result = await fetcher.fetch(`${origin}/story`, { kind: 'page', accept: 'text/html' });
    ended.push(`${kind} ${result.ok ? 'ok' : result.reason}`);
  };
  const slowFetches = slow.map((origin) => fetch(origin, 'slow'));
  await Promise.all(normal.map((origin) => fetch(origin, 'normal')));
  expect(ended).toEqual(Array.from({ length: 20 }, () => 'normal ok'));
  for (const server of servers) server.closeAllConnections();
  await Promise.all(slowFetches);
  expect(ended.slice(20)).toHaveLength(100);
  expect(ended.slice(20).every((end) => end.startsWith('slow ') && end !== 'slow ok')).toBe(true);
  await fetcher.close();
}, 60_000);
