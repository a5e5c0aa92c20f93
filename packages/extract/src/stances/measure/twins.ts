// Phrases of two packs in the same words: "bars police from giving ICE plate data" tells of data for ICE and of plate data.
// Knows which tellings stand in one place; a stance taken on the one is taken on the other.
import type { Stance } from '@civicwire/shared';
import type { Analysis } from '../judge.ts';
import { overlaps } from '../tables.ts';
import type { Agenda } from './agenda.ts';
import { issueOf, type Telling } from './tellings.ts';

/** The first strong telling and the one of another pack in its place; the headline says which of them is the story's. Null where there are not two. */
export function twinsOf(
  told: readonly Telling[],
  mentions: readonly Telling[],
): { readonly main: Telling; readonly twin: Telling } | null {
  const strong = told.filter(({ weak }) => !weak);
  const [one] = strong;
  const two = strong.find((other) => one !== undefined && areTwins(one.analysis, other.analysis));
  if (!one || !two) return null;
  const named = (telling: Telling): boolean => mentions.some((mention) => issueOf(mention) === issueOf(telling));
  return named(two) && !named(one) ? { main: two, twin: one } : { main: one, twin: two };
}

function areTwins(one: Analysis, other: Analysis): boolean {
  return (
    one.context.start === other.context.start &&
    one.frame.rule.pack !== other.frame.rule.pack &&
    one.frame.rule.source.issue !== other.frame.rule.source.issue &&
    overlaps(one.frame, other.frame)
  );
}

/** Whether two tellings go one way on one issue. */
export function isSameWay(one: Telling, other: Telling): boolean {
  return issueOf(one) === issueOf(other) && one.sign === other.sign;
}

/** What is told by a twin of a phrase of the measure is left out: the things of a story are told once. */
export function withoutTwins(analyses: readonly Analysis[], { rule, twin }: Agenda): readonly Analysis[] {
  if (!twin) return analyses;
  const own = analyses.filter(({ frame }) => frame.rule.source.issue === rule.source.issue);
  return analyses.filter(
    (analysis) =>
      analysis.frame.rule.source.issue !== twin.source.issue || !own.some((other) => areTwins(other, analysis)),
  );
}

/** Adds to the stances on the measure that its own words do not tell (`called`) those on its twin. */
export function mirrored(called: readonly Analysis[], { rule, twin }: Agenda): readonly Analysis[] {
  if (!twin) return [];
  const flips = twin.source.sign !== rule.source.sign;
  return called.flatMap((analysis) => {
    const { judgement, frame } = analysis;
    if (!('stances' in judgement) || frame.rule.source.issue !== rule.source.issue) return [];
    const stances = judgement.stances.map((stance) => ({
      ...stance,
      issue: twin.source.issue,
      position: flips ? opposite[stance.position] : stance.position,
      trace: `${stance.trace}, and so on ${twin.source.issue}`,
      rule: `${stance.rule}·${twin.id}`,
    }));
    return [{ ...analysis, frame: { ...frame, rule: twin }, judgement: { ...judgement, stances } }];
  });
}

const opposite: Readonly<Record<Stance['position'], Stance['position']>> = {
  supports: 'opposes',
  opposes: 'supports',
  mixed: 'mixed',
  neutral: 'neutral',
};
