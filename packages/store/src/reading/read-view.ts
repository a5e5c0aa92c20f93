// Rows of one view in pages by key, narrowed by its columns. Knows no view in particular: names are checked against the
// dictionary, values are always parameters.
import { type RawBuilder, sql } from 'kysely';
import { dictionary } from '../schema/dictionary.ts';
import type { Context } from '../writing.ts';

export type ViewValue = string | number;

/** One condition on a column. */
export interface ViewCondition {
  readonly column: string;
  readonly is: '=' | '>=' | '<=' | '>' | 'in';
  /** A list for `in`, one value for the others. */
  readonly value: ViewValue | readonly ViewValue[];
}

export interface ViewQuestion {
  readonly view: string;
  readonly where?: readonly ViewCondition[];
  /** Columns that together tell each row from all others and are never null; all in one direction. */
  readonly order: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** Values of `order` in the last row of the page before; the beginning unless given. */
  readonly after?: readonly ViewValue[] | null;
  /** Rows a page, 1 to 1001. */
  readonly limit: number;
}

/** A row under the view's own names; flags 0 or 1, JSON as text. */
export type ViewRow = Readonly<Record<string, unknown>>;

const columnsByView: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  dictionary()
    .filter(({ kind }) => kind === 'view')
    .map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]),
);

/** One page. Empty when nothing is left. Throws for a view or column that does not exist: a bug of the caller. */
export async function readView({ db }: Context, question: ViewQuestion): Promise<ViewRow[]> {
  const columns = columnsByView.get(question.view);
  if (columns === undefined) throw new Error(`no view ${question.view}`);
  const named = (column: string): RawBuilder<unknown> => {
    if (!columns.has(column)) throw new Error(`no column ${column} in ${question.view}`);
    return sql.ref(column);
  };
  const { order, direction, after = null } = question;
  const conditions = (question.where ?? []).map((one) => conditionOf(named(one.column), one));
  if (after !== null) {
    const beyond = sql.raw(direction === 'asc' ? '>' : '<');
    conditions.push(sql`(${sql.join(order.map(named))}) ${beyond} (${sql.join([...after])})`);
  }
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  const ordered = sql.join(order.map((column) => sql`${named(column)} ${sql.raw(direction)}`));
  const limit = Math.min(1001, Math.max(1, Math.trunc(question.limit)));
  // Without the plugin that makes names camelCase: these rows leave the program as they are.
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.ref(question.view)} ${where} order by ${ordered} limit ${limit}`.execute(db.withoutPlugins());
  return rows;
}

function conditionOf(column: RawBuilder<unknown>, { is, value }: ViewCondition): RawBuilder<unknown> {
  if (is === 'in') {
    const list = typeof value === 'object' ? [...value] : [value];
    return list.length === 0 ? sql`1 = 0` : sql`${column} in (${sql.join(list)})`;
  }
  return sql`${column} ${sql.raw(is)} ${value}`;
}
