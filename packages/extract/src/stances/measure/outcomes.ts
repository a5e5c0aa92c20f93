// What became of a measure, by what bodies and officials with the power to decide are told to have done. Knows holders and acts; not what the measure is.
import type { Stance } from '@civicwire/shared';
import { foldedAt, type Reading } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import { issueOf, type Telling } from './tellings.ts';

/** 1 where it was decided for the measure, -1 where against it, 0 when that is nothing or both. What the measure's own `tellings` say of it goes before what else was decided. */
export function outcomeOf(
  reading: Reading,
  tellings: readonly Telling[],
  analyses: readonly Analysis[],
  first: Telling,
): 1 | -1 | 0 {
  const told = new Set(tellings.flatMap(({ outcome }) => (outcome === 0 ? [] : [outcome])));
  const decided = onlyOf(told.size > 0 ? told : decidedSides(analyses, first));
  return decided !== 0 && turnsAround(reading) ? 0 : decided;
}

/** The sides that bodies and officials with the power to decide have taken. */
function decidedSides(analyses: readonly Analysis[], first: Telling): ReadonlySet<1 | -1> {
  const sides = new Set<1 | -1>();
  for (const { judgement, frame } of analyses) {
    if (!('stances' in judgement) || frame.rule.source.issue !== issueOf(first)) continue;
    for (const stance of judgement.stances)
      if (isDecided(stance)) sides.add((stance.position === 'supports') === first.sign > 0 ? 1 : -1);
  }
  return sides;
}

function onlyOf(sides: ReadonlySet<1 | -1>): 1 | -1 | 0 {
  const [side = 0] = sides;
  return sides.size === 1 ? side : 0;
}

/** "reversed course and approved it", "in a reversal": there was one decision, and then the other. */
export function turnsAround(reading: Reading): boolean {
  for (let i = 0; i < reading.count; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:reversal|about-face|u-turn)$/.test(word)) return true;
    if (/^revers(?:e|es|ed|ing)$/.test(word) && /^(?:course|itself|themselves)$/.test(foldedAt(reading, i + 1)))
      return true;
  }
  return false;
}

/** Whether somebody with the power to decide did so, one way or the other. */
export function isDecided({ holderType, act, modality, position }: Stance): boolean {
  return (
    deciders.test(holderType) && decided.test(act) && modality === 'asserted' && /^(?:supports|opposes)$/.test(position)
  );
}

const deciders =
  /^(?:council|county|city|state|school-district|court|sheriff|police-chief|police-department|mayor|state-official)$/;
const decided =
  /^(?:vote|decision|policy|law|resolution|agreement-signed|agreement-ended|agreement-declined|court-ruling)$/;
