// places.misspelt: well-known cities with two letters swapped ("Tuscon"). Knows the gazetteer; takes a misspelling only with evidence.
import { foldedAt, isCapital, wordAt } from '../../reading/reading.ts';
import { stateAt } from '../../states.ts';
import type { StoryPlaceRule } from './story-rule.ts';

export const misspelt: StoryPlaceRule = {
  id: 'places.misspelt',
  reads:
    'A large city with two neighbouring letters swapped, before a body or officer of a city, a state, or behind “in”.',
  match: findMisspelt,
  examples: {
    yes: ['They met in [[Abluquerque]].', 'The [[Tuscon]] Police Department agreed.'],
    no: ['They praised Abluquerque.', 'They met in Pheonicia.'],
  },
};

import { largestCity } from '../candidates.ts';
import { inHeading, isWord, joinedBefore, type PlaceContext, together } from '../context.ts';
import type { PlaceRecord } from '../gazetteer.ts';
import type { Found } from '../resolve.ts';

const populationMin = 50_000;

/**
 * Capitalised words of five letters or more that are no place, but become a city of 50,000 or more by swapping two
 * neighbouring letters, and that stand before a body or officer of a city, a state, or behind "in".
 */
function findMisspelt(context: PlaceContext): Found[] {
  const { reading } = context;
  const found: Found[] = [];
  for (let i = 0; i < reading.count; i++) {
    if (!isCapital(reading, i) || context.candidateAt.has(i) || context.inPerson[i]) continue;
    const word = wordAt(reading, i);
    if (word.length < 5 || !supported(context, i)) continue;
    const record = swapped(context, word.toLowerCase());
    if (
      !record ||
      inHeading(context, { from: i, to: i + 1, record }) ||
      joinedBefore(context, { from: i, to: i + 1, record }) >= 0
    )
      continue;
    const candidate = { from: i, to: i + 1, record };
    found.push({ candidate, record, rule: 'places.misspelt', verdict: { take: true, confidence: 0.7 } });
  }
  return found;
}

function supported(context: PlaceContext, i: number): boolean {
  const { reading } = context;
  if (together(context, i, i + 1) && isCapital(reading, i + 1) && isWord(context, i + 1, 'localBody', 'title'))
    return true;
  if (foldedAt(reading, i + 1) === ',' && together(context, i, i + 2) && stateAt(reading, i + 2)) return true;
  return (
    together(context, i - 1, i) &&
    isWord(context, i - 1, 'locative') &&
    !(together(context, i, i + 1) && isCapital(reading, i + 1))
  );
}

function swapped(context: PlaceContext, word: string): PlaceRecord | null {
  for (let k = 0; k + 1 < word.length; k++) {
    const a = word[k] ?? '';
    const b = word[k + 1] ?? '';
    if (a === b) continue;
    const record = context.gazetteer.lookup(`${word.slice(0, k)}${b}${a}${word.slice(k + 2)}`);
    if (record && !record.isWord && !record.isSurname && largestCity(record) >= populationMin) return record;
  }
  return null;
}
