// names.list-after-title: surnames in a list behind one title: "Councilmen Smith, Alvarez and Lee".
import { foldedAt } from '../../reading/reading.ts';
import { isNameWord } from '../capital-runs.ts';
import { isSurname } from '../evidence.ts';
import type { NameRule } from './name-rule.ts';

export const listAfterTitle: NameRule = {
  id: 'names.list-after-title',
  reads: 'A surname alone in a list of surnames that a title in the plural opens: “Councilmen Smith and Alvarez”.',
  match: ({ from, words, doubtful }, { reading, lexicon }) => {
    if (words !== 1 || doubtful || !isSurname(reading, lexicon, from)) return false;
    const { classes } = lexicon;
    const plain = (i: number): boolean =>
      classes.has(reading.ids[i] ?? -1, 'organization', 'thing', 'world', 'state', 'function', 'title');
    if (plain(from)) return false;
    let i = from - 1;
    while (i > from - 16 && reading.sentenceOf[i] === reading.sentenceOf[from]) {
      if (isNameWord(reading, i) && plural.test(foldedAt(reading, i))) return i < from - 1 || isNameWord(reading, i);
      const word = foldedAt(reading, i);
      if (word !== ',' && word !== 'and' && !(isNameWord(reading, i) && isSurname(reading, lexicon, i) && !plain(i)))
        return false;
      i--;
    }
    return false;
  },
  examples: {
    yes: ['Councilmen [[Smith]], [[Alvarez]] and [[Hernandez]] voted no.'],
    no: ['Sheriffs in Pima, Cochise and Yuma met.', 'They met in Smith, Alvarez and Hernandez.'],
  },
};

const plural =
  /^(?:council(?:men|women|members|ors)|councillors|alder(?:men|women|persons)|commissioners|supervisors|trustees|selectmen|members|sens\.|reps\.|senators|representatives|mayors|judges|justices|legislators|assembly(?:men|women|members)|officers|deputies|detectives)$/;
