// `civicwire review`: serves the review desk until stopped.
import { once } from 'node:events';
import { citiesNamed, describeRule, openGazetteer } from '@civicwire/extract';
import { serveReview } from '@civicwire/review';
import { systemClock, UsageError } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { readDataFile } from '../extract-data.ts';
import { createLogger } from '../logger.ts';
import { readMetricsAddress } from '../operations/read-metrics-address.ts';
import { startOperations } from '../operations/start-operations.ts';
import { say, writeData } from '../output.ts';
import { nearRules } from '../packs/near-rules.ts';
import { propositions } from '../packs/propositions.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { startDelivery } from '../webhooks/start-delivery.ts';
import { createTally } from '../workers/tally.ts';
import { deliveryFacts } from './webhook.ts';

export interface ReviewOptions {
  readonly db: string;
  readonly port: string;
  readonly editor: string;
  readonly users?: boolean;
  readonly origin?: string;
  /** Share, 0 to 1. */
  readonly doubleReview: string;
  /** List of sources, whose `allow_addresses` hold for webhooks; need not exist. */
  readonly sources: string;
  /** Where to answer /livez, /readyz and /metrics; nowhere unless given. */
  readonly metrics?: string;
  /** Folder of packs besides the shipped ones, whose issues are explained too. */
  readonly packs?: string;
  readonly logLevel?: string;
}

/** Prints the address (with its one-time token, unless people sign in) on standard output and serves until Ctrl-C. */
export async function reviewCommand(options: ReviewOptions): Promise<number> {
  const { db, port, editor, sources, users = false, origin, packs } = options;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`review: --port is "${port}"; expected a number from 0 to 65535`);
  const doubleReviewShare = Number(options.doubleReview);
  if (Number.isNaN(doubleReviewShare) || (doubleReviewShare > 0 && !users))
    throw new UsageError(`review: --double-review is "${options.doubleReview}"; expected 0 to 1, and --users with it`);
  // Read when somebody first corrects a city: the desk opens without waiting for it.
  let gazetteer: ReturnType<typeof openGazetteer> | undefined;
  const placesNamed = (name: string) => {
    gazetteer ??= openGazetteer(readDataFile('places/gazetteer.tsv'));
    return citiesNamed(gazetteer, name);
  };
  const facts = deliveryFacts(sources);
  const address = readMetricsAddress(options.metrics, 'review', { standing: false });
  const logger = createLogger({ level: options.logLevel, role: 'review' });
  const stop = new AbortController();
  const release = stopOnSignals(stop);
  const store = await openStore(db, { clock: systemClock });
  try {
    const server = await serveReview({
      store,
      editor,
      port: Number(port),
      clock: systemClock,
      logger,
      describeRule,
      describeIssue: propositions(packs),
      nearRules: nearRules(packs),
      placesNamed,
      users,
      doubleReviewShare,
      ...(origin === undefined ? {} : { publicOrigin: origin }),
    });
    const { signal } = stop;
    const tally = createTally().snapshot;
    const operations = await startOperations({ address, role: 'review', store, tally, logger, say, signal });
    const delivery = startDelivery(store, { ...facts, logger });
    await writeData(`${server.url}\n`);
    say(
      users
        ? 'review: people sign in at the address above. Ctrl-C stops.'
        : 'review: open the address above in a browser on this machine; it works once. Ctrl-C stops.',
    );
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
    await Promise.all([server.close(), delivery.stop(), operations.close()]);
    return exitCode.done;
  } finally {
    release();
    await store.close();
  }
}
