// `pnpm bench`: our speed as ratios against named peers, in one run, on our own pages. Keeps the last result as JSON.
//   node bench/run.ts [--rounds N] [WORD…]      with words: only work whose name holds one of them, and nothing is kept
//   node bench/run.ts store [--claims N]        the store alone, with a million claims: some minutes
//   node bench/run.ts desk [--claims N]         twenty editors at the review desk, over a million claims or (from 30000) fewer: some minutes
//   node bench/run.ts whole [--stories N]       the program from site to store, and the archive read again: some minutes
//   node bench/run.ts workers [--stories N]     many processes beside one, one and two that extract: some minutes
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs, promisify } from 'node:util';
import { benchDesk } from './desk/bench-desk.ts';
import { families } from './families.ts';
import { gazetteerAsked, measureGazetteerLoad } from './gazetteer-load.ts';
import type { ContestResult } from './measure.ts';
import { measurePageSpread } from './page-contests.ts';
import { measureDrip } from './polling/drip-beside-normal.ts';
import { measurePolling } from './polling/measure-polling.ts';
import { benchStore } from './store-bench.ts';
import { benchWhole } from './whole/bench-whole.ts';
import { benchWorkers } from './workers/bench-workers.ts';

const { values, positionals: words } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    claims: { type: 'string', default: '1000000' },
    stories: { type: 'string', default: '5000' },
  },
  allowPositionals: true,
});
if (words[0] === 'store') {
  await benchStore(Number(values.claims));
  process.exit();
}
if (words[0] === 'desk') {
  await benchDesk(Number(values.claims));
  process.exit();
}
if (words[0] === 'whole') {
  await benchWhole(Number(values.stories));
  process.exit();
}
if (words[0] === 'workers') {
  await benchWorkers(Number(values.stories));
  process.exit();
}
const isWanted = (name: string): boolean => words.length === 0 || words.some((word) => name.includes(word));
const rounds = Math.max(3, Number(values.rounds) || 7);

// A family a process: what one makes the compiler guess of our code is not held against the next.
const measureFamily = new URL('measure-family.ts', import.meta.url).pathname;
const results: ContestResult[] = [];
for (const family of Object.keys(families)) {
  const { stdout } = await promisify(execFile)(process.execPath, [measureFamily, family, String(rounds), ...words]);
  for (const line of stdout.split('\n')) if (line !== '') results.push(JSON.parse(line) as ContestResult);
}

console.log(
  `${'work'.padEnd(48)}${'ours'.padStart(16)}${'peer'.padStart(16)}${'ratio'.padStart(9)}${'asked'.padStart(8)}   peer`,
);
for (const { name, unit, oursPerSecond, theirsPerSecond, ratio, atLeast, peer } of results) {
  const asked = atLeast === null ? '' : `${atLeast.toPrecision(2)}×${ratio < atLeast ? ' !' : ''}`;
  const speed = (value: number): string => `${value.toPrecision(3)} ${unit}/s`.padStart(16);
  console.log(
    `${name.padEnd(48)}${speed(oursPerSecond)}${speed(theirsPerSecond)}${`${ratio.toPrecision(2)}×`.padStart(9)}${asked.padStart(8)}   ${peer}`,
  );
}
const gazetteer = isWanted('gazetteer') ? measureGazetteerLoad(rounds) : null;
if (gazetteer) {
  const { milliseconds, megabytes } = gazetteerAsked;
  console.log(
    `gazetteer, fresh process: loads in ${gazetteer.milliseconds.toFixed(0)} ms (asked < ${milliseconds}), holds ${gazetteer.megabytes.toFixed(1)} MB (asked < ${megabytes})`,
  );
}
const pages = isWanted('page spread') ? await measurePageSpread(rounds) : null;
if (pages) {
  const { medianMs, p99Ms } = pages;
  console.log(
    `page spread: median ${medianMs.toFixed(2)} ms, 99 of 100 in ${p99Ms.toFixed(2)} ms, ${(p99Ms / medianMs).toFixed(1)}× (asked ≤ 10×)`,
  );
}
const polling = isWanted('polling') ? await measurePolling() : null;
if (polling) {
  const { first, second, pollsFailed, found, peakMiB } = polling;
  const cost = ({ cpuMsPerPoll, wallMs }: typeof first) =>
    `${cpuMsPerPoll.toFixed(1)} ms of processor each, ${(wallMs / 1000).toFixed(1)} s in all`;
  console.log(
    `polling ${first.polls} feeds in one process: ${found} new stories, ${cost(first)}; again, unchanged: ${cost(second)}; ${pollsFailed} failed, peak memory ${peakMiB.toFixed(0)} MiB`,
  );
}
const drip = isWanted('drip') ? await measureDrip(rounds) : null;
if (drip) {
  const { aloneMs, besideMs } = drip;
  console.log(
    `drip: 20 servers alone ${aloneMs.toFixed(0)} ms, beside 100 that drip ${besideMs.toFixed(0)} ms, ${(besideMs / aloneMs).toFixed(2)}× (asked ≤ 1.2×)`,
  );
}
if (words.length === 0) {
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    new URL('latest.json', folder),
    `${JSON.stringify({ node: process.version, rounds, results, gazetteer, pages, polling, drip }, null, 2)}\n`,
  );
}
