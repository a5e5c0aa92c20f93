// Opens the database that an address names and brings its tables up to date. Knows connections, no record.
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RetryLater, ServiceUnavailable, UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, Kysely, type Dialect as KyselyDialect, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from '../schema/migrations.ts';
import type { Database, Tables } from '../schema/tables.ts';
import { type DatabaseAddress, type Dialect, describeAddress, readDatabaseAddress } from './database-address.ts';
import { isBusy, sqliteDialect } from './sqlite-dialect.ts';

/** How long a writer waits for another program's transaction, in milliseconds, unless told otherwise. One of ours takes a few. */
const defaultLockWaitMs = 10_000;
const connectWaitMs = 10_000;
const connectionsMax = 8;
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
  return opened;
}

function openServer(url: string): PostgresDialect {
  const bigintOid = 20;
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectWaitMs,
    types: {
      // Counts and change numbers arrive as strings by default; they stay far below 2^53.
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === bigintOid ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks, idle or in use, is replaced by the pool, and the query on it fails; without listeners Node
  // would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}

async function migrate(connection: Connection): Promise<void> {
  const migrator = new Migrator({
    db: connection.db,
    provider: {
      getMigrations: async () => migrations(connection.dialect),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

const unreachableCodes = /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|28|3D000|53|57P|08)/;
const passingCodes = /^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08|40001|40P01|53|57P)/;
const retryMs = 1_000;

/** The error as `RetryLater` when the server went away or was overrun for now; any other error as it is. */
export function asPassing(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const code = 'code' in cause ? String(cause.code) : '';
  // pg gives these no code. The last one is of the rollback that Kysely tries on the connection that was lost.
  const lost = /^(Connection terminated|timeout exceeded when trying to connect)|is not queryable$/.test(cause.message);
  return lost || passingCodes.test(code)
    ? new RetryLater(`database: ${cause.message}; expected the server to answer`, retryMs, { cause })
    : cause;
}

function explainFailure(address: DatabaseAddress, cause: unknown, lockWaitMs: number): Error {
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
  return unreachableCodes.test(code) || timedOut || cause instanceof AggregateError
    ? new ServiceUnavailable(message, { cause })
    : new UsageError(message, { cause });
}

/**
 * Opens and migrates the database. Throws `UsageError` when the address names something that cannot be a store (wrong
 * scheme, folder that cannot be written, file that is no database, tables of a newer version) and `ServiceUnavailable` when
 * the server cannot be reached or the file stays locked.
 */
export async function connect(address: string, lockWaitMs: number = defaultLockWaitMs): Promise<Connection> {
  const parsed = readDatabaseAddress(address);
  let db: Database | undefined;
  try {
    const dialect: KyselyDialect =
      parsed.dialect === 'sqlite' ? sqliteDialect(openFile(parsed.file, lockWaitMs)) : openServer(parsed.url);
    db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
    const connection = { db, dialect: parsed.dialect };
    await migrate(connection);
    return connection;
  } catch (cause) {
    await db?.destroy();
    throw explainFailure(parsed, cause, lockWaitMs);
  }
}
