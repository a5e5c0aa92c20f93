// The operations on webhooks of one store, each described where it is written. Knows their names alone.
import type { Context } from '../writing.ts';
import {
  claimDeliveries,
  type DeliveryFailure,
  recordDelivered,
  recordFailed,
  type WebhookDelivery,
} from './webhook-deliveries.ts';
import { addWebhook, listWebhooks, removeWebhook, replayWebhook, type Webhook, type WebhookInput } from './webhooks.ts';

export interface Webhooks {
  add(input: WebhookInput): Promise<{ readonly webhook: Webhook; readonly secret: string }>;
  list(): Promise<Webhook[]>;
  remove(id: string): Promise<Webhook>;
  replay(id: string, from?: number): Promise<Webhook>;
  claim(limit: number, leaseMs: number): Promise<WebhookDelivery[]>;
  recordDelivered(delivery: WebhookDelivery): Promise<void>;
  recordFailed(delivery: WebhookDelivery, failure: DeliveryFailure): Promise<void>;
}

/** The webhooks of the store behind this context. */
export function openWebhooks(context: Context): Webhooks {
  return {
    add: (input) => addWebhook(context, input),
    list: () => listWebhooks(context),
    remove: (id) => removeWebhook(context, id),
    replay: (id, from) => replayWebhook(context, id, from),
    claim: (limit, leaseMs) => claimDeliveries(context, limit, leaseMs),
    recordDelivered: (delivery) => recordDelivered(context, delivery),
    recordFailed: (delivery, failure) => recordFailed(context, delivery, failure),
  };
}
