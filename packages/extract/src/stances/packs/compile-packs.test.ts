// Bad packs are refused with the place of each fault, and good ones compile.
import { expect, test } from 'vitest';
import { compilePacks } from './compile-packs.ts';
import { formatProblem } from './problem.ts';

const head = 'pack: demo\nversion: 0.1.0\nissues:\n  parks: {proposition: The city should build parks.}\n';
const tests = `tests:
  - {text: "The council approved a park.", rules: [park], expect: [{holder: council, issue: parks, position: supports}]}
  - {text: "The council parked.", near: [park], expect: none}
`;
const good = `${head}terms:
  park: {any: ["park", "parks"]}
frames:
  park: {issue: parks, sign: 1, kind: noun, match: "a <park>"}
${tests}`;

const stepsOf = (terms: string): string => `pack: big\nversion: 0.1.0\nterms:\n${terms}never: ["<t0> x"]\n`;

function problemsOf(...texts: readonly string[]): readonly string[] {
  const outcome = compilePacks(texts.map((text, i) => ({ path: i === 0 ? 'demo.yaml' : `demo-${i}.yaml`, text })));
  return outcome.ok ? [] : outcome.problems.map(formatProblem);
}

test('a good pack compiles and its todos are counted', () => {
  const outcome = compilePacks([{ path: 'demo.yaml', text: `${good}  - {text: "A park may come.", todo: a modal}\n` }]);
  expect(outcome).toMatchObject({ ok: true, packs: { packs: [{ pack: 'demo', frames: 1, tests: 2, todo: 1 }] } });
});

test('a misspelt term is named with its place and the nearest known one', () => {
  expect(problemsOf(good.replace('a <park>', 'a <prak>'))).toEqual([
    'demo.yaml:8:55: unknown term <prak>, did you mean <park>?',
  ]);
});

test('an unknown key is named with its place and the nearest known one', () => {
  expect(problemsOf(good.replace('sign: 1', 'sgin: 1'))).toEqual([
    'demo.yaml:8:30: unknown key "sgin", did you mean "sign"?',
  ]);
});

test('a key of another kind of rule is no misspelling', () => {
  expect(problemsOf(good.replace('sign: 1', 'sign: 1, text: y'))).toContain(
    'demo.yaml:8:39: the key "text" does not belong in frames.park',
  );
});

test('a frame without a near miss does not load', () => {
  expect(problemsOf(good.replace('near: [park], ', ''))).toEqual([
    'demo.yaml:8:3: rule "park" lacks a near miss that lists it under "near"',
  ]);
});

test('an unknown issue, an unknown rule in a test and an open pattern are all listed', () => {
  const bad = good
    .replace('issue: parks, sign', 'issue: park, sign')
    .replace('rules: [park]', 'rules: [parc]')
    .replace('a <park>', '.{0,3} park');
  const problems = problemsOf(bad).join('\n');
  expect(problems).toContain('unknown issue "park", did you mean "parks"?');
  expect(problems).toContain('unknown rule "parc", did you mean "park"?');
  expect(problems).toContain('found a gap or number at the beginning');
});

test.each([
  ['(a <park>', 'expected ")" for this group'],
  ['a .* park', 'unbounded or incomplete gap'],
  ['a .{0,99} park', 'at most 12'],
  ['a | | park', 'expected a word, a <term> or a group'],
])('the pattern "%s" is refused where it fails', (pattern, message) => {
  expect(problemsOf(good.replace('a <park>', pattern)).join('\n')).toContain(message);
});

test('wrong indentation and a duplicate key are faults of the file at a line', () => {
  expect(problemsOf('pack: demo\n version: 0.1.0\n')[0]).toMatch(/^demo\.yaml:\d+:\d+: not valid YAML/);
  expect(
    problemsOf(good.replace('frames:\n', 'frames:\n  park: {issue: parks, sign: 1, kind: noun, match: "x"}\n'))[0],
  ).toBe('demo.yaml:9:3: duplicate key "park", expected each once');
});

test('circular extends, a missing base and a circular term are each one clear problem', () => {
  const a = good.replace('version: 0.1.0\n', 'version: 0.1.0\nextends: [other]\n');
  const b = 'pack: other\nversion: 0.1.0\nextends: [demo]\n';
  expect(problemsOf(a, b).join('\n')).toContain('circular extends: demo → other → demo');
  expect(problemsOf(good.replace('version: 0.1.0\n', 'version: 0.1.0\nextends: [core]\n'))[0]).toContain(
    'unknown pack "core"',
  );
  expect(problemsOf(good.replace('"park", "parks"', '"<park> x"')).join('\n')).toContain('circular term: park → park');
});

test('two packs of one name and a file of ten megabytes are refused', () => {
  expect(problemsOf(good, good)[0]).toContain('duplicate pack "demo", also in demo.yaml');
  expect(problemsOf(`# ${'x'.repeat(10_000_000)}`)[0]).toContain('expected at most 1000000');
});

test('a pack of a user takes the place of the shipped one of its name, and says so', () => {
  const own = good.replace('version: 0.1.0', 'version: 9.0.0');
  const outcome = compilePacks([
    { path: 'mine.yaml', text: own },
    { path: 'demo.yaml', text: good, shipped: true },
  ]);
  expect(outcome).toMatchObject({ ok: true, packs: { packs: [{ version: '9.0.0', shipped: false }] } });
  expect(outcome.ok && outcome.notes.map(formatProblem)).toEqual([
    'mine.yaml:1:7: pack "demo" takes the place of the shipped one',
  ]);
});

test('an issue and a rule belong to one pack', () => {
  const other = good.replace('pack: demo', 'pack: other').replace('version: 0.1.0', 'version: 0.1.0\nextends: [demo]');
  expect(problemsOf(good, other)).toEqual([
    'demo-1.yaml:5:3: duplicate issue "parks", the pack "demo" has one of that name; expected an id of its own',
    'demo-1.yaml:9:3: duplicate rule id "park", already in demo',
  ]);
});

test('what would cost without bound is refused: aliases, deep groups, terms that multiply, deep nesting', () => {
  const alias = 'a: &a [x, x]\npack: *a\n';
  expect(problemsOf(alias)).toEqual([expect.stringContaining('demo.yaml:2:7: found an alias (*), expected')]);
  const groups = good.replace('a <park>', `${'('.repeat(20_000)}park${')'.repeat(20_000)}`);
  expect(problemsOf(groups)).toEqual([expect.stringContaining('more than 20 groups inside of each other')]);
  const laughs = Array.from({ length: 25 }, (_, i) => `  t${i}: {any: ["<t${i + 1}> <t${i + 1}>"]}\n`).join('');
  expect(problemsOf(stepsOf(`${laughs}  t25: {any: [ha]}\n`))).toEqual([
    expect.stringMatching(
      /^demo\.yaml:30:9: found a pattern that its terms make \d+ steps long, expected at most 5000$/,
    ),
  ]);
  const chain = Array.from({ length: 20_000 }, (_, i) => `  t${i}: {any: ["<t${i + 1}>"]}\n`).join('');
  expect(problemsOf(stepsOf(`${chain}  t20000: {any: [ha]}\n`))[0]).toMatch(/more than 30 terms inside of each other/);
  const many = `  t0: {any: ["${Array.from({ length: 4_000 }, (_, i) => `w${i}`).join(' | ')}"]}\n`;
  const list = Array.from({ length: 60 }, () => '"<t0> x"').join(', ');
  expect(problemsOf(stepsOf(many).replace('"<t0> x"', list))).toEqual([
    expect.stringContaining('more than 200000 steps'),
  ]);
  expect(problemsOf(`pack: ${'['.repeat(50_000)}`)).toEqual([expect.stringContaining('not valid YAML')]);
});
