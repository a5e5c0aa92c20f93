// Feeds and pages broken in seeded ways, read in a thread with bounded memory as the program reads them: how many crash,
// how long the slowest takes, how much memory the whole process needs.
//   node scripts/mutate-hostile.ts [COUNT] [SEED]      exit 1 when one throws or takes over two seconds
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';
import { readPage } from '@civicwire/extract';
import { parseFeed, parseSitemap } from '@civicwire/ingest';

const count = Number(process.argv[2] ?? 10_000);
let state = Number(process.argv[3] ?? 1);
const slowMs = 2_000;
/** MiB. A thread that needs more dies, and the run fails. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
const upTo = (limit: number): number => Math.floor(random() * limit);

const fixtures = new URL('../packages/extract/fixtures/page/', import.meta.url);
const pages = readdirSync(fixtures).map((name) => readFileSync(new URL(`${name}/input.html`, fixtures)));
const item =
  '<item><title>Vote &amp; budget</title><link>https://a.example/1</link><pubDate>Wed, 18 Jun 2025 21:10:00 GMT</pubDate><description><![CDATA[<p>Text</p>]]></description></item>';
const feeds = [
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>T</title>${item.repeat(20)}</channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${'<entry><id>a</id><title type="html">&lt;b&gt;x</title><link href="/1"/></entry>'.repeat(20)}</feed>`,
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${'<url><loc>https://a.example/1</loc></url>'.repeat(20)}</urlset>`,
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', url: 'https://a.example/1', content_text: 'x' }],
  }),
].map((text) => Buffer.from(text));
const poisons = [
  '<',
  '>',
  '&',
  '&#x0;',
  '\0',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '"',
  '\u202e',
  '<div>'.repeat(500),
  '<b>'.repeat(200),
  '\xff\xfe',
  '&a;'.repeat(500),
];

/** One to eight injuries: a byte turned, a piece cut out, doubled or moved, something bad put in. */
function mutate(original: Uint8Array): Buffer {
  let bytes = Buffer.from(original);
  for (let injuries = 1 + upTo(8); injuries > 0 && bytes.length > 0; injuries--) {
    const at = upTo(bytes.length);
    const end = Math.min(bytes.length, at + 1 + upTo(400));
    const kind = upTo(6);
    if (kind === 0) bytes[at] = upTo(256);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    else if (kind === 3) bytes = bytes.subarray(0, at);
    else if (kind === 4) bytes = Buffer.concat([bytes.subarray(at, end), bytes.subarray(0, at), bytes.subarray(end)]);
    else
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(poisons[upTo(poisons.length)] ?? ''),
        bytes.subarray(at),
      ]);
  }
  return bytes;
}

if (isMainThread) {
  const thread = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), resourceLimits });
  const [code] = (await once(thread, 'exit')) as [number];
  console.log(`peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
  process.exitCode = code;
} else {
  process.exitCode = readAll() > 0 ? 1 : 0;
}

/** Reads all mutations, prints what became of them, and answers how many crashed or were too slow. */
function readAll(): number {
  const outcomes = new Map<string, number>();
  let slowest = 0;
  let failures = 0;
  for (let number = 0; number < count; number++) {
    const isPage = number % 2 === 0;
    const sources = isPage ? pages : feeds;
    const bytes = mutate(sources[upTo(sources.length)] ?? Buffer.alloc(0));
    const startedMs = performance.now();
    let outcome: string;
    try {
      if (isPage)
        outcome = `page ${readPage({ bytes, url: 'https://a.example/2025/06/18/x', contentType: null }).status}`;
      else {
        const feed = parseFeed(bytes, { url: 'https://a.example/feed' });
        parseSitemap(bytes, 'https://a.example/sitemap.xml');
        outcome = `feed ${feed.ok ? 'ok' : feed.reason}`;
      }
    } catch (error) {
      outcome = 'CRASH';
      failures += 1;
      console.error(`mutation ${number}: ${String(error)}`);
    }
    const ms = performance.now() - startedMs;
    if (ms > slowMs) {
      failures += 1;
      console.error(`mutation ${number}: ${ms.toFixed(0)} ms, ${bytes.length} bytes, ${outcome}`);
    }
    slowest = Math.max(slowest, ms);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  for (const [outcome, times] of [...outcomes].sort()) console.log(`${outcome.padEnd(24)}${String(times).padStart(7)}`);
  console.log(`${count} mutations, ${failures} crashed or over ${slowMs} ms, slowest ${slowest.toFixed(0)} ms`);
  return failures;
}
