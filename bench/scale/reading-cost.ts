// What reading one page costs in processor time, from bytes to findings, and what its bytes take when they are kept: on our own
// pages, or on a folder of saved ones. Knows the program's reader; no pipeline.
//   node bench/scale/reading-cost.ts [FOLDER]     with a folder: every *.html and *.html.gz under it
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadExtractor } from '@civicwire/cli';
import { annotate, readPage } from '@civicwire/extract';
import { readPageShelf } from '../page-shelf.ts';

interface ReadingCost {
  readonly pages: number;
  readonly bytesEach: number;
  readonly keptBytesEach: number;
  /** Processor milliseconds from bytes to findings. */
  readonly readMs: number;
  /** The same for packing the bytes. */
  readonly packMs: number;
  readonly peakMiB: number;
}

const roundsOfOwn = 4;

/** Measures over all pages once, after a round that nothing is noted of. */
async function measureReading(pages: readonly Uint8Array[]): Promise<ReadingCost> {
  const extractor = await loadExtractor();
  const read = (bytes: Uint8Array): void => {
    const { status, article } = readPage({ bytes, url: 'https://paper.example/story', contentType: 'text/html' });
    if (status === 'ok' && article !== null)
      annotate({ id: 1, text: article.text, title: article.title, url: null, publisher: null }, extractor);
  };
  for (const page of pages.slice(0, 200)) read(page);
  const [readMs] = cpuMs(() => pages.forEach(read));
  const [packMs, kept] = cpuMs(() => pages.reduce((sum, page) => sum + gzipSync(page).length, 0));
  return {
    pages: pages.length,
    bytesEach: pages.reduce((sum, page) => sum + page.length, 0) / pages.length,
    keptBytesEach: kept / pages.length,
    readMs: readMs / pages.length,
    packMs: packMs / pages.length,
    peakMiB: process.resourceUsage().maxRSS / 1_024,
  };
}

function cpuMs<Value>(work: () => Value): readonly [number, Value] {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1_000, value];
}

function pagesUnder(folder: string): Uint8Array[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return pagesUnder(path);
    if (path.endsWith('.html')) return [readFileSync(path)];
    return path.endsWith('.html.gz') ? [gunzipSync(readFileSync(path))] : [];
  });
}

const [folder] = process.argv.slice(2);
const own = (await readPageShelf()).map(({ bytes }) => bytes);
const pages = folder === undefined ? Array.from({ length: roundsOfOwn }, () => own).flat() : pagesUnder(folder);
const cost = await measureReading(pages);
console.log(
  [
    `${cost.pages} pages of ${(cost.bytesEach / 1_024).toFixed(0)} KiB on average, ${(cost.keptBytesEach / 1_024).toFixed(1)} KiB kept`,
    `reading: ${cost.readMs.toFixed(1)} ms of processor a page; packing: ${cost.packMs.toFixed(1)} ms; peak ${cost.peakMiB.toFixed(0)} MiB`,
  ].join('\n'),
);
