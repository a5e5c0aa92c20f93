// A city's timeline and its latest positions. Knows places by id; lists no city.

import type { Store } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { conditionsOf, filtersOf, findRow, listQuery, pageSchema, readPage } from './list-operations.ts';
import { lists, timeline } from './lists.ts';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { id } from './parameters.ts';
import { seesPublishedOnly } from './reader.ts';
import { recordShape } from './records.ts';

/** Adds the operations on one city. */
export function addCityOperations(api: Api, guards: Guards, store: Store): void {
  const list = lists.find(({ id: name }) => name === 'cities');
  if (list === undefined) throw new Error('no list of cities');
  const shape = recordShape(timeline.record, store.dictionary());
  const positions = recordShape({ view: 'v_city_stance', schema: 'CityPosition' }, store.dictionary());
  const pathParameters = z.object({ place_id: id('The place.') });
  const shared = { method: 'get', tag: 'cities', scopes: ['read:published'], pathParameters } as const;

  addOperation(api, guards, {
    ...shared,
    path: '/cities/{place_id}/timeline',
    id: 'list_city_timeline',
    summary: 'Stories that name a city, the latest first',
    query: listQuery(timeline.filters),
    answer: { about: 'One page.', schema: pageSchema(shape.schema) },
    handle: async ({ context, path, query, reader }) => {
      const publishedOnly = seesPublishedOnly(reader);
      await findRow(store, list, 'place_id', path.place_id, publishedOnly);
      const { rows, next } = await readPage(store, {
        view: timeline.record.view,
        list: `/cities/${path.place_id}/timeline`,
        order: timeline.order,
        direction: 'desc',
        conditions: [
          { column: 'place_id', is: '=', value: path.place_id },
          ...conditionsOf(timeline.filters, query),
          ...(publishedOnly ? timeline.published : []),
        ],
        filters: filtersOf(query),
        after: query.after as string | undefined,
        limit: query.limit as number | undefined,
      });
      return jsonAnswer(context, { data: rows.map((row) => shape.row(row, publishedOnly)), next });
    },
  });

  addOperation(api, guards, {
    ...shared,
    path: '/cities/{place_id}/positions',
    id: 'list_city_positions',
    summary: 'The latest stance of a city on each issue',
    about: 'In the order of the issues; place_from says how the stance is known to be of the city.',
    query: listQuery({}),
    answer: { about: 'One page.', schema: pageSchema(positions.schema) },
    handle: async ({ context, path, query, reader }) => {
      const publishedOnly = seesPublishedOnly(reader);
      await findRow(store, list, 'place_id', path.place_id, publishedOnly);
      const { rows, next } = await readPage(store, {
        view: publishedOnly ? 'v_city_stance_published' : 'v_city_stance',
        list: `/cities/${path.place_id}/positions`,
        order: ['issue'],
        direction: 'asc',
        conditions: [{ column: 'place_id', is: '=', value: path.place_id }],
        filters: {},
        after: query.after as string | undefined,
        limit: query.limit as number | undefined,
      });
      return jsonAnswer(context, { data: rows.map((row) => positions.row(row, publishedOnly)), next });
    },
  });
}
