// An operator's rules for an outlet, through whole runs: what they keep and remove, their days, and the switch of a feed.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { html, type SmallSite, startSite, storyFeed, storyPage, xml } from './testing/small-site.ts';

// Each test starts several programs, which take seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'civicwire-source-rules-'));
const sources = join(folder, 'sources.yaml');
const db = `sqlite:${join(folder, 'rules.db')}`;
const raffle =
  '<section class="raffle"><p>The raffle of the paper ends on Friday, and every reader who sends in a coupon may win a bicycle.</p></section>';
let site: SmallSite;

/** The list with these lines for its one source, whose sports feed is off. */
function writeSources(lines: string): void {
  writeFileSync(
    sources,
    `allow_addresses: [127.0.0.0/8]
politeness: {gap_ms: 0}
sources:
  - name: Courier
    home: {place: Mesa, state: AZ}
    feeds: ["${site.url}/feed.xml", {url: "${site.url}/sports.xml", off: true}]
${lines}`,
  );
}

beforeAll(async () => {
  const page = (n: number) =>
    html(storyPage(n).replace('</article>', `${raffle}</article><p class="day">March ${n}, 2026</p>`));
  site = await startSite({
    '/story/1': page(1),
    '/story/2': page(2),
    '/story/3': page(3),
    '/feed.xml': (request, response) => xml(storyFeed(`http://${request.headers.host}`, 2))(request, response),
    '/sports.xml': (request, response) => xml(storyFeed(`http://${request.headers.host}`, 3))(request, response),
  });
});
afterAll(() => site.close());

async function stories() {
  return jsonLines((await runProgram(['export', 'stories', '--db', db])).stdout).toSorted((one, other) =>
    String(one.url) < String(other.url) ? -1 : 1,
  );
}

async function runOnce(): Promise<void> {
  const run = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
  expect(run.code, run.stderr).toBe(0);
}

describe('the rules of an outlet', () => {
  it('hold for the pages of their days, and an address that is off is not polled', async () => {
    writeSources('    body_rules:\n      - {until: 2020-01-01, remove: .raffle, date: .day}\n');
    await runOnce();
    const found = await stories();
    expect(found).toHaveLength(2);
    for (const { text, rules_version } of found) {
      expect(text).toContain('win a bicycle');
      expect(rules_version).toBe(found[0]?.rules_version);
    }
  });

  it('are applied when the archive is read again, under a version of their own', async () => {
    const before = await stories();
    writeSources('    body_rules:\n      - {from: 2020-01-01, remove: .raffle, date: .day}\n');
    await runOnce();
    const again = await runProgram(['reextract', '--publish', '--db', db]);
    expect(again.code, again.stderr).toBe(0);
    const after = await stories();
    expect(after.map((row) => row.published_at)).toEqual(['2026-03-01', '2026-03-02']);
    for (const { text } of after) expect(text).not.toContain('win a bicycle');
    expect(after[0]?.rules_version).not.toBe(before[0]?.rules_version);
    expect(new Set(after.map((row) => row.rules_version)).size).toBe(1);
    const third = await runProgram(['reextract', '--dry-run', '--db', db, '--json']);
    expect(jsonLines(third.stdout)[0]).toMatchObject({ stories: 2, new_versions: 0 });
  });

  it('are checked: a selector that finds nothing on the newest stories is named', async () => {
    const good = await runProgram(['source', 'check', '--sources', sources, '--json']);
    expect(jsonLines(good.stdout)[0]).toMatchObject({ ok: true, rule_problems: [] });
    writeSources('    body_rules:\n      - {keep: .story-text, remove: .raffle}\n');
    const checked = await runProgram(['source', 'check', '--sources', sources]);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('failed: source rule: keep ".story-text": found nothing on 2 stories');
    expect(checked.stdout).not.toContain('remove ".raffle"');
  });

  it('with a fault stop the run before anything is polled, at the place of the fault', async () => {
    writeSources('    body_rules:\n      - {keep: "p:has(a)"}\n');
    const run = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('sources.yaml:8:16: sources[0].body_rules[0].keep: found "p:has(a)"');
  });
});

it('a source that is off between two days is not polled on them, and is listed as off', async () => {
  writeSources('    off: {from: 2020-01-01}\n');
  const planned = await runProgram(['run', '--dry-run', '--sources', sources, '--db', db]);
  expect(planned.stdout.match(/switched off/g)).toHaveLength(2);
  expect((await runProgram(['source', 'list', '--sources', sources])).stdout).toMatch(/courier\s+off/);
  const run = await runProgram([
    'run',
    '--once',
    '--sources',
    sources,
    '--db',
    join(`sqlite:${folder}`, 'off.db'),
    '--json',
  ]);
  expect(jsonLines(run.stdout)[0]).toMatchObject({ run: { counts: { polled: 0 } }, store: { stories: 0 } });
  writeSources('    off: {until: 2020-01-01}\n');
  expect((await runProgram(['source', 'list', '--sources', sources])).stdout).toMatch(/courier\s+on/);
});
