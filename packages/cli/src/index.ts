// The door of @civicwire/cli: what the demo, the evaluation and the benches use of the program.
export { annotateLine } from './annotate-line.ts';
export { type PipelineOptions, readSources, runPipeline } from './commands/run.ts';
export { describeFinding } from './describe-finding.ts';
export { loadExtractor } from './load-extractor.ts';
export { describeRun, nothingLost, type RunSummary } from './run-summary.ts';
export { createPollWorker } from './workers/poll-worker.ts';
export { createTally } from './workers/tally.ts';
