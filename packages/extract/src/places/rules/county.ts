// Counties, alone and in lists. Knows the word "County" and its plural.
import { foldedAt } from '../../reading/reading.ts';
import { endsInCounties } from '../candidates.ts';
import type { PlaceRule } from '../context.ts';
import { kind } from '../place-record.ts';
import { isWord } from '../surroundings.ts';
import { word } from '../words.ts';

export const county: PlaceRule = {
  id: 'places.county',
  reads: 'A county by its full name; behind it, a body makes the mention one inside of an organization.',
  match(candidate, context) {
    if ((candidate.record.kinds & kind.y) === 0) return null;
    const [next] = candidate.tail;
    return { take: true, confidence: 0.92, inOrg: next !== undefined && isWord(context, next, word.localBody) };
  },
  examples: {
    yes: ['The [[Maricopa County]] Sheriff’s Office runs the jails in [[Pima County]].'],
    no: ['The county seat of the region is small.'],
  },
};

export const countyList: PlaceRule = {
  id: 'places.county-list',
  reads: 'Names in a list that ends in “counties” are counties, and so is the name behind “county of”.',
  match(candidate, context) {
    const { from, to } = candidate;
    const of = isWord(context, from - 1, word.of) && /^count(?:y|ies)$/.test(foldedAt(context.reading, from - 2));
    if (!of && !(context.counties && endsInCounties(context, from, to))) return null;
    const record = context.gazetteer.lookup(`${candidate.record.key} county`);
    return record && { take: true, confidence: 0.85, record };
  },
  examples: {
    yes: ['Rain fell in [[Pima]] and [[Cochise]] counties.', 'The county of [[Los Angeles]] agreed.'],
    no: ['Rain fell in all counties near the border.'],
  },
};
