// Opens the database that an address names and brings its tables up to date. Knows connections, no record.
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RetryLater, ServiceUnavailable, UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, Kysely, type Dialect as KyselyDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg, { type CustomTypesConfig } from 'pg';
import Cursor from 'pg-cursor';
import { migrationNames, migrations, newestMigration } from '../schema/migrations.ts';
import type { Database, Tables } from '../schema/tables.ts';
import { type DatabaseAddress, type Dialect, describeAddress, readDatabaseAddress } from './database-address.ts';
import { nameOfKept } from './kept-query.ts';
import { isBusy, sqliteDialect } from './sqlite-dialect.ts';

/** How long a writer waits for another program's transaction, in milliseconds, unless told otherwise. One of ours takes a few. */
const defaultLockWaitMs = 10_000;
const connectWaitMs = 10_000;
/** Pages of 4 KiB in SQLite's write-ahead log from which on they are copied into the file: 64 MiB. */
const logPages = 16_384;
const connectionsMax = 8;
/** Where Kysely keeps the names of the migrations that a database has had. */
export const migrationTable = 'kysely_migration';
const sqliteMagic = 'SQLite format 3\0';

export interface Connection {
  readonly db: Database;
  readonly dialect: Dialect;
}

function firstBytes(file: string, count: number): string {
  const bytes = Buffer.alloc(count);
  const descriptor = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, count, 0)).toString('latin1');
  } finally {
    closeSync(descriptor);
  }
}

function checkFile(file: string): void {
  const folder = dirname(resolve(file));
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new UsageError(
      `database folder ${folder}: cannot be written; expected a folder that this user may write to`,
      {
        cause,
      },
    );
  }
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) throw new UsageError(`database ${file}: is a folder; expected a file`);
  const head = firstBytes(file, sqliteMagic.length);
  if (head !== '' && head !== sqliteMagic) {
    throw new UsageError(`database ${file}: is not a SQLite database; expected one, or a path where none exists yet`);
  }
  try {
    accessSync(file, constants.W_OK);
  } catch (cause) {
    throw new UsageError(`database ${file}: is read-only; expected a file that this user may write to`, { cause });
  }
}

function openFile(file: string, lockWaitMs: number): SqliteDatabase.Database {
  checkFile(file);
  const opened = new SqliteDatabase(file, { timeout: lockWaitMs });
  opened.pragma('journal_mode = WAL');
  // In WAL mode NORMAL keeps every commit through a killed process and never corrupts; a power cut may lose the last
  // commits, which reconcile does again.
  opened.pragma('synchronous = NORMAL');
  opened.pragma('foreign_keys = ON');
  // Pages are found by hashes, so every transaction touches others: the longer they gather in the log, the fewer are written.
  opened.pragma(`wal_autocheckpoint = ${logPages}`);
  return opened;
}

const bigintOid = 20;

/** Counts and change numbers arrive as strings by default; they stay far below 2^53. */
export const plainNumbers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === bigintOid ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** Streams give rows as lists of cells: what goes through a million rows has no use for an object each. */
class CellCursor extends Cursor {
  constructor(text: string, values: unknown[]) {
    super(text, values, { rowMode: 'array', types: plainNumbers as CustomTypesConfig });
  }
}

function openServer(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectWaitMs,
    types: plainNumbers,
  });
  // A connection that breaks, idle or in use, is replaced by the pool, and the query on it fails; without listeners Node
  // would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    let plans = 0;
    // Whoever reads or writes is told in the same way that the server is away for now.
    client.query = ((...args: unknown[]) => {
      const [text, values] = args;
      const name = typeof text === 'string' ? nameOfKept(text) : undefined;
      // What runs for every story is planned once for each connection.
      const answer = name === undefined ? query(...args) : query({ name: `${name}_${plans}`, text, values });
      if (!(answer instanceof Promise)) return answer;
      return answer.catch((error: unknown) => {
        if (name !== undefined && isOldPlan(error)) plans += 1;
        throwPassing(error);
      });
    }) as typeof client.query;
  });
  const passing = { connect: () => pool.connect().catch(throwPassing), end: () => pool.end(), options: pool.options };
  return new PostgresDialect({ pool: passing, cursor: CellCursor });
}

/** The table of a kept plan has got other columns since: what is asked again is planned anew. */
function isOldPlan(error: unknown): boolean {
  return error instanceof Error && /^cached plan must not change result type/.test(error.message);
}

function throwPassing(cause: unknown): never {
  throw asPassing(cause);
}

async function migrate(connection: Connection, place: string, upTo: string | undefined): Promise<void> {
  const known = migrations(connection.dialect);
  const migrator = new Migrator({ db: connection.db, provider: { getMigrations: async () => known } });
  const applied = await appliedMigrations(connection);
  checkSchemaState(place, applied, upTo);
  const { error, results } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  if (failed === undefined || !(error instanceof Error) || isBusy(error) || error instanceof RetryLater) throw error;
  throw Object.assign(
    new Error(`migration ${failed} failed and was undone, the database is as it was: ${error.message}`, {
      cause: error,
    }),
    'code' in error ? { code: error.code } : {},
  );
}

/** The migrations that a database has had, in order; none for one without our tables. */
async function appliedMigrations({ db, dialect }: Connection): Promise<string[]> {
  const found = await (dialect === 'sqlite'
    ? sql`select 1 from sqlite_master where name = ${migrationTable}`
    : sql`select 1 where to_regclass(${migrationTable}) is not null`
  ).execute(db);
  if (found.rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Throws `UsageError` for tables of a newer program, or newer than the state that is asked for. */
export function checkSchemaState(place: string, applied: readonly string[], upTo: string = newestMigration): void {
  const unknown = applied.filter((name) => !migrationNames.includes(name));
  if (unknown.length > 0) {
    throw new UsageError(
      `database ${place}: its tables are of a newer civicwire (${unknown.join(', ')} is not known here); expected ${newestMigration} or an earlier state. Nothing was changed`,
    );
  }
  const last = applied.at(-1);
  if (last !== undefined && last > upTo) {
    throw new UsageError(
      `database ${place}: its tables are newer (${last}) than those of the store to be copied (${upTo}); expected a place without tables, or a source that has been opened by this program once`,
    );
  }
}

const unreachableCodes = /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|28|3D000|53|57P|08)/;
const passingCodes = /^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08|40001|40P01|53|57P)/;
const retryMs = 1_000;

/** The server's own disk, or a tablespace of it, is full. Of class 53 like other shortages, but no waiting cures it. */
const serverDiskFull = '53100';

/**
 * The error as `RetryLater` when the server went away or was overrun for now, as `ServiceUnavailable` when its disk is full; any
 * other error as it is.
 */
export function asPassing(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === serverDiskFull) {
    return new ServiceUnavailable(
      `database: the disk of the PostgreSQL server takes no more (${cause.message}; ${code}); expected room for its tables. Nothing that was acknowledged is lost: make room there and run again`,
      { cause },
    );
  }
  // pg gives these no code. The last one is of the rollback that Kysely tries on the connection that was lost.
  const lost =
    /^(Connection terminated|timeout exceeded when trying to connect)|is not queryable$|connection has been discarded$/.test(
      cause.message,
    );
  return lost || isOldPlan(cause) || passingCodes.test(code)
    ? new RetryLater(`database: ${cause.message}; expected the server to answer`, retryMs, { cause })
    : cause;
}

/** The error in words for the person at the keyboard. */
export function explainFailure(address: DatabaseAddress, error: unknown, lockWaitMs: number): Error {
  const isServers = address.dialect === 'postgres' && error instanceof RetryLater && error.cause !== undefined;
  const cause = isServers ? error.cause : error;
  if (cause instanceof UsageError || cause instanceof ServiceUnavailable) return cause;
  const place = describeAddress(address);
  const problem = cause instanceof Error ? cause.message || String(cause) : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (address.dialect === 'sqlite') {
    if (isBusy(cause) || cause instanceof RetryLater) {
      return new ServiceUnavailable(
        `database ${place}: locked by another program for ${lockWaitMs / 1000} s; expected it to be free`,
        { cause },
      );
    }
    return new UsageError(`database ${place}: ${problem}; expected a database of this program`, { cause });
  }
  const timedOut = /timeout/i.test(problem);
  const message = `database ${place}: ${problem}; expected a PostgreSQL server with this database and user`;
  return unreachableCodes.test(code) || timedOut || isServers || cause instanceof AggregateError
    ? new ServiceUnavailable(message, { cause })
    : new UsageError(message, { cause });
}

/**
 * Opens and migrates the database. Throws `UsageError` when the address names something that cannot be a store (wrong
 * scheme, folder that cannot be written, file that is no database, tables of a newer version) and `ServiceUnavailable` when
 * the server cannot be reached or the file stays locked. `upTo`: the migration to stop at, for a copy of an older store.
 */
export async function connect(
  address: string,
  lockWaitMs: number = defaultLockWaitMs,
  upTo?: string,
): Promise<Connection> {
  const parsed = readDatabaseAddress(address);
  let db: Database | undefined;
  try {
    const dialect: KyselyDialect =
      parsed.dialect === 'sqlite' ? sqliteDialect(openFile(parsed.file, lockWaitMs)) : openServer(parsed.url);
    db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
    const connection = { db, dialect: parsed.dialect };
    await migrate(connection, describeAddress(parsed), upTo);
    return connection;
  } catch (cause) {
    await db?.destroy();
    throw explainFailure(parsed, cause, lockWaitMs);
  }
}
