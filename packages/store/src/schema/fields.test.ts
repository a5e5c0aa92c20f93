import { readFileSync } from 'node:fs';
import { systemClock } from '@civicwire/shared';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import { openStore } from '../open-store.ts';
import { testDialects } from '../testing/databases.ts';
import { dictionary } from './dictionary.ts';
import { fieldDocument } from './field-document.ts';

/** The full-text index is the engine's own: a virtual table with shadow tables on one, a vector on the other. */
const engineOwn = /^search_index/;

for (const dialect of testDialects) {
  it(`describes every column of every table and view of the migrated database and no other (${dialect.name})`, async () => {
    const database = await dialect.create();
    await (await openStore(database.url, { clock: systemClock })).close();
    const { db } = await connect(database.url);
    const tables = await db.withoutPlugins().introspection.getTables();
    await db.destroy();
    const actual = tables
      .filter((table) => !engineOwn.test(table.name))
      .map((table) => [table.name, table.isView, table.columns.map((column) => column.name).sort()]);
    const described = dictionary().map(({ name, kind, columns }) => [
      name,
      kind === 'view',
      columns.map((column) => column.name).sort(),
    ]);
    const byName = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
    expect(described.sort(byName)).toEqual(actual.sort(byName));
    await database.remove();
  });
}

for (const dialect of testDialects.filter(({ name }) => name === 'postgres')) {
  it('stands as comments beside the tables, views and columns of PostgreSQL', async () => {
    const database = await dialect.create();
    const { db } = await connect(database.url);
    const { rows } = await sql<{ name: string; column: string | null; about: string }>`
      select c.relname as name, a.attname as column, d.description as about
      from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v')`.execute(db);
    await db.destroy();
    const written = rows.map(({ name, column, about }) => `${name}.${column ?? ''}: ${about}`);
    const meant = dictionary().flatMap(({ name, about, columns }) => [
      `${name}.: ${about}`,
      ...columns.map((column) => `${name}.${column.name}: ${column.about}`),
    ]);
    expect(written.sort()).toEqual(meant.sort());
    await database.remove();
  });
}

it('is what docs/FIELDS.md says', () => {
  const written = readFileSync(new URL('../../../../docs/FIELDS.md', import.meta.url), 'utf8');
  expect(written).toBe(fieldDocument(dictionary()));
});
