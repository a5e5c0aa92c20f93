import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { html, type SmallSite, startSite, storyFeed, xml } from './testing/small-site.ts';

let site: SmallSite;
const folder = mkdtempSync(join(tmpdir(), 'civicwire-source-'));
const file = join(folder, 'sources.yaml');

const start = (): string =>
  '# outlets of our county\nallow_addresses: [127.0.0.0/8] # the test site\npoliteness: {gap_ms: 0}\nsources: []\n';

beforeAll(async () => {
  site = await startSite({
    '/': html(
      '<title>Old Pueblo Dispatch | News</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/gone.xml">',
    ),
    '/feed.xml': (request, response) => xml(storyFeed(`http://${request.headers.host}`, 3))(request, response),
    '/robots.txt': (request, response) =>
      response.end(
        `Sitemap: http://${request.headers.host}/news.xml\nSitemap: http://${request.headers.host}/all.xml\n`,
      ),
    '/news.xml': (request, response) =>
      xml(
        `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://${request.headers.host}/story/1</loc><news:news><news:title>One</news:title><news:publication_date>2025-06-18</news:publication_date></news:news></url></urlset>`,
      )(request, response),
    '/all.xml': (request, response) =>
      xml(
        `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://${request.headers.host}/old</loc></url></urlset>`,
      )(request, response),
  });
});
afterAll(() => site.close());

describe('civicwire source', () => {
  it('add finds feeds and news sitemaps, keeps comments, and writes nothing on a dry run', async () => {
    writeFileSync(file, start());
    const args = ['source', 'add', `${site.url}/`, '--home', 'Tucson, az', '--sources', file, '--json'];
    const dry = await runProgram([...args, '--dry-run']);
    expect(dry.code, dry.stderr).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(start());
    const done = await runProgram(args);
    expect(jsonLines(done.stdout)).toEqual([
      {
        id: 'old-pueblo-dispatch',
        name: 'Old Pueblo Dispatch',
        home: { place: 'Tucson', state: 'AZ' },
        feeds: [`${site.url}/feed.xml`],
        sitemaps: [`${site.url}/news.xml`],
        index_pages: [],
        national: false,
        written: true,
      },
    ]);
    expect(done.stderr).toContain('a feed of comments');
    expect(done.stderr).toContain('/gone.xml: passed over');
    expect(readFileSync(file, 'utf8')).toContain('# the test site');
  });

  it('add says when there is nothing new, and asks for a home', async () => {
    const again = await runProgram(['source', 'add', `${site.url}/`, '--national', '--sources', file]);
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('in the list already'.replace('the list', file)),
    ]);
    const homeless = await runProgram(['source', 'add', `${site.url}/`, '--sources', file]);
    expect([homeless.code, homeless.stderr]).toEqual([2, expect.stringContaining('expected a place and a state')]);
  });

  it('check says what each feed holds', async () => {
    const checked = await runProgram(['source', 'check', '--sources', file, '--json']);
    expect(checked.code, checked.stderr).toBe(0);
    expect(jsonLines(checked.stdout)).toMatchObject([
      { source: 'old-pueblo-dispatch', ok: true, stories: 3, newest: null },
      { ok: true, stories: 1, newest: expect.stringContaining('2025-06-18') },
    ]);
    const unknown = await runProgram(['source', 'check', 'nobody', '--sources', file]);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('old-pueblo-dispatch')]);
  });

  it('import adds what is new in an OPML file, and list shows it', async () => {
    const opml = join(folder, 'feeds.opml');
    writeFileSync(
      opml,
      `<opml version="2.0"><body><outline text="Known" xmlUrl="${site.url}/feed.xml"/><outline text="Yuma Post" xmlUrl="https://yuma.example/rss"/></body></opml>`,
    );
    const imported = await runProgram(['source', 'import', opml, '--national', '--sources', file]);
    expect(imported.stderr).toContain('1 new, 1 in the list already');
    const listed = await runProgram(['source', 'list', '--sources', file]);
    expect(listed.stdout).toMatch(/old-pueblo-dispatch\s+on\s+Tucson, AZ[^\n]*\nyuma-post\s+on\s+national/);
  });
});
