// The records as flat rows, one after the other, for programs that go on with them. Knows pages; no format.
import type { Context } from '../writing.ts';
import { datasetOf } from './datasets.ts';
import { readPages, type StoredRow } from './read-pages.ts';
import type { ExportKind } from './record-pages.ts';

export { type ExportKind, exportKinds } from './record-pages.ts';

/** One flat row in snake_case: flags as booleans, JSON columns (value, patch) as what they hold, everything else a scalar. */
export type ExportRow = Readonly<Record<string, unknown>>;

/** Columns of one kind in the order of its rows, for a CSV header. The same for an empty store. */
export function exportColumns(context: Context, kind: ExportKind): string[] {
  return datasetOf(context, kind).columns.map(({ name }) => name);
}

/**
 * All rows of one kind in order of their ids. The records (cities to stances) leave out what was rejected or superseded;
 * `findings` has everything. Yields nothing for an empty store.
 */
export async function* exportRows(context: Context, kind: ExportKind): AsyncGenerator<ExportRow> {
  const dataset = datasetOf(context, kind);
  const convert = rowReader(dataset.columns);
  for await (const rows of readPages(context, dataset)) for (const row of rows) yield convert(row);
}

function rowReader(columns: ReturnType<typeof datasetOf>['columns']): (row: StoredRow) => ExportRow {
  return (row) =>
    Object.fromEntries(
      columns.map(({ name, type }) => {
        const value = row[name] ?? null;
        if (value === null) return [name, null];
        if (type === 'boolean') return [name, value === 1];
        return [name, type === 'object' || type === 'array' ? (JSON.parse(String(value)) as unknown) : value];
      }),
    );
}
