// `civicwire webhook …`: adds, lists, removes and replays the addresses that are told of changes, and tells them. Standard output of
// `add` is the secret alone.
import { existsSync } from 'node:fs';
import { systemClock, toWire, UsageError } from '@civicwire/shared';
import { type ChangedEntity, openStore, type Store, type Webhook } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { createLogger } from '../logger.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { alignTable } from '../tables.ts';
import { runDelivery } from '../webhooks/start-delivery.ts';
import { readSources } from './run.ts';

interface WebhookOptions {
  readonly db: string;
  readonly json?: boolean;
}

async function withStore<Result>(options: WebhookOptions, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Adds one and prints its secret. Throws `UsageError` for an address, kind or cursor that cannot be. */
export function webhookAddCommand(
  url: string,
  options: WebhookOptions & { readonly entity?: readonly string[]; readonly from?: number },
): Promise<number> {
  return withStore(options, async (store) => {
    const { webhook, secret } = await store.webhooks.add({
      url,
      ...(options.entity === undefined ? {} : { entities: options.entity as ChangedEntity[] }),
      ...(options.from === undefined ? {} : { from: options.from }),
    });
    if (options.json) await writeJsonLine({ ...(toWire(webhook) as object), secret });
    else {
      await writeData(`${secret}\n`);
      say(
        `webhook ${webhook.id} is told of changes above ${webhook.cursor}; keep its secret now, it is not shown again`,
      );
    }
    return exitCode.done;
  });
}

/** A table, or with `json` a line for each. Exit code 1 when one is paused. */
export function webhookListCommand(options: WebhookOptions): Promise<number> {
  return withStore(options, async (store) => {
    const webhooks = await store.webhooks.list();
    if (options.json) for (const webhook of webhooks) await writeJsonLine(toWire(webhook));
    else {
      const head = ['webhook', 'address', 'of', 'told up to', 'waiting', 'state'];
      await writeData(`${alignTable([head, ...webhooks.map(row)]).join('\n')}\n`);
    }
    return webhooks.some(({ state }) => state === 'paused') ? exitCode.someFailed : exitCode.done;
  });
}

function row({ id, url, entities, cursor, waiting, state, lastError, pausedAt, nextAttemptAt }: Webhook): string[] {
  const why = {
    active: '',
    failing: `, again at ${nextAttemptAt.slice(0, 19)}Z: ${lastError}`,
    paused: ` since ${pausedAt?.slice(0, 19)}Z: ${lastError}`,
  };
  const of = entities.length === 0 ? 'all' : entities.join(' ');
  return [id, url, of, String(cursor), String(waiting), `${state}${why[state]}`];
}

/** Removes one with its secret. Throws `UsageError` when there is none with this id. */
export function webhookRemoveCommand(id: string, options: WebhookOptions): Promise<number> {
  return withStore(options, async (store) => {
    const webhook = await store.webhooks.remove(id);
    if (options.json) await writeJsonLine(toWire(webhook));
    else await writeData(`removed  ${webhook.id}  ${webhook.url}\n`);
    return exitCode.done;
  });
}

/** Makes one active again, from where it was or from another cursor. Throws `UsageError` for an unknown id or cursor. */
export function webhookReplayCommand(
  id: string,
  options: WebhookOptions & { readonly from?: number },
): Promise<number> {
  return withStore(options, async (store) => {
    const webhook = await store.webhooks.replay(id, options.from);
    if (options.json) await writeJsonLine(toWire(webhook));
    else await writeData(`active  ${webhook.id}  told of changes above ${webhook.cursor}\n`);
    return exitCode.done;
  });
}

/** Tells webhooks until stopped, or with `once` until nothing is due; then exit code 1 when an attempt failed. */
export async function webhookDeliverCommand(
  options: WebhookOptions & { readonly once?: boolean; readonly sources: string },
): Promise<number> {
  const { allowAddresses, contact } = deliveryFacts(options.sources);
  const stop = new AbortController();
  const release = stopOnSignals(stop);
  try {
    return await withStore(options, async (store) => {
      const once = options.once ?? false;
      if (!once) say('webhook: delivering; Ctrl-C stops');
      const settings = { allowAddresses, contact, logger: createLogger({ role: 'webhook' }) };
      const counts = await runDelivery(store, settings, { once, signal: stop.signal });
      if (options.json) await writeJsonLine(counts);
      else await writeData(`delivered ${counts.delivered} messages, ${counts.failed} attempts failed\n`);
      return once && counts.failed > 0 ? exitCode.someFailed : exitCode.done;
    });
  } finally {
    release();
  }
}

/** Which addresses besides public ones may be contacted, and for whom: of the list of sources, where there is one. */
export function deliveryFacts(file: string): {
  readonly allowAddresses: readonly string[];
  readonly contact: string | null;
} {
  if (!existsSync(file)) return { allowAddresses: [], contact: null };
  try {
    return readSources(file);
  } catch (cause) {
    throw new UsageError(`webhooks: allow_addresses could not be read: ${(cause as Error).message}`, { cause });
  }
}
