// `civicwire run`: sources in, records out, in one process. Puts the parts together; each part is elsewhere.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isSwitchedOff, loadSources, type SourcesFile } from '@civicwire/ingest';
import { systemClock, UsageError } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { type Backfill, type BackfillKind, chooseBackfill, runBackfill } from '../backfill/backfill.ts';
import { exitCode } from '../exit-code.ts';
import { createExtractionPool } from '../extraction/extraction-pool.ts';
import { createLogger } from '../logger.ts';
import { observeExtraction, observeSaving, observeWorkers } from '../operations/observe.ts';
import { type MetricsAddress, readMetricsAddress } from '../operations/read-metrics-address.ts';
import { startOperations } from '../operations/start-operations.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { fixedRulebook, watchRules } from '../packs/rulebook.ts';
import { compileRules, readRules } from '../packs/rules.ts';
import { idleWorker, runEngine } from '../pipeline/engine.ts';
import { createPipeline, workKinds } from '../pipeline/pipeline.ts';
import { becomePresent, nameProcess, putBackTheDead } from '../pipeline/presence.ts';
import { showProgress } from '../progress.ts';
import { registerSources } from '../register-sources.ts';
import { describeRun, nothingLost, type RunSummary } from '../run-summary.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { runDelivery, startDelivery } from '../webhooks/start-delivery.ts';
import { createExtractWorker } from '../workers/extract-worker.ts';
import { indexPagesOf, polledAddresses, schedulesOf } from '../workers/feeds-of-sources.ts';
import { createFetchWorker } from '../workers/fetch-worker.ts';
import { openFetcher } from '../workers/open-fetcher.ts';
import { createPollWorker } from '../workers/poll-worker.ts';
import { createSaveWorker } from '../workers/save-worker.ts';
import { createTally } from '../workers/tally.ts';

export interface RunOptions extends Partial<Record<BackfillKind, string>> {
  readonly sources: string;
  readonly db: string;
  readonly once?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** Folder of packs besides the shipped ones. */
  readonly packs?: string;
  /** Where to answer /livez, /readyz and /metrics: see `readMetricsAddress`. */
  readonly metrics?: string;
  readonly logLevel?: string;
}

/** Back-fill needs no list of sources; with one, its contact, politeness and address ranges hold. */
const noSources: SourcesFile = { contact: null, allowAddresses: [], politeness: {}, sources: [] };

/** Stories that failed and may be tried again soon are waited for, so that `--once` ends with as little left as can be. */
const patienceMs = 30_000;

/** Runs until stopped, or with `once` until nothing is due. Exit code 1 when a feed failed or a story waits or was dropped by a fault. */
export async function runCommand(options: RunOptions): Promise<number> {
  const backfill = chooseBackfill(options);
  const once = options.once ?? backfill !== null;
  const metrics = readMetricsAddress(options.metrics, 'run', { standing: !once });
  const sources = backfill && !existsSync(options.sources) ? noSources : readSources(options.sources);
  for (const note of compileRules(readRules(options.packs).files).notes) say(note);
  const stop = new AbortController();
  const release = stopOnSignals(stop);
  const store = await openStore(options.db, { clock: systemClock, owner: nameProcess() });
  try {
    if (options.dryRun)
      return await (backfill ? describeBackfill(store, backfill) : describePlan(store, sources, options));
    const summary = await runPipeline(store, sources, {
      once,
      backfill,
      signal: stop.signal,
      quiet: options.json ?? false,
      metrics,
      ...(options.logLevel === undefined ? {} : { logLevel: options.logLevel }),
      ...(options.packs === undefined ? {} : { packs: options.packs }),
    });
    if (options.json) await writeJsonLine(summary);
    else await writeData(`${describeRun(summary).join('\n')}\n`);
    await nameFailures(store);
    if (!nothingLost(summary.store))
      throw new Error(`stories in and out do not add up: ${JSON.stringify(summary.store)}`);
    const failed =
      summary.run.counts.pollsFailed > 0 || (options.once && !summary.stopped && summary.store.waiting > 0);
    return failed ? exitCode.someFailed : exitCode.done;
  } finally {
    release();
    await store.close();
  }
}

/** The list of sources in a file. Throws `UsageError` when it cannot be read or is malformed. */
export function readSources(file: string): SourcesFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file}: ${(error as Error).message}; expected a list of sources (see docs/how-to/add-a-source.md)`,
      { cause: error },
    );
  }
  return loadSources(text, file);
}

export interface PipelineOptions {
  readonly once: boolean;
  /** Stories to take in before the work begins; with it, no feed is polled. */
  readonly backfill?: Backfill | null;
  readonly signal: AbortSignal;
  /** Show no progress. */
  readonly quiet: boolean;
  /** Folder of packs besides the shipped ones. A standing run takes up what changes in it. */
  readonly packs?: string;
  /** Where to answer questions about the process; nowhere unless given. */
  readonly metrics?: MetricsAddress | null;
  readonly logLevel?: string;
}

/** One whole run over an open store: registers the sources, puts back what was left, works, and counts. */
export async function runPipeline(store: Store, sources: SourcesFile, options: PipelineOptions): Promise<RunSummary> {
  const startedMs = Date.now();
  const logger = createLogger({ level: options.logLevel, role: 'run' });
  const tally = createTally();
  const threads = Math.max(1, availableParallelism() - 1);
  const settings = createPipeline({ threads, once: options.once, savesHere: true });
  const presence = await becomePresent(store, workKinds.join(), logger, () => ({ ...tally.snapshot() }));
  await registerSources(store, sources);
  await putBackTheDead(store, systemClock);
  // Whoever says `--once` wants to see what is new now.
  const backfill = options.backfill ?? null;
  if (options.once && !backfill) await store.pollNow();
  if (backfill) await runBackfill(backfill, { store, tally, dryRun: false });
  const operations = await startOperations({
    address: options.metrics ?? null,
    role: 'run',
    store,
    tally: tally.snapshot,
    logger,
    say,
    signal: options.signal,
  });
  const { metrics } = operations;
  const fetcher = openFetcher(store, sources, metrics);
  const pool = observeExtraction(createExtractionPool(threads), metrics);
  const rules = readRules(options.packs);
  const rulebook =
    !options.packs || options.once ? fixedRulebook(rules) : watchRules(rules, options.packs, logger, say);
  if (!options.quiet)
    say(
      `run: ${sources.sources.filter((source) => !isSwitchedOff(source, null, systemClock.nowMs())).length} sources; Ctrl-C stops`,
    );
  // A bar and log lines on one terminal draw over each other; a log tells more.
  const isLogged = (options.logLevel ?? 'silent') !== 'silent';
  const progress = options.quiet || isLogged ? null : showProgress(tally.snapshot);
  const { allowAddresses, contact } = sources;
  const telling = { allowAddresses, contact, logger };
  const delivery = options.once ? null : startDelivery(store, telling);
  try {
    const workers = {
      poll: backfill
        ? idleWorker
        : createPollWorker(
            store,
            fetcher,
            schedulesOf(sources, systemClock),
            tally,
            logger,
            systemClock,
            indexPagesOf(sources),
          ),
      fetch: createFetchWorker(store, fetcher, tally, logger, settings.fetch),
      extract: createExtractWorker(observeSaving(store, metrics), pool, rulebook, tally, logger, settings.extract, {
        savesHere: true,
      }),
      save: createSaveWorker(store, tally, logger, settings.save),
    };
    await runEngine(observeWorkers(workers, metrics), {
      settings,
      logger,
      once: options.once,
      patienceMs,
      signal: options.signal,
    });
    if (options.once) await runDelivery(store, telling, { once: true, signal: options.signal });
  } finally {
    await delivery?.stop();
    rulebook.stop();
    progress?.stop();
    await Promise.all([fetcher.close(), pool.close(), operations.close()]);
    await presence.leave();
  }
  const seconds = (Date.now() - startedMs) / 1000;
  return { seconds, stopped: options.signal.aborted, run: tally.snapshot(), store: await store.counts() };
}

async function describeBackfill(store: Store, backfill: Backfill): Promise<number> {
  const { taken, unusable } = await runBackfill(backfill, { store, tally: createTally(), dryRun: true });
  await writeData(`would take  ${backfill.sourceId}  ${taken} stories of ${backfill.path}\n`);
  return unusable > 0 ? exitCode.someFailed : exitCode.done;
}

async function describePlan(store: Store, { sources }: SourcesFile, { db }: RunOptions): Promise<number> {
  const { waiting } = await store.counts();
  for (const source of sources) {
    for (const url of polledAddresses(source))
      await writeData(
        `${isSwitchedOff(source, url, systemClock.nowMs()) ? 'switched off' : 'would poll'}  ${source.id}  ${url}\n`,
      );
  }
  await writeData(`${waiting} stories wait in ${db}; nothing was changed\n`);
  return exitCode.done;
}

/** Names every alarm, every feed that failed and every story that still waits, on standard error. */
async function nameFailures(store: Store): Promise<void> {
  const { sources, feeds, struggling } = await store.status();
  for (const source of sources) for (const alarm of source.alarms) say(`alarm of ${source.id}: ${alarm}`);
  for (const feed of feeds)
    if (feed.health === 'failing' || feed.health === 'dead')
      say(`feed of ${feed.sourceId} failed: ${feed.lastError ?? feed.url}`);
  for (const story of struggling)
    say(`story waits: ${story.url}: ${story.lastError}; to be tried again at ${story.nextAttemptAt}`);
}
