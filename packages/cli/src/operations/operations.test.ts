// A running program asked about itself over real HTTP: alive, ready, its numbers, and what strangers get.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { testDialects } from '@civicwire/store/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { jsonLines, type RunningProgram, runProgram, startProgram } from '../testing/run-program.ts';
import { type SmallSite, startStorySite } from '../testing/small-site.ts';

const stories = 6;
const folder = mkdtempSync(join(tmpdir(), 'civicwire-operations-'));
const sources = join(folder, 'sources.yaml');
let site: SmallSite;

beforeAll(async () => {
  site = await startStorySite(stories);
  writeFileSync(
    sources,
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 4}\nsources:\n  - {id: small, name: Small Site, home: {place: Tucson, state: AZ}, feeds: ['${site.url}/feed.xml']}\n`,
  );
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

function ask(url: string, { method = 'GET', host }: { method?: string; host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const question = request(url, { method, headers: host === undefined ? {} : { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    question.on('error', reject);
    question.end();
  });
}

/** The value of a series as it is exported; NaN when it is not. */
function seriesOf(metrics: string, series: string): number {
  const line = metrics.split('\n').find((text) => text.startsWith(`${series} `));
  return line === undefined ? Number.NaN : Number(line.slice(series.length + 1));
}

/** Starts a standing run that answers on a free port; gives its address too. */
async function startRun(db: string): Promise<{ run: RunningProgram; url: string }> {
  const run = startProgram(['run', '--sources', sources, '--db', db, '--metrics', '127.0.0.1:0']);
  let words = '';
  run.child.stderr?.on('data', (chunk: string) => {
    words += chunk;
  });
  await run.said('/metrics');
  return { run, url: /http:\/\/127\.0\.0\.1:\d+/.exec(words)?.[0] ?? '' };
}

describe('a standing run', () => {
  let url: string;
  let run: RunningProgram;
  beforeAll(async () => {
    ({ run, url } = await startRun(`sqlite:${join(folder, 'standing.db')}`));
  });
  afterAll(async () => {
    run.child.kill('SIGKILL');
    await run.ended;
  });

  test('says that it is alive and ready', async () => {
    expect(await ask(`${url}/livez`)).toEqual({ status: 200, body: 'ok\n' });
    const { status, body } = await ask(`${url}/readyz`);
    expect([status, JSON.parse(body)]).toEqual([
      200,
      { ready: true, checks: [{ name: 'store', ok: true, detail: 'ok' }] },
    ]);
  });

  test('tells its work and the ledger in numbers', async () => {
    const metrics = await vi.waitFor(
      async () => {
        const { body } = await ask(`${url}/metrics`);
        expect(seriesOf(body, 'civicwire_stories{state="saved"}')).toBe(stories);
        // Read a moment before, and all may have been saved in between.
        expect(seriesOf(body, 'civicwire_sequencer_head')).toBeGreaterThan(stories);
        return body;
      },
      { timeout: 90_000, interval: 500 },
    );
    expect(seriesOf(metrics, 'civicwire_outcomes_total{outcome="saved"}')).toBe(stories);
    expect(seriesOf(metrics, 'civicwire_fetch_seconds_count{kind="page",result="ok"}')).toBe(stories);
    expect(seriesOf(metrics, 'civicwire_extraction_seconds_count{status="ok"}')).toBe(stories);
    expect(seriesOf(metrics, 'civicwire_attempt_seconds_count{stage="save",result="ok"}')).toBe(stories);
    expect(seriesOf(metrics, 'civicwire_stage_oldest_wait_seconds{stage="fetch"}')).toBe(0);
    expect(seriesOf(metrics, 'civicwire_feeds{health="ok"}')).toBe(1);
    expect(seriesOf(metrics, 'civicwire_store_up')).toBe(1);
    expect(metrics).not.toContain(site.url);
  });

  test('answers only what it should, and only to its own name', async () => {
    expect((await ask(`${url}/metrics`, { host: 'rebound.example' })).status).toBe(403);
    expect((await ask(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
    expect((await ask(`${url}/metrics`, { method: 'HEAD' })).body).toBe('');
    expect((await ask(`${url}/`)).status).toBe(404);
  });
});

for (const server of testDialects.filter(({ name }) => name === 'postgres')) {
  test('a store that went away makes the process unready, and ready again when it is back', async () => {
    const database = await server.create();
    await (await openStore(database.url, { clock: systemClock })).close();
    const way = await openWay(Number(new URL(database.url).port));
    const { run, url } = await startRun(Object.assign(new URL(database.url), { port: String(way.port) }).href);
    const status = async (path: string) => (await ask(url + path)).status;
    const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 200 });
    try {
      expect(await status('/readyz')).toBe(200);
      way.close();
      await until(async () => expect(await status('/readyz')).toBe(503));
      expect(await status('/livez')).toBe(200);
      await until(async () => expect(seriesOf((await ask(`${url}/metrics`)).body, 'civicwire_store_up')).toBe(0));
      await way.open();
      await until(async () => expect(await status('/readyz')).toBe(200));
    } finally {
      way.close();
      run.child.kill('SIGKILL');
      await run.ended;
      await database.remove();
    }
  });
}

/** A way to a server on this machine that can be cut and opened again, on a port of its own. */
async function openWay(target: number) {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const there = connect(target, '127.0.0.1');
    for (const socket of [client, there]) sockets.add(socket.on('error', () => undefined));
    client.pipe(there).pipe(client);
  });
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  await listen(0);
  const { port } = server.address() as { port: number };
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return { port, close, open: () => listen(port) };
}

test('a port that was asked for and is taken is named; words that are no address are refused', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => holder.once('listening', ready));
  const { port } = holder.address() as { port: number };
  const db = `sqlite:${join(folder, 'taken.db')}`;
  const taken = await runProgram(['run', '--sources', sources, '--db', db, '--metrics', `127.0.0.1:${port}`]);
  holder.close();
  expect([taken.code, taken.stderr]).toEqual([3, expect.stringContaining(`${port}: is in use by another program`)]);
  const odd = await runProgram(['run', '--sources', sources, '--db', db, '--metrics', 'everywhere']);
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('expected HOST:PORT')]);
});

test('a worker whose queue is away is alive and not ready, and tells both', async () => {
  const db = `sqlite:${join(folder, 'worker.db')}`;
  const flags = ['--redis', 'redis://127.0.0.1:1', '--metrics', '127.0.0.1:0'];
  const worker = startProgram(['worker', 'save', '--db', db, ...flags]);
  let words = '';
  worker.child.stderr?.on('data', (chunk: string) => {
    words += chunk;
  });
  await worker.said('/metrics');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(words)?.[0] ?? '';
  expect((await ask(`${url}/livez`)).status).toBe(200);
  const { status, body } = await ask(`${url}/readyz`);
  expect([status, JSON.parse(body)]).toMatchObject([
    503,
    {
      ready: false,
      checks: [
        { name: 'store', ok: true },
        { name: 'queue', ok: false },
      ],
    },
  ]);
  const { body: metrics } = await ask(`${url}/metrics`);
  expect([seriesOf(metrics, 'civicwire_queue_up'), seriesOf(metrics, 'civicwire_store_up')]).toEqual([0, 1]);
  worker.child.kill('SIGKILL');
  await worker.ended;
});

test('the review desk answers too, where it is asked to', async () => {
  const db = `sqlite:${join(folder, 'desk.db')}`;
  const desk = startProgram(['review', '--db', db, '--port', '0', '--metrics', '127.0.0.1:0']);
  let words = '';
  desk.child.stderr?.on('data', (chunk: string) => {
    words += chunk;
  });
  await desk.said('/metrics');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(words)?.[0] ?? '';
  expect((await ask(`${url}/readyz`)).status).toBe(200);
  expect((await ask(`${url}/metrics`)).body).toContain('civicwire_build_info{role="review"');
  desk.child.kill('SIGINT');
  expect((await desk.ended).code).toBe(0);
});

test('one story is followed through every stage by its id in the log', async () => {
  const db = `sqlite:${join(folder, 'followed.db')}`;
  const { code, stderr } = await runProgram(['run', '--once', '--sources', sources, '--db', db, '--log-level', 'info']);
  expect(code).toBe(0);
  const lines = jsonLines(
    stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n'),
  );
  const story = lines.find(({ msg, url }) => msg === 'story fetched' && String(url).endsWith('/story/3'))?.story;
  expect(lines.filter((line) => line.story === story).map(({ msg }) => msg)).toEqual([
    'story found',
    'story fetched',
    'story extracted',
    'story saved',
  ]);
  expect(lines.every(({ role, pid }) => role === 'run' && typeof pid === 'number')).toBe(true);
});
