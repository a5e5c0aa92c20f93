// What each issue proposes, for people who judge stances on it. Reads the packs when it is first asked.
import { UsageError } from '@civicwire/shared';
import { compileRules, readRules } from './rules.ts';

/**
 * The proposition of an issue of the packs in force; null for an issue of none. Where a user's pack does not compile the
 * shipped ones alone are known: the desk goes on, and `civicwire rules test` says what is wrong.
 */
export function propositions(packsFolder?: string): (issue: string) => string | null {
  let issues: ReadonlyMap<string, string> | undefined;
  return (issue) => {
    issues ??= issuesOf(packsFolder);
    return issues.get(issue) ?? null;
  };
}

function issuesOf(packsFolder: string | undefined): ReadonlyMap<string, string> {
  try {
    return compileRules(readRules(packsFolder).files).packs.issues;
  } catch (error) {
    if (!(error instanceof UsageError) || packsFolder === undefined) throw error;
    return compileRules(readRules().files).packs.issues;
  }
}
