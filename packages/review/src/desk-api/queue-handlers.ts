// The queue: pages, counts, saved views, the next item, leases. Knows the contract; decides on no item.
import { UsageError } from '@civicwire/shared';
import type { QueueKey, SavedView } from '@civicwire/store';
import { readCursor, writeCursor } from '../api/cursor.ts';
import type { DeskAnswer, DeskFilter } from './contract.ts';
import { storeFilter, wireRow } from './filters.ts';
import { type Asked, type DeskServices, type Handlers, whoOf } from './handlers.ts';
import { readItem } from './item/item-view.ts';
import { conflictWith, notFound } from './refusals.ts';

const pageUsual = 50;
/** Who holds what moves meanwhile. */
const countsAgeMsMax = 2_000;
/** New rules and sources are rare. */
const choicesAgeMsMax = 60_000;

export function queueHandlers(
  desk: DeskServices,
): Handlers<
  | 'list_queue'
  | 'count_queue'
  | 'list_views'
  | 'save_view'
  | 'delete_view'
  | 'take_next'
  | 'lease_item'
  | 'release_item'
> {
  const { store } = desk;
  return {
    list_queue: (asked) => listQueue(desk, asked),
    count_queue: async ({ query, session }) => {
      // Whatever was decided or read changes the number of the last change, and with it the key.
      const key = `counts ${session.id} ${await store.lastChangeSeq()} ${JSON.stringify(query)}`;
      const count = () => store.desk.countQueue(storeFilter(query), whoOf(session));
      const { byShow, byKind, holders } = await desk.remembered.of(key, countsAgeMsMax, count);
      const choose = () => store.desk.queueChoices();
      const { issues, rules, sources } = await desk.remembered.of('choices', choicesAgeMsMax, choose);
      return {
        by_show: { ...byShow },
        by_kind: { ...byKind },
        holders: holders.map((holder) => ({ ...holder })),
        choices: { issues: [...issues], rules: [...rules], sources: sources.map((source) => ({ ...source })) },
      };
    },
    list_views: async ({ session }) =>
      (await store.desk.listViews(session.editor)).map((view) => wireView(view, session.editor)),
    save_view: async ({ body, session }) =>
      wireView(await store.desk.saveView({ ...body, owner: session.editor }), session.editor),
    delete_view: async ({ id, session }) => {
      await known('view', id, () => store.desk.deleteView(id, session.editor));
      return { ok: true };
    },
    take_next: async ({ body, session }) => {
      const question = { filter: storeFilter(body.filter), order: body.order, afterId: body.after ?? null };
      const id = await store.desk.takeNext(question, whoOf(session));
      return { item: id === null ? null : await readItem(desk, id, session) };
    },
    lease_item: async ({ id, session }) => {
      const { taken, lease } = await known('item', id, () => store.desk.leaseItem(id, whoOf(session)));
      if (taken) return { lease };
      throw conflictWith(`${lease.editor} holds it until ${lease.until}; expected an item that nobody else holds`, {
        lease,
      });
    },
    release_item: async ({ id, session }) => {
      await store.desk.releaseItems(id, whoOf(session));
      return { ok: true };
    },
  };
}

/** The store refuses ids that name nothing: here that is 404. */
async function known<Result>(what: string, id: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UsageError ? notFound(what, id) : error;
  }
}

function wireView(view: SavedView, editor: string): DeskAnswer<'save_view'> {
  const { id, name, filter, order, shared, owner } = view;
  return { id, name, filter: filter as DeskFilter, order, shared, owner, mine: owner === editor };
}

async function listQueue(
  { store }: DeskServices,
  { query, session }: Asked<'list_queue'>,
): Promise<DeskAnswer<'list_queue'>> {
  const { order = 'uncertainty', after, limit = pageUsual, ...filter } = query;
  const place = { ...filter, order };
  const cursor = readCursor(after, '/queue', place, [
    'number',
    order === 'uncertainty' ? 'number' : 'string',
    'string',
  ]);
  const key = cursor === null ? null : keyOf(cursor);
  const page = await store.desk.listQueue({ filter: storeFilter(filter), order, after: key, limit }, whoOf(session));
  return {
    items: page.rows.map(wireRow),
    next: page.next === null ? null : writeCursor('/queue', place, [page.next.rank, page.next.at, page.next.id]),
  };
}

function keyOf([rank, at, id]: readonly (string | number)[]): QueueKey {
  return { rank: Number(rank), at: at ?? '', id: String(id) };
}
