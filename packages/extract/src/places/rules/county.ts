// Counties, alone and in lists. Knows the word "County" and its plural.
import { foldedAt } from '../../reading/reading.ts';
import { endsInCounties } from '../candidates.ts';
import { isWord, joinedAfter, type PlaceRule } from '../context.ts';
import type { PlaceRecord } from '../gazetteer.ts';

export const county: PlaceRule = {
  id: 'places.county',
  reads: 'A county by its full name; behind it, a body makes the mention one inside of an organization.',
  match(candidate, context) {
    if (!candidate.record.entries.some((entry) => entry.letter === 'y')) return null;
    const [next] = joinedAfter(context, candidate);
    return { take: true, confidence: 0.92, inOrg: next !== undefined && isWord(context, next, 'localBody') };
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
    const { reading } = context;
    const record = context.gazetteer.lookup(`${candidate.record.key} county`);
    if (!record) return null;
    const of =
      foldedAt(reading, candidate.from - 1) === 'of' && /^count(?:y|ies)$/.test(foldedAt(reading, candidate.from - 2));
    return of || endsInCounties(reading, candidate.from, candidate.to)
      ? { take: true, confidence: 0.85, record: record satisfies PlaceRecord }
      : null;
  },
  examples: {
    yes: ['Rain fell in [[Pima]] and [[Cochise]] counties.', 'The county of [[Los Angeles]] agreed.'],
    no: ['Rain fell in all counties near the border.'],
  },
};
