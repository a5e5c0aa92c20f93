// names.given-and-surname: the first word is a known given name and the last may be a surname.
import { isCapital } from '../../reading/reading.ts';
import {
  allMayBeNames,
  isDescribed,
  isFollowedByState,
  isInitial,
  isPartOfThing,
  isSurname,
  lastNameToken,
  speaks,
} from '../evidence.ts';
import { is } from '../lexicon.ts';
import { hasClass } from '../name-reading.ts';
import type { NameRule } from './name-rule.ts';

export const givenAndSurname: NameRule = {
  id: 'names.given-and-surname',
  reads: 'Two to four words of which the first is a known given name or an initial and the last may be a surname.',
  match: (candidate, context) => {
    const { reading } = context;
    const { from, to, words } = candidate;
    if (words < 2 || words > 4 || isPartOfThing(candidate, context)) return false;
    if (!hasClass(reading, from, is.given) && !isInitial(reading, from)) return false;
    if (!allMayBeNames(candidate, context)) return false;
    const last = lastNameToken(reading, from, to);
    if (isInitial(reading, last)) return false;
    const supported = speaks(candidate, context) || isDescribed(candidate, context);
    if ((candidate.doubtful || isFollowedByState(candidate, context)) && !supported) return false;
    if (isInitial(reading, from)) return isSurname(reading, last);
    // "the Grant Wood": a plain word as a given name and a plain word as a surname want more.
    if (hasClass(reading, from, is.common) && hasClass(reading, last, is.common) && !supported) return false;
    if (hasClass(reading, from - 1, is.the) && !isCapital(reading, from - 2)) return false;
    return isSurname(reading, last) || !hasClass(reading, last, is.known);
  },
  examples: {
    yes: [
      'The vote pleased [[Marta Quillfeather]] and her neighbors.',
      'The letter was from [[R. J. Alvarez]].',
      'On Friday [[Maria de la Cruz]] filed suit, as did [[William “Bill” Tanaka Jr.]] of Bend.',
      'By evening [[Sean O’Malley-Reyes]] had conceded.',
    ],
    no: [
      'The library at Jackson Heights reopened.',
      'They drove to Marion, Ohio.',
      'They met in Douglas Park.',
      'The Anna Smith Foundation paid.',
    ],
  },
};
