// Officials across stories: who may be the same, merging, splitting, linking to a roster. Knows shapes alone.
import { z } from 'zod';
import { countSchema, idSchema, nullableText, wordsSchema } from './words.ts';

const officialSchema = z.strictObject({
  id: idSchema,
  name: nullableText,
  role: nullableText,
  title: nullableText,
  organization: nullableText,
  jurisdiction: nullableText,
  findings: countSchema,
  first_seen: nullableText,
  last_seen: nullableText,
  roster_entry_id: nullableText,
});

export const officialsQuerySchema = z.strictObject({
  /** Words of the name, title, organization or jurisdiction. */
  words: z.string().trim().min(1).max(200).optional(),
  unlinked: z.enum(['true']).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

const rosterEvidenceSchema = z.strictObject({
  entry_id: z.string(),
  roster: z.string(),
  name: z.string(),
  role: z.string(),
  jurisdiction: z.string(),
  start_on: nullableText,
  end_on: nullableText,
  /** What agrees, in words. */
  says: z.string(),
});

export const officialsSchema = z.strictObject({
  officials: z.array(officialSchema.extend({ merged_rows: countSchema, roster: rosterEvidenceSchema.nullable() })),
  /** Before the limit. */
  total: countSchema,
});

export const officialViewSchema = z.strictObject({
  official: officialSchema,
  /** Rows merged into it. */
  members: z.array(officialSchema),
  stories: z.array(
    z.strictObject({
      story_id: idSchema,
      title: nullableText,
      seen_on: z.string(),
      /** The row that it has in this story: what a split takes out. */
      official_id: idSchema,
      name: nullableText,
      title_as_written: nullableText,
      organization: nullableText,
      jurisdiction: nullableText,
      mentions: countSchema,
    }),
  ),
  quotes: countSchema,
  stances: countSchema,
  roster: z.array(rosterEvidenceSchema),
  linked: rosterEvidenceSchema.nullable(),
  decisions: z.array(
    z.strictObject({
      id: idSchema,
      kind: z.string(),
      editor: z.string(),
      reason: z.string(),
      at: z.string(),
      stands: z.boolean(),
      official_id: idSchema,
      other_official_id: nullableText,
      story_id: nullableText,
    }),
  ),
});

export const candidatesSchema = z.strictObject({
  pairs: z.array(
    z.strictObject({
      a: officialSchema,
      b: officialSchema,
      strength: z.enum(['strong', 'fair', 'weak']),
      reasons: z.array(z.string()),
      against: z.array(z.string()),
    }),
  ),
});

const reason = wordsSchema.min(1);

const officialDecisionSchema = z.discriminatedUnion('kind', [
  /** Both are shown under `into_id`. */
  z.strictObject({ kind: z.literal('merge'), official_id: idSchema, into_id: idSchema, reason }),
  /** In this story it is somebody else. */
  z.strictObject({ kind: z.literal('split'), official_id: idSchema, story_id: idSchema, reason }),
  /** They are two people, and no longer proposed as one. */
  z.strictObject({ kind: z.literal('apart'), official_id: idSchema, other_id: idSchema, reason }),
  z.strictObject({
    kind: z.literal('link'),
    official_id: idSchema,
    roster_entry_id: z.string().min(1).max(128),
    reason,
  }),
  z.strictObject({ kind: z.literal('undo'), decision_id: idSchema, reason }),
]);

export const officialDecideSchema = z.strictObject({
  decision: officialDecisionSchema,
  /** Only say what would change. */
  dry_run: z.boolean().optional(),
});

export const officialDecidedSchema = z.strictObject({
  decision_id: z.string().nullable(),
  /** False for a trial, and for what stands already. */
  written: z.boolean(),
  /** Stories whose claims point to another official by it. */
  stories: countSchema,
});
