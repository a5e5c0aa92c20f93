// One state of the database for as long as an export takes, while others go on writing. Knows transactions; no table.
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { sqliteDialect } from '../connect/sqlite-dialect.ts';
import type { Tables } from '../schema/tables.ts';
import type { Context } from '../writing.ts';

/** A context that only reads, and always sees the state in which it was opened. Close it when done. */
export interface ConsistentReader {
  readonly context: Context;
  close(): Promise<void>;
}

/** PostgreSQL: a read-only transaction of its own (repeatable read). SQLite: a second, read-only connection to the same file. */
export async function openConsistentReader(context: Context): Promise<ConsistentReader> {
  return context.dialect === 'postgres' ? openTransaction(context) : openSecond(context);
}

async function openTransaction(context: Context): Promise<ConsistentReader> {
  const transaction = await context.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  return {
    context: { ...context, db: transaction },
    close: async () => {
      await transaction.rollback().execute();
    },
  };
}

async function openSecond(context: Context): Promise<ConsistentReader> {
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(
    context.db,
  );
  const file = new SqliteDatabase(rows[0]?.file ?? '', { readonly: true });
  // In WAL mode the state is that of the first read after `begin`.
  file.exec('begin; select value from sequencer;');
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file), plugins: [new CamelCasePlugin()] });
  return { context: { ...context, db }, close: () => db.destroy() };
}
