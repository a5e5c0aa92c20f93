// Every list as operations: the rows in pages, and one row by its key. Knows how a list becomes a question to the store.

import type { Store, ViewCondition, ViewRow } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { readCursor, writeCursor } from './cursor.ts';
import { type List, lists } from './lists.ts';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { limitOf, pageParameters } from './parameters.ts';
import { ProblemError, parameterProblem } from './problem.ts';
import { seesPublishedOnly } from './reader.ts';
import { type RecordShape, recordShape } from './records.ts';

/** The answer of a list. */
export const pageSchema = (row: z.ZodType) =>
  z.object({
    data: z.array(row),
    next: z
      .string()
      .nullable()
      .openapi({ description: 'To be given as “after” for the next page; null on the last one.' }),
  });

interface PageQuestion {
  readonly view: string;
  /** Tells cursors of this list from others. */
  readonly list: string;
  readonly order: readonly string[];
  readonly direction: 'asc' | 'desc';
  readonly conditions: readonly ViewCondition[];
  /** As asked: the cursor belongs to them. */
  readonly filters: Readonly<Record<string, unknown>>;
  readonly after: string | undefined;
  readonly limit: number | undefined;
}

/** One page of a view: rows as stored, and the cursor of the next page. */
export async function readPage(
  store: Store,
  question: PageQuestion,
): Promise<{ readonly rows: readonly ViewRow[]; readonly next: string | null }> {
  const { list, filters, order } = question;
  const limit = limitOf(question.limit);
  const after = readCursor(
    question.after,
    list,
    filters,
    order.map(() => 'string' as const),
  );
  const { view, direction, conditions: where } = question;
  const found = await store.readView({ view, where, order, direction, after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return {
    rows,
    next: isMore
      ? writeCursor(
          list,
          filters,
          order.map((column) => String(last[column])),
        )
      : null,
  };
}

type Filters = List['filters'];
type Query = Readonly<Record<string, string | number | undefined>>;

/** The query parameters of a list with these filters. */
export function listQuery(filters: Filters): z.ZodType<Query> {
  const optional = Object.entries(filters).map(([name, { schema }]) => [name, schema.optional()] as const);
  return z.strictObject({ ...Object.fromEntries(optional), ...pageParameters }) as unknown as z.ZodType<Query>;
}

/** What was asked for, as conditions on columns. */
export function conditionsOf(filters: Filters, query: Query): ViewCondition[] {
  return Object.entries(filters).flatMap(([name, { column, is }]) => {
    const value = query[name];
    return value === undefined ? [] : [{ column, is, value }];
  });
}

/** The filters of a query without its page. */
export function filtersOf({ after: _, limit: __, ...filters }: Query): Query {
  return filters;
}

/** Adds all lists, and the address of each row that has one. */
export function addLists(api: Api, guards: Guards, store: Store): void {
  const dictionary = store.dictionary();
  for (const list of lists) {
    const shape = recordShape(list.record, dictionary);
    addList(api, guards, store, list, shape);
    if (list.key !== null) addOne(api, guards, store, list, list.key, shape);
  }
}

const scopesOf = ({ published }: List) =>
  published === null ? (['read:all'] as const) : (['read:published'] as const);

const publishedNote =
  'A token with read:published alone sees what people have accepted or edited, and what that stands in.';

function addList(api: Api, guards: Guards, store: Store, list: List, shape: RecordShape): void {
  addOperation(api, guards, {
    method: 'get',
    path: list.path,
    id: `list_${list.id}`,
    summary: list.summary,
    ...(list.published === null || list.published.length === 0 ? {} : { about: publishedNote }),
    tag: list.id,
    scopes: scopesOf(list),
    query: listQuery(list.filters),
    answer: { about: 'One page.', schema: pageSchema(shape.schema) },
    handle: async ({ context, query, reader }) => {
      const publishedOnly = seesPublishedOnly(reader);
      if (publishedOnly) refuseHidden(list, query);
      const { rows, next } = await readPage(store, {
        view: list.record.view,
        list: list.path,
        order: list.order,
        direction: list.direction,
        conditions: [...conditionsOf(list.filters, query), ...seen(list, publishedOnly)],
        filters: filtersOf(query),
        after: query.after as string | undefined,
        limit: query.limit as number | undefined,
      });
      return jsonAnswer(context, { data: rows.map((row) => shape.row(row, publishedOnly)), next });
    },
  });
}

/** The conditions under which this reader sees rows of the list. */
const seen = (list: List, publishedOnly: boolean): readonly ViewCondition[] =>
  publishedOnly ? (list.published ?? []) : [];

/** A column that a reader does not see is none to ask for either: the answer would tell its value. */
function refuseHidden({ filters, record }: List, query: Query): void {
  for (const [name, { column }] of Object.entries(filters)) {
    if (query[name] !== undefined && record.unpublished?.includes(column)) {
      throw parameterProblem('query', name, 'expected a token with read:all: this one does not see what it asks for');
    }
  }
}

function addOne(
  api: Api,
  guards: Guards,
  store: Store,
  list: List,
  key: NonNullable<List['key']>,
  shape: RecordShape,
): void {
  addOperation(api, guards, {
    method: 'get',
    path: `${list.path}/{${key.column}}`,
    id: `get_${list.id}`,
    summary: `One of ${list.path}`,
    tag: list.id,
    scopes: scopesOf(list),
    pathParameters: z.object({ [key.column]: key.schema }),
    answer: { about: 'The record.', schema: shape.schema },
    handle: async ({ context, path, reader }) => {
      const value = (path as Record<string, string>)[key.column] as string;
      const publishedOnly = seesPublishedOnly(reader);
      const row = await findRow(store, list, key.column, value, publishedOnly);
      return jsonAnswer(context, shape.row(row, publishedOnly));
    },
  });
}

/** The row with this key. Throws “not found” where there is none that this reader sees. */
export async function findRow(
  store: Store,
  list: List,
  column: string,
  value: string,
  publishedOnly: boolean,
): Promise<ViewRow> {
  const [row] = await store.readView({
    view: list.record.view,
    where: [{ column, is: '=', value }, ...seen(list, publishedOnly)],
    order: list.order,
    direction: list.direction,
    limit: 1,
  });
  if (row === undefined) {
    throw new ProblemError(
      404,
      `${list.path}/${value}: there is none, or this token does not see it; expected a ${column} from ${list.path}`,
    );
  }
  return row;
}
