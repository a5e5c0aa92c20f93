// Writes fixtures/schemas/STATE.{sqlite,postgres}.sql: a small store of our own example rows at each earlier state of the schema
// that has no fixture yet. Run it once when a migration is added; what is written is kept, so that a later change of an old
// migration shows. Needs pg_dump and a server: CIVICWIRE_TEST_POSTGRES=postgres://… node packages/store/scripts/write-schema-fixtures.ts
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { connect } from '../src/connect/connect.ts';
import { readDatabaseAddress } from '../src/connect/database-address.ts';
import { openStore } from '../src/open-store.ts';
import { migrationNames } from '../src/schema/migrations.ts';
import { type TestDatabase, testDialects } from '../src/testing/databases.ts';
import { steppingClock } from '../src/testing/example-story.ts';
import { fillStore } from '../src/testing/filled-store.ts';
import { openRaw } from '../src/upkeep/open-raw.ts';
import { quoteName } from '../src/upkeep/raw-database.ts';
import { schemaTables } from '../src/upkeep/schema-tables.ts';

const folder = new URL('../fixtures/schemas/', import.meta.url);

/** The rows of the newest store, as far as the older state has room for them. */
async function fillOlder(from: string, to: string, state: string): Promise<void> {
  const [source, target] = [await openRaw(from, 'read'), await openRaw(to, 'write')];
  const tables = (await schemaTables(state)).filter(({ derived }) => !derived);
  await source.begin('read', []);
  await target.begin(
    'write',
    tables.map(({ name }) => name),
  );
  await target.query('delete from sequencer');
  for (const { name, columns } of tables) {
    for await (const rows of source.stream(`select ${columns.map(quoteName).join(', ')} from ${name} order by 1`))
      await target.insert(name, columns, rows);
  }
  await target.commit();
  await source.close();
  await target.close();
}

function literal(cell: unknown): string {
  if (cell === null) return 'null';
  if (cell instanceof Uint8Array) return `x'${Buffer.from(cell).toString('hex')}'`;
  return typeof cell === 'number' ? String(cell) : `'${String(cell).replaceAll("'", "''")}'`;
}

/** Tables, views and triggers, then rows, then indexes, as SQL of the sqlite3 shell. The full-text index fills itself. */
function dumpFile(file: string): string {
  const db = new SqliteDatabase(file, { readonly: true });
  const made = db
    .prepare(`select type, name, sql from sqlite_master where sql is not null and not (type = 'table' and name like 'search\\_index\\__%' escape '\\')
      order by case type when 'table' then 0 when 'view' then 1 when 'trigger' then 2 else 3 end, rowid`)
    .all() as { type: string; name: string; sql: string }[];
  const lines = made.filter(({ type }) => type !== 'index').map(({ sql }) => `${sql};`);
  // Stories before their versions and triggers before all rows, so that the index is filled as it was.
  const tables = made.filter(({ type, name }) => type === 'table' && !name.startsWith('search_'));
  for (const { name } of tables) {
    if (name === 'sqlite_sequence') continue;
    for (const row of db
      .prepare(`select * from ${quoteName(name)}`)
      .raw()
      .all() as unknown[][])
      lines.push(`insert into ${quoteName(name)} values (${row.map(literal).join(', ')});`);
  }
  lines.push(...made.filter(({ type }) => type === 'index').map(({ sql }) => `${sql};`));
  db.close();
  return `${lines.join('\n')}\n`;
}

/** Plain SQL that any client runs; without the psql commands that newer versions of pg_dump put around it. */
function dumpServer(url: string): string {
  const dump = execFileSync('pg_dump', ['--inserts', '--no-owner', '--no-privileges', '--no-comments', '-d', url], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return dump
    .split('\n')
    .filter((line) => !/^(\\(un)?restrict |--|$)/.test(line) && !/^SET transaction_timeout/.test(line))
    .join('\n')
    .concat('\n');
}

async function write(state: string, dialect: (typeof testDialects)[number], newest: TestDatabase): Promise<void> {
  const target = new URL(`${state}.${dialect.name}.sql`, folder);
  if (existsSync(target)) return;
  const database = await dialect.create();
  await (await connect(database.url, undefined, state)).db.destroy();
  await fillOlder(newest.url, database.url, state);
  const address = readDatabaseAddress(database.url);
  writeFileSync(target, address.dialect === 'sqlite' ? dumpFile(address.file) : dumpServer(address.url));
  await database.remove();
  console.log(`${target.pathname} written`);
}

for (const dialect of testDialects) {
  const newest = await dialect.create();
  const store = await openStore(newest.url, { clock: steppingClock() });
  await fillStore(store, 2);
  await store.close();
  for (const state of migrationNames.slice(0, -1)) await write(state, dialect, newest);
  await newest.remove();
}
