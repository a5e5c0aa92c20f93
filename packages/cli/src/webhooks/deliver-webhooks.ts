// Sends what webhooks are to be told: each message until it is acknowledged, webhooks beside one another, messages of one in
// order. Knows leases and answers; what is due is in the store.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sender } from '@civicwire/ingest';
import { type Clock, type Logger, RetryLater } from '@civicwire/shared';
import type { WebhookDelivery, Webhooks } from '@civicwire/store';
import { webhookMessage } from './webhook-message.ts';

export interface DeliveryParts {
  readonly webhooks: Pick<Webhooks, 'claim' | 'recordDelivered' | 'recordFailed'>;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Numbers from 0 to 1, for the jitter of waits. */
  readonly random: () => number;
}

export interface DeliveryOptions {
  /** Return when nothing is due; otherwise when `signal` is aborted. */
  readonly once: boolean;
  readonly signal: AbortSignal;
  /** How long nobody else sends a message that is being sent; 40,000 unless given. Longer than a message may take (see the sender). */
  readonly leaseMs?: number;
}

/** How many messages were acknowledged and how many attempts failed. */
export interface DeliveryCounts {
  delivered: number;
  failed: number;
}

/** Webhooks that are told at the same time. */
const sentAtOnceMax = 20;
const leaseMsUsual = 40_000;
/** How often a deliverer that has told everything looks for more. */
const lookMs = 1_000;

/** Sends until stopped, or with `once` until nothing is due. Messages under way are finished. Rejects only for faults of the database. */
export async function deliverWebhooks(
  parts: DeliveryParts,
  { once, signal, leaseMs = leaseMsUsual }: DeliveryOptions,
): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { delivered: 0, failed: 0 };
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  while (!signal.aborted && faults.length === 0) {
    const due = await patiently(() => parts.webhooks.claim(sentAtOnceMax - underWay.size, leaseMs));
    for (const delivery of due ?? []) {
      const sending: Promise<void> = sendOne(parts, delivery, counts)
        .catch((error: unknown) => {
          // Whoever could not write down what became of it leaves it to the end of its lease.
          if (!(error instanceof RetryLater)) faults.push(error);
        })
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
    if (due !== null && due.length > 0 && underWay.size < sentAtOnceMax) continue;
    if (once && due !== null && underWay.size === 0) break;
    const pause = sleep(lookMs, undefined, { signal }).catch(() => undefined);
    await Promise.race([pause, ...underWay]);
  }
  await Promise.all(underWay);
  if (faults.length > 0) throw faults[0];
  return counts;
}

/** Null while another program holds the database. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RetryLater) return null;
    throw error;
  }
}

const goneStatus = 410;

async function sendOne(
  { webhooks, sender, clock, logger, random }: DeliveryParts,
  delivery: WebhookDelivery,
  counts: DeliveryCounts,
): Promise<void> {
  const { headers, body } = webhookMessage(delivery, clock.nowMs());
  const answer = await sender.post(delivery.url, headers, body);
  const about = { webhook: delivery.webhookId, message: delivery.messageId };
  if (answer.ok && answer.status >= 200 && answer.status <= 299) {
    counts.delivered += 1;
    logger.debug('webhook told', about);
    return webhooks.recordDelivered(delivery);
  }
  counts.failed += 1;
  const reason = answer.ok
    ? `the receiver answered ${answer.status}; expected 200 to 299`
    : `${answer.reason}: ${answer.detail}`;
  logger.warn('webhook not told', { ...about, reason });
  const [isGone, retryAfterMs] = answer.ok ? [answer.status === goneStatus, answer.retryAfterMs] : [false, null];
  return webhooks.recordFailed(delivery, { reason, retryAfterMs, isGone, jitter: random() });
}
