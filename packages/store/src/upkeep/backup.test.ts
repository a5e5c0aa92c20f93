import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testDialects } from '../testing/databases.ts';
import { collect } from '../testing/example-story.ts';
import { fillStore } from '../testing/filled-store.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { startWriter } from '../testing/writer-process.ts';
import { backUp, restore } from './backup.ts';
import { hashStore } from './copy-store.ts';

const madeAt = '2026-11-22T12:00:00.000Z';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'civicwire-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachStore('a backup', (under) => {
  it('is one file that can be restored to either kind of database, row by row the same', async () => {
    const file = join(folder, 'monday.db');
    await fillStore(under.store);
    const before = await hashStore(under.url);
    expect(await backUp(under.url, file, { madeAt, dryRun: true })).toMatchObject({ ...before, bytes: 0 });
    expect(readdirSync(folder)).toEqual([]);
    expect(await backUp(under.url, file, { madeAt })).toMatchObject({ ...before, file });
    expect(readdirSync(folder)).toEqual(['monday.db']);
    for (const kind of testDialects) {
      const target = await kind.create();
      expect(await restore(file, target.url)).toEqual(before);
      expect(await hashStore(target.url)).toEqual(before);
      await target.remove();
    }
    await expect(backUp(under.url, file, { madeAt })).rejects.toThrow(/monday.db: exists/);
    await expect(restore(file, under.url)).rejects.toThrow(/is in use/);
  });

  it('made while others write holds one state, with everything that was acknowledged before', async () => {
    const writer = startWriter(under.url, 'outlet', 30);
    await expect.poll(() => writer.acknowledged.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(3);
    const promised = writer.acknowledged.map((line) => line.split(' '));
    const file = join(folder, 'busy.db');
    const { tables } = await backUp(under.url, file, { madeAt });
    const whole = await writer.ended;
    expect(whole).toEqual({ code: 0, complaint: '' });
    const backup = new SqliteDatabase(file, { readonly: true });
    const stories = new Set(backup.prepare('select id from story').pluck().all());
    expect(promised.filter(([act, id]) => act === 'discovered' && !stories.has(id))).toEqual([]);
    const changes = tables.find(({ table }) => table === 'change')?.rows;
    expect(backup.prepare('select value from sequencer').pluck().get()).toBe(changes);
    backup.close();
    expect((await collect(under.store.exportRows('stories'))).length).toBe(30);
  });
});

it('a file that was changed, cut or is no backup is refused, and nothing is made of it', async () => {
  const source = await testDialects[0]?.create();
  const store = await (await import('../open-store.ts')).openStore(source?.url ?? '', { clock: { nowMs: () => 0 } });
  await fillStore(store);
  await store.close();
  const file = join(folder, 'kept.db');
  await backUp(source?.url ?? '', file, { madeAt });
  const target = `sqlite:${join(folder, 'target.db')}`;

  const changed = join(folder, 'changed.db');
  writeFileSync(changed, readFileSync(file));
  const raw = new SqliteDatabase(changed);
  raw.exec(`update story set url = 'https://elsewhere.example/' where id = (select min(id) from story)`);
  raw.close();
  await expect(restore(changed, target)).rejects.toThrow(/table story is not as it was written/);

  const cut = join(folder, 'cut.db');
  writeFileSync(cut, readFileSync(file).subarray(0, 40_000));
  await expect(restore(cut, target)).rejects.toThrow(/cut.db/);
  writeFileSync(cut, 'my notes, kept elsewhere, that are no database at all');
  await expect(restore(cut, target)).rejects.toThrow(/is not a SQLite database/);
  await expect(restore(join(folder, 'none.db'), target)).rejects.toThrow(/there is no such file/);

  const plain = new URL(source?.url ?? '').pathname;
  await expect(restore(plain, target)).rejects.toThrow(/does not say what it held/);
  expect((await restore(file, target)).rows).toBeGreaterThan(50);
  await source?.remove();
});
