// `civicwire officials …` on the real program: from stories to one record a person, reviewed, undone, and refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { type SmallSite, startStorySite } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-officials-'));
const db = `sqlite:${join(folder, 'store.db')}`;
let site: SmallSite;

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function officials(...args: readonly string[]) {
  return runProgram(['officials', ...args, '--db', db]);
}

async function listed(...args: readonly string[]): Promise<Record<string, unknown>[]> {
  return jsonLines((await officials('list', '--json', ...args)).stdout);
}

const chiefs = async () => (await listed()).filter(({ name }) => name === 'Alma Reyes');
const by = ['--editor', 'kim', '--reason', 'her page at the city says so'];

beforeAll(async () => {
  site = await startStorySite(8);
  const sources = write(
    'sources.yaml',
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 4}\nsources:\n  - {id: wire, name: Wire, national: true, feeds: ['${site.url}/feed.xml']}\n`,
  );
  const { code, stderr } = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
  expect(code, stderr).toBe(0);
}, 60_000);

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

test('list has one record for a name, role and place, over stories', async () => {
  const { code, stdout } = await officials('list');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^official +name +title +jurisdiction +stories +seen +roster\n/);
  expect(stdout).toMatch(/Alma Reyes +Police Chief +Mesa, AZ +2/);
  expect((await chiefs()).map(({ jurisdiction, findings }) => [jurisdiction, findings])).toContainEqual([
    'Mesa, AZ',
    2,
  ]);
});

test('candidates, merge, show, split and undo lead back to where they began', { timeout: 120_000 }, async () => {
  const before = await listed();
  const { stdout: pairs } = await officials('candidates');
  expect(pairs).toMatch(/fair: same name, same role; but jurisdiction differs\n {2}\w{12} {2}Alma Reyes, Police Chief/);
  const [a, b] = (await chiefs()).map(({ id }) => String(id));
  const merge = ['merge', (b ?? '').slice(0, 12), a ?? '', ...by];
  expect((await officials(...merge, '--dry-run')).stdout).toMatch(/^dry run, nothing written/);
  expect(await listed()).toEqual(before);
  const { stdout: merged } = await officials(...merge);
  const decision = /^decision (\w{32}): merge/.exec(merged)?.[1] ?? '';
  expect((await officials(...merge)).stdout).toBe('nothing to do: it stands so already\n');
  const { stdout: shown } = await officials('show', b ?? '');
  expect(shown).toMatch(
    /Alma Reyes, Police Chief, [\s\S]*merged into it\n[\s\S]*decisions\n.*merge by kim, .*: her page/,
  );
  const quotes = jsonLines((await runProgram(['export', 'stances', '--db', db])).stdout);
  expect(quotes[0]).toHaveProperty('official_name');
  const [{ stories = [] } = {}] = jsonLines((await officials('show', a ?? '', '--json')).stdout) as {
    stories?: { story_id: string }[];
  }[];
  const split = await officials('split', a ?? '', '--story', stories[0]?.story_id ?? '', ...by, '--json');
  const [{ decision: second } = {}] = jsonLines(split.stdout) as { decision?: { id: string } }[];
  expect(await listed()).not.toEqual(before);
  for (const id of [second?.id ?? '', decision]) expect((await officials('undo', id, ...by)).code).toBe(0);
  expect(await listed()).toEqual(before);
});

test('a roster of either form is imported, bad lines are named, and nobody is renamed', async () => {
  const term = { name: 'Alma B. Reyes', role: 'police chief', start: '2019-01-01', end: null };
  const division = 'ocd-jurisdiction/country:us/state:az/place:mesa/government';
  const lines = [JSON.stringify({ ...term, jurisdiction: division }), '{"name": 1}', 'no json'];
  const jsonl = write('chiefs.jsonl', `${lines.join('\n')}\n`);
  const facts = ['--licence', 'CC0-1.0', '--as-of', '2026-10-01'];
  const { code, stdout, stderr } = await officials('roster', jsonl, ...facts);
  expect(code).toBe(1);
  expect(stdout).toBe('chiefs: 1 added, 0 updated, 0 unchanged, 0 without first and last name, 2 unreadable\n');
  expect(stderr).toMatch(/chiefs\.jsonl:2: name.*expected/);
  expect(stderr).toMatch(/chiefs\.jsonl:3: .*expected/);
  const csv = write(
    'mayors.csv',
    'name,role,jurisdiction,start,end\n"Reyes, Jr., Alma",police chief,"Tempe, AZ",2001,2002\n',
  );
  expect((await officials('roster', csv, ...facts, '--dry-run')).stdout).toMatch(/^dry run, .*mayors: 1 added/);
  const suggested = (await chiefs()).find(({ roster }) => roster !== null) as {
    id: string;
    roster: { entry: { id: string } };
  };
  expect(suggested).toMatchObject({ name: 'Alma Reyes', jurisdiction: 'Mesa, AZ', roster_entry_id: null });
  const link = await officials('link', suggested.id, suggested.roster.entry.id, ...by);
  expect(link.stdout).toMatch(/linked to roster entry/);
  expect((await listed('--unlinked')).map(({ id }) => id)).not.toContain(suggested.id);
});

test.each([
  ['an unknown official', ['show', 'ffffffff'], /official ffffffff.*expected/],
  ['an id that is none', ['show', 'Alma'], /official Alma.*expected an id/],
  ['a merge without a reason', ['merge', 'ffffff', 'eeeeee', '--editor', 'kim'], /--reason/],
  ['a split without a story', ['split', 'ffffff', ...by], /--story/],
  ['a decision that nobody made', ['undo', 'ffffff', ...by], /ffffff.*expected/],
  [
    'a roster that is not there',
    ['roster', '/no/such.csv', '--licence', 'x', '--as-of', '2026-01-01'],
    /such\.csv.*expected/,
  ],
  ['a roster without a licence', ['roster', '/no/such.csv', '--as-of', '2026-01-01'], /--licence/],
])('%s is a message, not a stack (exit code 2)', async (_, args, words) => {
  const { code, stdout, stderr } = await officials(...args);
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a roster with other columns or a date that is none is refused', async () => {
  const csv = write('other.csv', 'who,what\nAlma,chief\n');
  const facts = ['--licence', 'CC0-1.0', '--as-of', '2026-10-01'];
  expect(await officials('roster', csv, ...facts)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/other\.csv:1: .*name, role/),
  });
  const good = write('good.csv', 'name,role,jurisdiction,start,end\n');
  const bad = await officials('roster', good, '--licence', 'CC0-1.0', '--as-of', 'May');
  expect(bad).toMatchObject({ code: 2, stderr: expect.stringMatching(/"May".*expected YYYY-MM-DD/) });
});
