// Reading pages beside Readability on a browser-like DOM and on a light one, with the F1 of what each finds.
// Knows pages and their own text; no rule of ours.
import { readPage } from '@civicwire/extract';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import type { Contest } from './measure.ts';
import { readPageShelf, type ShelfPage } from './page-shelf.ts';

type Reader = (bytes: Uint8Array) => string;

const decoder = new TextDecoder();
const quiet = new VirtualConsole();

const ours: Reader = (bytes) =>
  readPage({ bytes, url: null, contentType: 'text/html; charset=utf-8' }).article?.text ?? '';

const peers: readonly { readonly name: string; readonly atLeast: number; readonly read: Reader }[] = [
  {
    name: 'Readability on jsdom',
    atLeast: 6,
    read: (bytes) =>
      new Readability(new JSDOM(decoder.decode(bytes), { virtualConsole: quiet }).window.document).parse()
        ?.textContent ?? '',
  },
  {
    name: 'Readability on linkedom',
    atLeast: 1.3,
    read: (bytes) => new Readability(parseHTML(decoder.decode(bytes)).document as never).parse()?.textContent ?? '',
  },
];

/** One contest for each peer; its name tells the F1 of both sides. */
export async function makePageContests(): Promise<readonly Contest[]> {
  const pages = await readPageShelf();
  const own = meanF1(pages, ours);
  return peers.map(({ name, atLeast, read }) => ({
    name: `page → article (F1 ${own.toFixed(3)}, peer ${meanF1(pages, read).toFixed(3)})`,
    unit: 'pages',
    unitsPerRound: pages.length,
    peer: name,
    atLeast,
    ours: () => pages.map(({ bytes }) => ours(bytes)),
    theirs: () => pages.map(({ bytes }) => read(bytes)),
  }));
}

/** Milliseconds that our reader takes for a page, in the middle and for all but one in a hundred; each page's is its median. */
export async function measurePageSpread(
  rounds: number,
): Promise<{ readonly medianMs: number; readonly p99Ms: number }> {
  const pages = await readPageShelf();
  const times = pages.map((): number[] => []);
  for (let round = 0; round <= rounds; round++)
    pages.forEach(({ bytes }, at) => {
      const startedMs = performance.now();
      ours(bytes);
      if (round > 0) times[at]?.push(performance.now() - startedMs);
    });
  const sorted = times.map((each) => quantile(each, 0.5)).sort((a, b) => a - b);
  return { medianMs: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99) };
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}

function meanF1(pages: readonly ShelfPage[], read: Reader): number {
  return pages.reduce((sum, page) => sum + f1(read(page.bytes), page.text), 0) / pages.length;
}

/** F1 over runs of four words, each counted as often as it stands there. */
function f1(found: string, wanted: string): number {
  const [one, other] = [shingles(found), shingles(wanted)];
  let shared = 0;
  let total = 0;
  for (const [shingle, count] of one) shared += Math.min(count, other.get(shingle) ?? 0);
  for (const counts of [one, other]) for (const count of counts.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/\w+/g) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= words.length; at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
