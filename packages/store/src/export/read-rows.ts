// Rows of a dataset as the database has them, cell by cell, in one pass in the order of their key. Memory stays flat whatever the
// number of rows. Knows how a pass is asked for; no format.
import { sql } from 'kysely';
import type { Context } from '../writing.ts';
import type { Dataset } from './datasets.ts';
import { readPages, wholeQuery } from './read-pages.ts';

/** Cells in the order of the dataset's columns: flags 0 or 1, JSON as text. */
export type RawRow = readonly (string | number | null)[];
export type RawPages = AsyncIterable<readonly RawRow[]>;

/** Few, so that they die young: more cost twice the time. A server is asked for the next ones before these are handed on. */
const rowsAtOnce = 64;

/**
 * All rows of a dataset in the order of its key, of a context that reads one state (consistent-reader.ts). Views without an
 * index in that order come in pages (read-pages.ts). Yields nothing for an empty store.
 */
export async function* readRows(context: Context, dataset: Dataset): AsyncGenerator<readonly RawRow[]> {
  const query = wholeQuery(context, dataset);
  if (query === null) {
    const names = dataset.columns.map(({ name }) => name);
    for await (const rows of readPages(context, dataset))
      yield rows.map((row) => names.map((name) => row[name] ?? null));
    return;
  }
  const plain = context.db.withoutPlugins();
  // The first rows soon rather than the last ones early: by the index, not by sorting everything.
  if (context.dialect === 'postgres') await sql`set local cursor_tuple_fraction = 0.0001`.execute(plain);
  const pages = plain.getExecutor().stream<RawRow>(query, rowsAtOnce)[Symbol.asyncIterator]();
  try {
    let next = pages.next();
    for (let page = await next; page.done !== true; page = await next) {
      next = pages.next();
      next.catch(() => {});
      yield page.value.rows;
    }
  } finally {
    await pages.return?.();
  }
}
