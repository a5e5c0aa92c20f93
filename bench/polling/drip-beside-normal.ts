// Twenty normal servers alone, and beside a hundred that feed a byte at a time: what the hundred cost the twenty.
// Knows servers and the fetcher.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher } from '@civicwire/ingest';
import { systemClock } from '@civicwire/shared';

const pagesPerServer = 5;
const dripEveryMs = 250;

/** Milliseconds until every page of the normal servers is there, alone and beside the others; medians of `rounds`. */
export async function measureDrip(rounds: number): Promise<{ readonly aloneMs: number; readonly besideMs: number }> {
  const timers: NodeJS.Timeout[] = [];
  const slow = await Promise.all(
    Array.from({ length: 100 }, () =>
      serve((response) => {
        response.write('x');
        timers.push(setInterval(() => response.write('x'), dripEveryMs));
      }),
    ),
  );
  const normal = await Promise.all(Array.from({ length: 20 }, () => serve((response) => response.end('<p>Vote</p>'))));
  const alone: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(await fetchNormal(normal, []));
    beside.push(await fetchNormal(normal, slow));
  }
  for (const timer of timers) clearInterval(timer);
  for (const { server } of [...slow, ...normal]) {
    server.closeAllConnections();
    server.close();
  }
  return { aloneMs: median(alone), besideMs: median(beside) };
}

interface Served {
  readonly server: Server;
  readonly origin: string;
}

async function serve(answer: (response: ServerResponse) => void): Promise<Served> {
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function fetchNormal(normal: readonly Served[], slow: readonly Served[]): Promise<number> {
  const fetcher = createFetcher({
    userAgent: 'Bench/1',
    clock: systemClock,
    allowAddresses: ['127.0.0.0/8'],
    politeness: { gapMs: 50 },
  });
  const fetch = (url: string) => fetcher.fetch(url, { kind: 'page', accept: 'text/html' });
  const waiting = slow.map(({ origin }) => fetch(`${origin}/story`));
  // The slow ones have begun to answer before the clock starts: it is their dripping that is measured.
  await new Promise((resolve) => setTimeout(resolve, slow.length > 0 ? 1_500 : 0));
  const startedMs = performance.now();
  const pages = normal.flatMap(({ origin }) =>
    Array.from({ length: pagesPerServer }, (_, at) => fetch(`${origin}/story-${at}`)),
  );
  const results = await Promise.all(pages);
  const tookMs = performance.now() - startedMs;
  if (results.some(({ ok }) => !ok)) throw new Error('expected every page of the normal servers');
  for (const { server } of slow) server.closeAllConnections();
  await Promise.all(waiting);
  await fetcher.close();
  return tookMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
