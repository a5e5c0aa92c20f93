// `civicwire rules test`: the tests inside of packs, through the whole extractor.
import { resolve } from 'node:path';
import { type PackTestResult, testPacks } from '@civicwire/extract';
import { UsageError } from '@civicwire/shared';
import { exitCode } from '../../exit-code.ts';
import { loadExtractorWith } from '../../load-extractor.ts';
import { writeData, writeJsonLine } from '../../output.ts';
import { readRulesWith } from '../../packs/rules.ts';

/** Runs the tests of the given files, or of all packs. Exit code 1 when one fails. */
export async function rulesTestCommand(
  files: readonly string[],
  { packs: folder, json }: { readonly packs?: string; readonly json?: boolean },
): Promise<number> {
  const extractor = loadExtractorWith(readRulesWith(files, folder).files);
  const wanted = new Set(files.map((file) => resolve(file)));
  const tests = extractor.packs.tests.filter((test) => wanted.size === 0 || wanted.has(resolve(test.path)));
  if (tests.length === 0)
    throw new UsageError(`rules test: no tests in ${files.join(', ') || 'any pack'}; expected some under "tests:"`);
  const results = testPacks(extractor, tests);
  const count = (status: PackTestResult['status']): number =>
    results.filter((result) => result.status === status).length;
  const summary = { passed: count('passed'), failed: count('failed'), todo: count('todo') };
  if (json) await writeJsonLine({ ...summary, tests: results });
  else await writeData(`${[...describeResults(results), describeSummary(summary)].join('\n')}\n`);
  return summary.failed > 0 ? exitCode.someFailed : exitCode.done;
}

function describeSummary({ passed, failed, todo }: Readonly<Record<PackTestResult['status'], number>>): string {
  return `${passed} passed, ${failed} failed, ${todo} todo`;
}

/** Each failure and each todo, in the order of the files. */
function describeResults(results: readonly PackTestResult[]): string[] {
  return results.flatMap((result) => {
    const at = `${result.path}:${result.line}`;
    if (result.status === 'passed') return [];
    if (result.status === 'todo') return [`${at}: todo: ${result.text}`, `  because: ${result.faults.join('; ')}`];
    return [
      `${at}: failed: ${result.text}`,
      `  expected: ${result.expected.join('; ') || 'no stance'}`,
      `  found:    ${result.found.join('; ') || 'no stance'}`,
      ...result.faults.map((fault) => `  - ${fault}`),
    ];
  });
}
