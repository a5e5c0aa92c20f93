// Asks the rules about each candidate, in their order. Knows when each kind of rule is asked; no rule.
import type { Candidate } from './candidates.ts';
import type { PlaceContext, PlaceRule } from './context.ts';
import type { Found } from './evidence.ts';
import { homeRules, leftoverRules, personRules, surroundingRules } from './rules/index.ts';
import type { Refused } from './rules/story-rule.ts';

/** What a rule said of a candidate. */
type Judgement = Refused;

/** A name that is taken with more than this is a place wherever the story repeats it. */
const strongMin = 0.8;

/** For each candidate what rules say that do not ask where the story plays; null where they say nothing. */
export function judgeBySurroundings(
  candidates: readonly Candidate[],
  context: PlaceContext,
): readonly (Judgement | null)[] {
  const people = candidates.map((candidate) => firstVerdict(candidate, personRules, context));
  return candidates.map((candidate, k) => people[k] ?? firstVerdict(candidate, surroundingRules, context));
}

/** The candidates that are mentions, and those that only tell where the story plays, with a home to ask for. */
export function judge(
  candidates: readonly Candidate[],
  settled: readonly (Judgement | null)[],
  context: PlaceContext,
): Found[] {
  const found: Found[] = [];
  const open: Candidate[] = [];
  const refused: Refused[] = [];
  const strong = new Set<string>();
  for (const candidate of candidates) {
    const item = settled[candidate.index] ?? firstVerdict(candidate, homeRules, context);
    if (!item) {
      open.push(candidate);
      continue;
    }
    const { take, hint, confidence } = item.verdict;
    if (take || hint) found.push(item);
    if (!take) refused.push(item);
    else if (confidence > strongMin) strong.add(candidate.record.key);
  }
  const added = leftoverRules.flatMap(({ match }) => match(context, { open, refused, strong }));
  if (added.length === 0) return found;
  const replaced = new Set(added.map(({ candidate }) => candidate));
  return [...found.filter(({ candidate }) => !replaced.has(candidate)), ...added];
}

function firstVerdict(candidate: Candidate, rules: readonly PlaceRule[], context: PlaceContext): Judgement | null {
  for (const rule of rules) {
    const verdict = rule.match(candidate, context);
    if (verdict) return { candidate, verdict, rule: rule.id, record: verdict.record ?? candidate.record };
  }
  return null;
}
