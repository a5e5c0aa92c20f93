// The next message of each webhook, leased to one process at a time, and what became of it. A webhook's cursor moves when a
// message is acknowledged and never otherwise, so that no change is missed whoever is killed. Knows rows; sends nothing.
import { randomBytes } from 'node:crypto';
import { type Change, changesSince } from '../changes.ts';
import type { WebhookTable } from '../schema/webhook-tables.ts';
import { type Context, isoTime, writing } from '../writing.ts';
import { isGivenUp, retryDelayMs, retryMsMax } from './webhook-retry.ts';

/** A message to be sent. It has the same id and the same changes at each attempt. */
export interface WebhookDelivery {
  readonly webhookId: string;
  readonly url: string;
  readonly secret: string;
  readonly messageId: string;
  /** Changes with numbers from above `after` to `until`, in order; at least one. */
  readonly changes: readonly Change[];
  readonly after: number;
  readonly until: number;
  /** Attempts before this one. */
  readonly attempts: number;
  readonly lease: string;
}

/** Changes a message, at most. */
const changesMax = 100;
/** Looks at changes of other kinds before the next webhook has its turn. */
const skipsMax = 20;

/** Up to `limit` messages that are due, one of each webhook, leased for `leaseMs`. Empty when none is due. */
export async function claimDeliveries(context: Context, limit: number, leaseMs: number): Promise<WebhookDelivery[]> {
  // Nearly always nobody waits: that is found out without holding up those who write.
  if ((await dueIds(context, limit, leaseMs)).length === 0) return [];
  return writing(context, async ({ db, at }) => {
    const inside = { ...context, db };
    const deliveries: WebhookDelivery[] = [];
    for (const id of await dueIds(inside, limit, leaseMs)) {
      const row = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const { secret } = await db
        .selectFrom('webhookSecret')
        .select('secret')
        .where('webhookId', '=', id)
        .executeTakeFirstOrThrow();
      const { after, until, changes } = await nextMessage(inside, row);
      if (changes.length === 0) {
        await db.updateTable('webhook').set({ cursor: until }).where('id', '=', id).execute();
        continue;
      }
      const lease = randomBytes(8).toString('hex');
      const leasedUntil = isoTime(Date.parse(at) + leaseMs);
      const taken = { cursor: after, sendingUntil: until, lease, leasedUntil };
      await db.updateTable('webhook').set(taken).where('id', '=', id).execute();
      const messageId = ['msg', id, row.replays, after + 1, until].join('_');
      const { url, attempts } = row;
      deliveries.push({ webhookId: id, url, secret, messageId, changes, after, until, attempts, lease });
    }
    return deliveries;
  });
}

/** Active webhooks with changes to be told, whose time has come and that nobody sends to, those that wait longest first. */
async function dueIds({ db, clock }: Context, limit: number, leaseMs: number): Promise<string[]> {
  const nowMs = clock.nowMs();
  const now = isoTime(nowMs);
  const rows = await db
    .selectFrom('webhook')
    .select('id')
    .where('pausedAt', 'is', null)
    // Times that are too far ahead were given by a clock that has been set back since: they bind nobody.
    .where((where) =>
      where.or([where('nextAttemptAt', '<=', now), where('nextAttemptAt', '>', isoTime(nowMs + 2 * retryMsMax))]),
    )
    .where((where) =>
      where.or([
        where('leasedUntil', 'is', null),
        where('leasedUntil', '<=', now),
        where('leasedUntil', '>', isoTime(nowMs + 2 * leaseMs)),
      ]),
    )
    .where('cursor', '<', (from) => from.selectFrom('sequencer').select('value'))
    .orderBy('nextAttemptAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** The message that was begun, or the next one. Without changes for this webhook: how far there are none. */
async function nextMessage(
  context: Context,
  row: WebhookTable,
): Promise<Pick<WebhookDelivery, 'after' | 'until' | 'changes'>> {
  const entities = new Set(JSON.parse(row.entities) as string[]);
  let after = row.cursor;
  for (let look = 0; look < skipsMax; look += 1) {
    const seen = await changesSince(context, after, changesMax);
    const begun = row.sendingUntil === null ? seen : seen.filter(({ seq }) => seq <= (row.sendingUntil ?? 0));
    const changes = begun.filter(({ entity }) => entities.size === 0 || entities.has(entity));
    const until = begun.at(-1)?.seq ?? after;
    if (changes.length > 0 || until === after) return { after, until, changes };
    after = until;
  }
  return { after, until: after, changes: [] };
}

/** The message was acknowledged: the next one may go. Does nothing when the lease was lost, for then it is sent once more. */
export async function recordDelivered(context: Context, delivery: WebhookDelivery): Promise<void> {
  await writing(context, async ({ db, at }) => {
    await db
      .updateTable('webhook')
      .set((row) => ({
        cursor: delivery.until,
        sendingUntil: null,
        sent: row('sent', '+', 1),
        attempts: 0,
        failingSince: null,
        lastError: null,
        nextAttemptAt: at,
        lastSentAt: at,
        lease: null,
        leasedUntil: null,
      }))
      .where('id', '=', delivery.webhookId)
      .where('lease', '=', delivery.lease)
      .execute();
  });
}

/** Why a message was not acknowledged. */
export interface DeliveryFailure {
  /** A sentence that holds nothing of what was answered. */
  readonly reason: string;
  /** The receiver asks to be left alone for so many milliseconds; null when it does not. */
  readonly retryAfterMs: number | null;
  /** The receiver said that it is gone for good (410). */
  readonly isGone: boolean;
  /** From 0 to 1: spreads attempts. */
  readonly jitter: number;
}

/** The message is tried again later, or the webhook is paused. Does nothing when the lease was lost. */
export async function recordFailed(
  context: Context,
  delivery: WebhookDelivery,
  { reason, retryAfterMs, isGone, jitter }: DeliveryFailure,
): Promise<void> {
  await writing(context, async ({ db, at }) => {
    const row = await db
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', delivery.webhookId)
      .where('lease', '=', delivery.lease)
      .executeTakeFirst();
    if (row === undefined) return;
    const failingSince = row.failingSince ?? at;
    const waitMs = retryDelayMs(row.attempts, retryAfterMs, jitter);
    const gaveUp = isGone || isGivenUp(failingSince, at);
    const failed = {
      attempts: row.attempts + 1,
      failingSince,
      lastError: reason,
      nextAttemptAt: isoTime(Date.parse(at) + waitMs),
      pausedAt: gaveUp ? at : null,
      lease: null,
      leasedUntil: null,
    };
    await db.updateTable('webhook').set(failed).where('id', '=', row.id).execute();
  });
}
