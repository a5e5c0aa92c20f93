// What a view is: one name, one sentence, and for each column its meaning beside its SQL, so that neither can lack the other.
// Knows no particular view.
import type { FieldDescription } from '../schema/fields.ts';
import type { DialectSql } from './dialect-sql.ts';

/** A view's parts for one dialect: `columns` gives each column's meaning and its expression, `from` all that follows `from`. */
export interface ViewParts {
  readonly about: string;
  readonly columns: Readonly<Record<string, readonly [meaning: string, expression: string]>>;
  readonly from: string;
}

export interface View {
  readonly name: string;
  parts(dialect: DialectSql): ViewParts;
}

/** The statement that makes the view. */
export function createViewStatement(view: View, dialect: DialectSql): string {
  const { columns, from } = view.parts(dialect);
  const list = Object.entries(columns).map(([name, [, expression]]) => `${expression} as "${name}"`);
  return `create view ${view.name} as select\n  ${list.join(',\n  ')}\nfrom ${from}`;
}

/** What the data dictionary says of the view. */
export function viewFields(view: View, dialect: DialectSql): FieldDescription {
  const { about, columns } = view.parts(dialect);
  return { about, columns: Object.fromEntries(Object.entries(columns).map(([name, [meaning]]) => [name, meaning])) };
}
