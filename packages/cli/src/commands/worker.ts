// `civicwire worker KIND`: one kind of work in a process of its own, joined to the others by a queue. Puts the parts together.
import { availableParallelism } from 'node:os';
import type { SourcesFile } from '@civicwire/ingest';
import { type Logger, ServiceUnavailable, systemClock, UsageError, type WorkKind, workKinds } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { createExtractionPool } from '../extraction/extraction-pool.ts';
import { createLogger } from '../logger.ts';
import { observeExtraction, observeWorker } from '../operations/observe.ts';
import { readMetricsAddress } from '../operations/read-metrics-address.ts';
import { type Operations, startOperations } from '../operations/start-operations.ts';
import { say } from '../output.ts';
import { fixedRulebook, watchRules } from '../packs/rulebook.ts';
import { compileRules, readRules } from '../packs/rules.ts';
import type { Worker } from '../pipeline/engine.ts';
import { createPassOn, type PassOn } from '../pipeline/pass-on.ts';
import { createPipeline, type WorkerSettings } from '../pipeline/pipeline.ts';
import { becomePresent, nameProcess } from '../pipeline/presence.ts';
import { runWorker } from '../pipeline/run-worker.ts';
import { openQueue } from '../queues/open-queue.ts';
import { registerSources } from '../register-sources.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { startDelivery } from '../webhooks/start-delivery.ts';
import { createExtractWorker } from '../workers/extract-worker.ts';
import { indexPagesOf, queueSchedulesOf, schedulesOf } from '../workers/feeds-of-sources.ts';
import { createFetchWorker } from '../workers/fetch-worker.ts';
import { openFetcher } from '../workers/open-fetcher.ts';
import { createPollWorker } from '../workers/poll-worker.ts';
import { createSaveWorker } from '../workers/save-worker.ts';
import { createTally, type Tally } from '../workers/tally.ts';
import { readSources } from './run.ts';

export interface WorkerOptions {
  readonly db: string;
  readonly queue: string;
  readonly redis: string;
  readonly sources: string;
  readonly concurrency?: string;
  readonly packs?: string;
  readonly metrics?: string;
  readonly logLevel?: string;
}

const storeRetryMs = 2_000;

/** Works until stopped; exit code 0. Store and queue may come later, and may go away and come back. */
export async function workerCommand(name: string, options: WorkerOptions): Promise<number> {
  const kind = readKind(name);
  const concurrency = readConcurrency(options.concurrency);
  const threads = Math.max(1, availableParallelism() - 1);
  const standing = createPipeline({ threads, once: false });
  const settings = concurrency === null ? standing : { ...standing, [kind]: { ...standing[kind], concurrency } };
  const sources = kind === 'poll' || kind === 'fetch' ? readSources(options.sources) : null;
  const address = readMetricsAddress(options.metrics, kind, { standing: true });
  const logger = createLogger({ level: options.logLevel, role: kind });
  const stop = new AbortController();
  const release = stopOnSignals(stop);
  const queue = openQueue(options, logger);
  const store = await openPatiently(options.db, stop.signal);
  if (store === null) {
    await queue.close();
    return exitCode.done;
  }
  const tally = createTally();
  const presence = await becomePresent(store, kind, logger, () => ({ ...tally.snapshot() }));
  const operations = await startOperations({
    address,
    role: kind,
    store,
    tally: tally.snapshot,
    logger,
    say,
    signal: stop.signal,
    queue,
  });
  const base = { kind, store, queue, settings, logger, clock: systemClock, say, signal: stop.signal };
  const schedules = () => (kind === 'poll' && sources !== null ? queueSchedulesOf(sources, systemClock) : null);
  const run = { ...base, schedules };
  const passOn = createPassOn(run);
  const parts: Parts = { store, sources, settings, logger, tally, operations, packs: options.packs, passOn };
  try {
    const { worker, close } = await openWorkerOf(kind, parts);
    try {
      say(`${kind}: works for ${options.db.split('@').at(-1)}, queue ${queue.name} at ${queue.place}; Ctrl-C stops`);
      await runWorker({ ...run, worker: observeWorker(kind, worker, operations.metrics) }, passOn);
    } finally {
      await close();
    }
  } finally {
    release();
    await presence.leave();
    await operations.close();
    await queue.close();
    await store.close();
  }
  return exitCode.done;
}

interface Parts {
  readonly store: Store;
  /** Null for kinds that ask nobody on the web. */
  readonly sources: SourcesFile | null;
  readonly settings: Readonly<Record<WorkKind, WorkerSettings>>;
  readonly logger: Logger;
  readonly tally: Tally;
  readonly operations: Operations;
  readonly packs: string | undefined;
  readonly passOn: PassOn;
}

interface OpenWorker {
  readonly worker: Worker;
  readonly close: () => Promise<void>;
}

async function openWorkerOf(kind: WorkKind, parts: Parts): Promise<OpenWorker> {
  const { store, settings, logger, tally, operations, sources } = parts;
  if (kind === 'save')
    return { worker: createSaveWorker(store, tally, logger, settings.save), close: async () => undefined };
  if (kind === 'extract') return openExtraction(parts);
  if (sources === null) throw new Error(`${kind} without a list of sources`);
  const fetcher = openFetcher(store, sources, operations.metrics);
  if (kind === 'fetch') {
    const worker = createFetchWorker(store, fetcher, tally, logger, settings.fetch);
    return { worker, close: () => fetcher.close() };
  }
  await registerSources(store, sources);
  const { allowAddresses, contact } = sources;
  const delivery = startDelivery(store, { allowAddresses, contact, logger });
  const [schedules, pages] = [schedulesOf(sources, systemClock), indexPagesOf(sources)];
  const worker = createPollWorker(store, fetcher, schedules, tally, logger, systemClock, pages, parts.passOn.note);
  return { worker, close: async () => void (await Promise.all([delivery.stop(), fetcher.close()])) };
}

/** The tables are loaded before the first story is taken. */
async function openExtraction({ store, settings, logger, tally, operations, packs }: Parts): Promise<OpenWorker> {
  const rules = readRules(packs);
  for (const note of compileRules(rules.files).notes) say(note);
  const rulebook = packs === undefined ? fixedRulebook(rules) : watchRules(rules, packs, logger, say);
  const pool = createExtractionPool(settings.extract.concurrency);
  await pool.warm(rules);
  const worker = createExtractWorker(
    store,
    observeExtraction(pool, operations.metrics),
    rulebook,
    tally,
    logger,
    settings.extract,
  );
  return {
    worker,
    close: async () => {
      rulebook.stop();
      await pool.close();
    },
  };
}

function readKind(name: string): WorkKind {
  const kind = workKinds.find((one) => one === name);
  if (kind === undefined) throw new UsageError(`worker "${name}": expected one of ${workKinds.join(', ')}`);
  return kind;
}

function readConcurrency(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError(`--concurrency ${text}: expected a number from 1 to 9999`);
  return Number(text);
}

/** Waits for a server that is not there yet. Null when stopped meanwhile. Throws `UsageError` as `openStore` does. */
async function openPatiently(db: string, signal: AbortSignal): Promise<Store | null> {
  for (let isSaid = false; !signal.aborted; ) {
    try {
      return await openStore(db, { clock: systemClock, owner: nameProcess() });
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      if (!isSaid) say(`${error.message}; trying again until it is there`);
      isSaid = true;
      await new Promise((resume) => setTimeout(resume, storeRetryMs));
    }
  }
  return null;
}
