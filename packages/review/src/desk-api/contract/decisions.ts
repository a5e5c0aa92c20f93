// What people do to items: decide, undo, in bulk, again elsewhere, comment, second opinion, adjudication. Knows shapes alone.
import { z } from 'zod';
import { itemSchema } from './item.ts';
import { filterSchema, leaseSchema, nextSchema, queueRowSchema } from './queue.ts';
import { countSchema, idSchema, keySchema, momentSchema, problemSchema, valueSchema, wordsSchema } from './words.ts';

const verdictParts = {
  verdict: z.enum(['accept', 'reject', 'edit']),
  /** With reject: number of a ready reason, from 1. */
  reason: z.int().min(1).max(9).optional(),
  words: wordsSchema.optional(),
  /**
   * With edit: the fields that are to be different from what the machine says, and `start` with `end` where the evidence is to
   * have other bounds (offsets into the version’s text; kept with the words that stand there as `text`). Bounds not in bulk.
   */
  patch: valueSchema.optional(),
};

export const decideSchema = z.strictObject({
  key: keySchema,
  revision: z.string().min(1).max(128),
  ...verdictParts,
  /** Also lease the next item of this queue and answer it. */
  and_next: nextSchema.optional(),
});

export const decidedSchema = z.strictObject({
  /** One undo takes this action back; null when nothing was written (the same decision stood already). */
  action_id: z.string().nullable(),
  /** opinion: kept blind until a second person has judged. */
  kept_as: z.enum(['decision', 'opinion']),
  item: queueRowSchema,
  /** Null when not asked for, or when nothing is left. */
  next: itemSchema.nullable(),
});

/** 409 of a decision: the item has another revision now. Nothing was written; both versions are here. */
export const conflictSchema = problemSchema.extend({
  yours: z.strictObject(verdictParts),
  /** As it stands now, with who decided in its history. */
  current: itemSchema,
});

export const nextItemSchema = z.strictObject({ item: itemSchema.nullable() });

/** `mine: false` on a 200 never happens: an item that somebody else holds is answered with 409 and this shape in `lease`. */
export const leasedSchema = z.strictObject({ lease: leaseSchema });
export const heldSchema = problemSchema.extend({ lease: leaseSchema });

/** A second request with the same key does what the first did. */
export const undoSchema = z.strictObject({ key: keySchema });

export const undoneSchema = z.strictObject({
  /** Null: there is nothing left to take back. */
  action: z.strictObject({ id: z.string(), kind: z.string(), at: momentSchema, items: countSchema }).nullable(),
  /** Items as they stand now, the first 50. */
  items: z.array(queueRowSchema),
  /** Of them, those that somebody else has decided on since: their word stands, yours is taken back beneath it. */
  overtaken: z.array(z.strictObject({ id: idSchema, editor: z.string() })),
});

export const bulkSchema = z.strictObject({
  key: keySchema,
  filter: filterSchema,
  ...verdictParts,
  /** Up to 500, the first ones of the filter by date. */
  limit: z.int().min(1).max(500).optional(),
  /** Of the trial: absent, nothing is written and count, samples and selection are answered; then send it back to do it. */
  selection: z.string().max(128).optional(),
});

export const sameAgainSchema = bulkSchema.omit({ filter: true, limit: true });

export const bulkDoneSchema = z.strictObject({
  /** Null for a trial. */
  action_id: z.string().nullable(),
  /** Items that would be or were decided; those that others hold are left out. */
  count: countSchema,
  /** Items left out because others hold them or because two people judge them blind. */
  left_out: countSchema,
  /** Five of them, spread over the whole. */
  samples: z.array(queueRowSchema),
  /** Names exactly these items as they stand; 409 when they are others by the time of doing it. */
  selection: z.string(),
});

export const commentSchema = z.strictObject({ key: keySchema, text: wordsSchema.min(1) });

/** Asks for a second opinion; mine may come with it, and stays unseen until the other is given. */
export const secondOpinionSchema = z.strictObject({ key: keySchema, words: wordsSchema.optional() });
