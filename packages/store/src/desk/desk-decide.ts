// An editor's word at the desk: on the state that he or she saw, on an item that nobody else holds; blind where two are to
// judge. Knows revisions, holders and double reviews; how a decision is written is in review/write-decisions.ts.
import { UsageError } from '@civicwire/shared';
import { stableJson, storable } from '../hashing.ts';
import type { KnownFinding } from '../review/settle-findings.ts';
import { writeDecisions } from '../review/write-decisions.ts';
import type { FindingTable } from '../schema/tables.ts';
import type { Context, Writing } from '../writing.ts';
import { type ActionResult, act } from './act.ts';
import { type DoubleReviewPolicy, giveOpinion, isForTwo, settleDispute } from './double-review.ts';
import { releaseItems } from './leases.ts';
import type { QueueLease } from './queue.ts';
import { revisionOf, withDecisions } from './revision.ts';
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

/** An item that is decided on. */
interface Seen {
  readonly finding: FindingTable;
  /** How many people have written on it, those taken back too. */
  readonly decisions: number;
  /** Of its double review; null without one. */
  readonly reviewState: string | null;
}

/** An item that may be decided on as it was seen. Throws `StaleItemError`, and `UsageError` for an unknown one. */
async function readSeen({ db, at }: Writing, { findingId, revision }: DeskDecision, who: DeskWho): Promise<Seen> {
  const row = await withDecisions(db)
    .leftJoin('doubleReview', 'doubleReview.findingId', 'finding.id')
    .leftJoin('deskLease', (join) =>
      join
        .onRef('deskLease.findingId', '=', 'finding.id')
        .on('deskLease.leasedUntil', '>', at)
        .on('deskLease.sessionId', '!=', who.sessionId),
    )
    .select(['doubleReview.state as reviewState', 'deskLease.editor as holder', 'deskLease.leasedUntil as heldUntil'])
    .where('finding.id', '=', findingId)
    .executeTakeFirst();
  if (row === undefined)
    throw new UsageError(`finding ${findingId}: not in this database; expected the id of a finding`);
  const { reviewState, holder, heldUntil, decisions: counted, ...finding } = row;
  const decisions = Number(counted);
  // Whoever comes back with a new session still holds it by the old one: the decision is the same person's.
  const other =
    holder === null || heldUntil === null || holder === who.editor
      ? null
      : { editor: holder, mine: false, until: heldUntil };
  if (revisionOf(finding, decisions) !== revision || other !== null) throw new StaleItemError(findingId, other);
  return { finding, decisions, reviewState };
}

/** Of the first word on an item all is known: nothing has to be read again for it. */
const knownOf = ({ finding, decisions }: Seen): KnownFinding | undefined =>
  decisions === 0 ? { finding, decisions: [] } : undefined;

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
  return settle(context, 'decide', input, who, async (transaction, actionId, seen, draft) => {
    if (isForTwo(seen.finding, seen.reviewState, policy)) {
      const agreed = await giveOpinion(transaction, { ...draft, actionId }, seen.finding);
      return { keptAs: agreed ? 'decision' : 'opinion', isNew: true };
    }
    const [written] = await writeDecisions(transaction, [{ ...draft, actionId }], knownOf(seen));
    return { keptAs: 'decision', isNew: written?.isNew ?? false };
  });
}

/** Decides a dispute of two opinions. Throws as `deskDecide` does, and `UsageError` for an item without a dispute. */
export function adjudicate(context: Context, input: DeskDecision, who: DeskWho): Promise<ActionResult<DeskDecided>> {
  return settle(context, 'adjudicate', input, who, async (transaction, actionId, seen, draft) => {
    await settleDispute(transaction, draft.findingId);
    const [written] = await writeDecisions(transaction, [{ ...draft, actionId }], knownOf(seen));
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
    seen: Seen,
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
      const seen = await readSeen(transaction, input, who);
      const done = await write(transaction, actionId, seen, {
        findingId,
        verdict,
        reason,
        patch,
        editor: who.editor,
      });
      await releaseItems(transaction.db, findingId, who);
      const words = [verdictWords[verdict], seen.finding.label, ...(patch === undefined ? [] : [stableJson(patch)])];
      const about = [...words, ...(reason === undefined ? [] : [reason])].join(' · ');
      return { about, findingId, items: 1, answer: { findingId, ...done } };
    },
  );
  if (result === null) throw new Error('expected an action for each decision');
  return result;
}
