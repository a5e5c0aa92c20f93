// The doctor by the real program: a healthy place, each thing that can be wrong, its advice and its exit code.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { onServer, testDialects } from '@civicwire/store/testing';
import { afterAll, expect, test } from 'vitest';
import { openPostgresQueue } from '../../queues/postgres-queue.ts';
import { runProgram } from '../../testing/run-program.ts';
import type { CheckResult } from './check.ts';
import { checkNode, checkOpenFiles, checkUser } from './machine-checks.ts';
import { checkQueue, readInfo } from './queue-checks.ts';
import { checkSkew, checkStorePlace } from './store-checks.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sources = join(folder, 'sources.yaml');
writeFileSync(
  sources,
  "contact: desk@example.org\nsources:\n  - {id: a, name: A, home: {place: Tucson, state: AZ}, feeds: ['https://a.example/feed']}\n",
);

async function doctor(...args: readonly string[]): Promise<{ code: number | null; checks: CheckResult[] }> {
  const { code, stdout } = await runProgram(['doctor', '--json', ...args]);
  const answer = JSON.parse(stdout) as { exit_code: number; checks: CheckResult[] };
  expect(answer.exit_code).toBe(code);
  return { code, checks: answer.checks };
}

const named = (checks: readonly CheckResult[], name: string) => checks.filter((check) => check.name === name);

test('finds a place without a store fit, in words, and makes nothing', async () => {
  const file = join(folder, 'new', 'store.db');
  const { code, stdout, stderr } = await runProgram(['doctor', '--db', `sqlite:${file}`, '--sources', sources]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^ok {4}node +Node 2\d/m);
  expect(stdout).toMatch(/^ok {4}store +.*no store yet, the first run makes it$/m);
  expect(stdout).toMatch(/^ok {4}sources +.*1 sources, 0 switched off$/m);
  expect(stdout).toMatch(/^ok {4}extraction +[\d.]+ s with loading, then \d+ ms$/m);
  expect(stdout).not.toMatch(/^fail/m);
  expect(existsSync(join(folder, 'new'))).toBe(false);
});

test('names a server that does not answer and goes on with the rest: exit code 3', async () => {
  const { code, checks } = await doctor('--db', 'postgres://x:secret@127.0.0.1:1/y', '--sources', sources);
  expect(code).toBe(3);
  expect(named(checks, 'store')).toMatchObject([
    { status: 'fail', advice: expect.stringContaining('start the server') },
  ]);
  expect(JSON.stringify(checks)).not.toContain('secret');
  expect(named(checks, 'extraction')).toMatchObject([{ status: 'ok' }]);
});

test('names the lines of a list and of a pack that cannot be read: exit code 2', async () => {
  const wrong = join(folder, 'wrong.yaml');
  writeFileSync(wrong, 'sources:\n  - {id: a, feed: 3}\n');
  const packs = mkdtempSync(join(folder, 'packs-'));
  writeFileSync(join(packs, 'odd.yaml'), 'pack: odd\nframes: 3\n');
  const db = `sqlite:${join(folder, 'any.db')}`;
  const { code, checks } = await doctor('--db', db, '--sources', wrong, '--packs', packs);
  expect(code).toBe(2);
  expect(named(checks, 'sources')[0]?.detail).toMatch(/wrong\.yaml:2:/);
  expect(named(checks, 'packs')[0]?.detail).toMatch(/odd\.yaml:\d+:\d+/);
  expect(named(checks, 'extraction')).toEqual([]);
});

test('looks at a store without changing it, and says when it is of a newer program or of another time', async () => {
  const file = join(folder, 'store.db');
  const db = `sqlite:${file}`;
  const ahead = { nowMs: () => Date.now() + 3_600_000 };
  const store = await openStore(db, { clock: ahead });
  await store.upsertSource({ id: 'a', name: 'A', home: null, national: true });
  await store.discover([{ sourceId: 'a', url: 'https://a.example/1', urlKey: 'a.example/1' }]);
  await store.close();
  const bytes = readFileSync(file);
  const checks = await checkStorePlace(db, systemClock);
  expect(checks.map(({ name, status }) => [name, status])).toContainEqual(['clock', 'warn']);
  expect(named(checks, 'store')).toMatchObject([{ status: 'ok', detail: expect.stringContaining('schema 00') }]);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('says what a file is that is no store', async () => {
  const file = join(folder, 'notes.txt');
  writeFileSync(file, 'these are my notes, and no database');
  expect(await checkStorePlace(`sqlite:${file}`, systemClock)).toMatchObject([
    { status: 'fail', fault: 'configuration', detail: expect.stringContaining('notes.txt') },
  ]);
});

for (const server of testDialects.filter(({ name }) => name === 'postgres')) {
  test('tells the server’s version, clock and rights, and a schema of a newer program', async () => {
    const database = await server.create();
    expect(named(await checkStorePlace(database.url, systemClock), 'store')[0]?.detail).toContain('no store yet');
    await (await openStore(database.url, { clock: systemClock })).close();
    const checks = await checkStorePlace(database.url, systemClock);
    expect(checks.map(({ status }) => status)).not.toContain('fail');
    expect(named(checks, 'database').at(-1)?.detail).toMatch(/PostgreSQL \d+.* \d+ of \d+ connections|off/);
    expect(named(checks, 'clock and database')).toMatchObject([{ status: 'ok' }]);
    await onServer(database.url, `insert into kysely_migration values ('9999-from-the-future', '2026-01-01')`);
    expect(named(await checkStorePlace(database.url, systemClock), 'store')).toMatchObject([
      { status: 'fail', fault: 'configuration', detail: expect.stringContaining('9999-from-the-future') },
    ]);
    await database.remove();
  });
}

const asked = { db: 'sqlite:none.db', sources, sourcesGiven: true, packs: undefined };

for (const server of testDialects.filter(({ name }) => name === 'postgres'))
  test('looks into a queue in PostgreSQL: not made yet, its jobs, jobs whose worker is gone; and makes nothing', async () => {
    const database = await server.create();
    const question = { ...asked, db: database.url, queue: 'postgres', redis: '' };
    const words = async () => (await checkQueue(question, systemClock)).map(({ status, detail }) => [status, detail]);
    expect(await words()).toEqual([['ok', 'no schema civicwire_queue yet, the first worker makes it']]);
    expect(await words()).toHaveLength(1);
    const queue = openPostgresQueue(database.url, silentLogger);
    const ticket = { work: 'save', attempts: 0, deaths: 0, dueMs: 0, lane: 0 } as const;
    await queue.add([
      { ...ticket, id: 'a' },
      { ...ticket, id: 'b' },
    ]);
    await queue.close();
    const found = ['ok', 'in the database of the store; jobs: poll 0, fetch 0, extract 0, save 2'];
    expect(await words()).toEqual([found]);
    await onServer(
      database.url,
      `update civicwire_queue.job set state = 'active', locked_until_ms = 1 where id like 'save-a-%'`,
    );
    expect(await words()).toEqual([found, ['warn', '1 jobs are in the hands of workers that are gone']]);
    await database.remove();
  });

test('says of a queue in PostgreSQL that the store is a file, or away', async () => {
  const said = (db: string) => checkQueue({ ...asked, db, queue: 'postgres', redis: '' }, systemClock);
  expect(await said('sqlite:none.db')).toMatchObject([{ status: 'fail', fault: 'configuration' }]);
  const away = await said('postgres://x:secret@127.0.0.1:1/y');
  expect(away).toMatchObject([{ status: 'fail', fault: 'service' }]);
  expect(JSON.stringify(away)).not.toContain('secret');
});

const redis = process.env.CIVICWIRE_TEST_REDIS;

test('says of a queue that is away, or named wrongly, what to do', async () => {
  const away = await checkQueue({ ...asked, queue: 'redis', redis: 'redis://:secret@127.0.0.1:1' }, systemClock);
  expect(away).toMatchObject([{ status: 'fail', fault: 'service', advice: expect.stringContaining('start Redis') }]);
  expect(JSON.stringify(away)).not.toContain('secret');
  const odd = await checkQueue({ ...asked, queue: 'redis', redis: 'http://x' }, systemClock);
  expect(odd).toMatchObject([{ status: 'fail', fault: 'configuration' }]);
  expect((await checkQueue({ ...asked, queue: 'none', redis: '' }, systemClock))[0]?.status).toBe('ok');
});

for (const url of redis === undefined ? [] : [redis])
  test('tells the jobs, the clock and the memory of a queue that answers', async () => {
    const results = await checkQueue({ ...asked, queue: 'redis', redis: url }, systemClock);
    expect(results.map(({ name, status }) => [name, status])).toEqual([
      ['queue', 'ok'],
      ['clock and redis', 'ok'],
      ['redis memory', 'ok'],
    ]);
    expect(results[0]?.detail).toMatch(/jobs: poll \d+, fetch \d+, extract \d+, save \d+$/);
  });

test('names a Redis that is full, or could not write to its disk', () => {
  const info = 'used_memory:900\r\nmaxmemory:1000\r\naof_last_write_status:err\r\nrdb_last_bgsave_status:ok\r\n';
  expect(readInfo(info).map(({ name, status }) => [name, status])).toEqual([
    ['redis memory', 'warn'],
    ['redis disk', 'warn'],
  ]);
});

test('judges numbers by themselves', () => {
  expect(checkNode('22.9.0')).toMatchObject({ status: 'fail', fault: 'configuration' });
  expect(checkUser(0).status).toBe('warn');
  expect(checkUser(1000).status).toBe('ok');
  expect(checkOpenFiles('Max open files            256                  4096                 files').status).toBe(
    'warn',
  );
  expect(checkOpenFiles('').status).toBe('ok');
  expect(checkSkew('clock', 1_500, 1_000, 2_000)).toMatchObject({ status: 'ok', detail: '0.0 s apart' });
  expect(checkSkew('clock', 5_000, 1_000, 2_000)).toMatchObject({
    status: 'warn',
    detail: '3.0 s apart, ours is behind',
  });
  expect(checkSkew('clock', 0, 60_000, 60_100)).toMatchObject({
    status: 'fail',
    detail: '60.0 s apart, ours is ahead',
  });
});
