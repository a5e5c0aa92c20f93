// Runs the tests that packs carry. Knows tests and outcomes; the engine is given to it.
import type { Stance } from '@civicwire/shared';
import type { CompiledPacks, PlacedTest } from './compiled-packs.ts';
import type { PackTest } from './pack-schema.ts';

/** The outcome of one test; `faults` is empty when it passed. */
export interface PackTestResult {
  readonly pack: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly status: 'passed' | 'failed' | 'todo';
  /** What is wrong, a fault each; why it waits, for a todo. */
  readonly faults: readonly string[];
  /** "council opposes ice-agreement (vote, asserted)". */
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Canonical name → its wordings in a text ("Tempe Police Department" → "Tempe police"). */
export type Wordings = ReadonlyMap<string, readonly string[]>;

/** Runs every test of the packs. `annotate` gives the stances of a text. A todo is reported as such and not run. */
export function runPackTests(
  packs: Pick<CompiledPacks, 'tests'>,
  annotate: (text: string) => readonly Stance[],
): readonly PackTestResult[] {
  return packs.tests.map((test) => runPackTest(test, (text) => ({ stances: annotate(text), wordings: new Map() })));
}

/** Runs one test. A holder or target may be expected by its canonical name or by one of its wordings. */
export function runPackTest(
  test: PlacedTest,
  annotate: (text: string) => { readonly stances: readonly Stance[]; readonly wordings: Wordings },
): PackTestResult {
  const { pack, path, line, text } = test;
  const expected = expectedOf(test).map(({ holder, position, issue, act, modality }) =>
    describe(holder, position, issue, act, modality),
  );
  const about = { pack, path, line, text, expected };
  if (test.todo !== undefined) return { ...about, status: 'todo', faults: [test.todo], found: [] };
  const { stances, wordings } = annotate(text);
  const faults = faultsOf(test, stances, wordings);
  const found = stances.map(({ holder, position, issue, act, modality }) =>
    describe(holder, position, issue, act, modality),
  );
  return { ...about, status: faults.length === 0 ? 'passed' : 'failed', faults, found };
}

function describe(holder: string, position: string, issue: string, act?: string, modality?: string): string {
  const details = [act, modality].filter(Boolean).join(', ');
  return `${holder} ${position} ${issue}${details === '' ? '' : ` (${details})`}`;
}

function expectedOf(test: PackTest): Exclude<NonNullable<PackTest['expect']>, 'none'> {
  return test.expect === 'none' || test.expect === undefined ? [] : test.expect;
}

function faultsOf(test: PackTest, stances: readonly Stance[], wordings: Wordings): readonly string[] {
  const faults: string[] = [];
  const left = [...stances];
  for (const wanted of expectedOf(test)) {
    const at = left.findIndex(
      (stance) =>
        isNamed(wanted.holder, stance.holder, wordings) &&
        stance.issue === wanted.issue &&
        stance.position === wanted.position,
    );
    const found = left[at];
    if (!found) faults.push(`missed: ${wanted.holder} ${wanted.position} ${wanted.issue}`);
    else {
      left.splice(at, 1);
      faults.push(...differences(wanted, found, wordings));
    }
  }
  for (const extra of left)
    faults.push(`not expected: ${extra.holder} ${extra.position} ${extra.issue} [${extra.trace}]`);
  const fired = new Set(stances.flatMap((stance) => rulesOf(stance)));
  for (const id of test.rules ?? []) if (!fired.has(id)) faults.push(`rule "${id}" took no part`);
  for (const id of test.near ?? []) if (fired.has(id)) faults.push(`rule "${id}" took part in a near miss of it`);
  return faults;
}

function differences(
  wanted: Exclude<NonNullable<PackTest['expect']>, 'none'>[number],
  found: Stance,
  wordings: Wordings,
): readonly string[] {
  const pairs: readonly (readonly [string, string | undefined, string | null])[] = [
    ['act', wanted.act, found.act],
    ['modality', wanted.modality, found.modality],
    ['basis', wanted.basis, found.basis],
    ['target', wanted.target, found.target],
    ['attributed_by', wanted.attributed_by, found.attributedBy],
    ['evidence', wanted.evidence, found.evidence.text],
  ];
  const names = new Set(['target', 'attributed_by']);
  return pairs.flatMap(([name, want, got]) =>
    want === undefined || want === got || (got !== null && names.has(name) && isNamed(want, got, wordings))
      ? []
      : [`${name} is ${got ?? 'none'}, expected ${want}`],
  );
}

/** The rule ids that made a stance ("pack@version a·b·frame"). */
function rulesOf(stance: Stance): readonly string[] {
  return stance.rule.slice(stance.rule.indexOf(' ') + 1).split('·');
}

function isNamed(wanted: string, name: string, wordings: Wordings): boolean {
  return [name, ...(wordings.get(name) ?? [])].some((wording) => foldName(wording) === foldName(wanted));
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/^the /, '').replaceAll('’', "'");
}
