// places.misspelt: well-known cities with two letters swapped ("Tuscon"). Knows the gazetteer; takes a misspelling only with evidence.
import { isCapital, wordAt } from '../../reading/reading.ts';
import { stateAt } from '../../states.ts';
import { inHeading, type PlaceContext } from '../context.ts';
import type { Found } from '../evidence.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { PlaceRecord } from '../place-record.ts';
import { isMark, isWord, joinedBefore, together } from '../surroundings.ts';
import { word } from '../words.ts';
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

const populationMin = 50_000;
const lettersMin = 5;
/** No city's name is longer. */
const lettersMax = 40;

/**
 * Capitalised words of five letters or more that are no place, but become a city of 50,000 or more by swapping two
 * neighbouring letters, and that stand before a body or officer of a city, a state, or behind "in".
 */
function findMisspelt(context: PlaceContext): Found[] {
  const { reading, candidates, gazetteer } = context;
  const found: Found[] = [];
  let next = 0;
  for (let i = 0; i < reading.count; i++) {
    if (candidates[next]?.from === i) {
      next++;
      continue;
    }
    if (!isCapital(reading, i)) continue;
    const letters = (reading.ends[i] ?? 0) - (reading.starts[i] ?? 0);
    if (letters < lettersMin || letters > lettersMax) continue;
    if (context.inPerson[i] || !supported(context, i) || joinedBefore(context, i) >= 0) continue;
    const record = unswap(wordAt(reading, i).toLowerCase(), gazetteer);
    if (!record) continue;
    const candidate = { from: i, to: i + 1, record };
    if (inHeading(context, candidate)) continue;
    found.push({ candidate, record, rule: 'places.misspelt', verdict: { take: true, confidence: 0.7 } });
  }
  return found;
}

function supported(context: PlaceContext, i: number): boolean {
  const { reading } = context;
  const followed = together(context, i, i + 1);
  const capital = followed && isCapital(reading, i + 1);
  if (capital && isWord(context, i + 1, word.localBody | word.title)) return true;
  if (followed && isMark(reading, i + 1, ',') && together(context, i, i + 2) && stateAt(reading, i + 2)) return true;
  return !capital && together(context, i - 1, i) && isWord(context, i - 1, word.locative);
}

/** The large city that a word becomes by swapping two neighbouring letters; null when it becomes none. */
function unswap(written: string, gazetteer: Gazetteer): PlaceRecord | null {
  for (let k = 0; k + 1 < written.length; k++) {
    const a = written[k] ?? '';
    const b = written[k + 1] ?? '';
    if (a === b) continue;
    const record = gazetteer.lookup(`${written.slice(0, k)}${b}${a}${written.slice(k + 2)}`);
    if (record && !record.isWord && !record.isSurname && record.largestCity >= populationMin) return record;
  }
  return null;
}
