// One item as the desk shows it: text, claim, fields, why, both sides of a disagreement, history. Knows shapes alone.
import { z } from 'zod';
import { leaseSchema } from './queue.ts';
import { countSchema, idSchema, kindSchema, momentSchema, nullableText, statusSchema, valueSchema } from './words.ts';

const span = { start: countSchema, end: countSchema };

/** A piece of a paragraph that no edge of a finding divides. `findings`: ids of those over it, longest first. */
const segmentSchema = z.strictObject({ ...span, text: z.string(), findings: z.array(idSchema) });

const textSchema = z.strictObject({
  /** Offsets are UTF-16 code units into the version’s text; blank paragraphs are left out. */
  paragraphs: z.array(z.strictObject({ ...span, segments: z.array(segmentSchema) })),
  /** `machine`: the machine’s bounds where a person has set others; else null. */
  evidence: z.strictObject({ ...span, text: z.string(), machine: z.strictObject(span).nullable() }),
  /** Two sentences before the evidence to two after it. */
  context: z.strictObject(span),
});

const noteSchema = z.strictObject({
  id: idSchema,
  editor: z.string(),
  text: z.string(),
  at: momentSchema,
});

const decisionSchema = z.strictObject({
  id: idSchema,
  editor: z.string(),
  /** undo: a decision was taken back. */
  verdict: z.enum(['accept', 'reject', 'edit', 'undo']),
  patch: valueSchema.nullable(),
  reason: nullableText,
  /** What the machine said then. */
  seen_value: valueSchema,
  version_id: idSchema,
  at: momentSchema,
  /** Taken back since. */
  undone: z.boolean(),
});

const fieldSchema = z.strictObject({
  /** As in a patch: snake_case. */
  name: z.string(),
  label: z.string(),
  type: z.enum(['choice', 'text', 'flag', 'number']),
  /** May be empty (null). */
  nullable: z.boolean(),
  /** What counts now: the person’s where there is one, else the machine’s. */
  value: z.unknown(),
  machine_value: z.unknown(),
  /** The first nine have the keys 1 to 9. For a choice these are all there are. Choosing one sets every field of `patch`. */
  candidates: z.array(
    z.strictObject({
      label: z.string(),
      why: nullableText,
      patch: valueSchema,
      start: countSchema.nullable(),
      end: countSchema.nullable(),
    }),
  ),
});

export const precisionSchema = z.strictObject({
  reviewed: countSchema,
  accepted: countSchema,
  share: z.number(),
  /** 95 % interval (Wilson 1927). */
  low: z.number(),
  high: z.number(),
});

const whySchema = z.strictObject({
  rule: z.string(),
  rules_version: z.string(),
  /** What the rule reads, in one sentence; null when it is unknown. */
  reads: nullableText,
  precision: precisionSchema.nullable(),
  confidence: z.number().nullable(),
  /** The sign trace as a sentence; null where the kind has none. */
  sentence: nullableText,
  /** The trace as the rule wrote it. */
  trace: nullableText,
  /** The trace step by step, with the sign of each; empty where it has none. */
  steps: z.array(z.strictObject({ words: z.string(), sign: z.union([z.literal(1), z.literal(-1), z.literal(0)]) })),
  /** Other readings of the same passage, and what the machine left out of this story and why. */
  losing: z.array(z.strictObject({ label: z.string(), why: z.string() })),
  notes: z.array(z.string()),
});

/** The machine has come to say something else than the person decided on. */
const disagreementSchema = z.strictObject({
  editor: z.string(),
  decided_at: momentSchema,
  verdict: z.enum(['accept', 'reject', 'edit']),
  /** Null: rejected. */
  person: valueSchema.nullable(),
  /** Null: the machine does not find it any more. */
  machine: valueSchema.nullable(),
  /** Names of the fields that differ; empty when one side has no value. */
  differing: z.array(z.string()),
});

/** Blind review by two: opinions of others are shown when mine is given. */
const doubleSchema = z.strictObject({
  why: z.enum(['sample', 'asked']),
  asked_by: nullableText,
  /** open: fewer than two opinions; disputed: two differ, g settles it; agreed; settled: adjudicated. */
  state: z.enum(['open', 'disputed', 'agreed', 'settled']),
  given: countSchema,
  mine: z.boolean(),
  /** Empty until mine is given or it is disputed. */
  opinions: z.array(
    z.strictObject({
      editor: z.string(),
      verdict: z.enum(['accept', 'reject', 'edit']),
      patch: valueSchema.nullable(),
      reason: nullableText,
      at: momentSchema,
    }),
  ),
});

export const itemSchema = z.strictObject({
  id: idSchema,
  kind: kindSchema,
  label: z.string(),
  status: statusSchema,
  reopened: z.boolean(),
  /** The last reading still finds it. */
  found: z.boolean(),
  /** To be sent with a decision: 409 when it is another one by then. */
  revision: z.string(),
  story: z.strictObject({
    id: idSchema,
    url: z.string(),
    /** The address as a link; null when it is none that a browser should open (only http and https are). */
    link: nullableText,
    title: nullableText,
    byline: nullableText,
    section: nullableText,
    published_at: nullableText,
    modified_at: nullableText,
    source: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    correction: nullableText,
    version: z.strictObject({ id: idSchema, number: countSchema, of: countSchema, is_current: z.boolean() }),
    versions: z.array(z.strictObject({ id: idSchema, number: countSchema, created_at: momentSchema })),
    printings: z.array(
      z.strictObject({ story_id: idSchema, title: nullableText, source_name: z.string(), kind: z.string() }),
    ),
  }),
  text: textSchema,
  /** All findings of the story that stand, in text order, this one too: dimmed around it. */
  findings: z.array(
    z.strictObject({
      id: idSchema,
      kind: kindSchema,
      label: z.string(),
      status: statusSchema,
      reopened: z.boolean(),
      ...span,
    }),
  ),
  fields: z.array(fieldSchema),
  /** Ready reasons to reject: number 1 is the first. */
  reasons: z.array(z.string()),
  why: whySchema,
  disagreement: disagreementSchema.nullable(),
  official: z.strictObject({ id: idSchema, name: nullableText, title: nullableText }).nullable(),
  /** Oldest first. */
  history: z.array(decisionSchema),
  comments: z.array(noteSchema),
  lease: leaseSchema.nullable(),
  double: doubleSchema.nullable(),
  /** Pending items of other stories that say the same by the same rule (up to 500): what Shift+A would decide. */
  same_elsewhere: countSchema,
});

/** In words: the rule, how far it came, and what it missed. Empty for what is no stance. */
export const nearRulesSchema = z.strictObject({ near: z.array(z.string()) });

const sideSchema = z.strictObject({ id: idSchema, number: countSchema, created_at: momentSchema, title: nullableText });

export const diffQuerySchema = z.strictObject({ from: idSchema, to: idSchema });
export const diffSchema = z.strictObject({
  from: sideSchema,
  to: sideSchema,
  facts: z.array(z.strictObject({ field: z.string(), before: nullableText, after: nullableText })),
  passages: z.array(
    z.strictObject({
      change: z.enum(['same', 'added', 'removed', 'changed']),
      pieces: z.array(z.strictObject({ change: z.enum(['same', 'added', 'removed']), text: z.string() })),
    }),
  ),
  words_added: countSchema,
  words_removed: countSchema,
});

/** One claim for paper: everything from the words to the bytes that they came from. */
export const printSchema = z.strictObject({
  item: itemSchema,
  provenance: z.record(z.string(), z.unknown()),
  printed_at: momentSchema,
  printed_by: z.string(),
});
