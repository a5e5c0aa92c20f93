// A disk that takes no more, really: a small file system in memory under a SQLite file and under a table space of PostgreSQL. Where
// this user may not mount one, the limit on file sizes stands in for it (packages/cli/src/upkeep.test.ts).
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceUnavailable, systemClock } from '@civicwire/shared';
import pg from 'pg';
import { expect, test } from 'vitest';
import { asPassing } from '../connect/connect.ts';
import { sha256 } from '../hashing.ts';
import { openStore, type Store } from '../open-store.ts';
import { onServer } from '../testing/databases.ts';
import { addExampleSource, exampleArticle, exampleText, saveExample } from '../testing/example-story.ts';
import { makeSmallDisk } from '../testing/small-disk.ts';
import { checkStore } from './check-store.ts';

const server = process.env.CIVICWIRE_TEST_POSTGRES;
const canMount = makeSmallDisk(1);
canMount?.remove();

test('a server that says so is told from one that is busy for now', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  expect(asPassing(full)).toBeInstanceOf(ServiceUnavailable);
  expect(String(asPassing(full))).toMatch(
    /disk of the PostgreSQL server takes no more \(could not extend file; 53100\)/,
  );
});

const story = (store: Store, nth: number): Promise<string> => {
  // Words that no compression makes small.
  const words = Array.from({ length: 600 }, (_, at) => sha256(`${nth}/${at}`)).join(' ');
  const text = `${exampleText}\n${words}`;
  return saveExample(store, `${nth}`, { article: exampleArticle(text, { title: `Story ${nth}` }) });
};

/** Saves stories until the disk takes no more; gives those that were acknowledged and what was said. */
async function fill(store: Store): Promise<{ saved: string[]; failure: unknown }> {
  const saved: string[] = [];
  for (let nth = 0; nth < 10_000; nth += 1) {
    try {
      saved.push(await story(store, nth));
    } catch (failure) {
      return { saved, failure };
    }
  }
  throw new Error('the disk was never full');
}

/** Fills, is refused clearly, goes on when there is room, and has lost nothing. */
async function fillAndGoOn(url: string, makeRoom: () => void, words: RegExp): Promise<void> {
  const store = await openStore(url, { clock: systemClock });
  await addExampleSource(store);
  const { saved, failure } = await fill(store);
  expect(failure).toBeInstanceOf(ServiceUnavailable);
  expect(String(failure)).toMatch(words);
  expect(saved.length).toBeGreaterThan(3);
  makeRoom();
  await story(store, saved.length);
  for (const id of saved) expect((await store.getStory(id))?.story.state).toBe('saved');
  const changes = await store.changesSince(0, 1_000);
  expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, at) => at + 1));
  await store.close();
  expect((await checkStore(url, { snapshots: true })).filter(({ wrong }) => wrong > 0)).toEqual([]);
}

if (canMount !== null) {
  test('a SQLite store on a full disk says so, keeps all that was acknowledged, and goes on when there is room', async () => {
    const disk = makeSmallDisk(3);
    if (disk === null) throw new Error('expected the right to mount');
    try {
      const url = `sqlite:${join(disk.folder, 'store.db')}`;
      await fillAndGoOn(url, () => disk.resize(64), /disk takes no more \(.* MiB free in/);
    } finally {
      disk.remove();
    }
  }, 60_000);
}

if (canMount !== null && server !== undefined) {
  test('a PostgreSQL server whose disk is full is one clear error; nothing acknowledged is lost, and it goes on', async () => {
    const disk = makeSmallDisk(24);
    if (disk === null) throw new Error('expected the right to mount');
    const name = `small_${process.pid}`;
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      // Table spaces belong to the account of the server.
      const data =
        (await client.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? '';
      const { uid, gid } = statSync(data);
      const place = join(disk.folder, 'space');
      mkdirSync(place);
      chownSync(disk.folder, uid, gid);
      chownSync(place, uid, gid);
      await client.query(`create tablespace ${name} location '${place}'`);
      await client.query(`create database ${name} tablespace ${name}`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      await fillAndGoOn(url.href, () => disk.resize(200), /disk of the PostgreSQL server takes no more .*53100/);
    } finally {
      await client.end();
      await onServer(server, `drop database if exists ${name} with (force)`);
      await onServer(server, `drop tablespace if exists ${name}`);
      disk.remove();
    }
  }, 120_000);
}
