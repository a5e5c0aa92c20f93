// The fetcher as the list of sources wants it, its hosts' turns kept in the store. Knows how it is put together.
import { createFetcher, type Fetcher, hostPolitenessOf, type SourcesFile, userAgentFor } from '@civicwire/ingest';
import { systemClock } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import type { Metrics } from '../operations/metrics.ts';
import { observeFetcher, observeHostTurns } from '../operations/observe.ts';
import { readVersion } from '../version.ts';

export function openFetcher(store: Store, sources: SourcesFile, metrics: Metrics): Fetcher {
  const fetcher = createFetcher({
    userAgent: userAgentFor(readVersion(), sources.contact),
    clock: systemClock,
    allowAddresses: sources.allowAddresses,
    politeness: sources.politeness,
    hostPoliteness: hostPolitenessOf(sources.sources),
    hostTurns: observeHostTurns(store.hostTurns, metrics),
  });
  return observeFetcher(fetcher, metrics);
}
