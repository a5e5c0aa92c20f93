// The data dictionary as one list: every view and table with every column, in words. Knows meanings, no database.
import { views } from '../views/all-views.ts';
import { dialectSql } from '../views/dialect-sql.ts';
import { viewFields } from '../views/view.ts';
import { type FieldDescription, fields } from './fields.ts';

/** A view or table: its name in the database, what a row is, its columns in order. */
export interface DictionaryEntry {
  readonly name: string;
  /** Names and columns of views are stable; tables are how the store works and may change with a migration. */
  readonly kind: 'view' | 'table';
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly about: string }[];
}

/** The views, by name. What they mean is the same on every database. */
const viewDescriptions: Readonly<Record<string, FieldDescription>> = Object.fromEntries(
  views.map((view) => [view.name, viewFields(view, dialectSql('sqlite'))]),
);

const entriesOf = (kind: 'view' | 'table', all: Readonly<Record<string, FieldDescription>>): DictionaryEntry[] =>
  Object.entries(all).map(([name, { about, columns }]) => ({
    name,
    kind,
    about,
    columns: Object.entries(columns).map(([column, meaning]) => ({ name: column, about: meaning })),
  }));

/** Views first, then tables, each in the order of the pipeline. The full-text index is not among them: `search` reads it. */
export function dictionary(): readonly DictionaryEntry[] {
  return [...entriesOf('view', viewDescriptions), ...entriesOf('table', fields)];
}
