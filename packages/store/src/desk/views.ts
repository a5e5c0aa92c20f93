// Saved views of the queue, and editors' keys and themes. Knows names and owners; what a filter means is elsewhere.
import { UsageError } from '@civicwire/shared';
import { contentId, storable } from '../hashing.ts';
import { type Context, isoTime } from '../writing.ts';
import type { QueueOrder } from './queue.ts';

export interface SavedView {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  /** As it was saved. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly order: QueueOrder;
  readonly shared: boolean;
}

/** The editor's own and the shared ones, by name. */
export async function listViews({ db }: Context, editor: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('deskView')
    .selectAll()
    .where((where) => where.or([where('owner', '=', editor), where('shared', '=', 1)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, owner, name, filter, orderBy, shared }) => ({
    id,
    owner,
    name,
    filter: JSON.parse(filter) as SavedView['filter'],
    order: orderBy as QueueOrder,
    shared: shared === 1,
  }));
}

/** Saves a view; the owner's one of that name is replaced. */
export async function saveView({ db, clock }: Context, given: Omit<SavedView, 'id'>): Promise<SavedView> {
  const view = storable(given);
  const { owner, name } = view;
  const id = contentId('view', owner, name);
  const row = {
    filter: JSON.stringify(view.filter),
    orderBy: view.order,
    shared: view.shared ? (1 as const) : (0 as const),
  };
  const createdAt = isoTime(clock.nowMs());
  await db
    .insertInto('deskView')
    .values({ id, owner, name, ...row, createdAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, createdAt }))
    .execute();
  return { id, ...view };
}

/** Deletes a view of this owner. Throws `UsageError` when there is none. */
export async function deleteView({ db }: Context, id: string, owner: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('deskView')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  if (Number(numDeletedRows) === 0)
    throw new UsageError(`view ${id}: is none of ${owner}; expected a view of one’s own`);
}

/** As they were saved; null before the first time. */
export async function getPreferences({ db }: Context, editor: string): Promise<unknown> {
  const row = await db
    .selectFrom('deskPreference')
    .select('preferences')
    .where('editor', '=', editor)
    .executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.preferences);
}

/** Keeps them. */
export async function setPreferences({ db }: Context, editor: string, given: unknown): Promise<void> {
  const preferences = JSON.stringify(storable(given));
  await db
    .insertInto('deskPreference')
    .values({ editor, preferences })
    .onConflict((conflict) => conflict.column('editor').doUpdateSet({ preferences }))
    .execute();
}
