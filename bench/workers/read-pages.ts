// A program of its own: reads pages of a site again and again, without store or queue, and says how many it reads in a second.
//   node read-pages.ts SITE
import { loadExtractor } from '@civicwire/cli';
import { annotate, readPage } from '@civicwire/extract';

const pageCount = 200;
/** Until the compiler has settled. */
const warmMs = 6_000;
const measuredMs = 5_000;

const site = process.argv[2] ?? '';
const pages = await Promise.all(
  Array.from({ length: pageCount }, async (_, n) => {
    const url = `${site}/story-${n}`;
    return { url, bytes: new Uint8Array(await (await fetch(url)).arrayBuffer()) };
  }),
);
const extractor = await loadExtractor();
readFor(warmMs);
console.log((1000 * readFor(measuredMs)) / measuredMs);

/** Pages that were read in so long. */
function readFor(ms: number): number {
  const untilMs = performance.now() + ms;
  let count = 0;
  for (; performance.now() < untilMs; count++) {
    const page = pages[count % pageCount];
    if (page === undefined) throw new Error('no page; expected some');
    const { article } = readPage({ ...page, contentType: 'text/html; charset=utf-8', rule: null });
    if (article === null) throw new Error(`${page.url} has no article; expected one`);
    const facts = { url: page.url, publisher: 'Paper', publisher_place: null, publisher_national: false };
    annotate({ id: page.url, text: article.text, title: article.title, ...facts, published_at: null }, extractor);
  }
  return count;
}
