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

function problemsOf(...texts: readonly string[]): readonly string[] {
  const outcome = compilePacks(texts.map((text, i) => ({ path: i === 0 ? 'demo.yaml' : `demo-${i}.yaml`, text })));
  return outcome.ok ? [] : outcome.problems.map(formatProblem);
}

test('a good pack compiles and its todos are counted', () => {
  const outcome = compilePacks([{ path: 'demo.yaml', text: `${good}  - {text: "A park may come.", todo: a modal}\n` }]);
  expect(outcome).toMatchObject({ ok: true, todo: 1 });
});

test('a misspelt term is named with its place and the nearest known one', () => {
  expect(problemsOf(good.replace('a <park>', 'a <prak>'))).toEqual([
    'demo.yaml:8:55: unknown term <prak>, did you mean <park>?',
  ]);
});

test('an unknown key is named with its place and the nearest known one', () => {
  expect(problemsOf(good.replace('sign: 1', 'sgin: 1'))).toContain(
    'demo.yaml:8:30: unknown key "sgin", did you mean "sign"?',
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
  ).toMatch(/^demo\.yaml:\d+:\d+: not valid YAML: Map keys must be unique/);
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
