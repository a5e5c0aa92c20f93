// names.context-around: neither word need be known, but what stands around says that it is a person.
import {
  allMayBeNames,
  isDescribed,
  isFollowedByState,
  isPartOfThing,
  isSurname,
  lastNameToken,
  speaks,
} from '../evidence.ts';
import { is } from '../lexicon.ts';
import { hasClass } from '../name-reading.ts';
import type { NameRule } from './name-rule.ts';

export const contextAround: NameRule = {
  id: 'names.context-around',
  reads: 'Two to four words that are not plain English beside a verb of saying, or before an age, "who" or a role.',
  match: (candidate, context) => {
    const { reading } = context;
    const { from, to, words } = candidate;
    if (words < 2 || words > 4 || candidate.doubtful || isPartOfThing(candidate, context)) return false;
    if (isFollowedByState(candidate, context) || !allMayBeNames(candidate, context)) return false;
    const last = lastNameToken(reading, from, to);
    if (hasClass(reading, last, is.known) && !isSurname(reading, last)) return false;
    const known = isSurname(reading, last) || hasClass(reading, from, is.surname);
    return isDescribed(candidate, context) || (known && speaks(candidate, context));
  },
  examples: {
    yes: [
      '“It hurts,” said [[Xiadani Mejia]].',
      '[[Thandeka Mbeki]], 34, lives there.',
      '[[Ebo Adomako]], who runs the shelter, agreed.',
    ],
    no: ['They left for Kuala Lumpur, said the pilot.', 'San Marcos, a city of 60,000, agreed.'],
  },
};
