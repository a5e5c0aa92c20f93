// The door of @civicwire/cli: what the demo, the evaluation and the benches use of the program.
export { annotateLine } from './annotate-line.ts';
export { type PipelineOptions, readSources, runPipeline } from './commands/run.ts';
export { describeFinding } from './describe-finding.ts';
export type { ExtractionPool } from './extraction/extraction-pool.ts';
export { loadExtractor } from './load-extractor.ts';
export { propositions } from './packs/propositions.ts';
export { fixedRulebook } from './packs/rulebook.ts';
export { readRules } from './packs/rules.ts';
export { createPassOn } from './pipeline/pass-on.ts';
export { createPipeline } from './pipeline/pipeline.ts';
export { runWorker } from './pipeline/run-worker.ts';
export { openQueue } from './queues/open-queue.ts';
export { describeRun, nothingLost, type RunSummary } from './run-summary.ts';
export { createExtractWorker } from './workers/extract-worker.ts';
export { createFetchWorker } from './workers/fetch-worker.ts';
export { createPollWorker } from './workers/poll-worker.ts';
export { createSaveWorker } from './workers/save-worker.ts';
export { createTally } from './workers/tally.ts';
