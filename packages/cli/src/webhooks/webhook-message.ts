// A message to a webhook by the Standard Webhooks convention (standardwebhooks.com): its body, and the headers by which the
// receiver knows who sent it. Knows the convention; sends nothing.
import { createHmac } from 'node:crypto';
import { toWire } from '@civicwire/shared';
import type { WebhookDelivery } from '@civicwire/store';

export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The message at this time (milliseconds). Its body and id are the same at each attempt; time and signature are not. */
export function webhookMessage(delivery: WebhookDelivery, nowMs: number): WebhookMessage {
  const { webhookId, messageId, after, until, changes, secret } = delivery;
  const data = { webhook_id: webhookId, after, next_after: until, changes: toWire(changes) };
  const body = JSON.stringify({ type: 'changes', timestamp: changes.at(-1)?.at ?? '', data });
  const seconds = String(Math.floor(nowMs / 1000));
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${signatureOf(secret, `${messageId}.${seconds}.${body}`)}`,
    },
    body,
  };
}

function signatureOf(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(signed).digest('base64');
}
