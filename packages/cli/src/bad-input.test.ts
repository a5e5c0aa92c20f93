// Bad input gives a clear message (thing, place, what was expected) and the right exit code; everything else goes on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { type Answer, html, type SmallSite, startSite, storyFeed, storyPage, xml } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-bad-input-'));
let site: SmallSite;

/** 200 MB of comment, as fast as the reader takes it. */
const endless: Answer = (_, response) => {
  response.setHeader('content-type', 'application/xml');
  const chunk = Buffer.alloc(1 << 20, 0x20);
  let sent = 0;
  const send = (): void => {
    while (sent < 200 && !response.destroyed) {
      sent++;
      if (!response.write(chunk)) return void response.once('drain', send);
    }
    response.end();
  };
  response.write('<?xml version="1.0"?><rss><channel><!--');
  send();
};

/** Declared as UTF-8, written in windows-1252: the quotation marks and the ñ are single bytes. */
const wrongCharset: Answer = (_, response) => {
  const page = storyPage(2).replaceAll('Alma Reyes', 'Alma Reyes Muñoz').replaceAll('Ariz. — The', 'Ariz. - The');
  const bytes = Buffer.from(page.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1');
  response.setHeader('content-type', 'text/html; charset=utf-8').end(bytes);
};

beforeAll(async () => {
  site = await startSite({
    '/good.xml': (request, response) => xml(storyFeed(`http://${request.headers.host}`, 2))(request, response),
    '/story/1': html(storyPage(1)),
    '/story/2': wrongCharset,
    '/page.xml': html(
      '<!doctype html><html><head><title>Blocked</title></head><body><h1>Access denied</h1></body></html>',
    ),
    '/empty.xml': xml(''),
    '/endless.xml': endless,
  });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeSources(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('bad feeds are named with what was expected, and the good ones go on', { timeout: 120_000 }, async () => {
  const feeds = ['page.xml', 'empty.xml', 'endless.xml', 'missing.xml'].map((name) => `${site.url}/${name}`);
  const file = writeSources(
    'sources.yaml',
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 4}\nsources:\n  - {id: bad, name: Bad, national: true, feeds: [${feeds.map((url) => `'${url}'`).join(', ')}, 'http://127.0.0.1:9/feed.xml']}\n  - {id: good, name: Good, home: {place: Mesa, state: AZ}, feeds: ['${site.url}/good.xml']}\n`,
  );
  const db = `sqlite:${join(folder, 'store.db')}`;
  const { code, stdout, stderr } = await runProgram(['run', '--once', '--sources', file, '--db', db]);
  expect(code, stderr).toBe(1);
  expect(stdout).toMatch(/stories saved\s+2\s+2/);
  for (const [address, words] of [
    ['/page.xml', /HTML/i],
    ['/empty.xml', /empty/i],
    ['/endless.xml', /bytes|large/i],
    ['/missing.xml', /404/],
    ['http://127.0.0.1:9/feed.xml', /refused|connect/i],
  ] as const) {
    const line = stderr.split('\n').find((candidate) => candidate.includes(address));
    expect(line, `${address} in\n${stderr}`).toBeDefined();
    expect(line).toMatch(words);
    expect(line).toMatch(/expected/);
  }
  const stories = jsonLines((await runProgram(['export', 'findings', '--db', db])).stdout);
  expect(JSON.stringify(stories)).toContain('Reyes Muñoz');
});

test.each([
  ['an unknown flag', ['run', '--sorces', 'x.yaml'], /--sorces/, 2],
  ['an unknown command', ['anotate'], /anotate[\s\S]*annotate/, 2],
  [
    'a sources file that is not there',
    ['run', '--once', '--sources', '/no/such/sources.yaml'],
    /\/no\/such\/sources\.yaml.*expected/,
    2,
  ],
  ['a database that cannot be', ['status', '--db', 'sqlite:/dev/null/folder/store.db'], /\/dev\/null.*expected/s, 2],
  ['a database of another kind', ['status', '--db', 'mysql://x'], /mysql:\/\/x.*expected/, 2],
  [
    'a PostgreSQL server that is not there',
    ['status', '--db', 'postgres://nobody@127.0.0.1:9/none'],
    /127\.0\.0\.1:9.*expected/s,
    3,
  ],
  ['an unknown kind of record', ['export', 'opinions'], /opinions.*expected one of stories/, 2],
  ['an unknown format', ['export', '--format', 'xlsx'], /xlsx.*jsonl/s, 2],
  ['a port that is none', ['review', '--port', 'eighty'], /eighty.*expected a number/, 2],
  [
    'a story that nobody knows',
    ['explain', 'https://example.org/none', '--db', `sqlite:${join(folder, 'other.db')}`],
    /example\.org\/none.*expected/,
    2,
  ],
  ['a page that is not there', ['extract-body', '/no/such/page.html'], /\/no\/such\/page\.html.*expected/, 2],
  ['a feed that is not there', ['parse-feed', '/no/such/feed.xml'], /\/no\/such\/feed\.xml.*expected/, 2],
] as const)('%s is a message, not a stack', async (_, args, words, expected) => {
  const { code, stdout, stderr } = await runProgram(args);
  expect(code, stderr).toBe(expected);
  expect(stdout).toBe('');
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a malformed list of sources is refused with every problem at its line', async () => {
  const file = writeSources(
    'malformed.yaml',
    'sources:\n  - name: One\n    feed: [https://one.example/rss]\n  - name: Two\n    home: {place: Mesa, state: Arizona}\n    feeds: [not-an-address]\n',
  );
  const { code, stderr } = await runProgram(['run', '--once', '--sources', file]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/malformed\.yaml:3:5: .*"feed".*did you mean "feeds"/);
  expect(stderr).toMatch(/malformed\.yaml:5:\d+: .*state/);
  expect(stderr).toMatch(/malformed\.yaml:6:\d+: .*not-an-address/);
});
