// `pnpm bench`: our speed as ratios against named peers, in one run, on our own pages. Keeps the last result as JSON.
//   node bench/run.ts [--rounds N]
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadExtractor } from '@civicwire/cli';
import { annotate, readPage } from '@civicwire/extract';
import { parseFeed } from '@civicwire/ingest';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import RssParser from 'rss-parser';
import { readStories } from '../demo/wire/read-stories.ts';
import { startWire } from '../demo/wire/server.ts';
import { type Contest, type ContestResult, measure } from './measure.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Math.max(3, Number(values.rounds) || 7);

/** A tokeniser that does nothing else: near what the language can do. */
const bareTokens = /\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu;

const wire = await startWire();
const fetchBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(`${wire.url}${path}`)).arrayBuffer());
const shelf = await readStories();
const stories = shelf.stories.filter((story) => story.show === 'full');
const pages = await Promise.all(stories.map((story) => fetchBytes(story.path)));
const feed = await fetchBytes('/old-pueblo/feed.xml');
await wire.close();

const texts = stories.map((story) => story.paragraphs.join('\n'));
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
const extractor = await loadExtractor();
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
  {
    name: 'text → all findings',
    unit: 'MB',
    unitsPerRound: megabytes,
    peer: 'a bare regex tokeniser',
    ours: () => texts.map((text, id) => annotate({ id, text }, extractor)),
    theirs: () => texts.map((text) => [...text.matchAll(bareTokens)].length),
  },
];

const results: ContestResult[] = [];
for (const contest of contests) results.push(await measure(contest, rounds));

console.log(`${'work'.padEnd(22)}${'ours'.padStart(16)}${'peer'.padStart(16)}${'ratio'.padStart(9)}   peer`);
for (const { name, unit, oursPerSecond, theirsPerSecond, ratio, peer } of results) {
  const speed = (value: number): string => `${value.toPrecision(3)} ${unit}/s`.padStart(16);
  console.log(
    `${name.padEnd(22)}${speed(oursPerSecond)}${speed(theirsPerSecond)}${`${ratio.toPrecision(2)}×`.padStart(9)}   ${peer}`,
  );
}
const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('latest.json', folder),
  `${JSON.stringify({ node: process.version, rounds, results }, null, 2)}\n`,
);
