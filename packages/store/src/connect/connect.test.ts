import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RetryLater, ServiceUnavailable, systemClock, UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../open-store.ts';
import { onServer, testDialects } from '../testing/databases.ts';
import { asPassing } from './connect.ts';
import { describeAddress, readDatabaseAddress } from './database-address.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'civicwire-connect-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opening = (url: string) => openStore(url, { clock: systemClock });

describe('opening a store', () => {
  it('makes the folder and the tables, by scheme or by plain path', async () => {
    for (const prefix of ['sqlite:', '']) {
      const file = join(folder, 'deep', 'er', `${prefix.length}.db`);
      const store = await opening(`${prefix}${file}`);
      expect((await store.counts()).stories).toBe(0);
      await store.close();
      expect(existsSync(file)).toBe(true);
    }
  });

  it('reads the address forms and refuses another scheme', () => {
    expect(readDatabaseAddress('sqlite:///data/a.db')).toEqual({ dialect: 'sqlite', file: '/data/a.db' });
    expect(readDatabaseAddress('data/a.db')).toEqual({ dialect: 'sqlite', file: 'data/a.db' });
    expect(readDatabaseAddress('postgresql://u@h/d').dialect).toBe('postgres');
    expect(() => readDatabaseAddress('mysql://u@h/d')).toThrow(UsageError);
    expect(() => readDatabaseAddress('')).toThrow(/expected sqlite:/);
    expect(describeAddress(readDatabaseAddress('postgres://u:secret@h/d'))).toBe('postgres://u:…@h/d');
  });

  it('names the folder that cannot be written', async () => {
    const blocked = join(folder, 'a-file');
    writeFileSync(blocked, '');
    await expect(opening(`sqlite:${join(blocked, 'x', 'store.db')}`)).rejects.toThrow(/database folder .*a-file/);
    await expect(opening(`sqlite:${join(blocked, 'x', 'store.db')}`)).rejects.toThrow(UsageError);
  });

  it('names the file that is no database, and leaves it as it is', async () => {
    const file = join(folder, 'notes.db');
    writeFileSync(file, 'these are my notes, not a database');
    await expect(opening(file)).rejects.toThrow(/notes\.db: is not a SQLite database/);
    mkdirSync(join(folder, 'dir.db'));
    await expect(opening(join(folder, 'dir.db'))).rejects.toThrow(/is a folder; expected a file/);
  });

  it('refuses a database whose tables are of a newer program', async () => {
    const file = join(folder, 'store.db');
    await (await opening(file)).close();
    const raw = new SqliteDatabase(file);
    raw.exec(`insert into kysely_migration values ('0002-from-the-future', '2026-01-01')`);
    raw.close();
    await expect(opening(file)).rejects.toThrow(UsageError);
    await expect(opening(file)).rejects.toThrow(/0002-from-the-future/);
  });

  it('is unavailable while another program keeps the file locked', async () => {
    const file = join(folder, 'store.db');
    const raw = new SqliteDatabase(file);
    raw.exec('begin exclusive');
    try {
      const locked = openStore(file, { clock: systemClock, lockWaitMs: 200 });
      await expect(locked).rejects.toThrow(/locked by another program for 0.2 s/);
      await expect(locked).rejects.toThrow(ServiceUnavailable);
    } finally {
      raw.close();
    }
  });

  it('is unavailable when no server listens', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => probe.once('listening', ready));
    const { port } = probe.address() as { port: number };
    await new Promise((closed) => probe.close(closed));
    const url = `postgres://nobody:secret@127.0.0.1:${port}/none`;
    await expect(opening(url)).rejects.toThrow(ServiceUnavailable);
    await expect(opening(url)).rejects.not.toThrow(/secret/);
  });
});

for (const dialect of testDialects) {
  it(`is migrated once when several programs open it at the same moment (${dialect.name})`, async () => {
    const database = await dialect.create();
    const door = new URL('../index.ts', import.meta.url).href;
    const script = join(folder, 'open.mjs');
    writeFileSync(
      script,
      `import { openStore } from ${JSON.stringify(door)};
       const store = await openStore(${JSON.stringify(database.url)}, { clock: { nowMs: () => 0 } });
       console.log((await store.counts()).stories);
       await store.close();`,
    );
    chmodSync(script, 0o644);
    const run = promisify(execFile);
    const outputs = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [script])));
    expect(outputs.map(({ stdout }) => stdout.trim())).toEqual(['0', '0', '0', '0']);
    await database.remove();
  });
}

for (const server of testDialects.filter(({ name }) => name === 'postgres')) {
  it('goes on with a new connection when the server cut the old one, and says RetryLater while it is cut', async () => {
    const database = await server.create();
    const store = await opening(database.url);
    const cut = () =>
      onServer(
        database.url,
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    const source = (id: string) => store.upsertSource({ id, name: id, home: null, national: false });
    await source('before');
    const blocker = new pg.Client({ connectionString: database.url });
    blocker.on('error', () => {});
    await blocker.connect();
    await blocker.query('begin; select value from sequencer for update');
    const name = new URL(database.url).pathname.slice(1);
    const watcher = new pg.Client({ connectionString: database.url });
    await watcher.connect();
    const waitingForLock = async () =>
      (
        await watcher.query('select 1 from pg_stat_activity where datname = $1 and wait_event_type = $2', [
          name,
          'Lock',
        ])
      ).rowCount;
    const waiting = expect(source('cut')).rejects.toThrow(RetryLater);
    await vi.waitFor(async () => expect(await waitingForLock()).toBe(1), 10_000);
    await watcher.end();
    await cut();
    await waiting;
    await source('after');
    expect((await store.listSources()).map(({ id }) => id)).toEqual(['after', 'before']);
    await store.close();
    await database.remove();
  });
}

it('says RetryLater for every way in which a lost connection shows, and leaves other errors as they are', () => {
  const words = [
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ];
  for (const message of words) expect(asPassing(new Error(message))).toBeInstanceOf(RetryLater);
  expect(asPassing(Object.assign(new Error('deadlock detected'), { code: '40P01' }))).toBeInstanceOf(RetryLater);
  const other = Object.assign(new Error('duplicate key'), { code: '23505' });
  expect(asPassing(other)).toBe(other);
});
