// `pnpm bench`: our speed as ratios against named peers, in one run, on our own pages. Keeps the last result as JSON.
//   node bench/run.ts [--rounds N]
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeFeedContests } from './feed-contests.ts';
import { gazetteerAsked, measureGazetteerLoad } from './gazetteer-load.ts';
import { type Contest, type ContestResult, measure } from './measure.ts';
import { makePageContests } from './page-contests.ts';
import { makePlaceContests } from './place-contests.ts';
import { makeStageContests } from './stage-contests.ts';
import { makeTextContests } from './text-contests.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Math.max(3, Number(values.rounds) || 7);

const contests: readonly Contest[] = [
  ...(await makeFeedContests()),
  ...(await makePageContests()),
  ...(await makeTextContests()),
  ...(await makePlaceContests()),
  ...(await makeStageContests()),
];

const results: ContestResult[] = [];
for (const contest of contests) results.push(await measure(contest, rounds));

console.log(
  `${'work'.padEnd(36)}${'ours'.padStart(16)}${'peer'.padStart(16)}${'ratio'.padStart(9)}${'asked'.padStart(8)}   peer`,
);
for (const { name, unit, oursPerSecond, theirsPerSecond, ratio, atLeast, peer } of results) {
  const asked = atLeast === null ? '' : `${atLeast.toPrecision(2)}×${ratio < atLeast ? ' !' : ''}`;
  const speed = (value: number): string => `${value.toPrecision(3)} ${unit}/s`.padStart(16);
  console.log(
    `${name.padEnd(36)}${speed(oursPerSecond)}${speed(theirsPerSecond)}${`${ratio.toPrecision(2)}×`.padStart(9)}${asked.padStart(8)}   ${peer}`,
  );
}
const gazetteer = measureGazetteerLoad(rounds);
const { milliseconds, megabytes } = gazetteerAsked;
console.log(
  `gazetteer, fresh process: loads in ${gazetteer.milliseconds.toFixed(0)} ms (asked < ${milliseconds}), holds ${gazetteer.megabytes.toFixed(1)} MB (asked < ${megabytes})`,
);
const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('latest.json', folder),
  `${JSON.stringify({ node: process.version, rounds, results, gazetteer }, null, 2)}\n`,
);
