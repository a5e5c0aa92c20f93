// What is in the queue: its pages, counts, filters and saved views. Knows the server and the state, no screen.
import type { DeskFilter, DeskOrder } from '../../../src/desk-api/contract.ts';
import { writeAddress } from './address.ts';
import type { Core } from './core.ts';
import { mayDecide } from './desk-state.ts';
import { openFirst, release } from './item-actions.ts';

const pageRows = 60;

/** Reads the first page and the counts of the queue as it is filtered now. */
export async function loadQueue(core: Core): Promise<void> {
  const { generation } = core;
  const { filter, order } = core.get();
  core.set((state) => ({ ...state, queue: 'loading' }));
  void loadCounts(core);
  const page = await core.api.call('list_queue', { query: { ...filter, order, limit: pageRows } });
  if (generation !== core.generation) return;
  core.set((state) =>
    page.kind === 'done'
      ? { ...state, queue: 'ready', rows: page.answer.items, next: page.answer.next }
      : { ...state, queue: 'failed' },
  );
}

export async function loadMore(core: Core): Promise<void> {
  const { generation } = core;
  const { filter, order, next, queue } = core.get();
  if (next === null || queue === 'loading') return;
  core.set((state) => ({ ...state, queue: 'loading' }));
  const page = await core.api.call('list_queue', { query: { ...filter, order, limit: pageRows, after: next } });
  if (generation !== core.generation) return;
  core.set((state) => {
    if (page.kind !== 'done') return { ...state, queue: 'failed' };
    const known = new Set(state.rows.map(({ id }) => id));
    const rows = [...state.rows, ...page.answer.items.filter(({ id }) => !known.has(id))];
    return { ...state, queue: 'ready', rows, next: page.answer.next };
  });
}

export async function loadCounts(core: Core): Promise<void> {
  const { generation } = core;
  const counts = await core.api.call('count_queue', { query: core.get().filter });
  if (counts.kind !== 'done' || generation !== core.generation) return;
  core.set((state) => ({ ...state, counts: counts.answer }));
}

/** Shows another queue and opens its first item. */
export async function setQueue(core: Core, filter: DeskFilter, order: DeskOrder): Promise<void> {
  core.generation += 1;
  const { currentId, upcoming } = core.get();
  for (const id of [currentId, ...upcoming]) if (id !== null) release(core, id);
  core.set((state) => ({ ...state, filter: tidy(filter), order, rows: [], next: null, upcoming: [], currentId: null }));
  writeAddress(core.get());
  await Promise.all([loadQueue(core), mayDecide(core.get()) ? openFirst(core) : null]);
  if (!mayDecide(core.get())) await openFirst(core);
}

/** Choices that are open take no room. */
function tidy(filter: DeskFilter): DeskFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}

export async function loadViews(core: Core): Promise<void> {
  const views = await core.api.call('list_views', {});
  if (views.kind === 'done') core.set((state) => ({ ...state, views: views.answer }));
}

/** Keeps the queue as it is filtered now under a name. */
export async function saveView(core: Core, name: string, shared: boolean): Promise<boolean> {
  const { filter, order } = core.get();
  const saved = await core.api.call('save_view', { body: { name, filter, order, shared } });
  if (saved.kind === 'done') core.say(`View “${saved.answer.name}” is kept.`);
  else core.say(saved.kind === 'lost' ? 'No connection: the view is not kept.' : saved.problem.detail, 'bad');
  await loadViews(core);
  return saved.kind === 'done';
}

export async function deleteView(core: Core, id: string): Promise<void> {
  const deleted = await core.api.call('delete_view', { id });
  if (deleted.kind === 'refused') core.say(deleted.problem.detail, 'bad');
  await loadViews(core);
}
