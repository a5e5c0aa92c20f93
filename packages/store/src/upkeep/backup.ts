// A backup is one SQLite file that holds a whole store and the hashes of its rows: made while the store is in use, never over
// a file that is there. Knows files and the copy next door; nothing in the tables.
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { readDatabaseAddress } from '../connect/database-address.ts';
import { explainSqliteError } from '../connect/sqlite-dialect.ts';
import { type CopiedTable, type CopyOptions, type CopyResult, copyStore, hashStore } from './copy-store.ts';
import { openRaw } from './open-raw.ts';
import { requireSchemaState, tablesPresent } from './schema-tables.ts';

/** The table in which a backup says what it held when it was made. */
const listTable = 'civicwire_backup';

export interface BackupResult extends CopyResult {
  readonly file: string;
  readonly bytes: number;
}

type BackupOptions = Pick<CopyOptions, 'dryRun' | 'onProgress'> & { readonly madeAt: string };

/**
 * Backs up the store at `from` into `file`. From SQLite by VACUUM INTO: one read transaction that no writer can make begin
 * again, as the page-by-page interface would, and no page of what was deleted. From PostgreSQL by `copyStore`: a dump would
 * need the server's own version of pg_dump and could be restored to PostgreSQL alone. Either way the result is read again,
 * its rows' hashes are written into it, and only then it gets its name. Throws `UsageError` when `file` exists.
 */
export async function backUp(from: string, file: string, options: BackupOptions): Promise<BackupResult> {
  if (existsSync(file))
    throw new UsageError(`backup ${file}: exists; expected a name that is free (nothing is overwritten)`);
  if (!existsSync(dirname(resolve(file)))) {
    throw new UsageError(`backup ${file}: there is no folder ${dirname(resolve(file))}; expected one`);
  }
  if (options.dryRun === true) return { ...(await hashStore(from)), file, bytes: 0 };
  const part = join(dirname(resolve(file)), `${basename(file)}.${process.pid}.part`);
  try {
    const result = await fill(from, part, options);
    writeList(part, result.tables, options.madeAt);
    sync(part);
    // A link fails where the name has been taken meanwhile; a rename would overwrite.
    linkSync(part, file);
    sync(dirname(resolve(file)));
    return { ...result, file, bytes: statSync(file).size };
  } catch (cause) {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw taken ? new UsageError(`backup ${file}: exists; expected a name that is free`, { cause }) : cause;
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  }
}

async function fill(from: string, part: string, { onProgress }: BackupOptions): Promise<CopyResult> {
  const address = readDatabaseAddress(from);
  if (address.dialect === 'postgres') {
    const result = await copyStore(from, part, { onProgress });
    withFile(part, (file) => file.pragma('journal_mode = DELETE'));
    return result;
  }
  const source = await openRaw(from, 'read');
  try {
    await requireSchemaState(source);
    await source.query(`vacuum into '${part.replaceAll("'", "''")}'`);
  } finally {
    await source.close();
  }
  return hashStore(part);
}

function withFile<Result>(path: string, work: (file: SqliteDatabase.Database) => Result): Result {
  const file = new SqliteDatabase(path);
  try {
    return work(file);
  } catch (cause) {
    throw explainSqliteError(path, cause);
  } finally {
    file.close();
  }
}

function writeList(part: string, tables: readonly CopiedTable[], madeAt: string): void {
  withFile(part, (file) => {
    const problem = file.pragma('integrity_check(1)', { simple: true });
    if (problem !== 'ok') throw new Error(`${part}: ${problem}; expected a sound file`);
    // A store that was restored from a backup never has the table, but one that is a backup opened in place has.
    file.exec(`drop table if exists ${listTable};
      create table ${listTable} (table_name text primary key, rows integer not null, hash text not null, made_at text not null)`);
    const insert = file.prepare(`insert into ${listTable} values (?, ?, ?, ?)`);
    file.transaction(() => {
      for (const { table, rows, hash } of tables) insert.run(table, rows, hash, madeAt);
    })();
  });
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Restores a backup into the empty store (or none) at `to`, of either kind, and brings it up to date. Every table is compared
 * with what the backup held when it was made, and with what was written, before anything is kept; the file is only read.
 * Throws `UsageError` for a file that is no backup or has changed, and as `copyStore` does.
 */
export async function restore(file: string, to: string, options: CopyOptions = {}): Promise<CopyResult> {
  return copyStore(`sqlite:${file}`, to, { ...options, expected: await readList(file) });
}

async function readList(file: string): Promise<ReadonlyMap<string, CopiedTable>> {
  if (!existsSync(file))
    throw new UsageError(`backup ${file}: there is no such file; expected one made by civicwire backup`);
  const backup = await openRaw(`sqlite:${file}`, 'read').catch((cause: unknown) => {
    throw new UsageError(`backup ${file}: is not a SQLite database; expected a file made by civicwire backup`, {
      cause,
    });
  });
  try {
    if (!(await tablesPresent(backup, [listTable])).has(listTable)) {
      throw new UsageError(
        `backup ${file}: does not say what it held; expected a file made by civicwire backup (civicwire db copy takes any store)`,
      );
    }
    const rows = await backup.query(`select table_name, rows, hash from ${listTable}`);
    return new Map(
      rows.map((row) => [
        String(row.table_name),
        { table: String(row.table_name), rows: Number(row.rows), hash: String(row.hash) },
      ]),
    );
  } finally {
    await backup.close();
  }
}
