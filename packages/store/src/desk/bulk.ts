// One word on many items: first how many and a few of them, then, on exactly those, the decision. Knows selections; which items
// a filter means and how a decision is written is next door.
import { UsageError } from '@civicwire/shared';
import { sql } from 'kysely';
import { sha256, stableJson, storable } from '../hashing.ts';
import { boundsOf } from '../review/bounds.ts';
import { writeDecisions } from '../review/write-decisions.ts';
import { needsReviewSql } from '../schema/desk-tables.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime } from '../writing.ts';
import { act } from './act.ts';
import type { Verdict } from './desk-decide.ts';
import { type DoubleReviewPolicy, isInSample } from './double-review.ts';
import { heldByOthers } from './leases.ts';
import { queueKeys } from './queue.ts';
import type { QueueFilter } from './queue-question.ts';
import { readRevisions } from './revision.ts';
import type { DeskWho } from './who.ts';

/** Items in one action. */
export const bulkMax = 500;

export interface BulkInput extends Verdict {
  readonly key: string;
  /** Names the items, from the trial; null for the trial itself. */
  readonly selection: string | null;
}

/** What would be decided, or was. */
export interface BulkResult {
  /** Null for a trial. */
  readonly actionId: string | null;
  readonly findingIds: readonly string[];
  /** Held by others, or for two to judge. */
  readonly leftOut: number;
  readonly selection: string;
}

/** The items are others by now than those that the trial showed. Nothing was written. */
export class OtherSelectionError extends Error {
  constructor() {
    super('selection: these items are others by now; expected the selection of a new trial');
    this.name = 'OtherSelectionError';
  }
}

/** Decides on the items of a filter, newest first, up to `limit`. Throws `OtherSelectionError`, and `UsageError` as `decide` does. */
export function decideBulk(
  context: Context,
  { filter, limit, ...input }: BulkInput & { readonly filter: QueueFilter; readonly limit: number },
  who: DeskWho,
  policy: DoubleReviewPolicy,
): Promise<BulkResult> {
  const select = async (inside: Context): Promise<string[]> => {
    const question = { filter, order: 'date', after: null, limit: Math.min(bulkMax, limit) } as const;
    return (await queueKeys(inside, question, who, isoTime(context.clock.nowMs()))).map(({ id }) => id);
  };
  return run(context, { ...input, kind: 'bulk', request: { filter, limit } }, who, policy, select);
}

/** Decides on the pending items of other stories that say the same by the same rule. Throws as `decideBulk` does. */
export function decideSame(
  context: Context,
  { findingId, ...input }: BulkInput & { readonly findingId: string },
  who: DeskWho,
  policy: DoubleReviewPolicy,
): Promise<BulkResult> {
  return run(context, { ...input, kind: 'same', request: { findingId } }, who, policy, ({ db }) =>
    sameElsewhere(db, findingId),
  );
}

/** Ids of up to 500 items of other stories that wait and say the same by the same rule, newest first. Empty for an unknown item. */
export async function sameElsewhere(db: Database, findingId: string): Promise<string[]> {
  const finding = await db
    .selectFrom('finding')
    .select(['storyId', 'rule', 'valueHash'])
    .where('id', '=', findingId)
    .executeTakeFirst();
  if (finding === undefined) return [];
  // The hash is of the kind too. Asked for the kind besides, SQLite would begin with all items of it.
  const { rows } = await sql<{ id: string }>`select id from finding where value_hash = ${finding.valueHash}
    and rule = ${finding.rule} and story_id <> ${finding.storyId} and ${sql.raw(needsReviewSql)}
    order by created_at desc, id desc limit ${bulkMax}`.execute(db);
  return rows.map(({ id }) => id);
}

interface Run extends BulkInput {
  readonly kind: 'bulk' | 'same';
  readonly request: unknown;
}

async function run(
  context: Context,
  given: Run,
  who: DeskWho,
  policy: DoubleReviewPolicy,
  select: (context: Context) => Promise<string[]>,
): Promise<BulkResult> {
  const { verdict, patch, reason, key, selection, kind, request } = storable(given);
  if (boundsOf(patch ?? {}) !== null)
    throw new UsageError('patch: bounds are of one text; expected fields alone for many items');
  if (selection === null) {
    return { actionId: null, ...(await choose(context, isoTime(context.clock.nowMs()))) };
  }
  const asked = { editor: who.editor, kind, key, request: { request, verdict, patch, reason, selection } } as const;
  const result = await act(context, asked, async ({ db, at, ...transaction }, actionId) => {
    const chosen = await choose({ ...context, db }, at);
    if (chosen.selection !== selection) throw new OtherSelectionError();
    if (chosen.findingIds.length === 0) throw new UsageError('selection: has no items; expected one or more');
    const drafts = chosen.findingIds.map((findingId) => ({
      findingId,
      editor: who.editor,
      verdict,
      patch,
      reason,
      actionId,
    }));
    await writeDecisions({ db, at, ...transaction }, drafts);
    const about = `${verdict} on ${drafts.length} items${reason === undefined ? '' : ` · ${reason}`}`;
    return { about, items: drafts.length, answer: chosen };
  });
  if (result === null) throw new Error('expected an action for each selection');
  return { actionId: result.actionId, ...result.answer };

  async function choose(inside: Context, at: string): Promise<Omit<BulkResult, 'actionId'>> {
    const found = await select(inside);
    const held = await heldByOthers(inside.db, found, who, at);
    const double = new Set(
      found.length === 0
        ? []
        : (
            await inside.db
              .selectFrom('doubleReview')
              .select('findingId')
              .where('findingId', 'in', found)
              .where('state', 'in', ['open', 'disputed'])
              .execute()
          ).map(({ findingId }) => findingId),
    );
    const free = found.filter((id) => !held.has(id) && !double.has(id) && !isInSample(id, policy));
    const revisions = await readRevisions(inside.db, free);
    const states = free.map((id) => [id, revisions.get(id) ?? '']);
    const named = sha256(stableJson([states, verdict, patch ?? null, reason ?? null])).slice(0, 40);
    return { findingIds: free, leftOut: found.length - free.length, selection: named };
  }
}
