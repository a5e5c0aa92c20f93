// Makes the views in a database, with the words of the dictionary beside them and the right to read them. Knows SQL; decides
// nothing. All of it follows from definitions, so every run of migrations makes it anew.
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../connect/database-address.ts';
import { type DictionaryEntry, dictionary } from '../schema/dictionary.ts';
import { views } from './all-views.ts';
import { dialectSql } from './dialect-sql.ts';
import { grantReading } from './reader-role.ts';
import { createViewStatement } from './view.ts';

/** Removes our views, so that a migration may change the tables under them. Views of others that read them stand in the way, by name. */
export async function dropViews(db: Kysely<unknown>): Promise<void> {
  for (const { name } of [...views].reverse()) await db.schema.dropView(name).ifExists().execute();
}

/** Makes all views; on PostgreSQL also describes every table, view and column, and lets the reader's role read the views. */
export async function createViews(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const view of views) await sql.raw(createViewStatement(view, dialectSql(dialect))).execute(db);
  if (dialect !== 'postgres') return;
  // One after the other these some five hundred statements would take a second or two.
  await sql.raw(dictionary().flatMap(commentStatements).join(';\n')).execute(db);
  await grantReading(
    db,
    views.map((view) => view.name),
  );
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function commentStatements({ name, kind, about, columns }: DictionaryEntry): string[] {
  return [
    `comment on ${kind} "${name}" is ${quoted(about)}`,
    ...columns.map((column) => `comment on column "${name}"."${column.name}" is ${quoted(column.about)}`),
  ];
}
