// One export of a store to nowhere, measured from within: node bench/export-once.ts URL KIND FORMAT
// Prints {rows, rowsPerSecond, seconds, processorSeconds, peakMiB}. Knows the store's door; started by store-exports.ts.
import { setFlagsFromString } from 'node:v8';

// As the program does before it exports.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--semi-space-growth-factor=1');
const { systemClock } = await import('@civicwire/shared');
const { openStore } = await import('@civicwire/store');

const [url = '', kind = 'findings', format = 'jsonl'] = process.argv.slice(2);
const store = await openStore(url, { clock: systemClock });
let rows = 0;
const started = performance.now();
const usage = process.cpuUsage();
const request = { kind, format: format === 'parquet' ? 'parquet' : 'jsonl' } as const;
const onRows = (count: number): void => {
  rows += count;
};
for await (const piece of store.exportStream(request, onRows)) Buffer.from(piece);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(usage);
await store.close();
const kibibytes = process.resourceUsage().maxRSS;
const figures = { rows, rowsPerSecond: rows / seconds, seconds, processorSeconds: (user + system) / 1e6 };
process.stdout.write(`${JSON.stringify({ ...figures, peakMiB: kibibytes / 1024 })}\n`);
