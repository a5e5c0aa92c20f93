// A SQLite file for copying and checking. Knows SQLite, no table.
import { existsSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { explainSqliteError } from '../connect/sqlite-dialect.ts';
import { batchBytesMax, batchRowsMax, bytesOf, quoteName, type RawDatabase, type Row } from './raw-database.ts';

const lockWaitMs = 10_000;

/**
 * Opens a file that exists. For writing it leaves WAL mode: what is written to a new file needs no second copy in a log, and
 * a killed writer's file is rolled back to what it was by whoever opens it next. Throws `UsageError` where it cannot.
 */
export async function openSqliteRaw(file: string, access: 'read' | 'write'): Promise<RawDatabase> {
  if (!existsSync(file)) throw new UsageError(`database ${file}: there is no such file; expected a store`);
  const explained = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      throw explainSqliteError(file, cause);
    }
  };
  const opened = explained(() => {
    const db = new SqliteDatabase(file, { readonly: access === 'read', fileMustExist: true, timeout: lockWaitMs });
    if (access === 'write') db.pragma('journal_mode = DELETE');
    db.pragma('schema_version');
    return db;
  });
  const run = async (text: string): Promise<void> => {
    explained(() => opened.prepare(text).run());
  };
  return {
    dialect: 'sqlite',
    place: file,
    query: async (text) =>
      explained(() => {
        const statement = opened.prepare(text);
        if (statement.reader) return statement.all() as Row[];
        statement.run();
        return [];
      }),
    async *stream(text) {
      const rows = explained(() => opened.prepare(text).iterate()) as IterableIterator<Row>;
      let batch: Row[] = [];
      let bytes = 0;
      try {
        for (let next = explained(() => rows.next()); !next.done; next = explained(() => rows.next())) {
          batch.push(next.value);
          bytes += bytesOf(next.value);
          if (batch.length < batchRowsMax && bytes < batchBytesMax) continue;
          // Reading a file never waits: without this no signal and no timer would come through.
          await turn();
          yield batch;
          [batch, bytes] = [[], 0];
        }
      } finally {
        rows.return?.();
      }
      if (batch.length > 0) yield batch;
    },
    async insert(table, columns, rows) {
      const names = columns.map(quoteName).join(', ');
      const marks = columns.map(() => '?').join(', ');
      const statement = explained(() => opened.prepare(`insert into ${quoteName(table)} (${names}) values (${marks})`));
      for (const row of rows) explained(() => statement.run(columns.map((column) => row[column])));
    },
    async begin(mode) {
      await run(mode === 'read' ? 'begin' : 'begin exclusive');
      // The state that is read is that of the first look, not of the begin.
      if (mode === 'read') explained(() => opened.prepare('select count(*) from sqlite_master').get());
    },
    commit: () => run('commit'),
    rollback: async () => {
      if (opened.inTransaction) await run('rollback');
    },
    close: async () => {
      opened.close();
    },
  };
}
