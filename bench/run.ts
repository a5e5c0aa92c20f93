// `pnpm bench`: our speed as ratios against named peers, in one run, on our own pages. Keeps the last result as JSON.
//   node bench/run.ts [--rounds N]
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPage } from '@civicwire/extract';
import { parseFeed } from '@civicwire/ingest';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import RssParser from 'rss-parser';
import { readStories } from '../demo/wire/read-stories.ts';
import { startWire } from '../demo/wire/server.ts';
import { gazetteerAsked, measureGazetteerLoad } from './gazetteer-load.ts';
import { type Contest, type ContestResult, measure } from './measure.ts';
import { makePlaceContests } from './place-contests.ts';
import { makeStageContests } from './stage-contests.ts';
import { makeTextContests } from './text-contests.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Math.max(3, Number(values.rounds) || 7);

const wire = await startWire();
const fetchBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(`${wire.url}${path}`)).arrayBuffer());
const shelf = await readStories();
const stories = shelf.stories.filter((story) => story.show === 'full');
const pages = await Promise.all(stories.map((story) => fetchBytes(story.path)));
const feed = await fetchBytes('/old-pueblo/feed.xml');
await wire.close();

const decoder = new TextDecoder();
const quiet = new VirtualConsole();

const contests: readonly Contest[] = [
  {
    name: 'feed → entries',
    unit: 'feeds',
    unitsPerRound: 20,
    peer: 'rss-parser',
    ours: () => Array.from({ length: 20 }, () => parseFeed(feed, {})),
    theirs: () => Promise.all(Array.from({ length: 20 }, () => new RssParser().parseString(decoder.decode(feed)))),
  },
  {
    name: 'page → article',
    unit: 'pages',
    unitsPerRound: pages.length,
    peer: 'Readability on jsdom',
    ours: () => pages.map((bytes) => readPage({ bytes, url: null, contentType: 'text/html; charset=utf-8' })),
    theirs: () =>
      pages.map((bytes) =>
        new Readability(new JSDOM(decoder.decode(bytes), { virtualConsole: quiet }).window.document).parse(),
      ),
  },
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
