// Users, roles, agreement, pace and the audit log. Knows shapes alone.
import { z } from 'zod';
import { countSchema, cursorSchema, idSchema, kindSchema, momentSchema, nullableText, roleSchema } from './words.ts';

const passwordSchema = z.string().min(12, 'expected at least 12 characters').max(1_024);
const nameSchema = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'expected a name of 1 to 100 characters');

export const userSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  role: roleSchema,
  disabled: z.boolean(),
  created_at: momentSchema,
  last_seen_at: nullableText,
});

export const userInputSchema = z.strictObject({ name: nameSchema, password: passwordSchema, role: roleSchema });
/** What is to be different. A new password and disabling end all sessions of the user. */
export const userChangeSchema = z.strictObject({
  role: roleSchema.optional(),
  disabled: z.boolean().optional(),
  password: passwordSchema.optional(),
});
export const ownPasswordSchema = z.strictObject({ old_password: z.string().max(1_024), new_password: passwordSchema });

export const sinceSchema = z.strictObject({
  /** The last so many days; 30 unless given. */
  days: z.coerce.number().int().min(1).max(3_650).optional(),
});

const perEditor = z.strictObject({
  editor: z.string(),
  decisions: countSchema,
  accepted: countSchema,
  rejected: countSchema,
  edited: countSchema,
  undone: countSchema,
  /** Items a working hour: decisions divided by hours in which there was at least one; null without any. */
  per_hour: z.number().nullable(),
  /** Median seconds from one decision to the next, pauses over five minutes left out; null with fewer than two. */
  median_seconds: z.number().nullable(),
});

export const paceSchema = z.strictObject({
  days: countSchema,
  editors: z.array(perEditor),
  by_day: z.array(z.strictObject({ day: z.string(), editor: z.string(), decisions: countSchema })),
});

/** Nominal: verdicts accept, reject, edit. Null where nothing can be computed (no item judged by two). */
export const agreementSchema = z.strictObject({
  /** Items judged blind by two or more. */
  items: countSchema,
  agreed: countSchema,
  disputed: countSchema,
  /** Krippendorff’s α over all editors. */
  alpha: z.number().nullable(),
  by_kind: z.array(z.strictObject({ kind: kindSchema, items: countSchema, alpha: z.number().nullable() })),
  /** Cohen’s κ for each pair that judged the same items. */
  pairs: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      items: countSchema,
      agreed: countSchema,
      kappa: z.number().nullable(),
    }),
  ),
});

export const auditQuerySchema = z.strictObject({
  editor: z.string().max(100).optional(),
  kind: z.string().max(40).optional(),
  after: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export const auditSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: idSchema,
      at: momentSchema,
      editor: z.string(),
      /** decide, bulk, undo, comment, sign-in, sign-in-refused, user-added … */
      kind: z.string(),
      /** In words. */
      about: z.string(),
      finding_id: nullableText,
      items: countSchema,
    }),
  ),
  next: z.string().nullable(),
});
