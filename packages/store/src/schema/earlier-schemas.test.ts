// Stores as earlier programs left them (fixtures/schemas, made by scripts/write-schema-fixtures.ts) under today's program.
import { readdirSync, readFileSync } from 'node:fs';
import { systemClock, UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type DatabaseAddress, readDatabaseAddress } from '../connect/database-address.ts';
import { openStore } from '../open-store.ts';
import { type TestDatabase, type TestDialect, testDialects } from '../testing/databases.ts';
import { checkStore } from '../upkeep/check-store.ts';
import { copyStore, hashStore } from '../upkeep/copy-store.ts';
import { migrationNames } from './migrations.ts';

const folder = new URL('../../fixtures/schemas/', import.meta.url);
const earlier = migrationNames.slice(0, -1);

async function run(address: DatabaseAddress, statements: string): Promise<readonly unknown[]> {
  if (address.dialect === 'sqlite') {
    const file = new SqliteDatabase(address.file);
    try {
      if (statements.startsWith('select')) return file.prepare(statements).all();
      file.exec(`begin; ${statements}; commit`);
      return [];
    } finally {
      file.close();
    }
  }
  const client = new pg.Client({ connectionString: address.url });
  await client.connect();
  try {
    return (await client.query(statements)).rows ?? [];
  } finally {
    await client.end();
  }
}

/** Tables, columns, indexes and triggers, in the database's own words. */
function schemaOf(url: string): Promise<readonly unknown[]> {
  const address = readDatabaseAddress(url);
  return run(
    address,
    address.dialect === 'sqlite'
      ? 'select type, name, tbl_name, sql from sqlite_master order by type, name'
      : `select c.relname as a, a.attname as b, format_type(a.atttypid, a.atttypmod) || a.attnotnull as c
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
        union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
        union all select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
        order by 1, 2, 3`,
  );
}

it('every state of the schema but the newest has a fixture (else run scripts/write-schema-fixtures.ts)', () => {
  const expected = earlier.flatMap((state) => [`${state}.postgres.sql`, `${state}.sqlite.sql`]);
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});

it('migrations are numbered from 1 without a gap, so that no two are taken for each other’s place', () => {
  expect(migrationNames.map((name) => Number(name.slice(0, 4)))).toEqual(migrationNames.map((_, index) => index + 1));
});

for (const dialect of testDialects) {
  describe(`a store of an earlier schema (${dialect.name})`, () => {
    const made: TestDatabase[] = [];
    afterEach(async () => {
      for (const database of made.splice(0)) await database.remove();
    });
    const make = async (kind: TestDialect = dialect): Promise<string> => {
      const database = await kind.create();
      made.push(database);
      return database.url;
    };
    const load = async (state: string): Promise<string> => {
      const url = await make();
      await run(readDatabaseAddress(url), readFileSync(new URL(`${state}.${dialect.name}.sql`, folder), 'utf8'));
      return url;
    };

    it('is brought up to date with all its rows, to the very schema of a new one', async () => {
      const fresh = await make();
      await (await openStore(fresh, { clock: systemClock })).close();
      const schema = await schemaOf(fresh);
      for (const state of earlier) {
        const url = await load(state);
        const before = await hashStore(url);
        expect(before.schema).toBe(state);
        expect(before.rows).toBeGreaterThan(100);
        await (await openStore(url, { clock: systemClock })).close();
        expect(await hashStore(url, state), state).toEqual(before);
        expect(await schemaOf(url), state).toEqual(schema);
        expect((await checkStore(url, { snapshots: true })).filter(({ wrong }) => wrong > 0)).toEqual([]);
      }
    });

    it('is copied as it is, stays as it is, and the copy is brought up to date', async () => {
      const state = earlier[0] ?? '';
      const url = await load(state);
      const before = await hashStore(url);
      await expect(checkStore(url)).rejects.toThrow(/is of an earlier schema \(0001-records\)/);
      const target = await make(testDialects.at(-1));
      expect(await copyStore(url, target)).toEqual(before);
      expect(await hashStore(url)).toEqual(before);
      expect(await hashStore(target, state)).toEqual(before);
      expect((await checkStore(target)).filter(({ wrong }) => wrong > 0)).toEqual([]);
    });

    it('stays as it was when a migration fails midway, which is said by name', async () => {
      const url = await load('0003-host-turns');
      await run(readDatabaseAddress(url), 'create table search_index (somebody_elses integer)');
      const [rows, schema] = [await hashStore(url), await schemaOf(url)];
      const opening = openStore(url, { clock: systemClock });
      await expect(opening).rejects.toThrow(/migration 0005-search failed and was undone/);
      await expect(opening).rejects.toThrow(UsageError);
      expect(await hashStore(url)).toEqual(rows);
      expect(await schemaOf(url)).toEqual(schema);
    });

    it('that a newer program has changed is refused by every door, and left alone', async () => {
      const url = await load('0002-story-links');
      await run(readDatabaseAddress(url), `insert into kysely_migration values ('0999-later', '2030-01-01')`);
      const refusal = /tables are of a newer civicwire \(0999-later is not known here\)/;
      await expect(openStore(url, { clock: systemClock })).rejects.toThrow(refusal);
      await expect(copyStore(url, await make())).rejects.toThrow(refusal);
      await expect(checkStore(url)).rejects.toThrow(refusal);
    });
  });
}
