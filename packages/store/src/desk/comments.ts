// What people say to each other about an item. Knows words; decides nothing.
import { UsageError } from '@civicwire/shared';
import { contentId, storable } from '../hashing.ts';
import type { DeskCommentTable } from '../schema/desk-tables.ts';
import type { Context } from '../writing.ts';
import { type ActionResult, act } from './act.ts';
import type { DeskWho } from './who.ts';

/** Writes a comment. The same key a second time writes nothing. Throws `UsageError` for an unknown item. */
export async function comment(
  context: Context,
  given: { readonly findingId: string; readonly key: string; readonly text: string },
  { editor }: DeskWho,
): Promise<ActionResult<{ readonly findingId: string }>> {
  const { findingId, key, text } = storable(given);
  const request = { editor, kind: 'comment', key, request: { findingId, text } } as const;
  const result = await act(context, request, async ({ db, at }, actionId) => {
    const finding = await db.selectFrom('finding').select('label').where('id', '=', findingId).executeTakeFirst();
    if (finding === undefined)
      throw new UsageError(`finding ${findingId}: not in this database; expected the id of a finding`);
    await db
      .insertInto('deskComment')
      .values({ id: contentId('comment', actionId), findingId, editor, text, at })
      .execute();
    return { about: `said of ${finding.label}: ${text}`, findingId, answer: { findingId } };
  });
  if (result === null) throw new Error('expected an action for each comment');
  return result;
}

/** Oldest first. */
export function listComments({ db }: Pick<Context, 'db'>, findingId: string): Promise<DeskCommentTable[]> {
  return db
    .selectFrom('deskComment')
    .selectAll()
    .where('findingId', '=', findingId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
