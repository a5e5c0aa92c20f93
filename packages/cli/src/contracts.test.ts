// The contracts that other programs rely on: annotate, extract-body, parse-feed, explain, export.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { storyFeed, storyPage } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-contracts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text =
  'TUCSON, Ariz. — “We will not renew the contract with ICE,” Mayor Dana Ortega said Monday. The Tucson City Council voted against it.';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every object with start, end and text, at any depth. */
function spansIn(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spansIn);
  if (value === null || typeof value !== 'object') return [];
  const own = 'start' in value && 'end' in value && 'text' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

test('annotate gives one line for each line, in order, with the contract’s fields and nothing of the gold', async () => {
  const rows = [
    {
      id: 'a',
      text,
      quotes: ['gold'],
      secret: 'gold',
      publisher_place: { name: 'Tucson', admin1: 'AZ', geonameid: 1 },
    },
    { id: 7, text: '' },
    { id: 'c', text: 'Nothing here.', publisher_place: null, publisher_national: true },
  ];
  const { code, stdout } = await runProgram(['annotate'], rows.map((row) => JSON.stringify(row)).join('\n'));
  expect(code).toBe(0);
  const out = jsonLines(stdout);
  expect(out.map((row) => row.id)).toEqual(['a', 7, 'c']);
  for (const row of out)
    expect(Object.keys(row)).toEqual(['id', 'cities', 'places', 'people', 'officials', 'quotes', 'stances', 'notes']);
  expect(stdout).not.toContain('gold');
  const spans = spansIn(out[0]);
  expect(spans.length).toBeGreaterThan(3);
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
  expect(out[0]?.cities).toContainEqual(
    expect.objectContaining({ text: 'TUCSON', name: 'Tucson', state: 'AZ', geoid: '0477000', in_org: false }),
  );
  expect(out[0]?.quotes).toContainEqual(
    expect.objectContaining({
      kind: 'direct',
      speaker_name: 'Dana Ortega',
      cue: expect.objectContaining({ text: 'said' }),
    }),
  );
});

test('annotate names a bad line and goes on', async () => {
  const { code, stdout, stderr } = await runProgram(
    ['annotate'],
    '{"id":"a","text":"One."}\nnot json\n{"id":"b"}\n\n{"id":"c","text":"Two."}\n',
  );
  expect(code).toBe(1);
  expect(jsonLines(stdout).map((row) => row.id)).toEqual(['a', 'c']);
  expect(stderr).toMatch(/line 2 .*expected a JSON object with id and text/);
  expect(stderr).toMatch(/line 3 .*text/);
});

test('annotate gives the same bytes twice', async () => {
  const input = JSON.stringify({ id: 'a', text });
  expect((await runProgram(['annotate'], input)).stdout).toBe((await runProgram(['annotate'], input)).stdout);
});

test('extract-body reads files and folders, gzipped or not, and goes on after a broken one', async () => {
  writeFileSync(join(folder, 'one.html'), storyPage(1));
  writeFileSync(join(folder, 'two.html.gz'), gzipSync(storyPage(2)));
  writeFileSync(join(folder, 'three.html.gz'), Buffer.from([0x1f, 0x8b, 1, 2, 3]));
  writeFileSync(join(folder, 'notes.txt'), 'not a page');
  const { code, stdout, stderr } = await runProgram(['extract-body', folder]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/three\.html\.gz: .*expected HTML/);
  const out = jsonLines(stdout);
  expect(out.map((row) => row.id)).toEqual(['one', 'two']);
  expect(out[0]).toMatchObject({ status: 'ok', title: 'Mesa council weighs jail contract, item 1' });
  expect(String(out[0]?.body)).toMatch(/^MESA, Ariz\. — The Mesa City Council[\s\S]*come up in Mesa\.$/);
  for (const field of ['byline', 'published_at', 'modified_at', 'methods']) expect(out[0]).toHaveProperty(field);
});

test('parse-feed gives a line for each file and says which is no feed', async () => {
  writeFileSync(join(folder, 'feed.xml'), storyFeed('https://small.example', 2));
  writeFileSync(join(folder, 'page.xml'), '<!doctype html><html><body>Blocked</body></html>');
  const { code, stdout } = await runProgram(['parse-feed', join(folder, 'feed.xml'), join(folder, 'page.xml')]);
  expect(code).toBe(1);
  const [feed, page] = jsonLines(stdout);
  expect(feed).toMatchObject({ file: join(folder, 'feed.xml'), ok: true, feed: { title: 'Small site' }, warnings: [] });
  expect(feed?.entries).toHaveLength(2);
  expect(page).toMatchObject({ ok: false, entries: [] });
  expect(JSON.stringify(page?.warnings)).toMatch(/HTML/i);
});

test('explain tells a file in words, with rules and reasons', async () => {
  writeFileSync(join(folder, 'story.txt'), text);
  const { code, stdout } = await runProgram(['explain', join(folder, 'story.txt')]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Cities\n {2}Tucson, AZ: 2 mentions.*\[places\./);
  expect(stdout).toMatch(
    /Quotes\n {2}direct: “We will not renew the contract with ICE,”\n {4}Dana Ortega.*cue “said” \[quotes\./,
  );
  expect(stdout).toMatch(/Stances\n {2}.*opposes ice-agreement[\s\S]*because: /);
});
