// Everything that can be exported, each with its columns, their types and what they mean: records, views, and the tables that a
// release keeps as evidence. Knows the data dictionary; reads no row.
import { UsageError } from '@civicwire/shared';
import {
  AliasNode,
  ColumnNode,
  IdentifierNode,
  type OperationNode,
  ReferenceNode,
  type SelectQueryNode,
  TableNode,
} from 'kysely';
import { dictionary } from '../schema/dictionary.ts';
import { fields } from '../schema/fields.ts';
import type { Context } from '../writing.ts';
import { type ColumnType, columnType } from './column-types.ts';
import { type ExportKind, exportKinds, recordAbouts, recordPage } from './record-pages.ts';

export interface DatasetColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly about: string;
}

/** A table of rows that can be exported. */
export interface Dataset {
  readonly name: string;
  /** `record`: one of the kinds of records; `view`: a view of the store; `table`: a table that a release keeps as evidence. */
  readonly from: 'record' | 'view' | 'table';
  readonly about: string;
  readonly columns: readonly DatasetColumn[];
  /** The column by whose order rows are read in pages; null for views that count, which are read at once. */
  readonly key: 'id' | 'seq' | null;
}

/** Tables that lead from a finding to its bytes and rules; the bytes themselves stay in the store. */
const evidenceTables = ['finding', 'city_mention', 'official_mention', 'snapshot'] as const;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Records and views, in that order. */
export function datasets(context: Context): readonly Dataset[] {
  return [...exportKinds.map((kind) => recordDataset(context, kind)), ...viewDatasets()];
}

/** The one of this name. Throws `UsageError` with all names when there is none. */
export function datasetOf(context: Context, name: string): Dataset {
  if (isKind(name)) return recordDataset(context, name);
  const view = viewDatasets().find((dataset) => dataset.name === name);
  if (view !== undefined) return view;
  const names = [...exportKinds, ...viewDatasets().map((dataset) => dataset.name)];
  throw new UsageError(`export: there is no kind "${name}"; expected one of ${names.join(', ')}`);
}

function isKind(name: string): name is ExportKind {
  return (exportKinds as readonly string[]).includes(name);
}

/** The views of the store. */
export function viewDatasets(): readonly Dataset[] {
  return dictionary()
    .filter((entry) => entry.kind === 'view')
    .map(({ name, about, columns }) => described(name, 'view', about, columns));
}

/** The tables that a release keeps as evidence, without the bytes of pages. */
export function evidenceDatasets(): readonly Dataset[] {
  return evidenceTables.map((name) => {
    const entry = dictionary().find((candidate) => candidate.kind === 'table' && candidate.name === name);
    const columns = (entry?.columns ?? []).filter((column) => column.name !== 'bytes');
    return described(name, 'table', entry?.about ?? '', columns);
  });
}

function described(
  name: string,
  from: Dataset['from'],
  about: string,
  columns: readonly { readonly name: string; readonly about: string }[],
): Dataset {
  const has = (column: string): boolean => columns.some((candidate) => candidate.name === column);
  return {
    name,
    from,
    about,
    columns: columns.map((column) => ({ ...column, type: columnType(name, column.name, from === 'record') })),
    key: has('id') ? 'id' : has('seq') ? 'seq' : null,
  };
}

/** What a column of a record means is what the column means that the query takes it from. */
function recordDataset({ db }: Context, kind: ExportKind): Dataset {
  const query = recordPage(db, kind, '', 1).toOperationNode();
  const tables = tablesOf(query);
  const columns = (query.selections ?? []).map(({ selection }) => {
    const alias = AliasNode.is(selection) ? selection : null;
    const source = sourceOf(alias === null ? selection : alias.node);
    const table = tables.get(source.table ?? '') ?? [...tables.values()][0] ?? '';
    const about = fields[snake(table)]?.columns[snake(source.column)] ?? '';
    const shown = alias !== null && IdentifierNode.is(alias.alias) ? alias.alias.name : source.column;
    return { name: snake(shown), about };
  });
  return described(kind, 'record', recordAbouts[kind], columns);
}

function sourceOf(node: OperationNode): { readonly table: string | null; readonly column: string } {
  if (ReferenceNode.is(node) && ColumnNode.is(node.column))
    return { table: node.table?.table.identifier.name ?? null, column: node.column.column.name };
  if (ColumnNode.is(node)) return { table: null, column: node.column.name };
  throw new Error(`export: a column is a ${node.kind}; expected plain columns`);
}

/** Tables of a query by the names under which it knows them. */
function tablesOf(query: SelectQueryNode): ReadonlyMap<string, string> {
  const nodes = [...(query.from?.froms ?? []), ...(query.joins ?? []).map((join) => join.table)];
  return new Map(
    nodes.flatMap((node) => {
      if (TableNode.is(node)) return [[node.table.identifier.name, node.table.identifier.name] as const];
      if (AliasNode.is(node) && TableNode.is(node.node) && IdentifierNode.is(node.alias))
        return [[node.alias.name, node.node.table.identifier.name] as const];
      return [];
    }),
  );
}
