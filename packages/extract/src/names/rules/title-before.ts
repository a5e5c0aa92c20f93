// names.title-before: a title or a role stands right before the name.
import type { NameCandidate, NameContext } from '../candidates.ts';
import { allMayBeNames, isPartOfThing, isSurname, lastNameToken } from '../evidence.ts';
import { cue, is } from '../lexicon.ts';
import { hasClass, hasCue, isNameWord } from '../name-reading.ts';
import type { NameRule } from './name-rule.ts';

export const titleBefore: NameRule = {
  id: 'names.title-before',
  reads: 'A name of one to four words right behind a title or a role: "Chief Ode", "resident Carla Ode".',
  match: (candidate, context) => {
    const { reading } = context;
    const { titleAt, words, from, to } = candidate;
    if (titleAt < 0 || words > 4 || isPartOfThing(candidate, context)) return false;
    if (hasCue(reading, titleAt, cue.courtesy)) return true;
    if (words > 1 && isGivenBeforePlainWord(candidate, context)) return true;
    if (!allMayBeNames(candidate, context)) return false;
    if (words > 1) return true;
    const last = lastNameToken(reading, from, to);
    if (hasClass(reading, last, is.known) && !hasClass(reading, last, is.frequentSurname)) return false;
    // A single name needs a title of its own, in capitals, before it: not "attorney Tuesday", "the leader Monday".
    return (
      isNameWord(reading, titleAt) &&
      titleAt === from - 1 &&
      (isSurname(reading, from) || !hasClass(reading, last, is.known | is.given))
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
function isGivenBeforePlainWord(candidate: NameCandidate, { reading }: NameContext): boolean {
  const { from, to, titleAt, words, doubtful, runTo } = candidate;
  if (words > 3 || doubtful || to !== runTo || titleAt !== from - 1 || !isNameWord(reading, titleAt)) return false;
  for (let i = from; i < to; i++)
    if (hasClass(reading, i, is.title | is.organization | is.thing | is.world | is.state | is.function | is.role))
      return false;
  if (hasClass(reading, from, is.given) && !hasClass(reading, from, is.common)) return true;
  const last = lastNameToken(reading, from, to);
  return words === 2 && isSurname(reading, last) && !hasClass(reading, last, is.common);
}
