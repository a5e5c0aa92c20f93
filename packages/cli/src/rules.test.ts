// The commands of those who write issue packs, by the real program: begin, check, test, explain, measure.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { finesPack, writeFinesPack } from './testing/packs.ts';
import { jsonLines, runProgram } from './testing/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-rules-'));
const own = join(folder, 'own');
writeFinesPack(own, { version: '1.2.3' });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A fresh folder with these files in it. */
function packsFolder(name: string, files: Readonly<Record<string, string>> = {}): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

const sentence = JSON.stringify({ id: 1, text: 'TEMPE, Ariz. — The Tempe City Council voted to end late fines.' });

test('a new pack loads and passes its own tests, and is never written over', async () => {
  const packs = join(folder, 'fresh');
  const made = await runProgram(['rules', 'new', 'leaf-blowers', '--packs', packs]);
  const file = join(packs, 'leaf-blowers.yaml');
  expect(made, made.stderr).toMatchObject({ code: 0, stdout: `${file}\n` });
  const linted = await runProgram(['rules', 'lint', '--packs', packs]);
  expect(linted.code, linted.stderr).toBe(0);
  expect(linted.stdout).toMatch(/leaf-blowers@0\.1\.0 +1 +3 +0 +0 +8 +1 /);
  const tested = await runProgram(['rules', 'test', file]);
  expect(tested.code, tested.stdout).toBe(0);
  expect(tested.stdout).toMatch(/8 passed, 0 failed, 1 todo\n$/);
  const text = readFileSync(file, 'utf8');
  for (const name of ['leaf-blowers', 'Leaf', 'immigration-enforcement']) {
    const again = await runProgram(['rules', 'new', name, '--packs', packs]);
    expect(again.code, again.stdout).toBe(2);
    expect(again.stderr).toMatch(/expected/);
  }
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('the pack of the how-to passes its own tests, as the how-to says', async () => {
  const guide = readFileSync(new URL('../../../docs/how-to/add-an-issue-pack.md', import.meta.url), 'utf8');
  const [, pack = ''] = /```yaml\n(# Late fines[\s\S]*?)```/.exec(guide) ?? [];
  const file = join(packsFolder('guide', { 'library-fines.yaml': pack }), 'library-fines.yaml');
  const { code, stdout, stderr } = await runProgram(['rules', 'test', file]);
  expect(code, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/15 passed, 0 failed, 1 todo\n$/);
});

test('a pack outside of the install adds stances, by flag or environment, named with its version', async () => {
  expect(jsonLines((await runProgram(['annotate'], sentence)).stdout)).toMatchObject([{ stances: [] }]);
  const expected = [
    {
      stances: [
        { issue: 'library-fines', position: 'supports', rule: 'library-fines@1.2.3 votes-for·ends·late-fines' },
      ],
    },
  ];
  expect(jsonLines((await runProgram(['annotate', '--packs', own], sentence)).stdout)).toMatchObject(expected);
  process.env.CIVICWIRE_PACKS = own;
  try {
    expect(jsonLines((await runProgram(['annotate'], sentence)).stdout)).toMatchObject(expected);
  } finally {
    delete process.env.CIVICWIRE_PACKS;
  }
});

test('a pack of the name of a shipped one takes its place, and the shipped ones can be extended', async () => {
  const text = finesPack().replaceAll('library-fines', 'immigration-enforcement');
  const packs = packsFolder('replacing', { 'mine.yaml': text });
  const { code, stdout, stderr } = await runProgram(['rules', 'lint', '--packs', packs, '--json']);
  expect(code, stderr).toBe(0);
  expect(stderr).toBe(
    `${join(packs, 'mine.yaml')}:1:7: pack "immigration-enforcement" takes the place of the shipped one\n`,
  );
  const [{ packs: listed } = {}] = jsonLines(stdout);
  expect(listed).toContainEqual(
    expect.objectContaining({ pack: 'immigration-enforcement', issues: 1, shipped: false }),
  );
});

const long = `# ${'x'.repeat(9_999_990)}\n`;
test.each([
  [
    'a cycle of extends',
    finesPack().replace('[core-polarity]', '[library-fines]'),
    /:3:11: circular extends: library-fines → library-fines/,
  ],
  ['an unknown key', finesPack().replace('sign:', 'sing:'), /:7:\d+: unknown key "sing", did you mean "sign"\?/],
  [
    'a catastrophic pattern',
    finesPack().replace('late (fee', '(late .{0,} )(fee'),
    /:7:\d+: found an unbounded or incomplete gap, expected \.\{least,most\}/,
  ],
  ['wrong indentation', finesPack().replace('\nversion', '\n  version'), /:\d+:\d+: not valid YAML: /],
  [
    'a duplicate id',
    finesPack().replace('tests:\n', '  late-fines: {issue: library-fines, sign: 1, kind: noun, match: "x"}\ntests:\n'),
    /:8:3: duplicate key "late-fines"/,
  ],
  ['an unknown term', finesPack().replace('"late (', '"<lat> ('), /:7:\d+: unknown term <lat>/],
  ['no near miss', finesPack().replace('near: [late-fines], ', ''), /:7:3: rule "late-fines" lacks a near miss/],
  ['ten megabytes', long, /:1:1: a file of 9999993 bytes, expected at most 1000000/],
  ['a hundred lists inside of each other', `pack: ${'['.repeat(100_000)}`, /:1:\d+: not valid YAML/],
])('a pack with %s gives one clear error at its place', async (name, text, words) => {
  const packs = packsFolder(`bad ${name}`, { 'library-fines.yaml': text });
  const file = join(packs, 'library-fines.yaml');
  const { code, stdout, stderr } = await runProgram(['annotate', '--packs', packs], sentence);
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr.split('\n').filter((line) => line.includes(file))).toHaveLength(1);
});

test('all problems of a pack are listed, as text and as JSON', async () => {
  const text = finesPack()
    .replace('issue: library-fines,', 'issue: fines,')
    .replace('rules: [late-fines]', 'rules: [late-fine]');
  const file = join(packsFolder('two', { 'fines.yaml': text }), 'fines.yaml');
  const { code, stdout, stderr } = await runProgram(['rules', 'lint', file, '--json']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^packs: 2 problems\n/);
  expect(jsonLines(stdout)).toMatchObject([
    {
      ok: false,
      problems: [
        { path: file, line: 7, column: 23 },
        { path: file, line: 9, message: expect.stringContaining('did you mean "late-fines"') },
      ],
    },
  ]);
});

test('a failing test is shown with its place, what was expected and what was found', async () => {
  const file = join(packsFolder('failing'), 'fines.yaml');
  writeFileSync(file, finesPack().replace('position: opposes', 'position: supports'));
  const { code, stdout } = await runProgram(['rules', 'test', file]);
  expect(code).toBe(1);
  expect(stdout).toContain(`${file}:10: failed: The council approved late fines.`);
  expect(stdout).toMatch(
    /expected: council supports library-fines\n {2}found: +council opposes library-fines \(vote, asserted\)/,
  );
  expect(stdout).toMatch(/2 passed, 1 failed, 0 todo\n$/);
});

test('an explanation shows what was found, the product, and the nearest rule that did not fire', async () => {
  const fired = await runProgram(['rules', 'explain', '--packs', own, 'The council refused to end late fines.']);
  expect(fired.stdout).toMatch(/found: frame late-fines: “late fines” \(−1 towards library-fines\)/);
  expect(fired.stdout).toMatch(/found: act ends: “end” \(−1\)/);
  expect(fired.stdout).toMatch(/= −1: council opposes library-fines/);
  const near = await runProgram(['rules', 'explain', 'The county turns inmates over to the state.', '--json']);
  expect(jsonLines(near.stdout)).toMatchObject([
    {
      sentences: [
        { stances: [], misses: [expect.anything(), expect.stringMatching(/^nearest rule hand-over: matched/)] },
      ],
      stances: [],
    },
  ]);
  const nothing = await runProgram(['rules', 'explain', 'It rained.']);
  expect(nothing.stdout).toBe('no issue phrase, and no rule that came near one\n');
});

test('a story is explained with what nearly was a stance', async () => {
  const file = join(folder, 'story.txt');
  writeFileSync(
    file,
    'The county turns inmates over to the state.\n\nThe Tempe City Council rejected a 287(g) agreement.',
  );
  const { stdout } = await runProgram(['explain', file]);
  expect(stdout).toMatch(/Stances\n {2}Tempe City Council .* opposes ice-agreement/);
  expect(stdout).toMatch(
    /Nearly\n {2}The county turns inmates over to the state\.?(?:\n {4}no stance: .*)*\n {4}no stance: nearest rule hand-over/,
  );
});

test('a scorecard over a folder counts what fired, and lists rules that never did', async () => {
  const stories = packsFolder('stories', {
    'a.txt': 'The Tempe City Council voted to end late fines.',
    'b.jsonl': `${JSON.stringify({ id: 'b', text: 'The Mesa City Council approved late fines.' })}\nnot json\n`,
    'c.html': '<!doctype html><title>x</title>',
  });
  const { code, stdout, stderr } = await runProgram([
    'rules',
    'scorecard',
    '--folder',
    stories,
    '--packs',
    own,
    '--json',
  ]);
  expect(code, stderr).toBe(1);
  expect(stderr).toMatch(
    /b\.jsonl:2: .*expected a JSON object[\s\S]*c\.html: no article[\s\S]*2 stories, 2 files could not be read/,
  );
  const [{ rules } = {}] = jsonLines(stdout);
  expect(rules).toContainEqual(
    expect.objectContaining({
      rule: 'library-fines@1.2.3 late-fines',
      type: 'frame',
      fired: 2,
      reviewed: 0,
      precision: null,
    }),
  );
  expect(rules).toContainEqual(
    expect.objectContaining({ rule: expect.stringMatching(/^core-polarity@\S+ ends$/), type: 'act', fired: 1 }),
  );
  expect(rules).toContainEqual(expect.objectContaining({ rule: expect.stringContaining(' join-ice'), fired: 0 }));
  const table = await runProgram(['rules', 'scorecard', '--folder', stories]);
  expect(table.stdout).toMatch(
    /^rule +type +fired +overlaps +conflicts +reviewed +accepted +precision +95 % interval\n/,
  );
});

test.each([
  [
    'a folder of packs that is not there',
    ['annotate', '--packs', '/no/such/packs'],
    /\/no\/such\/packs: .*expected a folder of packs/,
  ],
  [
    'a pack that is not there',
    ['rules', 'lint', '/no/such/pack.yaml'],
    /\/no\/such\/pack\.yaml:1:1: .*expected a pack/,
  ],
  ['a folder without stories', ['rules', 'scorecard', '--folder', '/proc/self/task'], /no stories; expected/],
  ['reextract without saying what', ['reextract'], /expected either --dry-run .* or --publish/],
  ['a limit that is none', ['reextract', '--dry-run', '--limit', 'all'], /"all"; expected a number/],
] as const)('%s is a message, not a stack', async (_, args, words) => {
  const { code, stderr } = await runProgram(args);
  expect(code, stderr).toBe(2);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});
