// One story's row by its id: the first thing that every step asks for. Knows the table; no state.
import { keptQuery } from '../connect/kept-query.ts';
import type { Database, StoryTable } from '../schema/tables.ts';

const storyRow = keptQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom('story').selectAll().where('id', '=', id),
);

/** The row as it stands in this transaction; undefined when there is none. */
export async function readStory(db: Database, id: string): Promise<StoryTable | undefined> {
  return (await storyRow(db, { id }))[0];
}
