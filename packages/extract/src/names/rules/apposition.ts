// names.apposition: the name closes or opens an apposition to a role: "the head of the agency, Ebo Adomako, …".
import { foldedAt, isCapital } from '../../reading/reading.ts';
import { allMayBeNames, isFollowedByState, isPartOfThing, isSurname, lastNameToken } from '../evidence.ts';
import { is } from '../lexicon.ts';
import { hasClass } from '../name-reading.ts';
import type { NameRule } from './name-rule.ts';

export const apposition: NameRule = {
  id: 'names.apposition',
  reads: 'Two to four words that are not plain English between commas, behind a phrase that begins with a role.',
  match: (candidate, context) => {
    const { reading } = context;
    const { from, to, words } = candidate;
    if (words < 2 || words > 4 || candidate.doubtful || isPartOfThing(candidate, context)) return false;
    if (!hasClass(reading, from - 1, is.comma)) return false;
    if (!/^[,.]$/.test(foldedAt(reading, to)) || isFollowedByState(candidate, context)) return false;
    const last = lastNameToken(reading, from, to);
    // "A spokesman for the senator, Ian Prior, said": a surname that is a plain word, behind a given name.
    const given = words === 2 && hasClass(reading, from, is.given) && !hasClass(reading, from, is.common);
    const plain = given && isSurname(reading, last) && !hasClass(reading, last, is.thing | is.world);
    if (!plain && !allMayBeNames(candidate, context)) return false;
    if (!plain && hasClass(reading, last, is.known)) return false;
    for (let i = from - 2; i > from - 10 && i >= 0 && reading.sentenceOf[i] === reading.sentenceOf[from]; i--) {
      if (/^[,;:]$/.test(foldedAt(reading, i))) return false;
      if (!hasClass(reading, i, is.title | is.role) || (i >= from - 2 && isCapital(reading, i))) continue;
      if (/^(?:of|at|for|,|'s)$/.test(foldedAt(reading, i + 1))) return true;
    }
    return false;
  },
  examples: {
    yes: [
      'The director of the agency, [[Ebo Adomako]], left early.',
      'They thanked the head of the union, [[Thandeka Mbeki]].',
      'A spokesman for the agency, [[Ian Prior]], said no.',
    ],
    no: ['They flew to the capital of the province, Kuala Bera, at noon.'],
  },
};
