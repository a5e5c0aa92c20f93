import { readFileSync } from 'node:fs';
import { systemClock } from '@civicwire/shared';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import { openStore } from '../open-store.ts';
import { testDialects } from '../testing/databases.ts';
import { fieldDocument } from './field-document.ts';
import { fields } from './fields.ts';

for (const dialect of testDialects) {
  it(`describes every column of the migrated database and no other (${dialect.name})`, async () => {
    const database = await dialect.create();
    await (await openStore(database.url, { clock: systemClock })).close();
    const { db } = await connect(database.url);
    const tables = await db.withoutPlugins().introspection.getTables();
    await db.destroy();
    const actual = Object.fromEntries(
      tables.map((table) => [table.name, table.columns.map((column) => column.name).sort()]),
    );
    const described = Object.fromEntries(
      Object.entries(fields).map(([table, { columns }]) => [table, Object.keys(columns).sort()]),
    );
    expect(described).toEqual(actual);
    await database.remove();
  });
}

it('is what docs/FIELDS.md says', () => {
  const written = readFileSync(new URL('../../../../docs/FIELDS.md', import.meta.url), 'utf8');
  expect(written).toBe(fieldDocument(fields));
});
