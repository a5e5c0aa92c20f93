import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, UsageError } from '@civicwire/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportKinds } from '../export/export-rows.ts';
import { openStore, type Store } from '../open-store.ts';
import { type TestDatabase, testDialects } from '../testing/databases.ts';
import { addExampleSource, collect, saveExample, steppingClock } from '../testing/example-story.ts';
import { fillStore } from '../testing/filled-store.ts';
import { contentHash } from './content-hash.ts';
import { copyStore, hashStore } from './copy-store.ts';

const everything = async (store: Store) =>
  Promise.all([...exportKinds.map((kind) => collect(store.exportRows(kind))), store.changesSince(0, 10_000)]);

for (const from of testDialects) {
  describe(`copying a ${from.name} store`, () => {
    let source: TestDatabase;
    let store: Store;
    let targets: TestDatabase[];
    beforeEach(async () => {
      source = await from.create();
      store = await openStore(source.url, { clock: steppingClock() });
      targets = [];
    });
    afterEach(async () => {
      await store.close();
      for (const database of [source, ...targets]) await database.remove();
    });
    const target = async (kind: (typeof testDialects)[number]): Promise<string> => {
      const database = await kind.create();
      targets.push(database);
      return database.url;
    };

    for (const to of testDialects) {
      it(`to ${to.name} gives equal rows and hashes in every table, and a store that goes on`, async () => {
        await fillStore(store);
        const url = await target(to);
        const before = await hashStore(source.url);
        const seen: number[] = [];
        const result = await copyStore(source.url, url, { onProgress: (done) => seen.push(done) });
        expect(result).toEqual(before);
        expect(await hashStore(url)).toEqual(before);
        expect(seen.at(-1)).toBe(result.rows);
        const rowsOf = (name: string) => result.tables.find(({ table }) => table === name)?.rows;
        for (const name of ['decision', 'official_decision', 'roster_entry', 'host_turn', 'extraction', 'story_link'])
          expect(rowsOf(name), name).toBeGreaterThan(0);
        expect(rowsOf('sequencer')).toBe(1);

        const copy = await openStore(url, { clock: systemClock });
        expect(await everything(copy)).toEqual(await everything(store));
        expect((await copy.search('jail agreement')).hits.length).toBeGreaterThan(3);
        const last = (await copy.changesSince(0, 10_000)).length;
        await saveExample(copy, 'after');
        expect((await copy.changesSince(last, 1))[0]?.seq).toBe(last + 1);
        await copy.close();
      });
    }

    it('says beforehand what would be copied, and refuses a place with rows and itself; all stay as they are', async () => {
      await fillStore(store);
      const before = await hashStore(source.url);
      const folder = mkdtempSync(join(tmpdir(), 'civicwire-dry-'));
      const file = join(folder, 'new', 'copy.db');
      expect(await copyStore(source.url, `sqlite:${file}`, { dryRun: true })).toEqual(before);
      expect(existsSync(join(folder, 'new'))).toBe(false);
      rmSync(folder, { recursive: true });
      await expect(copyStore(source.url, source.url)).rejects.toThrow(/is the source itself/);

      const url = await target(from);
      const used = await openStore(url, { clock: systemClock });
      await addExampleSource(used);
      await used.close();
      const inUse = await hashStore(url);
      await expect(copyStore(source.url, url)).rejects.toThrow(/is in use \(table source has rows\)/);
      expect(await hashStore(url)).toEqual(inUse);
      expect(await hashStore(source.url)).toEqual(before);
    });

    it('reads one state of a store that is being written to', async () => {
      await fillStore(store);
      const url = await target(testDialects[0] as (typeof testDialects)[number]);
      const before = await hashStore(source.url);
      let written = false;
      await copyStore(source.url, url, {
        onProgress: () => {
          if (written) return;
          written = true;
          void addExampleSource(store, 'while-copying');
        },
      });
      expect(await hashStore(url)).toEqual(before);
      await expect.poll(async () => (await store.listSources()).length).toBe(3);
    });
  });
}

describe('a copy', () => {
  it('of what is no store, or not there, is refused by name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'civicwire-none-'));
    const [none, empty] = [join(folder, 'none.db'), join(folder, 'empty.db')];
    await expect(copyStore(none, join(folder, 'to.db'))).rejects.toThrow(/none.db: there is no such file/);
    await (await openStore(empty, { clock: systemClock })).close();
    await copyStore(empty, join(folder, 'to.db'));
    expect(statSync(join(folder, 'to.db')).size).toBeGreaterThan(0);
    await expect(copyStore(none, empty)).rejects.toThrow(UsageError);
    rmSync(folder, { recursive: true });
  });

  it('is compared by a hash that heeds every cell and no order', () => {
    const rows = [
      { a: 1, b: 'x' },
      { a: 2, b: null },
      { a: 2, b: Buffer.from('x') },
    ];
    const hashOf = (...given: typeof rows) => {
      const content = contentHash(['a', 'b']);
      content.add(given);
      return content.hash;
    };
    expect(hashOf(...rows)).toBe(hashOf(...rows.toReversed()));
    expect(hashOf(...rows.slice(1))).not.toBe(hashOf(...rows));
    expect(hashOf(...rows.slice(1), ...rows.slice(1))).not.toBe(hashOf());
    expect(hashOf({ a: 1, b: 'x' })).not.toBe(hashOf({ a: 1, b: Buffer.from('x') }));
    expect(hashOf({ a: 1, b: 'null' })).not.toBe(hashOf({ a: 1, b: null }));
  });
});
