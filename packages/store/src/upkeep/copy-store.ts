// A store copied whole into an empty one of either kind: read in one consistent state, written in one transaction, read
// again and compared before that transaction ends. Knows tables by name alone; nothing in them.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { ServiceUnavailable, UsageError } from '@civicwire/shared';
import { connect } from '../connect/connect.ts';
import { describeAddress, readDatabaseAddress } from '../connect/database-address.ts';
import { type ContentHash, contentHash } from './content-hash.ts';
import { openRaw } from './open-raw.ts';
import { quoteName, type RawDatabase } from './raw-database.ts';
import { requireSchemaState, type StoreTable, schemaState, schemaTables, tablesPresent } from './schema-tables.ts';

/** One table, as it is on both sides. `hash` as in content-hash.ts. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

export interface CopyResult {
  /** State of the schema in which the rows were read, copied and compared. */
  readonly schema: string;
  readonly tables: readonly CopiedTable[];
  readonly rows: number;
}

export interface CopyOptions {
  /** Read and compare, write nothing; the target is looked at, not made. The hashes are those of the source. */
  readonly dryRun?: boolean | undefined;
  /** What the source must hold, by table; anything else is refused before anything is kept. */
  readonly expected?: ReadonlyMap<string, CopiedTable> | undefined;
  /** Called as rows pass: read so far, and how many there are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Copies the store at `from` to `to`, which must be an address without a store or with an empty one. The source may be in
 * use and of an earlier schema: it is only read; the copy is made in its state and then migrated. Until everything has been
 * compared nothing is kept: a copy that fails or is killed leaves an empty store and can be begun again.
 * Throws `UsageError` when there is no store at `from` or rows at `to`, `ServiceUnavailable` when the copy cannot be ended.
 */
export async function copyStore(from: string, to: string, options: CopyOptions = {}): Promise<CopyResult> {
  refuseSamePlace(from, to);
  const source = await openRaw(from, 'read');
  try {
    await source.begin('read', []);
    const schema = await requireSchemaState(source);
    const tables = await schemaTables(schema);
    await refuseUsedTarget(to, tables);
    if (options.dryRun === true) return await resultOf(schema, await readAll(source, tables, options));
    await (await connect(to, undefined, schema)).db.destroy();
    const copied = await fill(source, to, tables, options);
    // Brings a copy of an earlier state up to date, and SQLite back to WAL.
    await (await connect(to)).db.destroy();
    return resultOf(schema, copied);
  } finally {
    await source.close();
  }
}

/**
 * Counts and hashes of every table of the store at an address, as it is now; with `state`, of the tables and columns that an
 * earlier schema had. Throws as `copyStore` does for its source.
 */
export async function hashStore(address: string, state?: string): Promise<CopyResult> {
  const source = await openRaw(address, 'read');
  try {
    await source.begin('read', []);
    const schema = state ?? (await requireSchemaState(source));
    return resultOf(schema, await readAll(source, await schemaTables(schema), {}));
  } finally {
    await source.close();
  }
}

function resultOf(schema: string, tables: readonly CopiedTable[]): CopyResult {
  return { schema, tables, rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
}

/** Two names for one file are one place. */
function refuseSamePlace(from: string, to: string): void {
  const place = (address: string): string => {
    const parsed = readDatabaseAddress(address);
    if (parsed.dialect === 'postgres') return parsed.url;
    return existsSync(parsed.file) ? realpathSync(parsed.file) : parsed.file;
  };
  if (place(from) === place(to)) {
    throw new UsageError(`${describeAddress(readDatabaseAddress(to))}: is the source itself; expected another place`);
  }
}

/** Looks before anything is made there. */
async function refuseUsedTarget(to: string, tables: readonly StoreTable[]): Promise<void> {
  const parsed = readDatabaseAddress(to);
  if (parsed.dialect === 'sqlite' && (!existsSync(parsed.file) || statSync(parsed.file).size === 0)) return;
  const target = await openRaw(to, 'read');
  try {
    await schemaState(target);
    await refuseRows(target, tables);
  } finally {
    await target.close();
  }
}

/** A fresh store has one row: the sequencer at 0. */
async function refuseRows(target: RawDatabase, tables: readonly StoreTable[]): Promise<void> {
  const present = await tablesPresent(
    target,
    tables.map(({ name }) => name),
  );
  for (const { name } of tables.filter((table) => present.has(table.name))) {
    const used = name === 'sequencer' ? 'select 1 from sequencer where value <> 0' : `select 1 from ${quoteName(name)}`;
    if ((await target.query(`${used} limit 1`)).length === 0) continue;
    throw new UsageError(
      `database ${target.place}: is in use (table ${name} has rows); expected an empty store or none, nothing was changed`,
    );
  }
}

async function fill(
  source: RawDatabase,
  to: string,
  tables: readonly StoreTable[],
  options: CopyOptions,
): Promise<CopiedTable[]> {
  const target = await openRaw(to, 'write');
  const names = tables.map(({ name }) => name);
  try {
    await target.begin('write', names);
    try {
      await refuseRows(target, tables);
      await target.query('delete from sequencer where value = 0');
      const read = await readAll(source, tables, options, (table, rows) =>
        target.insert(table.name, table.columns, rows),
      );
      const written = await readAll(target, tables, {});
      refuseDifferences(target.place, read, written);
      await target.commit();
      if (target.dialect === 'postgres') await target.query('analyze');
      return read;
    } catch (error) {
      // What stopped the copy is what is told, also when the connection is gone and nothing can be undone by hand.
      await target.rollback().catch(() => undefined);
      throw error;
    }
  } finally {
    await target.close();
  }
}

function refuseDifferences(place: string, read: readonly CopiedTable[], written: readonly CopiedTable[]): void {
  const wrong = read.filter(({ hash, rows }, index) => written[index]?.hash !== hash || written[index]?.rows !== rows);
  if (wrong.length === 0) return;
  throw new ServiceUnavailable(
    `database ${place}: what was written is not what was read (${wrong.map(({ table }) => table).join(', ')}); expected equal rows. Nothing was kept`,
  );
}

/** Passes every table through, hashing it. */
async function readAll(
  db: RawDatabase,
  tables: readonly StoreTable[],
  { expected, onProgress }: CopyOptions,
  write?: (table: StoreTable, rows: Parameters<ContentHash['add']>[0]) => Promise<void>,
): Promise<CopiedTable[]> {
  const total = onProgress === undefined ? 0 : await countAll(db, tables);
  const result: CopiedTable[] = [];
  let done = 0;
  for (const table of tables) {
    const content = contentHash(table.columns);
    const columns = table.columns.map(quoteName).join(', ');
    for await (const rows of db.stream(`select ${columns} from ${quoteName(table.name)}`)) {
      content.add(rows);
      if (!table.derived) await write?.(table, rows);
      done += rows.length;
      onProgress?.(done, total);
      await turn();
    }
    const copied = { table: table.name, rows: content.rows, hash: content.hash };
    refuseUnexpected(db.place, copied, expected);
    result.push(copied);
  }
  return result;
}

function refuseUnexpected(place: string, found: CopiedTable, expected: CopyOptions['expected']): void {
  const wanted = expected?.get(found.table);
  if (expected === undefined || (wanted?.hash === found.hash && wanted.rows === found.rows)) return;
  throw new UsageError(
    `backup ${place}: table ${found.table} is not as it was written (${found.rows} rows, ${wanted?.rows ?? 'none'} then); expected the same rows. Nothing was restored`,
  );
}

async function countAll(db: RawDatabase, tables: readonly StoreTable[]): Promise<number> {
  let total = 0;
  for (const { name } of tables)
    total += Number((await db.query(`select count(*) as n from ${quoteName(name)}`))[0]?.n);
  return total;
}
