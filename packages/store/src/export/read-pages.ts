// Rows of a dataset in pages by key, as the database has them. Memory stays flat whatever the number of rows.
// Knows SQL for paging; no format.
import { type CompiledQuery, sql } from 'kysely';
import type { Context } from '../writing.ts';
import type { Dataset } from './datasets.ts';
import { type ExportKind, recordPage } from './record-pages.ts';

/** A row as stored: snake_case, flags 0 or 1, JSON as text. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** Many enough that a query costs little beside its rows, few enough that they die young. */
const pageRows = 200;

/**
 * All rows in the order of their key. Views that count have no key: their rows come at once, in the order of their columns,
 * which is the same on every database. Yields nothing for an empty store.
 */
export async function* readPages(context: Context, dataset: Dataset): AsyncGenerator<readonly StoredRow[]> {
  const { key } = dataset;
  if (key === null) {
    const rows = await run(context, countsQuery(context, dataset));
    if (rows.length > 0) yield [...rows].sort(byColumns(dataset));
    return;
  }
  let after: string | number | null = key === 'seq' ? 0 : '';
  while (after !== null) {
    const { rows, last }: Page = await readPage(context, dataset, after);
    if (rows.length > 0) yield rows;
    after = last;
  }
}

/** `last`: where the next page begins; null when there is none. */
interface Page {
  readonly rows: readonly StoredRow[];
  readonly last: string | number | null;
}

/** Views that no index gives in the order of their ids: a page is what belongs to some rows of this table. */
const drivingTables: Readonly<Record<string, string>> = { v_city: 'finding' };

async function readPage(context: Context, dataset: Dataset, after: string | number): Promise<Page> {
  const driving = drivingTables[dataset.name];
  if (driving === undefined) {
    const rows = await run(context, pageQuery(context, dataset, after));
    return { rows, last: rows.length < pageRows ? null : (rows.at(-1)?.[dataset.key ?? ''] ?? null) };
  }
  const plain = context.db.withoutPlugins();
  const bound = sql`select id from ${sql.table(driving)} where id > ${after} order by id limit 1 offset ${pageRows - 1}`;
  const last = (await run(context, bound.compile(plain)))[0]?.id ?? null;
  const until = last === null ? sql`` : sql`and id <= ${last}`;
  const query = sql`select ${columnList(dataset)} from ${sql.table(dataset.name)} where id > ${after} ${until} order by id`;
  return { rows: await run(context, query.compile(plain)), last };
}

async function run({ db }: Context, query: CompiledQuery): Promise<readonly StoredRow[]> {
  return (await db.withoutPlugins().executeQuery<StoredRow>(query)).rows;
}

const columnList = ({ columns }: Dataset) => sql.join(columns.map(({ name }) => sql.ref(name)));

function countsQuery({ db }: Context, dataset: Dataset): CompiledQuery {
  return sql`select ${columnList(dataset)} from ${sql.table(dataset.name)}`.compile(db.withoutPlugins());
}

/** The query for all rows in the order of their key; null where no index has that order, so that it would sort them all. */
export function wholeQuery({ db }: Context, dataset: Dataset): CompiledQuery | null {
  if (dataset.key === null || drivingTables[dataset.name] !== undefined) return null;
  if (dataset.from === 'record')
    return recordPage(db, dataset.name as ExportKind, '', Number.MAX_SAFE_INTEGER).compile();
  const key = sql.ref(dataset.key);
  return sql`select ${columnList(dataset)} from ${sql.table(dataset.name)} order by ${key}`.compile(
    db.withoutPlugins(),
  );
}

function pageQuery({ db }: Context, dataset: Dataset, after: string | number): CompiledQuery {
  const plain = db.withoutPlugins();
  // Built with the plugin that names columns, and run without it: rows keep the names of the database.
  if (dataset.from === 'record') return recordPage(db, dataset.name as ExportKind, String(after), pageRows).compile();
  const key = sql.ref(dataset.key ?? '');
  return sql`select ${columnList(dataset)} from ${sql.table(dataset.name)} where ${key} > ${after} order by ${key} limit ${pageRows}`.compile(
    plain,
  );
}

/** Text by code units and null first: databases differ in both. */
function byColumns({ columns }: Dataset): (a: StoredRow, b: StoredRow) => number {
  return (a, b) => {
    for (const { name } of columns) {
      const [left, right] = [a[name] ?? null, b[name] ?? null];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? -1 : 1;
      return left < right ? -1 : 1;
    }
    return 0;
  };
}

/** The pages, telling `onRows` how many rows each has as it is handed on. */
export async function* counted<Row>(
  pages: AsyncIterable<readonly Row[]>,
  onRows: (count: number) => void,
): AsyncGenerator<readonly Row[]> {
  for await (const rows of pages) {
    onRows(rows.length);
    yield rows;
  }
}
