// An outlet without a feed, read by its own list of stories: proposed, checked, polled, and alarmed when the list changes.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { html, type SmallSite, startSite, storyPage } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-index-page-'));
const sources = join(folder, 'sources.yaml');
const db = `sqlite:${join(folder, 'page.db')}`;
let site: SmallSite;
let className = 'story';

const card = (n: number) =>
  `<article class="${className}"><h2><a href="/story/${n}">Council weighs jail contract, item ${n}</a></h2><time datetime="2026-03-0${n}">March ${n}</time></article>`;
const front = () =>
  `<title>Mesa Courier | News</title><nav><a href="/about">About the paper and its people</a></nav><main>${[1, 2, 3, 4, 5].map(card).join('')}</main>`;

beforeAll(async () => {
  const pages = [1, 2, 3, 4, 5].map((n) => [`/story/${n}`, html(storyPage(n))] as const);
  site = await startSite({
    ...Object.fromEntries(pages),
    '/news': (request, response) => html(front())(request, response),
  });
  writeFileSync(sources, 'allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0}\nsources: []\n');
});
afterAll(() => site.close());

describe('an index page', () => {
  it('is proposed by source add when there is neither feed nor sitemap, with what it lists', async () => {
    const added = await runProgram(['source', 'add', `${site.url}/news`, '--home', 'Mesa, AZ', '--sources', sources]);
    expect(added.code, added.stderr).toBe(0);
    expect(added.stderr).toContain('proposed as an index page, which lists 5 stories by "article.story"');
    expect(added.stderr).toContain('  Council weighs jail contract, item 1');
    const written = readFileSync(sources, 'utf8');
    expect(written).toContain('list: article.story');
    expect(written).toContain('date: time');
  });

  it('is checked and polled like a feed', async () => {
    const checked = await runProgram(['source', 'check', '--sources', sources, '--json']);
    expect(jsonLines(checked.stdout)).toMatchObject([{ ok: true, stories: 5, newest: '2026-03-05', warnings: [] }]);
    const run = await runProgram(['run', '--once', '--sources', sources, '--db', db, '--json']);
    expect(run.code, run.stderr).toBe(0);
    expect(jsonLines(run.stdout)[0]).toMatchObject({ store: { feeds: 1, stories: 5, saved: 5 } });
    const rows = jsonLines((await runProgram(['export', 'stories', '--db', db])).stdout);
    expect(rows.map((row) => row.published_at).toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `2026-03-0${n}`));
  });

  it('whose list has changed fails by the name of its selector, and raises an alarm until it gives stories again', async () => {
    className = 'card';
    const words = 'list "article.story": found nothing on the page, expected an element for each story';
    const checked = await runProgram(['source', 'check', '--sources', sources]);
    expect([checked.code, checked.stdout]).toEqual([1, expect.stringContaining(words)]);
    const run = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`alarm of mesa-courier: an index page gives no stories: ${site.url}/news: ${words}`);
    expect((await runProgram(['status', '--db', db])).stdout).toContain(words);
    writeFileSync(sources, readFileSync(sources, 'utf8').replace('article.story', 'article.card'));
    const mended = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
    expect([mended.code, mended.stderr.includes('alarm of')]).toEqual([0, false]);
  });
});
