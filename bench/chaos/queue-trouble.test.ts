// A worker and its Redis: away at start, too old, without an append-only file, lost midway. It says so, and goes on by itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgresQueue } from '../../packages/cli/src/queues/postgres-queue.ts';
import { openRedisQueue } from '../../packages/cli/src/queues/redis-queue.ts';
import { runProgram } from '../../packages/cli/src/testing/run-program.ts';
import { type SmallSite, startStorySite } from '../../packages/cli/src/testing/small-site.ts';
import { findProgram } from '../../scripts/services.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { startOldRedis } from './old-redis.ts';
import { preparePrivateServers, prepareRedis } from './private-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-queue-'));
const db = `sqlite:${join(folder, 'store.db')}`;
const sources = join(folder, 'sources.yaml');
let [site, store]: [SmallSite | null, Store | null] = [null, null];

beforeAll(async () => {
  site = await startStorySite(4);
  writeFileSync(sources, 'allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0}\nsources: []\n');
  store = await openStore(db, { clock: systemClock });
  await store.upsertSource({ id: 'small', name: 'Small Site', home: null, national: false });
});

afterAll(async () => {
  await store?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function find(n: number): Promise<void> {
  const url = `${site?.url}/story/${n}`;
  await store?.discover([{ sourceId: 'small', url, urlKey: url }]);
}

async function until(what: string, isSo: () => boolean | Promise<boolean>, words: () => string): Promise<void> {
  for (const endMs = Date.now() + 60_000; !(await isSo()); await new Promise((resume) => setTimeout(resume, 100)))
    if (Date.now() > endMs) throw new Error(`waited in vain for ${what}; said: ${words()}`);
}

const says = (fleet: Fleet, phrase: string) => until(phrase, () => fleet.words().includes(phrase), fleet.words);
const fetched = (fleet: Fleet, count: number) =>
  until(`${count} stories fetched`, async () => ((await store?.counts())?.fetched ?? 0) >= count, fleet.words);

test.each(findProgram('redis-server') === null ? [] : ['a worker'])(
  '%s lives through every trouble of its Redis',
  {
    timeout: 240_000,
  },
  async () => {
    const redis = await prepareRedis(join(folder, 'redis'), ['--appendonly', 'no']);
    const old = await startOldRedis(redis.url);
    await find(1);
    const args = ['worker', 'fetch', '--sources', sources, '--db', db, '--redis', old.url, '--metrics', 'off'];
    const fleet = startFleet([{ name: 'fetch', args }]);
    try {
      await says(fleet, 'cannot be reached');
      await redis.start();
      await says(fleet, '; expected 7 or newer');
      expect((await store?.counts())?.fetched).toBe(0);
      old.isOld = false;
      await says(fleet, 'has no append-only file');
      await fetched(fleet, 1);
      await redis.end('SIGKILL');
      await find(2);
      await says(fleet, 'cannot be reached (queue: ');
      await redis.start();
      await fetched(fleet, 2);
      expect(fleet.words().match(/works for/g)).toHaveLength(1);
    } finally {
      await fleet.stop();
      old.close();
      await redis.end('SIGKILL');
    }
  },
);

test.each(findProgram('redis-server') === null ? [] : ['a queue'])(
  '%s whose lines to Redis are cut without a word makes new ones',
  { timeout: 120_000 },
  async () => {
    const redis = await prepareRedis(join(folder, 'cut-redis'));
    await redis.start();
    const between = await startOldRedis(redis.url);
    between.isOld = false;
    const queue = openRedisQueue(between.url, silentLogger);
    const seen: string[] = [];
    const consumer = queue.consume('fetch', 1, async (id) => void seen.push(id));
    const add = (id: string) => queue.add([{ work: 'fetch', id, attempts: 0, deaths: 0, dueMs: 0, lane: 0 }]);
    const saw = (count: number) =>
      until(
        `${count} tickets`,
        () => seen.length === count,
        () => seen.join(),
      );
    try {
      await until(
        'the queue',
        async () => (await queue.problem()) === null,
        () => '',
      );
      await add('a');
      await saw(1);
      between.cutLines();
      await until(
        'a new line',
        async () => (await queue.problem()) === null,
        () => '',
      );
      await add('b');
      await saw(2);
    } finally {
      await consumer.close();
      await queue.close();
      between.close();
      await redis.end('SIGKILL');
    }
  },
);

test.each(findProgram('postgres') === null ? [] : ['a queue'])(
  '%s in a PostgreSQL that is away when it is opened is used once it is there',
  { timeout: 120_000 },
  async () => {
    const servers = await preparePrivateServers();
    const queue = openPostgresQueue(servers.postgres.url, silentLogger);
    const seen: string[] = [];
    const consumer = queue.consume('fetch', 1, async (id) => void seen.push(id));
    try {
      expect(await queue.problem()).toContain('cannot be reached');
      await servers.postgres.start();
      expect(await queue.problem()).toBeNull();
      await queue.add([{ work: 'fetch', id: 'a', attempts: 0, deaths: 0, dueMs: 0, lane: 0 }]);
      await until(
        'the ticket',
        () => seen.length === 1,
        () => seen.join(),
      );
    } finally {
      await consumer.close();
      await queue.close();
      await servers.remove();
    }
  },
);

test('a queue or address that there is not is refused at once', { timeout: 180_000 }, async () => {
  const refusals = [
    [['worker', 'fetch', '--queue', 'rabbit'], 'queue "rabbit": expected redis or postgres'],
    [['worker', 'save', '--queue', 'postgres'], 'expected a PostgreSQL store, or --queue redis'],
    [['worker', 'cook'], 'worker "cook": expected one of poll, fetch, extract, save'],
    [['replay'], 'expected --reason, --source, --rule-version or --story'],
  ] as const;
  for (const [args, words] of refusals) {
    const { code, stderr } = await runProgram([
      ...args,
      '--db',
      db,
      ...(args[1] === 'fetch' ? ['--sources', sources] : []),
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  }
});
