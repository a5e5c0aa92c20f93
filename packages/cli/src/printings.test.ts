// A wire story at three outlets that one of them corrects: by the real program, from feeds to explanation.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { html, type SmallSite, startSite, storyPage, xml } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-printings-'));
const db = `sqlite:${join(folder, 'wire.db')}`;
const sources = join(folder, 'sources.yaml');
let site: SmallSite;
let isCorrected = false;

const wire = storyPage(1);
const [headline] = /(?<=<h1>).*(?=<\/h1>)/.exec(wire) ?? [''];
const shortened = wire.replace(/<p>Residents.*<\/p>/, '').replaceAll(headline, 'Council says no');
const notice = 'Correction: The hearing lasted an hour; an earlier version of this story said the evening.';
const corrected = (page: string) =>
  page.replace('lasted most of the evening', 'lasted an hour').replace('</article>', `<p>${notice}</p></article>`);

function feed(origin: string, paths: readonly string[]): string {
  const updated = isCorrected ? '2026-03-05T09:00:00Z' : '2026-03-04T09:00:00Z';
  const entries = paths.map(
    (path) =>
      `<entry><id>${path}</id><title>Jail contract</title><link href="${origin}${path}"/><updated>${updated}</updated></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>${entries.join('')}</feed>`;
}

const list =
  (paths: readonly string[]) =>
  (request: Parameters<ReturnType<typeof xml>>[0], response: Parameters<ReturnType<typeof xml>>[1]) =>
    xml(feed(`http://${request.headers.host}`, paths))(request, response);

const fetches: string[] = [];
const page = (path: string, body: () => string) => ({
  [path]: (request: Parameters<ReturnType<typeof html>>[0], response: Parameters<ReturnType<typeof html>>[1]) => {
    fetches.push(path);
    html(body())(request, response);
  },
});

beforeAll(async () => {
  site = await startSite({
    '/wire.xml': list(['/wire/1', '/wire/2', '/wire/3']),
    '/gazette.xml': list(['/gazette/1']),
    '/radio.xml': list(['/radio/1']),
    ...page('/wire/1', () => (isCorrected ? corrected(wire) : wire)),
    ...page('/wire/2', () => storyPage(43)),
    ...page('/wire/3', () => storyPage(85)),
    ...page('/gazette/1', () => wire),
    ...page('/radio/1', () => shortened),
  });
  const outlets = ['wire', 'gazette', 'radio'].map(
    (id) => `  - {id: ${id}, name: The ${id}, home: {place: Mesa, state: AZ}, feeds: ["${site.url}/${id}.xml"]}`,
  );
  writeFileSync(
    sources,
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0}\nsources:\n${outlets.slice(0, 1).join('\n')}\n`,
  );
  const first = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
  expect(first.code, first.stderr).toBe(0);
  writeFileSync(sources, `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0}\nsources:\n${outlets.join('\n')}\n`);
  const second = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
  expect(second.code, second.stderr).toBe(0);
}, 60_000);
afterAll(() => site.close());

it('links the printings to the first, keeps them all, and leaves one outlet’s similar stories alone', async () => {
  const { stdout } = await runProgram(['export', 'story_links', '--db', db]);
  expect(
    jsonLines(stdout)
      .map((row) => [row.source_id, row.kind, row.original_url])
      .sort(),
  ).toEqual([
    ['gazette', 'same-text', `${site.url}/wire/1`],
    ['radio', 'shortened', `${site.url}/wire/1`],
  ]);
  const stories = jsonLines((await runProgram(['export', 'stories', '--db', db])).stdout);
  expect(stories.map(({ state }) => state)).toEqual(Array(5).fill('saved'));
});

it('reads the corrected story again, and no other, and tells what changed', { timeout: 180_000 }, async () => {
  isCorrected = true;
  fetches.length = 0;
  const run = await runProgram(['run', '--once', '--sources', sources, '--db', db, '--json']);
  expect(run.code, run.stderr).toBe(0);
  // All five say in their feeds that they changed; only one has other bytes.
  expect(fetches.toSorted()).toEqual(['/gazette/1', '/radio/1', '/wire/1', '/wire/2', '/wire/3']);
  expect(jsonLines(run.stdout)[0]).toMatchObject({
    run: { counts: { unchanged: 4, fetched: 1, extracted: 1, saved: 1 } },
    store: { versions: 6 },
  });
  const { stdout } = await runProgram(['explain', `${site.url}/wire/1`, '--db', db]);
  expect(stdout).toContain(`corrected (text): ${notice}`);
  expect(stdout).toContain('[-most of the evening-]{+an hour+}');
  expect(stdout).toMatch(/ {2}The gazette: .* \(same-text, 100 % of the shorter text\)/);
  const radio = await runProgram(['explain', `${site.url}/radio/1`, '--db', db, '--json']);
  expect(jsonLines(radio.stdout)[0]).toMatchObject({
    printings: [{ kind: 'original', url: `${site.url}/wire/1` }, { kind: 'same-text' }],
    versions: [{ changes: null, correction: null }],
  });
});
