// Which tables a store has at each state of its schema, asked of the migrations themselves. Knows no row.
import { UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { checkSchemaState, migrationTable } from '../connect/connect.ts';
import { sqliteDialect } from '../connect/sqlite-dialect.ts';
import { migrations } from '../schema/migrations.ts';
import type { RawDatabase } from './raw-database.ts';

/** A table as it is copied and compared. Columns by name, without those that each database numbers for itself. */
export interface StoreTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The database fills it from others with its own triggers: compared after a copy, not written. */
  readonly derived: boolean;
}

/** Columns whose values mean nothing outside of their own database. */
const ownNumbers: Readonly<Record<string, readonly string[]>> = { search_entry: ['number'] };
const derivedTables = new Set(Object.keys(ownNumbers));

/** The tables of a store that has had the migrations up to `state`, by name. The full-text index itself is not among them. */
export async function schemaTables(state: string): Promise<readonly StoreTable[]> {
  const file = new SqliteDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: sqliteDialect(file), plugins: [new CamelCasePlugin()] });
  try {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations('sqlite') },
    }).migrateTo(state);
    if (error !== undefined) throw error;
    const names = file
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
          and name not like 'kysely\\_%' escape '\\' and name not like 'search\\_index%' escape '\\' order by name`,
      )
      .pluck()
      .all() as string[];
    return names.map((name) => {
      const columns = file.prepare('select name from pragma_table_info(?) order by name').pluck().all(name) as string[];
      return {
        name,
        columns: columns.filter((column) => ownNumbers[name]?.includes(column) !== true),
        derived: derivedTables.has(name),
      };
    });
  } finally {
    await db.destroy();
  }
}

/** Tables of a database that are there, of these. */
export async function tablesPresent(db: RawDatabase, names: readonly string[]): Promise<ReadonlySet<string>> {
  const list = names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ');
  const rows = await db.query(
    db.dialect === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and name in (${list})`
      : `select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relname in (${list})`,
  );
  return new Set(rows.map((row) => String(row.name)));
}

/** The last migration that a database has had; null for one without our tables. Throws `UsageError` for a newer program's. */
export async function schemaState(db: RawDatabase): Promise<string | null> {
  if (!(await tablesPresent(db, [migrationTable])).has(migrationTable)) return null;
  const rows = await db.query(`select name from ${migrationTable} order by name`);
  const applied = rows.map((row) => String(row.name));
  checkSchemaState(db.place, applied);
  return applied.at(-1) ?? null;
}

/** The same where there must be a store. Throws `UsageError` where there is none. */
export async function requireSchemaState(db: RawDatabase): Promise<string> {
  const state = await schemaState(db);
  if (state === null) throw new UsageError(`database ${db.place}: holds no store; expected one of this program`);
  return state;
}
