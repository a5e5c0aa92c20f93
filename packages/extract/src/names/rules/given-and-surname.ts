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
import type { NameRule } from './name-rule.ts';

export const givenAndSurname: NameRule = {
  id: 'names.given-and-surname',
  reads: 'Two to four words of which the first is a known given name or an initial and the last may be a surname.',
  match: (candidate, context) => {
    const { reading, lexicon } = context;
    const { from, to, words } = candidate;
    const { classes } = lexicon;
    if (words < 2 || words > 4 || isPartOfThing(candidate, context)) return false;
    const first = reading.ids[from] ?? -1;
    if (!classes.has(first, 'given') && !isInitial(reading, from)) return false;
    if (!allMayBeNames(candidate, context)) return false;
    const last = lastNameToken(reading, lexicon, from, to);
    const lastId = reading.ids[last] ?? -1;
    if (isInitial(reading, last)) return false;
    const supported = speaks(candidate, context) || isDescribed(candidate, context);
    if ((candidate.doubtful || isFollowedByState(candidate, context)) && !supported) return false;
    if (isInitial(reading, from)) return isSurname(reading, lexicon, last);
    // "the Grant Wood": a plain word as a given name and a plain word as a surname want more.
    if (classes.has(first, 'common') && classes.has(lastId, 'common') && !supported) return false;
    if (
      /^the$/i.test(reading.text.slice(reading.starts[from - 1], reading.ends[from - 1])) &&
      !isCapital(reading, from - 2)
    )
      return false;
    return isSurname(reading, lexicon, last) || !classes.has(lastId, 'known');
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
