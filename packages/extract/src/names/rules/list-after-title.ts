// names.list-after-title: names in a list behind one title: "Councilmen Smith, Alvarez and Lee".
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { NameCandidate, NameContext } from '../candidates.ts';
import { isNameWord } from '../capital-runs.ts';
import { isSurname, lastNameToken } from '../evidence.ts';
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
      'Sens. [[Mark Kelly]] and [[Kyrsten Sinema]] agreed.',
    ],
    no: ['Sheriffs in Pima, Cochise and Yuma met.', 'They met in Smith, Alvarez and Hernandez.'],
  },
};

function isName({ from, to, words, doubtful, runTo }: NameCandidate, { reading, lexicon }: NameContext): boolean {
  const { classes } = lexicon;
  const last = lastNameToken(reading, lexicon, from, to);
  const id = reading.ids[last] ?? -1;
  if (words === 1)
    return (
      !doubtful &&
      isSurname(reading, lexicon, from) &&
      !classes.has(id, 'organization', 'thing', 'world', 'state', 'function', 'title')
    );
  if (words !== 2 || to !== runTo) return false;
  if (classes.has(reading.ids[from] ?? -1, 'given') && classes.has(id, 'frequentSurname')) return true;
  return !classes.has(reading.ids[from] ?? -1, 'known') && !classes.has(id, 'known');
}

/** Tokens of a list that are looked at in front of a name, at most. */
const reach = 40;

function openedByTitle(from: number, { reading }: NameContext): boolean {
  for (let i = from - 1; i > from - reach && i >= 0 && reading.sentenceOf[i] === reading.sentenceOf[from]; i--) {
    if (plural.test(foldedAt(reading, i))) return i === from - 1 ? isNameWord(reading, i) : true;
    if (!mayBeInList(reading, i)) return false;
  }
  return false;
}

function mayBeInList(reading: Reading, i: number): boolean {
  return isNameWord(reading, i) || hasShape(reading, i, shape.number) || /^[,;()–—-]$|^and$/.test(foldedAt(reading, i));
}

const plural =
  /^(?:council(?:men|women|members|ors)|councillors|alder(?:men|women|persons)|commissioners|supervisors|trustees|selectmen|members|sens\.|reps\.|senators|representatives|mayors|judges|justices|legislators|assembly(?:men|women|members)|officers|deputies|detectives)$/;
