// Kysely on one SQLite file through better-sqlite3: transactions that write take the write lock at once, migrations are
// atomic, prepared statements are kept. Knows SQL text, no table.
import { RetryLater } from '@civicwire/shared';
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
      if (isBusy(cause)) {
        throw new RetryLater(
          `${this.#file.name}: another program holds the write lock; expected it to be free`,
          busyRetryMs,
          {
            cause,
          },
        );
      }
      throw cause;
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('sqlite: read in pages; a stream would hold the only connection');
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

/** The dialect over an open file; destroying the Kysely instance closes it. A lock held too long is thrown as `RetryLater`. */
export function sqliteDialect(file: File): Dialect {
  return {
    createDriver: () => new SqliteDriver(file),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new AtomicMigrationsAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}
