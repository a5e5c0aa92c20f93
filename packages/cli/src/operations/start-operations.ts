// Makes a process answer questions about itself: puts metrics, the ledger's gauges, readiness and their server together.
import { type Clock, type Logger, systemClock, type WorkQueue } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { readVersion } from '../version.ts';
import type { TallySnapshot } from '../workers/tally.ts';
import { addLedgerGauges } from './ledger-gauges.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type OperationsServer, serveOperations } from './operations-server.ts';
import { addQueueGauges } from './queue-gauges.ts';
import type { MetricsAddress } from './read-metrics-address.ts';
import { askReadiness, type ReadinessCheck } from './readiness.ts';

export interface OperationsOptions {
  /** Null: measure, but serve nothing. */
  readonly address: MetricsAddress | null;
  readonly role: string;
  readonly store: Store;
  readonly tally: () => TallySnapshot;
  readonly logger: Logger;
  /** Tells the person where to ask. */
  readonly say: (line: string) => void;
  /** Aborted: the process is stopping. */
  readonly signal: AbortSignal;
  /** What joins it to other processes, where there are others: measured, and needed to be ready. */
  readonly queue?: WorkQueue;
  readonly clock?: Clock;
}

export interface Operations {
  readonly metrics: Metrics;
  /** Null where nothing is served. */
  readonly url: string | null;
  close(): Promise<void>;
}

/** Throws `ServiceUnavailable` when the port that was asked for cannot be had. Close it before the store. */
export async function startOperations(options: OperationsOptions): Promise<Operations> {
  const { store, role, logger, signal, clock = systemClock } = options;
  const metrics = createMetrics({ role, version: readVersion(), dialect: store.dialect }, options.tally);
  addLedgerGauges(metrics.registry, createLedgerReader(store, clock));
  const checks: ReadinessCheck[] = [{ name: 'store', check: () => store.lastChangeSeq() }];
  const { queue } = options;
  if (queue !== undefined) {
    addQueueGauges(metrics.registry, queue);
    checks.push({ name: 'queue', check: async () => assertUsable(await queue.problem()) });
  }
  let server: OperationsServer | null = null;
  if (options.address !== null) {
    const ready = () => askReadiness(checks, signal.aborted);
    server = await serveOperations(options.address, { registry: metrics.registry, ready, logger });
    options.say(`${role}: ${server.url}/metrics, /livez, /readyz`);
    logger.info('operations are served', { url: server.url });
  }
  return {
    metrics,
    url: server?.url ?? null,
    close: async () => {
      await server?.close();
      metrics.registry.clear();
    },
  };
}

function assertUsable(problem: string | null): void {
  if (problem !== null) throw new Error(problem);
}
