// `civicwire rules lint`: whether packs load, and what is in them.
import { compilePacks, formatProblem } from '@civicwire/extract';
import { exitCode } from '../../exit-code.ts';
import { say, writeData, writeJsonLine } from '../../output.ts';
import { describeProblems, readRulesWith } from '../../packs/rules.ts';
import { alignTable } from '../../tables.ts';

/** Lists the packs with their numbers; with problems lists those instead, as path:line:column (exit code 2). */
export async function rulesLintCommand(
  files: readonly string[],
  { packs, json }: { readonly packs?: string; readonly json?: boolean },
): Promise<number> {
  const rules = readRulesWith(files, packs);
  const outcome = compilePacks(rules.files);
  if (json) {
    const { ok } = outcome;
    await writeJsonLine(
      ok
        ? { ok, version: rules.version, packs: outcome.packs.packs, notes: outcome.notes }
        : { ok, problems: outcome.problems },
    );
  }
  if (!outcome.ok) {
    say(describeProblems(outcome.problems));
    return exitCode.usage;
  }
  for (const note of outcome.notes) say(formatProblem(note));
  if (!json) {
    const rows = outcome.packs.packs.map(({ pack, version, issues, frames, acts, negators, tests, todo, path }) => [
      `${pack}@${version}`,
      issues,
      frames,
      acts,
      negators,
      tests,
      todo,
      path,
    ]);
    const head = ['pack', 'issues', 'frames', 'acts', 'negators', 'tests', 'todo', 'file'];
    await writeData(`${alignTable([head, ...rows]).join('\n')}\n`);
  }
  return exitCode.done;
}
