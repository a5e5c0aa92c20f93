// What an address leads to, for whoever has to find a fault: kind, schema state, rights, the server's settings and clock.
// Makes no file and no table, runs no migration.
import { existsSync } from 'node:fs';
import { migrationTable } from '../connect/connect.ts';
import { type Dialect, describeAddress, readDatabaseAddress } from '../connect/database-address.ts';
import { migrationNames } from '../schema/migrations.ts';
import { openRaw } from './open-raw.ts';
import type { RawDatabase } from './raw-database.ts';

export interface StoreDescription {
  readonly dialect: Dialect;
  /** Without a password. */
  readonly place: string;
  /** The SQLite file; null on PostgreSQL. */
  readonly file: string | null;
  /** False: there is no such file yet, or the database has none of our tables. The first command makes them. */
  readonly exists: boolean;
  /** The last migration that it has had; null without tables. */
  readonly schema: string | null;
  /** The migration that this program works on. */
  readonly schemaExpected: string;
  /** Migrations that this program does not know: of a newer one. */
  readonly unknownMigrations: readonly string[];
  /** When the last change was written, ISO; null when none was, or the schema is of another state. */
  readonly lastChangeAt: string | null;
  /** Null on SQLite. */
  readonly server: ServerDescription | null;
}

export interface ServerDescription {
  readonly version: string;
  /** Its clock, milliseconds since 1970. */
  readonly nowMs: number;
  readonly connectionsMax: number;
  readonly connections: number;
  /** Settings without which a power cut loses what was acknowledged, that are off. */
  readonly unsafeSettings: readonly string[];
  readonly encoding: string;
  /** Whether this user may write to our tables, or make them. */
  readonly mayWrite: boolean;
}

/**
 * Looks at the store at an address. Throws `UsageError` for an address or file that is none, and `ServiceUnavailable` when
 * the server does not answer.
 */
export async function describeStore(address: string): Promise<StoreDescription> {
  const parsed = readDatabaseAddress(address);
  const file = parsed.dialect === 'sqlite' ? parsed.file : null;
  const nothing = {
    dialect: parsed.dialect,
    place: describeAddress(parsed),
    file,
    exists: false,
    schema: null,
    schemaExpected: migrationNames.at(-1) ?? '',
    unknownMigrations: [],
    lastChangeAt: null,
    server: null,
  };
  if (file !== null && !existsSync(file)) return nothing;
  const db = await openRaw(address, 'read');
  try {
    const applied = await appliedMigrations(db);
    const schema = applied.at(-1) ?? null;
    return {
      ...nothing,
      exists: schema !== null,
      schema,
      unknownMigrations: applied.filter((name) => !migrationNames.includes(name)),
      lastChangeAt: schema === nothing.schemaExpected ? await lastChange(db) : null,
      server: parsed.dialect === 'postgres' ? await describeServer(db, schema !== null) : null,
    };
  } finally {
    await db.close();
  }
}

async function appliedMigrations(db: RawDatabase): Promise<string[]> {
  const [found] = await db.query(
    db.dialect === 'sqlite'
      ? `select count(*) as n from sqlite_master where name = '${migrationTable}'`
      : `select (to_regclass('${migrationTable}') is not null)::int as n`,
  );
  if (Number(found?.n) === 0) return [];
  return (await db.query(`select name from ${migrationTable} order by name`)).map(({ name }) => String(name));
}

async function lastChange(db: RawDatabase): Promise<string | null> {
  const [row] = await db.query('select at from "change" order by seq desc limit 1');
  return row === undefined ? null : String(row.at);
}

const durable = ['fsync', 'full_page_writes', 'synchronous_commit'];

async function describeServer(db: RawDatabase, hasTables: boolean): Promise<ServerDescription> {
  const right = hasTables
    ? `has_table_privilege('story', 'insert') and has_table_privilege('story', 'update')`
    : `has_schema_privilege(current_schema(), 'create')`;
  const [row] = await db.query(`select current_setting('server_version') as version,
    floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now_ms,
    current_setting('max_connections')::int as connections_max,
    (select count(*) from pg_stat_activity where backend_type = 'client backend')::int as connections,
    ${durable.map((name) => `current_setting('${name}') as ${name}`).join(', ')},
    current_setting('server_encoding') as encoding,
    (${right})::int as may_write`);
  return {
    version: String(row?.version),
    nowMs: Number(row?.now_ms),
    connectionsMax: Number(row?.connections_max),
    connections: Number(row?.connections),
    unsafeSettings: durable.filter((name) => row?.[name] === 'off'),
    encoding: String(row?.encoding),
    mayWrite: Number(row?.may_write) === 1,
  };
}
