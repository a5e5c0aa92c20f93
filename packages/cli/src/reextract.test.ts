// A changed pack over the archive, by the real program: what would change is shown, and written only when told to.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinesPack } from './testing/packs.ts';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { finesPage, html, type SmallSite, startSite, storyFeed, xml } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-reextract-test-'));
const packs = join(folder, 'packs');
const db = `sqlite:${join(folder, 'store.db')}`;
const stories = 4;
let site: SmallSite;

beforeAll(async () => {
  const pages = Array.from({ length: stories }, (_, i) => [`/story/${i + 1}`, html(finesPage(i + 1))] as const);
  site = await startSite({
    ...Object.fromEntries(pages),
    '/feed.xml': (request, response) => xml(storyFeed(`http://${request.headers.host}`, stories))(request, response),
  });
  const sources = join(folder, 'sources.yaml');
  writeFileSync(
    sources,
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 4}\nsources:\n  - {id: small, name: Small Site, home: {place: Tucson, state: AZ}, feeds: ['${site.url}/feed.xml']}\n`,
  );
  writeFinesPack(packs);
  const run = await runProgram(['run', '--once', '--sources', sources, '--db', db, '--packs', packs]);
  expect(run.code, run.stderr).toBe(0);
}, 240_000);

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const kinds = ['stories', 'cities', 'officials', 'quotes', 'stances', 'findings', 'decisions'] as const;

async function exported(store: Store, kind: (typeof kinds)[number]): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const row of store.exportRows(kind)) rows.push(row);
  return rows;
}

/** The positions on library fines, by story; a rejected stance is none. */
async function positions(store: Store): Promise<Record<string, unknown>> {
  const rows = (await exported(store, 'stances')).filter((row) => row.issue === 'library-fines');
  return Object.fromEntries(rows.map((row) => [row.story_id, row.position]));
}

/** A hash over every record, so that a difference of one character shows. */
async function everything(store: Store): Promise<string> {
  const rows = await Promise.all(kinds.map((kind) => exported(store, kind)));
  const views = await Promise.all(rows[0]?.map((story) => store.getStory(String(story.id))) ?? []);
  const all = JSON.stringify([await store.changesSince(0, 100_000), rows, views]);
  // Who works on the rules while this runs changes their version, which is then rightly written down.
  return createHash('sha256')
    .update(all.replaceAll(/"rules_?version":"\w+"/gi, ''))
    .digest('hex');
}

test('a changed pack is shown, weighed and written; decisions stay', { timeout: 240_000 }, async () => {
  const store = await openStore(db, { clock: systemClock });
  expect(Object.values(await positions(store))).toEqual(Array.from({ length: stories }, () => 'supports'));
  const { findings } = await store.listFindings({ kind: 'stance', limit: 100 });
  const fines = findings.filter(({ value }) => 'issue' in value && value.issue === 'library-fines');
  const [accepted, rejected] = fines;
  if (!accepted || !rejected) throw new Error('expected stances on library fines');
  await store.decide({ findingId: accepted.id, editor: 'kim', verdict: 'accept' });
  await store.decide({ findingId: rejected.id, editor: 'kim', verdict: 'reject' });

  const unchanged = await runProgram(['reextract', '--dry-run', '--db', db, '--packs', packs]);
  expect(unchanged.code, unchanged.stderr).toBe(0);
  expect(unchanged.stdout).toContain(`${stories} stories read with rules version`);
  expect(unchanged.stdout).toContain('no finding would change');

  writeFinesPack(packs, { version: '0.2.0', sign: -1 });
  const before = await everything(store);
  const dry = await runProgram(['reextract', '--dry-run', '--db', db, '--packs', packs]);
  expect(dry.code, dry.stderr).toBe(0);
  expect(dry.stdout).toMatch(/kind +issue +added +dropped +flipped +changed\nstance +library-fines +0 +0 +4 +0\n/);
  expect(dry.stdout).toContain("weighed by editors' decisions: mends 1 rejected, breaks 1 accepted");
  expect(dry.stdout).toMatch(
    /flipped\n {2}\S.* supports library-fines \[library-fines@0\.1\.0 .*\] → .* opposes library-fines \[library-fines@0\.2\.0 /,
  );
  expect(dry.stdout).toMatch(/against a decision\n.*\(accepted\)/);
  expect(dry.stdout).toContain('nothing was written; --publish writes it');
  expect(await everything(store)).toBe(before);

  const json = await runProgram(['reextract', '--dry-run', '--db', db, '--packs', packs, '--limit', '2', '--json']);
  expect(jsonLines(json.stdout)).toMatchObject([
    { stories: 2, unread: [], groups: [{ kind: 'stance', issue: 'library-fines', flipped: 2 }], published: null },
  ]);
  const one = await runProgram([
    'reextract',
    '--dry-run',
    '--db',
    db,
    '--packs',
    packs,
    '--story',
    accepted.storyId,
    '--json',
  ]);
  expect(jsonLines(one.stdout)).toMatchObject([
    { stories: 1, breaks: { accepted: 1 }, flips: [{ story_id: accepted.storyId }] },
  ]);

  const published = await runProgram(['reextract', '--publish', '--db', db, '--packs', packs]);
  expect(published.code, published.stderr).toBe(0);
  // The dry run took the stored articles, this one has read the pages again.
  const reportOf = (stdout: string) => stdout.slice(0, stdout.trimEnd().lastIndexOf('\n'));
  expect(reportOf(published.stdout)).toBe(reportOf(dry.stdout));
  expect(published.stdout).toMatch(/written: 4 stories read by these rules; findings: 0 new, 4 changed, 0 taken back/);
  const now = await store.getFinding(accepted.id);
  expect(now).toMatchObject({
    finding: {
      status: 'accepted',
      reopened: true,
      decidedValue: { position: 'supports' },
      value: { position: 'opposes' },
    },
    decisions: [{ verdict: 'accept' }],
  });
  const told = await positions(store);
  expect(told[accepted.storyId]).toBe('supports');
  expect(Object.values(told).sort()).toEqual(['opposes', 'opposes', 'supports']);

  const after = await everything(store);
  const again = await runProgram(['reextract', '--publish', '--db', db, '--packs', packs]);
  expect(again.stdout).toContain('no finding would change');
  expect(await everything(store)).toBe(after);
  await store.close();
});

test('the scorecard of a store counts what editors said of each rule', { timeout: 120_000 }, async () => {
  const { code, stdout, stderr } = await runProgram(['rules', 'scorecard', '--db', db, '--packs', packs, '--json']);
  expect(code, stderr).toBe(0);
  const [{ rules } = {}] = jsonLines(stdout) as { rules: { rule: string }[] }[];
  const frame = rules?.find(({ rule }) => rule === 'library-fines@0.2.0 late-fines');
  expect(frame).toMatchObject({ fired: 4, reviewed: 2, accepted: 1, precision: { value: 0.5 } });
});

test('a story that is not there is named', async () => {
  const { code, stderr } = await runProgram(['reextract', '--dry-run', '--db', db, '--story', 'https://none.example/']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/none\.example\/ is no saved story of .*expected/);
});
