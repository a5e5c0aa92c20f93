// Taking back what one did, whole, the last action first, as far back as one likes. Knows actions and their decisions.

import { undoDecisions } from '../review/write-decisions.ts';
import type { Database, DecisionTable } from '../schema/tables.ts';
import type { Context, Writing } from '../writing.ts';
import { type ActionResult, act } from './act.ts';
import { reopenDispute, withdrawOpinions } from './double-review.ts';
import type { DeskWho } from './who.ts';

/** Kinds that can be taken back. */
const undoable = ['decide', 'bulk', 'same', 'adjudicate'] as const;

export interface Undone {
  /** Null: nothing was left to take back. */
  readonly action: { readonly id: string; readonly kind: string; readonly at: string } | null;
  readonly findingIds: readonly string[];
  /** Items on which somebody else has decided since: that word stands. */
  readonly overtaken: readonly { readonly id: string; readonly editor: string }[];
}

/** Takes back the editor's last action that stands. The same key a second time takes nothing more back and gives the same answer. */
export async function undoLast(context: Context, key: string, who: DeskWho): Promise<ActionResult<Undone>> {
  const request = { editor: who.editor, kind: 'undo', key, request: null } as const;
  const nothing: Undone = { action: null, findingIds: [], overtaken: [] };
  const result = await act<Undone>(context, request, async (transaction, actionId) => {
    const last = await lastStanding(transaction.db, who.editor);
    if (last === undefined) return null;
    const decisions = await transaction.db
      .selectFrom('decision')
      .selectAll()
      .where('actionId', '=', last.id)
      .orderBy('id')
      .execute();
    const overtaken = await decidedSince(transaction, decisions, who.editor);
    await undoDecisions(
      transaction,
      decisions.map(({ id, findingId }) => ({ findingId, editor: who.editor, undoes: id, actionId })),
    );
    await withdrawOpinions(transaction, last.id);
    if (last.kind === 'adjudicate' && last.findingId !== null) await reopenDispute(transaction, last.findingId);
    const { id, kind, at } = last;
    const findingIds = [
      ...new Set([
        ...decisions.map(({ findingId }) => findingId),
        ...(last.findingId === null ? [] : [last.findingId]),
      ]),
    ];
    const answer = { action: { id, kind, at }, findingIds, overtaken };
    return {
      about: `took back: ${last.about}`,
      findingId: last.findingId,
      items: findingIds.length,
      undoes: last.id,
      answer,
    };
  });
  return result ?? { actionId: '', answer: nothing, repeated: false };
}

function lastStanding(db: Database, editor: string) {
  return db
    .selectFrom('deskAction')
    .selectAll()
    .where('editor', '=', editor)
    .where('kind', 'in', undoable)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('deskAction as undo').select('undo.id').whereRef('undo.undoes', '=', 'deskAction.id'))),
    )
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function decidedSince(
  { db }: Writing,
  decisions: readonly DecisionTable[],
  editor: string,
): Promise<Undone['overtaken']> {
  const actionId = decisions[0]?.actionId;
  if (actionId === undefined || actionId === null) return [];
  const rows = await db
    .selectFrom('decision as later')
    .innerJoin('decision as mine', 'mine.findingId', 'later.findingId')
    .select(['later.findingId as id', 'later.editor'])
    .where('mine.actionId', '=', actionId)
    .whereRef('later.position', '>', 'mine.position')
    .where('later.verdict', '!=', 'undo')
    .where('later.editor', '!=', editor)
    .where('later.actionId', 'is distinct from', actionId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('decision as undo').select('undo.id').whereRef('undo.undoes', '=', 'later.id'))),
    )
    .orderBy('later.findingId')
    .orderBy('later.position')
    .execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
