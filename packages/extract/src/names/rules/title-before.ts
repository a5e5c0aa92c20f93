// names.title-before: a title or a role stands right before the name.

import { foldedAt } from '../../reading/reading.ts';
import type { NameCandidate, NameContext } from '../candidates.ts';
import { isNameWord } from '../capital-runs.ts';
import { allMayBeNames, isPartOfThing, isSurname, lastNameToken } from '../evidence.ts';
import type { NameRule } from './name-rule.ts';

export const titleBefore: NameRule = {
  id: 'names.title-before',
  reads: 'A name of one to four words right behind a title or a role: "Chief Ode", "resident Carla Ode".',
  match: (candidate, context) => {
    const { reading, lexicon } = context;
    const { titleAt, words, from, to } = candidate;
    if (titleAt < 0 || words > 4 || isPartOfThing(candidate, context)) return false;
    if (/^(?:mr|mrs|ms|mx|dr)\.?$/.test(foldedAt(reading, titleAt))) return true;
    if (words > 1 && isGivenBeforePlainWord(candidate, context)) return true;
    if (!allMayBeNames(candidate, context)) return false;
    if (words > 1) return true;
    const id = reading.ids[lastNameToken(reading, lexicon, from, to)] ?? -1;
    if (lexicon.classes.has(id, 'known') && !lexicon.classes.has(id, 'frequentSurname')) return false;
    // A single name needs a title of its own, in capitals, before it: not "attorney Tuesday", "the leader Monday".
    return (
      isNameWord(reading, titleAt) &&
      titleAt === from - 1 &&
      (isSurname(reading, lexicon, from) || !lexicon.classes.has(id, 'known', 'given'))
    );
  },
  examples: {
    yes: [
      'Phoenix Mayor [[Dana Whitlow]] spoke first.',
      'Chief [[Okafor]] declined to comment.',
      'The county sued resident [[Carla Mendes]] last week.',
      'Union Council Member, [[Ana Rojas]], who represents District 7, objected.',
      'The map that Councilwoman [[Phoebe Stranger]] drew was read.',
      'Justice of the Peace [[Molly Strickland]] asked for a clerk.',
      'City Councilor [[Ruth Bear Heels]] agreed.',
    ],
    no: [
      'Officer Training begins on Monday.',
      'The mayor of Grant County signed.',
      'The mayor Monday signed the order.',
      'They met at Mayor Whitlow Park.',
    ],
  },
};

/** "Councilwoman Phoebe Stranger": behind a title in capitals a surname may be any plain word. */
function isGivenBeforePlainWord(candidate: NameCandidate, { reading, lexicon }: NameContext): boolean {
  const { from, to, titleAt, words, doubtful, runTo } = candidate;
  const { classes } = lexicon;
  if (words > 3 || doubtful || to !== runTo || titleAt !== from - 1 || !isNameWord(reading, titleAt)) return false;
  for (let i = from; i < to; i++)
    if (classes.has(reading.ids[i] ?? -1, 'title', 'organization', 'thing', 'world', 'state', 'function', 'role'))
      return false;
  const first = reading.ids[from] ?? -1;
  if (classes.has(first, 'given') && !classes.has(first, 'common')) return true;
  const last = lastNameToken(reading, lexicon, from, to);
  return words === 2 && isSurname(reading, lexicon, last) && !classes.has(reading.ids[last] ?? -1, 'common');
}
