// names.surname-recurs: two words of which the last, a surname, stands alone elsewhere in the story.
import { allMayBeNames, isFollowedByState, isPartOfThing, isSurname, lastNameToken } from '../evidence.ts';
import { is } from '../lexicon.ts';
import { hasClass } from '../name-reading.ts';
import type { NameRule } from './name-rule.ts';

export const surnameRecurs: NameRule = {
  id: 'names.surname-recurs',
  reads: 'Two or three words that are not plain English; the last is a surname that also stands alone in the story.',
  match: (candidate, context) => {
    const { reading, alone, placed } = context;
    const { from, to, words } = candidate;
    if (words < 2 || words > 3 || candidate.doubtful || isPartOfThing(candidate, context)) return false;
    if (isFollowedByState(candidate, context) || !allMayBeNames(candidate, context)) return false;
    const last = lastNameToken(reading, from, to);
    const id = reading.ids[last] ?? -1;
    if (!isSurname(reading, last) || placed.has(id) || hasClass(reading, from - 1, is.the)) return false;
    return (alone.get(id) ?? 0) > 0 && (alone.get(reading.ids[from] ?? -1) ?? 0) === 0;
  },
  examples: {
    yes: ['The grant went to [[Thandeka Holloway]]. It pleased [[Holloway]].'],
    no: ['They drove to Kuala Lumpur. It pleased them.'],
  },
};
