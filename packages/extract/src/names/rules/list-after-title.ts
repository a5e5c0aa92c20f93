// names.list-after-title: names in a list behind one title: "Councilmen Smith, Alvarez and Lee".
import { hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/shapes.ts';
import type { NameCandidate, NameContext } from '../candidates.ts';
import { isSurname, lastNameToken } from '../evidence.ts';
import { cue, is } from '../lexicon.ts';
import { hasClass, hasCue, isNameWord, type NameReading } from '../name-reading.ts';
import type { NameRule } from './name-rule.ts';

export const listAfterTitle: NameRule = {
  id: 'names.list-after-title',
  reads:
    'A surname alone, or a given name and a surname that are plain words too, in a list that a title in the plural opens.',
  match: (candidate, context) => isName(candidate, context) && openedByTitle(candidate.from, context),
  examples: {
    yes: [
      'Councilmen [[Smith]], [[Alvarez]] and [[Hernandez]] voted no.',
      'Council members [[Jo Castellano]], D-Ward 1, and [[Sue Gray]] agreed.',
      'Council members [[Nick Komivas]] and [[Vanice Spires]] want a vote.',
      'Sens. [[Mark Kelly]] and [[Kyrsten Sinema]] agreed.',
    ],
    no: [
      'Council members in Vanice Township voted.',
      'Sheriffs in Pima, Cochise and Yuma met.',
      'They met in Smith, Alvarez and Hernandez.',
    ],
  },
};

function isName({ from, to, words, doubtful, runTo }: NameCandidate, { reading }: NameContext): boolean {
  const last = lastNameToken(reading, from, to);
  if (words === 1)
    return (
      !doubtful &&
      isSurname(reading, from) &&
      !hasClass(reading, last, is.organization | is.thing | is.world | is.state | is.function | is.title)
    );
  if (words !== 2 || to !== runTo) return false;
  if (hasClass(reading, from, is.given) && hasClass(reading, last, is.frequentSurname)) return true;
  // "Council members Nick Komivas and Vanice Spires": a given name that is no word tells of a surname that is one.
  return (
    !hasClass(reading, from, is.known) &&
    !hasClass(reading, last, is.organization | is.thing | is.world | is.state | is.function | is.title | is.role)
  );
}

/** Tokens of a list that are looked at in front of a name, at most. */
const reach = 40;

function openedByTitle(from: number, { reading }: NameContext): boolean {
  for (let i = from - 1; i > from - reach && i >= 0 && reading.sentenceOf[i] === reading.sentenceOf[from]; i--) {
    if (hasCue(reading, i, cue.pluralTitle)) return i === from - 1 ? isNameWord(reading, i) : true;
    if (!mayBeInList(reading, i)) return false;
  }
  return false;
}

function mayBeInList(reading: NameReading, i: number): boolean {
  return isNameWord(reading, i) || hasShape(reading, i, shape.number) || hasCue(reading, i, cue.listMark);
}
