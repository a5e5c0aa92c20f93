// An editor's word at the desk: on the state that he or she saw, on an item that nobody else holds; blind where two are to
// judge. Knows revisions, holders and double reviews; how a decision is written is in review/write-decisions.ts.
import { UsageError } from '@civicwire/shared';
import { stableJson, storable } from '../hashing.ts';
import { writeDecisions } from '../review/write-decisions.ts';
import type { FindingTable } from '../schema/tables.ts';
import type { Context, Writing } from '../writing.ts';
import { type ActionResult, act } from './act.ts';
import { type DoubleReviewPolicy, giveOpinion, isForTwo, settleDispute } from './double-review.ts';
import { otherHolder, releaseItems } from './leases.ts';
import type { QueueLease } from './queue.ts';
import { readRevisions } from './revision.ts';
import type { DeskWho } from './who.ts';

/** What somebody says of an item. `patch` with edit alone: the fields that are to be different. */
export interface Verdict {
  readonly verdict: 'accept' | 'reject' | 'edit';
  readonly reason?: string | undefined;
  readonly patch?: Readonly<Record<string, unknown>> | undefined;
}

export interface DeskDecision extends Verdict {
  readonly findingId: string;
  readonly key: string;
  /** Of the item as it was shown. */
  readonly revision: string;
}

export interface DeskDecided {
  readonly findingId: string;
  /** opinion: kept blind until somebody else has judged as well. */
  readonly keptAs: 'decision' | 'opinion';
  /** False when the same decision stood already. */
  readonly isNew: boolean;
}

/** The item is another one than the one that was decided on, or somebody else holds it. Nothing was written. */
export class StaleItemError extends Error {
  readonly findingId: string;
  readonly holder: QueueLease | null;
  constructor(findingId: string, holder: QueueLease | null) {
    super(
      holder === null
        ? `finding ${findingId}: has changed since it was shown; expected its present revision`
        : `finding ${findingId}: ${holder.editor} holds it until ${holder.until}; expected one that nobody else holds`,
    );
    this.name = 'StaleItemError';
    this.findingId = findingId;
    this.holder = holder;
  }
}

/** The row of an item that may be decided on as it was seen. Throws `StaleItemError`, and `UsageError` for an unknown one. */
async function readSeen(
  { db, at }: Writing,
  { findingId, revision }: DeskDecision,
  who: DeskWho,
): Promise<FindingTable> {
  const known = (await readRevisions(db, [findingId])).get(findingId);
  if (known === undefined)
    throw new UsageError(`finding ${findingId}: not in this database; expected the id of a finding`);
  const other = await otherHolder(db, findingId, who, at);
  // Whoever comes back with a new session still holds it by the old one: the decision is the same person's.
  const holder = other?.editor === who.editor ? null : other;
  if (known.revision !== revision || holder !== null) throw new StaleItemError(findingId, holder);
  return known.finding;
}

/**
 * Keeps a decision, or an opinion where two are to judge, and gives the item back. The same key and words a second time
 * write nothing and give the same answer. Throws `StaleItemError`, `KeyUsedError`, and `UsageError` as `decide` does.
 */
export function deskDecide(
  context: Context,
  input: DeskDecision,
  who: DeskWho,
  policy: DoubleReviewPolicy,
): Promise<ActionResult<DeskDecided>> {
  return settle(context, 'decide', input, who, async (transaction, actionId, finding, draft) => {
    if (await isForTwo(transaction.db, finding, policy)) {
      const agreed = await giveOpinion(transaction, { ...draft, actionId }, finding);
      return { keptAs: agreed ? 'decision' : 'opinion', isNew: true };
    }
    const [written] = await writeDecisions(transaction, [{ ...draft, actionId }]);
    return { keptAs: 'decision', isNew: written?.isNew ?? false };
  });
}

/** Decides a dispute of two opinions. Throws as `deskDecide` does, and `UsageError` for an item without a dispute. */
export function adjudicate(context: Context, input: DeskDecision, who: DeskWho): Promise<ActionResult<DeskDecided>> {
  return settle(context, 'adjudicate', input, who, async (transaction, actionId, _finding, draft) => {
    await settleDispute(transaction, draft.findingId);
    const [written] = await writeDecisions(transaction, [{ ...draft, actionId }]);
    return { keptAs: 'decision', isNew: written?.isNew ?? false };
  });
}

const verdictWords = { accept: 'accepted', reject: 'rejected', edit: 'corrected' } as const;

async function settle(
  context: Context,
  kind: 'decide' | 'adjudicate',
  given: DeskDecision,
  who: DeskWho,
  write: (
    transaction: Writing,
    actionId: string,
    finding: FindingTable,
    draft: Verdict & { readonly findingId: string; readonly editor: string },
  ) => Promise<Omit<DeskDecided, 'findingId'>>,
): Promise<ActionResult<DeskDecided>> {
  const input = storable(given);
  const { findingId, verdict, reason, patch, key } = input;
  const request = { findingId, verdict, reason, patch, revision: input.revision };
  const result = await act<DeskDecided>(
    context,
    { editor: who.editor, kind, key, request },
    async (transaction, actionId) => {
      const finding = await readSeen(transaction, input, who);
      const done = await write(transaction, actionId, finding, {
        findingId,
        verdict,
        reason,
        patch,
        editor: who.editor,
      });
      await releaseItems(transaction.db, findingId, who);
      const words = [verdictWords[verdict], finding.label, ...(patch === undefined ? [] : [stableJson(patch)])];
      const about = [...words, ...(reason === undefined ? [] : [reason])].join(' · ');
      return { about, findingId, items: 1, answer: { findingId, ...done } };
    },
  );
  if (result === null) throw new Error('expected an action for each decision');
  return result;
}
