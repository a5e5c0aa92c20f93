// One thing that a person does at the desk: done once, whatever is sent twice, and written into the audit log with it.
// Knows actions; does not know what they do.
import { contentId, sha256, stableJson, storable } from '../hashing.ts';
import type { DeskActionTable } from '../schema/desk-tables.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTimeAfter, type Writing, writing } from '../writing.ts';

export const actionKinds = [
  'decide',
  'bulk',
  'same',
  'adjudicate',
  'second-opinion',
  'comment',
  'undo',
  'official',
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'user-added',
  'user-changed',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What is asked: who, which kind, the key of the request, and all that makes it this request and no other. */
export interface ActionRequest {
  readonly editor: string;
  readonly kind: ActionKind;
  readonly key: string;
  readonly request: unknown;
}

/** What was done: words for the log, and an answer that is kept to be given again. */
export interface ActionDone<Answer> {
  readonly about: string;
  readonly findingId?: string | null;
  readonly items?: number;
  readonly undoes?: string | null;
  readonly answer: Answer;
}

export interface ActionResult<Answer> {
  readonly actionId: string;
  readonly answer: Answer;
  /** The same request was done before: nothing was written now. */
  readonly repeated: boolean;
}

/** The key was used for something else before. */
export class KeyUsedError extends Error {
  constructor(key: string) {
    super(`key ${key}: was used for another request; expected a new one for each thing done`);
    this.name = 'KeyUsedError';
  }
}

/**
 * Runs `work` and writes the action, in one transaction. A second call with the same editor, key and request runs nothing
 * and gives the first answer. Throws `KeyUsedError` for another request under a used key, and whatever `work` throws; then
 * nothing is written and the key is free. `work` gives null to write nothing after all: nothing is then kept under the key.
 */
export function act<Answer>(
  context: Context,
  request: ActionRequest,
  work: (transaction: Writing, actionId: string) => Promise<ActionDone<Answer> | null>,
): Promise<ActionResult<Answer> | null> {
  const id = contentId('action', request.editor, request.key);
  const requestHash = sha256(stableJson([request.kind, storable(request.request ?? null)]));
  return writing(context, async (transaction) => {
    const { known, last } = await readLog(transaction.db, id);
    if (known !== undefined) {
      if (known.requestHash !== requestHash) throw new KeyUsedError(request.key);
      return { actionId: id, answer: JSON.parse(known.answer) as Answer, repeated: true };
    }
    const done = await work(transaction, id);
    if (done === null) return null;
    await writeAction(transaction, { id, requestHash, editor: request.editor, kind: request.kind }, done, last);
    return { actionId: id, answer: done.answer, repeated: false };
  });
}

/** Writes what happened into the log without a request of the desk behind it. `key` tells it from others of the same kind. */
export async function logAction(
  transaction: Writing,
  { editor, kind, key }: Omit<ActionRequest, 'request'>,
  about: string,
): Promise<void> {
  const facts = { id: contentId('action', editor, key), requestHash: sha256(key), editor, kind };
  const { last } = await readLog(transaction.db, facts.id);
  await writeAction(transaction, facts, { about, answer: {} }, last);
}

async function writeAction(
  { db, at }: Writing,
  facts: { readonly id: string; readonly requestHash: string; readonly editor: string; readonly kind: string },
  { about, findingId = null, items = 0, undoes = null, answer }: ActionDone<unknown>,
  last: DeskActionTable | undefined,
): Promise<void> {
  await db
    .insertInto('deskAction')
    .values({
      ...facts,
      position: (last?.position ?? -1) + 1,
      about: storable(about),
      findingId,
      items,
      undoes,
      answer: JSON.stringify(answer),
      at: isoTimeAfter(at, last?.at),
    })
    .execute();
}

/** The action of this id, where there is one, and the last one of all. Nobody else writes while this transaction is open. */
async function readLog(db: Database, id: string): Promise<{ known?: DeskActionTable; last?: DeskActionTable }> {
  const rows = await db
    .selectFrom('deskAction')
    .selectAll()
    .where((where) =>
      where.or([
        where('id', '=', id),
        where(
          'position',
          '=',
          where.selectFrom('deskAction').select(({ fn }) => fn.max('position').as('position')),
        ),
      ]),
    )
    .orderBy('position')
    .execute();
  const [known, last] = [rows.find((row) => row.id === id), rows.at(-1)];
  return { ...(known === undefined ? {} : { known }), ...(last === undefined ? {} : { last }) };
}
