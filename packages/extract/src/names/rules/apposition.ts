// names.apposition: the name closes or opens an apposition to a role: "the head of the agency, Ebo Adomako, …".
import { foldedAt, isCapital } from '../../reading/reading.ts';
import { allMayBeNames, isFollowedByState, isPartOfThing, isSurname, lastNameToken } from '../evidence.ts';
import type { NameRule } from './name-rule.ts';

export const apposition: NameRule = {
  id: 'names.apposition',
  reads: 'Two to four words that are not plain English between commas, behind a phrase that begins with a role.',
  match: (candidate, context) => {
    const { reading, lexicon } = context;
    const { from, to, words } = candidate;
    if (words < 2 || words > 4 || candidate.doubtful || isPartOfThing(candidate, context)) return false;
    if (
      foldedAt(reading, from - 1) !== ',' ||
      !/^[,.]$/.test(foldedAt(reading, to)) ||
      isFollowedByState(candidate, context)
    )
      return false;
    const { classes } = lexicon;
    const first = reading.ids[from] ?? -1;
    const last = lastNameToken(reading, lexicon, from, to);
    // "A spokesman for the senator, Ian Prior, said": a surname that is a plain word, behind a given name.
    const given = words === 2 && classes.has(first, 'given') && !classes.has(first, 'common');
    const plain = given && isSurname(reading, lexicon, last) && !classes.has(reading.ids[last] ?? -1, 'thing', 'world');
    if (!plain && !allMayBeNames(candidate, context)) return false;
    if (!plain && classes.has(reading.ids[last] ?? -1, 'known')) return false;
    for (let i = from - 2; i > from - 10 && i >= 0 && reading.sentenceOf[i] === reading.sentenceOf[from]; i--) {
      if (/^[,;:]$/.test(foldedAt(reading, i))) return false;
      const id = reading.ids[i] ?? -1;
      if (!classes.has(id, 'title', 'role') || (i >= from - 2 && isCapital(reading, i))) continue;
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
