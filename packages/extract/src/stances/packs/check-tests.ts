// Whether a pack's ids are its own and its tests name rules that exist, each rule with a hit and a near miss. Runs no test.
import { reportUnknown, type Work } from './compilation.ts';
import type { ParsedPack } from './parse-pack.ts';

/** The ids of a pack's own rules. */
export function ruleIds({ source }: ParsedPack): readonly string[] {
  return [source.frames, source.acts, source.negators].flatMap((section) => Object.keys(section ?? {}));
}

/** Ids differ from each other and from those of the packs that this one extends: a trace names a rule by its id. */
export function checkIds(work: Work, pack: ParsedPack, bases: readonly ParsedPack[]): void {
  const { source } = pack;
  const seen = new Set<string>();
  const owners = new Map(bases.flatMap((base) => ruleIds(base).map((id) => [id, base.source.pack] as const)));
  for (const section of ['frames', 'acts', 'negators'] as const) {
    for (const id of Object.keys(source[section] ?? {})) {
      const owner = seen.has(id) ? 'this pack' : owners.get(id);
      if (owner !== undefined)
        work.problems.push(pack.problemAt([section, id], `duplicate rule id "${id}", already in ${owner}`));
      seen.add(id);
    }
  }
  for (const [i, item] of (source.unless ?? []).entries()) {
    if (!seen.has(item.rule)) reportUnknown(work, pack, ['unless', i, 'rule'], 'rule', item.rule, seen);
  }
  for (const [i, id] of (source.priority ?? []).entries()) {
    if (!seen.has(id)) reportUnknown(work, pack, ['priority', i], 'rule', id, seen);
  }
}

/** Every frame and act of the pack needs a positive test and a near miss; `known` are the ids that its tests may name. */
export function checkTests(work: Work, pack: ParsedPack, known: ReadonlySet<string>): void {
  const { source } = pack;
  const tests = source.tests ?? [];
  const yes = new Set<string>();
  const no = new Set<string>();
  for (const [i, test] of tests.entries()) {
    const { path, line } = pack.problemAt(['tests', i], '');
    work.tests.push({ ...test, pack: source.pack, path, line });
    if ((test.todo === undefined) === (test.expect === undefined)) {
      work.problems.push(pack.problemAt(['tests', i], 'expected either "expect" or "todo" in this test'));
    }
    for (const [key, into] of [
      ['rules', yes],
      ['near', no],
    ] as const) {
      for (const [j, id] of (test[key] ?? []).entries()) {
        if (!known.has(id)) reportUnknown(work, pack, ['tests', i, key, j], 'rule', id, known);
        if (test.todo === undefined) into.add(id);
      }
    }
    if (test.expect === 'none' && (test.rules ?? []).length > 0) {
      work.problems.push(
        pack.problemAt(['tests', i, 'rules'], 'a test that expects none has no rules that fire, expected "near"'),
      );
    }
  }
  for (const section of ['frames', 'acts'] as const) {
    for (const id of Object.keys(source[section] ?? {})) {
      const missing = [
        yes.has(id) ? null : 'a test that lists it under "rules"',
        no.has(id) ? null : 'a near miss that lists it under "near"',
      ].filter(Boolean);
      if (missing.length > 0)
        work.problems.push(pack.problemAt([section, id], `rule "${id}" lacks ${missing.join(' and ')}`));
    }
  }
}
