import { systemClock } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import { readDatabaseAddress } from '../connect/database-address.ts';
import { sqliteDialect } from '../connect/sqlite-dialect.ts';
import { openStore } from '../open-store.ts';
import { testDialects } from '../testing/databases.ts';
import { addExampleSource, saveExample, steppingClock } from '../testing/example-story.ts';
import { views } from '../views/all-views.ts';
import { migrations } from './migrations.ts';

type Plain = Kysely<Record<string, Record<string, unknown>>>;

/** Tables that a later migration makes from the others. */
const derived = /^(?:kysely_|search_|stance_tally$|sequencer$)/;

async function columnsOf(db: Plain): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await db.introspection.getTables();
  return new Map(
    tables.filter((table) => !table.isView).map((table) => [table.name, table.columns.map((column) => column.name)]),
  );
}

/** Copies what an older store has room for. */
async function copyInto(from: Plain, to: Plain): Promise<void> {
  const room = await columnsOf(to);
  for (const [table, columns] of room) {
    if (derived.test(table)) continue;
    const rows = await sql<
      Record<string, unknown>
    >`select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)}`.execute(from);
    for (const row of rows.rows) await to.insertInto(table).values(row).execute();
  }
  const { rows } = await sql<{ value: number }>`select value from sequencer`.execute(from);
  await sql`update sequencer set value = ${rows[0]?.value ?? 0}`.execute(to);
}

async function readViews(db: Plain): Promise<unknown> {
  const read = views.map(async ({ name }) => {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    return [name, rows.map((row) => JSON.stringify(row)).sort()];
  });
  return Object.fromEntries(await Promise.all(read));
}

/** An empty store of an earlier day: the migrations up to this one. */
async function openOlder(url: string, last: string): Promise<Plain> {
  const address = readDatabaseAddress(url);
  const dialect =
    address.dialect === 'sqlite'
      ? sqliteDialect(new SqliteDatabase(address.file))
      : new PostgresDialect({ pool: new pg.Pool({ connectionString: address.url }) });
  const db: Plain = new Kysely({ dialect });
  const provider = { getMigrations: async () => migrations(address.dialect) };
  const { error } = await new Migrator({ db, provider }).migrateTo(last);
  if (error !== undefined) throw error;
  return db;
}

/** The last migration before views and search. */
const older = '0003-host-turns';

for (const dialect of testDialects) {
  it(`bring an older store to the same views and the same search as a new one (${dialect.name})`, async () => {
    const [fresh, aged] = [await dialect.create(), await dialect.create()];
    const store = await openStore(fresh.url, { clock: steppingClock() });
    await addExampleSource(store);
    const storyId = await saveExample(store);
    const stance = (await store.getStory(storyId))?.findings.find(({ kind }) => kind === 'stance')?.id ?? '';
    await store.decide({ findingId: stance, editor: 'kim', verdict: 'edit', patch: { position: 'supports' } });
    await store.close();

    const from = (await connect(fresh.url)).db.withoutPlugins() as unknown as Plain;
    const empty = await openOlder(aged.url, older);
    await copyInto(from, empty);
    await empty.destroy();
    const to = (await connect(aged.url)).db.withoutPlugins() as unknown as Plain;
    expect(await readViews(to)).toEqual(await readViews(from));
    await Promise.all([from.destroy(), to.destroy()]);

    const migrated = await openStore(aged.url, { clock: systemClock });
    expect((await migrated.search('council')).hits).toMatchObject([{ kind: 'story', id: storyId }]);
    expect((await migrated.search('"hold people"', { kind: 'quote' })).hits).toHaveLength(1);
    await migrated.close();
    await Promise.all([fresh.remove(), aged.remove()]);
  });
}

it('have names in order, kept for good', () => {
  expect(Object.keys(migrations('sqlite'))).toEqual([
    '0001-records',
    '0002-story-links',
    '0003-host-turns',
    '0004-reading',
    '0005-search',
  ]);
});
