// Several real programs at one host: however many there are, the server sees its gap kept and one request at a time.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { type TestDatabase, testDialects } from '@civicwire/store/testing';
import { afterEach, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('./testing/polite-fetcher.ts', import.meta.url));
const gapMs = 120;
const requestMs = 15;
/** Longer than the lease of a turn. */
const slowMs = 7_000;

interface Arrival {
  readonly path: string;
  readonly agent: string;
  readonly atMs: number;
  readonly underWay: number;
}

let server: Server;
const children: ChildProcess[] = [];
const databases: TestDatabase[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  for (const database of databases.splice(0)) await database.remove();
});

/** A server that answers everything but /never, and writes down who came when. */
async function serve(): Promise<{ readonly origin: string; readonly arrivals: Arrival[] }> {
  const arrivals: Arrival[] = [];
  let underWay = 0;
  server = createServer((request, response) => {
    underWay += 1;
    arrivals.push({
      path: request.url ?? '',
      agent: request.headers['user-agent'] ?? '',
      atMs: performance.now(),
      underWay,
    });
    response.on('close', () => {
      underWay -= 1;
    });
    const answerMs = request.url === '/slow' ? slowMs : requestMs;
    if (request.url !== '/never') setTimeout(() => response.end('x'), answerMs);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals };
}

/** Starts a program; `said` grows by its lines, `ended` gives its exit code. */
function start(db: string, totalMs: number, addresses: readonly string[]) {
  const child = spawn(process.execPath, [program, db, String(gapMs), String(totalMs), ...addresses]);
  children.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const ended = once(child, 'close').then(() => child.exitCode);
  return { child, ended, said: () => said };
}

async function database(create: () => Promise<TestDatabase>): Promise<string> {
  const made = await create();
  databases.push(made);
  await (await openStore(made.url, { clock: systemClock })).close();
  return made.url;
}

for (const dialect of testDialects) {
  describe(`programs on one database (${dialect.name})`, () => {
    it('never break the gap of a host that three of them want, nor ask it twice at a time', async () => {
      const { origin, arrivals } = await serve();
      const db = await database(dialect.create);
      const programs = ['a', 'b', 'c'].map((name) =>
        start(
          db,
          20_000,
          [1, 2, 3, 4, 5, 6].map((number) => `${origin}/${name}${number}`),
        ),
      );
      expect(await Promise.all(programs.map(({ ended }) => ended))).toEqual([0, 0, 0]);
      expect(arrivals).toHaveLength(18);
      expect(new Set(arrivals.map(({ agent }) => agent)).size).toBe(3);
      expect(Math.max(...arrivals.map(({ underWay }) => underWay))).toBe(1);
      const gaps = arrivals.slice(1).map(({ atMs }, index) => atMs - (arrivals[index]?.atMs ?? 0));
      // A millisecond for the rounding of the two clocks.
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(gapMs + requestMs - 1);
    }, 60_000);

    it('get the turn of one that was killed in the middle of a request, and never that of one that is slow', async () => {
      const { origin, arrivals } = await serve();
      const db = await database(dialect.create);
      const killed = start(db, 1_000, [`${origin}/never`]);
      while (arrivals.length === 0) await Promise.race([once(server, 'request'), killed.ended]);
      killed.child.kill('SIGKILL');
      await killed.ended;
      const next = ['/slow', '/slow'].map((path) => start(db, 20_000, [`${origin}${path}`]));
      expect(await Promise.all(next.map(({ ended }) => ended))).toEqual([0, 0]);
      expect(next.map(({ said }) => said())).toEqual(['begun\nok\n', 'begun\nok\n']);
      expect(arrivals.map(({ path }) => path)).toEqual(['/never', '/slow', '/slow']);
      // Those that live keep their turns beyond the lease.
      expect(arrivals[2]?.underWay).toBe(1);
    }, 60_000);
  });
}
