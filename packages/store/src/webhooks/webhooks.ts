// Addresses that are told of changes: added, listed, removed, set to another cursor. Knows rows; sends nothing.
import { randomBytes } from 'node:crypto';
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { lastChangeSeq } from '../changes.ts';
import type { WebhookTable } from '../schema/webhook-tables.ts';
import { type ChangedEntity, type Context, changedEntities, writing } from '../writing.ts';

/** A webhook as people list it, without its secret. */
export interface Webhook
  extends Pick<
    WebhookTable,
    | 'id'
    | 'url'
    | 'cursor'
    | 'sent'
    | 'attempts'
    | 'failingSince'
    | 'lastError'
    | 'nextAttemptAt'
    | 'pausedAt'
    | 'lastSentAt'
    | 'createdAt'
  > {
  /** Kinds of records whose changes it is told; all of them when empty. */
  readonly entities: readonly ChangedEntity[];
  /** active; failing: the last attempt failed and another one follows; paused: given up until it is resumed. */
  readonly state: 'active' | 'failing' | 'paused';
  /** Changes that it has not acknowledged yet. */
  readonly waiting: number;
}

const webhooksMax = 100;
const secretBytes = 32;

const expectedUrl = 'expected an http or https address without user, password and fragment, of at most 2000 characters';

const inputSchema = z.strictObject({
  url: z.string().refine(isSendable, expectedUrl),
  entities: z.array(z.enum(changedEntities)).optional(),
  /** Changes with higher numbers are told; those that are yet to come unless given. */
  from: z.int().min(0).optional(),
});
export type WebhookInput = z.infer<typeof inputSchema>;

function isSendable(text: string): boolean {
  if (text.length > 2_000 || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}

function readRow(row: WebhookTable, last: number): Webhook {
  const { entities, sendingUntil: _, replays: __, lease: ___, leasedUntil: ____, ...shown } = row;
  const state = row.pausedAt !== null ? 'paused' : row.failingSince !== null ? 'failing' : 'active';
  const waiting = Math.max(0, last - row.cursor);
  return { ...shown, entities: JSON.parse(entities) as ChangedEntity[], state, waiting };
}

function checkCursor(from: number, last: number): number {
  if (from <= last) return from;
  throw new UsageError(`webhook: cursor ${from}; expected a number from 0 to ${last}, the last change of this store`);
}

/**
 * Adds an address. `secret` is shown this once. Throws `UsageError` for an address that cannot be, a cursor beyond the last
 * change, and one webhook too many.
 */
export async function addWebhook(
  context: Context,
  input: WebhookInput,
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw new UsageError(`webhook: ${z.prettifyError(parsed.error)}`);
  const { url, entities = [], from } = parsed.data;
  const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
  return writing(context, async ({ db, at }) => {
    const known = await db.selectFrom('webhook').select('id').execute();
    if (known.length >= webhooksMax) throw new UsageError(`webhook: there are ${known.length}; expected fewer`);
    const last = await lastChangeSeq({ ...context, db });
    const row: WebhookTable = {
      id: randomBytes(8).toString('hex'),
      url: new URL(url).href,
      entities: JSON.stringify(changedEntities.filter((entity) => entities.includes(entity))),
      cursor: checkCursor(from ?? last, last),
      ...fresh(at),
      replays: 0,
      sent: 0,
      lastSentAt: null,
      createdAt: at,
    };
    await db.insertInto('webhook').values(row).execute();
    await db.insertInto('webhookSecret').values({ webhookId: row.id, secret }).execute();
    return { webhook: readRow(row, last), secret };
  });
}

/** What a webhook says of its attempts when none was made; whoever holds its lease has lost it. */
const fresh = (at: string) => ({
  sendingUntil: null,
  attempts: 0,
  failingSince: null,
  lastError: null,
  nextAttemptAt: at,
  pausedAt: null,
  lease: null,
  leasedUntil: null,
});

/** All webhooks, the oldest first. */
export async function listWebhooks(context: Context): Promise<Webhook[]> {
  const last = await lastChangeSeq(context);
  const rows = await context.db.selectFrom('webhook').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map((row) => readRow(row, last));
}

/** Removes one with its secret; gives it as it was. Throws `UsageError` when there is none with this id. */
export async function removeWebhook(context: Context, id: string): Promise<Webhook> {
  return writing(context, async ({ db }) => {
    const row = await findRow({ ...context, db }, id);
    await db.deleteFrom('webhook').where('id', '=', id).execute();
    await db.deleteFrom('webhookSecret').where('webhookId', '=', id).execute();
    return readRow(row, await lastChangeSeq({ ...context, db }));
  });
}

/**
 * Makes one active again, from where it was or from another cursor: changes with higher numbers are told (again). What was
 * told before comes in messages with ids of their own, so that a receiver does not take them for repetitions. Throws `UsageError`
 * for an unknown id and a cursor beyond the last change.
 */
export async function replayWebhook(context: Context, id: string, from?: number): Promise<Webhook> {
  return writing(context, async ({ db, at }) => {
    const row = await findRow({ ...context, db }, id);
    const last = await lastChangeSeq({ ...context, db });
    const moved =
      from === undefined
        ? { sendingUntil: row.sendingUntil }
        : { sendingUntil: null, cursor: checkCursor(from, last), replays: row.replays + 1 };
    const next = { ...row, ...fresh(at), ...moved };
    await db.updateTable('webhook').set(next).where('id', '=', id).execute();
    return readRow(next, last);
  });
}

async function findRow({ db }: Context, id: string): Promise<WebhookTable> {
  const row = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
  if (row !== undefined) return row;
  throw new UsageError(`webhook ${id}: not in this database; expected an id that civicwire webhook list shows`);
}
