// The queue and the item as they stand in the page's address, so that a reload, a link or a dashboard leads to them.
import type { DeskFilter, DeskOrder } from '../../../src/desk-api/contract.ts';
import type { DeskState } from './desk-state.ts';

const orders: readonly DeskOrder[] = ['uncertainty', 'impact', 'date'];
/** The server checks them; an unknown one is left out here so that it does not void the rest. */
const filterNames = [
  'show',
  'kind',
  'issue',
  'position',
  'rule',
  'source_id',
  'story_id',
  'official_id',
  'place_id',
  'state',
  'unplaced',
  'since',
  'until',
  'confidence_max',
  'words',
  'held',
] as const satisfies readonly (keyof DeskFilter)[];

export interface Address {
  readonly filter: DeskFilter;
  readonly order: DeskOrder;
  readonly itemId: string | null;
}

/** What the query of an address asks for. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const given = filterNames.flatMap((name) => {
    const value = query.get(name);
    if (value === null || value === '') return [];
    return [[name, name === 'confidence_max' ? Number(value) : value] as const];
  });
  return {
    filter: Object.fromEntries(given),
    order: orders.find((order) => order === query.get('order')) ?? 'uncertainty',
    itemId: query.get('item'),
  };
}

/** The query that leads to the claims of a filter; empty for the usual queue. */
export function filterSearch(filter: DeskFilter): string {
  const query = filterQuery(filter);
  return query.size === 0 ? '' : `?${query}`;
}

function filterQuery(filter: DeskFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of filterNames) if (filter[name] !== undefined) query.set(name, String(filter[name]));
  return query;
}

/** The query that leads back here. */
function addressOf({ filter, order, currentId }: Pick<DeskState, 'filter' | 'order' | 'currentId'>): string {
  const query = filterQuery(filter);
  if (order !== 'uncertainty') query.set('order', order);
  if (currentId !== null) query.set('item', currentId);
  return query.size === 0 ? '' : `?${query}`;
}

/** Puts it into the address bar, without a step in the browser's history. */
export function writeAddress(state: DeskState): void {
  history.replaceState(null, '', location.pathname + addressOf(state));
}
