// The rules that a running program reads with: changed packs are taken up while it runs, bad ones are refused and named.
// Knows when to look; reading and compiling are next door.
import type { Logger } from '@civicwire/shared';
import { compileRules, type Rules, readRules } from './rules.ts';

export interface Rulebook {
  /** The rules in force now. */
  readonly current: () => Rules;
  readonly stop: () => void;
}

/** The same rules for ever. */
export function fixedRulebook(rules: Rules): Rulebook {
  return { current: () => rules, stop: () => undefined };
}

const lookEveryMs = 1_000;

/**
 * Looks at a packs folder every second. A state that has stayed the same for two looks (nobody is in the middle of writing)
 * and compiles comes into force; one that does not is told once, and the rules before stay in force.
 */
export function watchRules(first: Rules, packsFolder: string, logger: Logger, say: (line: string) => void): Rulebook {
  let current = first;
  /** What was judged last, and what the last look saw. */
  let judged = first.version;
  let seen = first.version;
  const look = (): void => {
    const rules = attempt(() => readRules(packsFolder));
    const state = typeof rules === 'string' ? rules : rules.version;
    const settled = state === seen;
    seen = state;
    if (!settled || state === judged) return;
    judged = state;
    const fault = typeof rules === 'string' ? rules : judge(rules);
    if (fault === null) return;
    logger.error('packs refused', { folder: packsFolder, version: current.version, error: fault });
    say(`${fault}\nthe rules before (version ${current.version}) stay in force`);
  };
  const judge = (rules: Rules): string | null => {
    if (rules.version === current.version) return null;
    const compiled = attempt(() => compileRules(rules.files));
    if (typeof compiled === 'string') return compiled;
    current = rules;
    const names = compiled.packs.packs.filter((pack) => !pack.shipped).map((pack) => `${pack.pack}@${pack.version}`);
    logger.info('packs changed', { version: rules.version, packs: names });
    for (const note of compiled.notes) say(note);
    say(`packs: version ${rules.version} is in force for new stories (${names.join(', ') || 'shipped packs only'})`);
    return null;
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return { current: () => current, stop: () => clearInterval(timer) };
}

/** What `work` gives, or the message of its error. */
function attempt<Result extends object>(work: () => Result): Result | string {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
}
