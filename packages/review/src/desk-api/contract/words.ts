// Words that several parts of the desk's contract share: ids, times, kinds, and what every writing request carries.
// Knows shapes alone: the browser imports it too.
import { z } from 'zod';

export const idSchema = z.string().regex(/^[0-9a-f]{16,64}$/, 'expected an id as the desk gave it');
/** ISO 8601 in UTC. */
export const momentSchema = z.string();
export const nullableText = z.string().nullable();
export const countSchema = z.int().min(0);

export const kindSchema = z.enum(['city', 'official', 'quote', 'stance']);
export const statusSchema = z.enum(['pending', 'accepted', 'rejected', 'edited', 'superseded']);
export const positionSchema = z.enum(['supports', 'opposes', 'mixed', 'neutral']);
export const roleSchema = z.enum(['viewer', 'editor', 'admin']);
/** A finding's value: its judged fields in snake_case (see `fields` of an item). */
export const valueSchema = z.record(z.string(), z.unknown());

/**
 * Chosen by the client, new for each thing that a person does, the same when the request is sent again: a repeated request
 * is answered and not done twice. A key that was used for another request is answered with 409.
 */
export const keySchema = z.string().regex(/^[\w-]{8,64}$/, 'expected 8 to 64 letters, digits, _ or -');

/** Words that a person typed. */
export const wordsSchema = z.string().trim().max(2_000);

/** A page of a list: `next` goes back as `after`; null on the last page. */
export const cursorSchema = z.string().max(500);

export const okSchema = z.strictObject({ ok: z.literal(true) });

/** Every refusal (RFC 9457). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ in: z.string(), name: z.string(), problem: z.string() })).optional(),
});
