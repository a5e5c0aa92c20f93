// Puts measuring around the parts of the pipeline, which know nothing of it. Knows their outer shapes alone.
import type { Fetcher } from '@civicwire/ingest';
import type { HostTurns } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import type { ExtractionPool } from '../extraction/extraction-pool.ts';
import type { Job, Worker, Workers } from '../pipeline/engine.ts';
import { type WorkKind, workKinds } from '../pipeline/pipeline.ts';
import type { Metrics } from './metrics.ts';

const secondsSince = (beganMs: number): number => (performance.now() - beganMs) / 1000;

/** The same workers, each observed. */
export function observeWorkers(workers: Workers, metrics: Metrics): Workers {
  return Object.fromEntries(
    workKinds.map((kind) => [kind, observeWorker(kind, workers[kind], metrics)]),
  ) as unknown as Workers;
}

/** The same worker; its units in hand are counted and each try is timed. */
export function observeWorker(kind: WorkKind, worker: Worker, metrics: Metrics): Worker {
  const timed =
    (job: Job): Job =>
    async () => {
      metrics.inHand(kind, 'waiting', -1);
      metrics.inHand(kind, 'active', 1);
      const beganMs = performance.now();
      let ok = false;
      try {
        await job();
        ok = true;
      } finally {
        metrics.inHand(kind, 'active', -1);
        metrics.attempt(kind, secondsSince(beganMs), ok);
      }
    };
  return {
    takeOne: async (id, leaseMs) => {
      const job = await worker.takeOne(id, leaseMs);
      if (job !== null) metrics.inHand(kind, 'waiting', 1);
      return job && timed(job);
    },
    take: async (limit, leaseMs) => {
      const jobs = await worker.take(limit, leaseMs);
      metrics.inHand(kind, 'waiting', jobs.length);
      return jobs.map(timed);
    },
    nextDueMs: worker.nextDueMs,
  };
}

/** The same store; what is saved as soon as it is extracted is timed as a try of that stage. */
export function observeSaving(store: Store, metrics: Metrics): Store {
  return {
    ...store,
    saveExtraction: async (...extraction) => {
      const beganMs = performance.now();
      let ok = false;
      try {
        const result = await store.saveExtraction(...extraction);
        ok = true;
        return result;
      } finally {
        metrics.attempt('save', secondsSince(beganMs), ok);
      }
    },
  };
}

/** The same fetcher; each fetch is timed under its kind and result. */
export function observeFetcher(fetcher: Fetcher, metrics: Metrics): Fetcher {
  return {
    fetch: async (url, request) => {
      const beganMs = performance.now();
      const result = await fetcher.fetch(url, request);
      const name = result.ok ? (result.notModified ? 'not-modified' : 'ok') : result.reason;
      metrics.fetched(request.kind, name, secondsSince(beganMs));
      return result;
    },
    close: () => fetcher.close(),
  };
}

/** The same pool; each page is timed under the status that it was read with. */
export function observeExtraction(pool: ExtractionPool, metrics: Metrics): ExtractionPool {
  return {
    extract: async (...job) => {
      const beganMs = performance.now();
      let status = 'crashed';
      try {
        const extraction = await pool.extract(...job);
        status = extraction.ok ? 'ok' : extraction.reason;
        return extraction;
      } finally {
        metrics.extracted(status, secondsSince(beganMs));
      }
    },
    warm: (rules) => pool.warm(rules),
    close: () => pool.close(),
  };
}

/** Asks under way that are remembered; beyond, the oldest is forgotten (its process gave up waiting). */
const asksMax = 10_000;

/** The same turns; the time from a turn's first asking to its grant is noted. */
export function observeHostTurns(turns: HostTurns, metrics: Metrics): HostTurns {
  const askedMs = new Map<string, number>();
  return {
    take: async (host, ask) => {
      const beganMs = askedMs.get(ask.id) ?? performance.now();
      const answer = await turns.take(host, ask);
      if (answer.granted) {
        askedMs.delete(ask.id);
        metrics.waitedForHost(secondsSince(beganMs));
      } else if (!askedMs.has(ask.id)) {
        const [oldest] = askedMs.keys();
        if (askedMs.size >= asksMax && oldest !== undefined) askedMs.delete(oldest);
        askedMs.set(ask.id, beganMs);
      }
      return answer;
    },
    extend: (host, extension) => turns.extend(host, extension),
    end: (host, end) => turns.end(host, end),
  };
}
