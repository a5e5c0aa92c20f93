// Datasets as plain tables of one SQLite file that needs nothing of ours to be read: no views, with a dictionary beside them.
// Knows tables and indexes; not what a row means.
import SqliteDatabase from 'better-sqlite3';
import type { Context } from '../writing.ts';
import type { ColumnType } from './column-types.ts';
import type { Dataset } from './datasets.ts';
import { readPages } from './read-pages.ts';

const sqlType: Readonly<Record<ColumnType, string>> = {
  string: 'text',
  integer: 'integer',
  boolean: 'integer',
  number: 'real',
  object: 'text',
  array: 'text',
};

/** Columns that readers look rows up by. */
const indexed = [
  ...['story_id', 'version_id', 'snapshot_id', 'finding_id', 'source_id', 'place_id', 'official_id', 'entity_id'],
  ...['issue', 'seen_on', 'kind', 'rule', 'url'],
];

const quoted = (name: string): string => `"${name}"`;

/** Facts about the file as a whole, in the table `release`. */
export type FileFacts = Readonly<Record<string, string | number>>;

/**
 * Writes the datasets to a new file and gives the number of rows of each. The same rows give the same bytes. Throws when the
 * file exists or the disk is full; what was written of it stays behind then.
 */
export async function writeSqliteFile(
  context: Context,
  all: readonly Dataset[],
  file: string,
  facts: FileFacts,
): Promise<Record<string, number>> {
  const target = new SqliteDatabase(file);
  try {
    // The file is worth nothing until it is whole, so nothing is kept to undo it.
    target.pragma('journal_mode = OFF');
    target.pragma('synchronous = OFF');
    target.exec('begin');
    const counts: Record<string, number> = {};
    for (const dataset of all) counts[dataset.name] = await fillTable(context, target, dataset);
    for (const dataset of all) createIndexes(target, dataset);
    writeDictionary(target, all);
    target.exec('create table "release" ("property" text primary key, "value")');
    const insert = target.prepare('insert into "release" values (?, ?)');
    for (const [property, value] of Object.entries(facts)) insert.run(property, value);
    target.exec('commit');
    return counts;
  } finally {
    target.close();
  }
}

async function fillTable(context: Context, target: SqliteDatabase.Database, dataset: Dataset): Promise<number> {
  const { name, columns, key } = dataset;
  const list = columns.map(
    (column) => `${quoted(column.name)} ${sqlType[column.type]}${column.name === key ? ' primary key' : ''}`,
  );
  target.exec(`create table ${quoted(name)} (${list.join(', ')})`);
  const insert = target.prepare(`insert into ${quoted(name)} values (${columns.map(() => '?').join(', ')})`);
  let count = 0;
  for await (const rows of readPages(context, dataset)) {
    for (const row of rows) insert.run(columns.map((column) => row[column.name] ?? null));
    count += rows.length;
  }
  return count;
}

function createIndexes(target: SqliteDatabase.Database, { name, columns, key }: Dataset): void {
  for (const column of columns)
    if (indexed.includes(column.name) && column.name !== key)
      target.exec(`create index ${quoted(`${name}_by_${column.name}`)} on ${quoted(name)} (${quoted(column.name)})`);
}

function writeDictionary(target: SqliteDatabase.Database, all: readonly Dataset[]): void {
  target.exec(
    'create table "dictionary" ("table_name" text, "position" integer, "column_name" text, "type" text, "meaning" text, primary key ("table_name", "position"))',
  );
  const insert = target.prepare('insert into "dictionary" values (?, ?, ?, ?, ?)');
  for (const { name, about, columns } of all) {
    insert.run(name, 0, null, null, about);
    for (const [index, column] of columns.entries())
      insert.run(name, index + 1, column.name, sqlType[column.type], column.about);
  }
}
