// A dataset as JSONL or CSV, in pieces of a page each. Knows both formats' frames; asks no database.
import { type CsvReader, csvLine } from './csv.ts';
import type { Dataset } from './datasets.ts';
import { jsonLineWriter } from './jsonl.ts';
import type { RawPages } from './read-rows.ts';

/** A JSON object a line; nothing for no rows. */
export async function* jsonlStream({ columns }: Dataset, pages: RawPages): AsyncGenerator<string> {
  const lineOf = jsonLineWriter(columns);
  for await (const rows of pages) {
    let piece = '';
    for (const row of rows) piece += `${lineOf(row)}\n`;
    yield piece;
  }
}

/** A header line, then a line for each row. Null is an empty cell, flags of records are true and false, JSON is its text. */
export async function* csvStream({ columns }: Dataset, pages: RawPages, reader: CsvReader): AsyncGenerator<string> {
  yield csvLine(
    columns.map(({ name }) => name),
    'exact',
  );
  for await (const rows of pages) {
    let piece = '';
    for (const row of rows) {
      const cells = columns.map(({ type }, index) => {
        const value = row[index] ?? null;
        return type === 'boolean' && value !== null ? value === 1 : value;
      });
      piece += csvLine(cells, reader);
    }
    yield piece;
  }
}
