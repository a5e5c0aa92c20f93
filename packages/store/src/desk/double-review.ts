// Blind judgement by two: which items it is for, the opinions, and what becomes of them. Opinions turn into decisions when
// two agree; when they differ, a third word settles it. Knows opinions; how a decision is written is next door.
import { UsageError } from '@civicwire/shared';
import { contentId, sha256, stableJson } from '../hashing.ts';
import { boundsOf } from '../review/bounds.ts';
import { decidedValueOf, writeDecisions } from '../review/write-decisions.ts';
import type { OpinionTable } from '../schema/desk-tables.ts';
import type { Database, FindingTable } from '../schema/tables.ts';
import type { Context, Writing } from '../writing.ts';
import { type ActionResult, act } from './act.ts';
import type { Verdict } from './desk-decide.ts';
import { releaseItems } from './leases.ts';
import type { DeskWho } from './who.ts';

export interface DoubleReviewPolicy {
  /** Share of all items that two people judge, 0 to 1; chosen by their ids, so that it is the same for everybody. */
  readonly share: number;
}

export type DoubleReviewState = 'open' | 'disputed' | 'agreed' | 'settled';

/** What is known of an item's double review. */
export interface DoubleReview {
  readonly why: 'sample' | 'asked';
  readonly askedBy: string | null;
  readonly state: DoubleReviewState;
  /** Those that stand, oldest first. */
  readonly opinions: readonly OpinionTable[];
}

/** Whether the sample has the item. */
export function isInSample(findingId: string, { share }: DoubleReviewPolicy): boolean {
  return share > 0 && Number.parseInt(sha256(`double ${findingId}`).slice(0, 8), 16) / 0xffffffff < share;
}

/** The item's double review; null when it has none. */
export async function readDoubleReview(db: Database, findingId: string): Promise<DoubleReview | null> {
  const row = await db.selectFrom('doubleReview').selectAll().where('findingId', '=', findingId).executeTakeFirst();
  if (row === undefined) return null;
  const opinions = await standingOpinions(db, findingId);
  return { why: row.why as DoubleReview['why'], askedBy: row.askedBy, state: row.state as DoubleReviewState, opinions };
}

/** One for each editor, the last one given, oldest first. */
async function standingOpinions(db: Database, findingId: string): Promise<OpinionTable[]> {
  const rows = await db
    .selectFrom('opinion')
    .selectAll()
    .where('findingId', '=', findingId)
    .where('withdrawnAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return [...new Map(rows.map((row) => [row.editor, row])).values()];
}

/**
 * Whether a word on the item is an opinion; `state`: of its double review, null without one. Throws `UsageError` for one that is
 * disputed: it waits for adjudication.
 */
export function isForTwo(finding: FindingTable, state: string | null, policy: DoubleReviewPolicy): boolean {
  if (state === 'disputed') {
    throw new UsageError(
      `finding ${finding.id}: two opinions differ; expected an adjudication, which decides between them`,
    );
  }
  return state === null ? finding.status === 'pending' && isInSample(finding.id, policy) : state === 'open';
}

interface OpinionDraft extends Verdict {
  readonly findingId: string;
  readonly editor: string;
  readonly actionId: string;
}

/** Keeps the opinion. True when it agrees with another one: both have become decisions. */
export async function giveOpinion(transaction: Writing, draft: OpinionDraft, finding: FindingTable): Promise<boolean> {
  const { db, at } = transaction;
  const { findingId, editor, verdict, patch, reason, actionId } = draft;
  const word = wordOf(finding, draft);
  await openReview(transaction, findingId, 'sample', null);
  const others = (await standingOpinions(db, findingId)).filter((other) => other.editor !== editor);
  await db
    .updateTable('opinion')
    .set({ withdrawnAt: at })
    .where('findingId', '=', findingId)
    .where('editor', '=', editor)
    .where('withdrawnAt', 'is', null)
    .execute();
  await db
    .insertInto('opinion')
    .values({
      id: contentId('opinion', actionId, findingId),
      findingId,
      editor,
      verdict,
      patch: patch === undefined ? null : stableJson(patch),
      reason: reason ?? null,
      seenValueHash: finding.valueHash,
      actionId,
      at,
      withdrawnAt: null,
    })
    .execute();
  const other = others.at(-1);
  if (other === undefined) return false;
  const theirs = verdictOf(other);
  const agrees = other.seenValueHash === finding.valueHash && wordOf(finding, theirs) === word;
  await setState(transaction, findingId, agrees ? 'agreed' : 'disputed');
  if (agrees) {
    await writeDecisions(transaction, [
      { ...theirs, findingId, editor: other.editor, actionId },
      { findingId, editor, verdict, patch, reason, actionId },
    ]);
  }
  return agrees;
}

/** What somebody stands behind: equal for opinions that agree. */
function wordOf(finding: FindingTable, verdict: Verdict): string {
  return stableJson([decidedValueOf(finding, verdict), boundsOf(verdict.patch ?? {})]);
}

function verdictOf({ verdict, patch, reason }: OpinionTable): Verdict {
  return {
    verdict: verdict as Verdict['verdict'],
    ...(patch === null ? {} : { patch: JSON.parse(patch) as Readonly<Record<string, unknown>> }),
    ...(reason === null ? {} : { reason }),
  };
}

/** Begins a double review. One that was agreed or settled before is begun anew when somebody asks. */
async function openReview(
  { db, at }: Writing,
  findingId: string,
  why: 'sample' | 'asked',
  askedBy: string | null,
): Promise<void> {
  const fresh = { why, askedBy, state: 'open', askedAt: at, settledAt: null };
  await db
    .insertInto('doubleReview')
    .values({ findingId, ...fresh })
    .onConflict((conflict) => {
      const known = conflict.column('findingId');
      return why === 'asked' ? known.doUpdateSet(fresh) : known.doNothing();
    })
    .execute();
}

async function setState({ db, at }: Writing, findingId: string, state: DoubleReviewState): Promise<void> {
  const settledAt = state === 'agreed' || state === 'settled' ? at : null;
  await db.updateTable('doubleReview').set({ state, settledAt }).where('findingId', '=', findingId).execute();
}

/** Ends a dispute. Throws `UsageError` where there is none. */
export async function settleDispute(transaction: Writing, findingId: string): Promise<void> {
  const review = await readDoubleReview(transaction.db, findingId);
  if (review?.state !== 'disputed') {
    throw new UsageError(
      `finding ${findingId}: has no two opinions that differ; expected an item of the disputed ones`,
    );
  }
  await setState(transaction, findingId, 'settled');
}

/**
 * Asks that another person judge the item blind. A decision that stands does so until two have judged anew. The same key a
 * second time does nothing. Throws `UsageError` for an unknown item, and for one that is being judged by two already.
 */
export async function askSecondOpinion(
  context: Context,
  { findingId, key, words }: { readonly findingId: string; readonly key: string; readonly words?: string | undefined },
  who: DeskWho,
): Promise<ActionResult<{ readonly findingId: string }>> {
  const request = { editor: who.editor, kind: 'second-opinion', key, request: { findingId, words } } as const;
  const result = await act(context, request, async (transaction, actionId) => {
    const { db, at } = transaction;
    const finding = await db
      .selectFrom('finding')
      .select(['label', 'status'])
      .where('id', '=', findingId)
      .executeTakeFirst();
    if (finding === undefined)
      throw new UsageError(`finding ${findingId}: not in this database; expected the id of a finding`);
    const review = await readDoubleReview(db, findingId);
    if (review?.state === 'open' || review?.state === 'disputed') {
      throw new UsageError(`finding ${findingId}: is being judged by two already; expected one that is not`);
    }
    await db
      .updateTable('opinion')
      .set({ withdrawnAt: at })
      .where('findingId', '=', findingId)
      .where('withdrawnAt', 'is', null)
      .execute();
    await openReview(transaction, findingId, 'asked', who.editor);
    if (words !== undefined && words !== '') {
      await db
        .insertInto('deskComment')
        .values({ id: contentId('comment', actionId), findingId, editor: who.editor, text: words, at })
        .execute();
    }
    await releaseItems(db, findingId, who);
    return { about: `asked for a second opinion · ${finding.label}`, findingId, answer: { findingId } };
  });
  if (result === null) throw new Error('expected an action for each question');
  return result;
}

/** Takes back the opinions of an action, and what followed from them. */
export async function withdrawOpinions(transaction: Writing, actionId: string): Promise<void> {
  const { db, at } = transaction;
  const rows = await db
    .selectFrom('opinion')
    .select('findingId')
    .where('actionId', '=', actionId)
    .where('withdrawnAt', 'is', null)
    .execute();
  await db.updateTable('opinion').set({ withdrawnAt: at }).where('actionId', '=', actionId).execute();
  for (const { findingId } of rows) await setState(transaction, findingId, 'open');
}

/** Makes a settled dispute one again: its settlement was taken back. */
export function reopenDispute(transaction: Writing, findingId: string): Promise<void> {
  return setState(transaction, findingId, 'disputed');
}
