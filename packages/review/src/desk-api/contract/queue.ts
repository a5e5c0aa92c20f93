// What waits: filters, order, rows, counts, saved views, who holds what. Knows shapes alone.
import { z } from 'zod';
import {
  countSchema,
  cursorSchema,
  idSchema,
  kindSchema,
  momentSchema,
  nullableText,
  positionSchema,
  statusSchema,
} from './words.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day as YYYY-MM-DD');
const word = z.string().trim().min(1).max(200);

/**
 * What the queue shows. `review`: pending and reopened. `second`: a second opinion of mine is wanted. `disputed`: two opinions
 * differ. `standing`: neither rejected nor superseded. `published`: accepted or edited.
 */
const showSchema = z.enum([
  'review',
  'reopened',
  'second',
  'disputed',
  ...statusSchema.options,
  'standing',
  'published',
  'all',
]);

/** What a queue, a bulk decision and a saved view are narrowed to. All given ones must hold. */
export const filterSchema = z.strictObject({
  /** `review` unless given. */
  show: showSchema.optional(),
  kind: kindSchema.optional(),
  /** Of stances. */
  issue: word.optional(),
  position: positionSchema.optional(),
  /** The rule's id, whole. */
  rule: word.optional(),
  source_id: word.optional(),
  story_id: idSchema.optional(),
  /** Whom it names, quotes or gives a stance, after merges. */
  official_id: idSchema.optional(),
  /** A city's place. */
  place_id: idSchema.optional(),
  /** Cities of the state (USPS letters), and stances of its cities. */
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected two letters')
    .optional(),
  /** Only stances of no one city. */
  unplaced: z.enum(['true']).optional(),
  /** Stories of this day and later, and of this day and earlier. */
  since: day.optional(),
  until: day.optional(),
  /** At most this sure, 0 to 1. */
  confidence_max: z.coerce.number().min(0).max(1).optional(),
  /** Words in the evidence or in the line that names the finding; case does not matter. */
  words: word.optional(),
  /** Only mine, only others’, only free ones. */
  held: z.enum(['mine', 'others', 'free']).optional(),
});

/** uncertainty: least sure first; impact: what changes most for readers first; date: newest first. */
export const orderSchema = z.enum(['uncertainty', 'impact', 'date']);

export const queueQuerySchema = filterSchema.extend({
  /** `uncertainty` unless given. */
  order: orderSchema.optional(),
  after: cursorSchema.optional(),
  /** 50 unless given. */
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

/** Somebody has it until then, and keeps it by heart-beats. */
export const leaseSchema = z.strictObject({
  editor: z.string(),
  /** Held by this session; another session of the same person is another holder. */
  mine: z.boolean(),
  until: momentSchema,
});

export const queueRowSchema = z.strictObject({
  id: idSchema,
  kind: kindSchema,
  label: z.string(),
  /** Evidence, cut to some 180 characters. */
  text: z.string(),
  status: statusSchema,
  reopened: z.boolean(),
  rule: z.string(),
  confidence: z.number().nullable(),
  story: z.strictObject({ id: idSchema, title: nullableText, source_name: z.string(), seen_on: nullableText }),
  lease: leaseSchema.nullable(),
  created_at: momentSchema,
});

export const queueSchema = z.strictObject({ items: z.array(queueRowSchema), next: z.string().nullable() });

export const countsSchema = z.strictObject({
  /** By what `show` takes, for the other filters of the request. */
  by_show: z.record(showSchema, countSchema),
  /** Of what is shown, by kind. */
  by_kind: z.record(kindSchema, countSchema),
  /** Held now, by everybody, the most first. */
  holders: z.array(z.strictObject({ editor: z.string(), items: countSchema })),
  /** What filters may say, up to 200 each: issues, the most used first, and rules and sources by name. */
  choices: z.strictObject({
    issues: z.array(z.string()),
    rules: z.array(z.string()),
    sources: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
});

export const viewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  filter: filterSchema,
  order: orderSchema,
  /** Everybody sees it. */
  shared: z.boolean(),
  owner: z.string(),
  mine: z.boolean(),
});

export const viewInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  filter: filterSchema,
  order: orderSchema,
  shared: z.boolean(),
});

/** Which item comes next: the first one of the filter in this order that nobody else holds. */
export const nextSchema = z.strictObject({
  filter: filterSchema,
  order: orderSchema,
  /** Id of the item that one was at: the next one after it, from the top again after the last. The top when left out. */
  after: idSchema.optional(),
});
