// What became of a measure, by what bodies and officials with the power to decide are told to have done. Knows holders and acts; not what the measure is.
import type { Analysis } from '../judge.ts';
import { issueOf, type Telling } from './tellings.ts';

/** 1 where it was decided for the measure, -1 where against it, 0 when that is nothing or both. */
export function outcomeOf(analyses: readonly Analysis[], first: Telling): 1 | -1 | 0 {
  const sides = new Set<number>();
  for (const { judgement, frame } of analyses) {
    if (!('stances' in judgement) || frame.rule.source.issue !== issueOf(first)) continue;
    for (const { holderType, act, modality, position } of judgement.stances)
      if (
        deciders.test(holderType) &&
        decided.test(act) &&
        modality === 'asserted' &&
        /^(?:supports|opposes)$/.test(position)
      )
        sides.add((position === 'supports') === first.sign > 0 ? 1 : -1);
  }
  const [side] = sides;
  return sides.size === 1 && (side === 1 || side === -1) ? side : 0;
}

const deciders =
  /^(?:council|county|city|state|school-district|court|sheriff|police-chief|police-department|mayor|state-official)$/;
const decided =
  /^(?:vote|decision|policy|law|resolution|agreement-signed|agreement-ended|agreement-declined|court-ruling)$/;
