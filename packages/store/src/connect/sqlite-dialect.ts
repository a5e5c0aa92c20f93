// Kysely on one SQLite file through better-sqlite3: transactions that write take the write lock at once, migrations are
// atomic, prepared statements are kept. Knows SQL text, no table.
import { statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RetryLater, ServiceUnavailable, UsageError } from '@civicwire/shared';
import type SqliteDatabase from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';

type File = SqliteDatabase.Database;

const statementsMax = 256;
const busyRetryMs = 1_000;

class SqliteConnection implements DatabaseConnection {
  readonly #file: File;
  readonly #statements = new Map<string, SqliteDatabase.Statement>();

  constructor(file: File) {
    this.#file = file;
  }

  #prepare(sql: string): SqliteDatabase.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#file.prepare(sql);
    if (this.#statements.size >= statementsMax) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const statement = this.#prepare(query.sql);
      if (statement.reader) return { rows: statement.all(query.parameters) as Row[] };
      const done = statement.run(query.parameters);
      return { rows: [], numAffectedRows: BigInt(done.changes) };
    } catch (cause) {
      throw explainSqliteError(this.#file.name, cause);
    }
  }

  /** Rows as lists of cells. Only of a file that is opened to read: a stream would hold the connection that writes. */
  async *streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    if (!this.#file.readonly) throw new Error('sqlite: a stream would hold the connection that writes; read in pages');
    try {
      let rows: Row[] = [];
      for (const row of this.#file.prepare(query.sql).raw(true).iterate(query.parameters)) {
        rows.push(row as Row);
        if (rows.length < (chunkSize ?? 1)) continue;
        yield { rows };
        rows = [];
      }
      if (rows.length > 0) yield { rows };
    } catch (cause) {
      throw explainSqliteError(this.#file.name, cause);
    }
  }

  run(sql: string): Promise<unknown> {
    return this.executeQuery({ sql, parameters: [] } as unknown as CompiledQuery);
  }
}

class SqliteDriver implements Driver {
  readonly #file: File;
  readonly #connection: SqliteConnection;

  constructor(file: File) {
    this.#file = file;
    this.#connection = new SqliteConnection(file);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    // A transaction that begins by reading and then writes fails with SQLITE_BUSY_SNAPSHOT, which no waiting cures.
    await this.#connection.run(settings.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.run('commit');
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#file.inTransaction) await this.#connection.run('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#file.close();
  }
}

/** SQLite can roll a CREATE TABLE back; Kysely's own adapter says it cannot and would leave half a migration after a kill. */
class AtomicMigrationsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Whether an error says that another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

const mebibyte = 1_048_576;

/** The file system that holds the file has this much room, in words; empty when it does not say. */
function roomFor(file: string): string {
  try {
    const { bavail, bsize } = statfsSync(dirname(resolve(file)));
    return `${((bavail * bsize) / mebibyte).toFixed(1)} MiB free in ${dirname(resolve(file))}`;
  } catch {
    return `no word on the room in ${dirname(resolve(file))}`;
  }
}

/**
 * The error in words where somebody can do something about it: `RetryLater` for a lock that others hold, `ServiceUnavailable`
 * for a disk that takes no more or a file that is damaged; any other error as it is.
 */
export function explainSqliteError(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error && 'code' in cause)) return cause;
  if (isBusy(cause)) {
    const message = `${file}: another program holds the write lock; expected it to be free`;
    return new RetryLater(message, busyRetryMs, { cause });
  }
  const code = String(cause.code);
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
    return new ServiceUnavailable(
      `database ${file}: the disk takes no more (${roomFor(file)}; ${code}); expected room, and no limit on the size of files, for this one, its -wal beside it and what is being written. Nothing that was acknowledged is lost: make room and run again`,
      { cause },
    );
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new ServiceUnavailable(
      `database ${file}: is damaged (${cause.message}); expected a sound file. Stop the programs that use it and restore a backup`,
      { cause },
    );
  }
  if (code === 'SQLITE_NOTADB')
    return new UsageError(`database ${file}: is not a SQLite database; expected a store`, { cause });
  return cause;
}

/** The dialect over an open file; destroying the Kysely instance closes it. A lock held too long is thrown as `RetryLater`. */
export function sqliteDialect(file: File): Dialect {
  return {
    createDriver: () => new SqliteDriver(file),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new AtomicMigrationsAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}
