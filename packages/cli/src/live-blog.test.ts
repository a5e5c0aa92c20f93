// A live blog through a whole run: dropped by its name while it is one, read when it has become a story.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { html, type SmallSite, startSite, storyPage, xml } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-live-blog-'));
const sources = join(folder, 'sources.yaml');
const db = `sqlite:${join(folder, 'live.db')}`;
let site: SmallSite;
let updated = '2026-03-04T20:00:00Z';
let livePage = liveBlog();

/** Story 2 as it was told in the evening, entry by entry. */
function liveBlog(): string {
  const data = { '@type': 'LiveBlogPosting', headline: 'Tempe council, live', liveBlogUpdate: [{}, {}] };
  const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  return storyPage(2).replace('</head>', `${script}</head>`);
}

beforeAll(async () => {
  const entry = (url: string, n: number, changed: string) =>
    `<entry><id>${url}/story/${n}</id><title>Story ${n}</title><link href="${url}/story/${n}"/><updated>${changed}</updated></entry>`;
  site = await startSite({
    '/story/1': html(storyPage(1)),
    '/story/2': (request, response) => html(livePage)(request, response),
    '/feed.xml': (request, response) => {
      const url = `http://${request.headers.host}`;
      const entries = `${entry(url, 1, '2026-03-04T20:00:00Z')}${entry(url, 2, updated)}`;
      xml(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Small site</title>${entries}</feed>`)(request, response);
    },
  });
  writeFileSync(
    sources,
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0}\nsources:\n  - {name: Courier, home: {place: Mesa, state: AZ}, feeds: ["${site.url}/feed.xml"]}\n`,
  );
});
afterAll(() => site.close());

async function runOnce() {
  const run = await runProgram(['run', '--once', '--sources', sources, '--db', db, '--json']);
  expect(run.code, run.stderr).toBe(0);
  const rows = jsonLines((await runProgram(['export', 'stories', '--db', db])).stdout);
  return rows.map((row) => [String(row.url).slice(-1), row.state, row.drop_reason]).toSorted();
}

it('a live blog is dropped by its name, and read once it has become a story', async () => {
  expect(await runOnce()).toEqual([
    ['1', 'saved', null],
    ['2', 'dropped', 'live-blog'],
  ]);
  livePage = storyPage(2);
  updated = '2026-03-05T08:00:00Z';
  expect(await runOnce()).toEqual([
    ['1', 'saved', null],
    ['2', 'saved', null],
  ]);
}, 120_000);
