// Delivery to webhooks beside the work of a standing program. Knows how it is put together; not what is sent.
import { createSender, userAgentFor } from '@civicwire/ingest';
import { type Logger, systemClock } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { readVersion } from '../version.ts';
import { type DeliveryCounts, deliverWebhooks } from './deliver-webhooks.ts';

export interface DeliverySettings {
  /** Ranges that may be contacted although they are not public: allow_addresses of the list of sources. */
  readonly allowAddresses: readonly string[];
  readonly contact: string | null;
  readonly logger: Logger;
}

/** Delivers to the webhooks of an open store, until `signal` is aborted or, with `once`, until nothing is due. */
export async function runDelivery(
  store: Pick<Store, 'webhooks'>,
  { allowAddresses, contact, logger }: DeliverySettings,
  options: { readonly once: boolean; readonly signal: AbortSignal },
): Promise<DeliveryCounts> {
  const sender = createSender({ userAgent: userAgentFor(readVersion(), contact), clock: systemClock, allowAddresses });
  const { webhooks } = store;
  try {
    return await deliverWebhooks({ webhooks, sender, clock: systemClock, logger, random: Math.random }, options);
  } finally {
    await sender.close();
  }
}

/**
 * Delivers beside other work. A fault ends delivery alone and is told to the log; what is left waits for the next program.
 * `stop` ends it and resolves when messages under way are finished.
 */
export function startDelivery(
  store: Pick<Store, 'webhooks'>,
  settings: DeliverySettings,
): { readonly stop: () => Promise<void> } {
  const ended = new AbortController();
  const running = runDelivery(store, settings, { once: false, signal: ended.signal }).catch((error: unknown) =>
    settings.logger.error('delivery to webhooks ended', { error: String(error) }),
  );
  return {
    stop: async () => {
      ended.abort();
      await running;
    },
  };
}
