// Who is at the desk: signing in and out, role, keys. Knows shapes alone.
import { z } from 'zod';
import { roleSchema } from './words.ts';

/** Key by action, as `KeyboardEvent.key` with modifiers before it (“Shift+A”); an action that is missing has its usual key. */
const keysSchema = z.record(z.string().max(40), z.string().max(40));

export const preferencesSchema = z.strictObject({
  keys: keysSchema,
  /** False: keys without a modifier do nothing (WCAG 2.1.4). */
  single_keys: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
});

export const sessionSchema = z.strictObject({
  /** Null for nobody: show the sign-in form when `mode` is users, else ask for the printed address. */
  user: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      role: roleSchema,
    })
    .nullable(),
  /** single: one editor by a one-time address; users: people sign in. */
  mode: z.enum(['single', 'users']),
  /** To be sent as `x-csrf-token` with everything but GET; null for nobody. */
  csrf: z.string().nullable(),
  preferences: preferencesSchema,
  /** Share of items that two people judge blind, 0 to 1. */
  double_review_share: z.number(),
});

export const signInSchema = z.strictObject({
  name: z.string().min(1).max(100),
  password: z.string().min(1).max(1_024),
});
