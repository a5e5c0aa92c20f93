// Questions that several rules of names ask about a candidate. Knows words and neighbours; decides nothing alone.
import { foldedAt, hasShape, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { NameCandidate, NameContext } from './candidates.ts';
import { isNameWord } from './capital-runs.ts';
import type { NameLexicon } from './lexicon.ts';

/** "J.", "J. K.", "JD": an initial, or two written together. */
export function isInitial(reading: Reading, i: number): boolean {
  const word = reading.text.slice(reading.starts[i], reading.ends[i]);
  return /^\p{Lu}(?:\.(?:\s?\p{Lu}\.)*)?$/u.test(word) || /^\p{Lu}{2}$/u.test(word);
}

/** Whether word i may be part of a name: in a table, or no word of plain English. */
function mayBeName(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  if (isInitial(reading, i)) return true;
  const id = reading.ids[i] ?? -1;
  const word = reading.text.slice(reading.starts[i], reading.ends[i]);
  if (/^(?:Mc|Mac|O['’]|D['’])\p{Lu}/u.test(word)) return true;
  if (hasShape(reading, i, shape.allCaps)) return false;
  if (classes.has(id, 'frequentSurname', 'given')) return true;
  return !classes.has(id, 'common', 'function') && (classes.has(id, 'surname') || !classes.has(id, 'known'));
}

/** Whether every word of the candidate may be part of a name. */
export function allMayBeNames({ from, to }: NameCandidate, { reading, lexicon }: NameContext): boolean {
  for (let i = from; i < to; i++)
    if (
      isNameWord(reading, i) &&
      !lexicon.classes.has(reading.ids[i] ?? -1, 'suffix') &&
      !mayBeName(reading, lexicon, i)
    )
      return false;
  return true;
}

/** The token of the surname's last word: suffixes do not count. */
export function lastNameToken(reading: Reading, { classes }: NameLexicon, from: number, to: number): number {
  let last = to - 1;
  while (last > from && (!isNameWord(reading, last) || classes.has(reading.ids[last] ?? -1, 'suffix'))) last--;
  return last;
}

/** Whether word i is in the table of surnames, or is built like one (McAdoo, O'Hara). */
export function isSurname(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  const word = reading.text.slice(reading.starts[i], reading.ends[i]);
  return classes.has(reading.ids[i] ?? -1, 'surname') || /^(?:Mc|Mac|O['’]|D['’])\p{Lu}\p{Ll}/u.test(word);
}

/** A verb of saying right before or right behind. */
export function speaks({ from, to }: NameCandidate, { reading, lexicon }: NameContext): boolean {
  const next = reading.ids[to] ?? -1;
  const before = reading.ids[from - 1] ?? -1;
  if (lexicon.classes.has(next, 'speech') && !hasShape(reading, to, shape.capital)) return true;
  return (
    lexicon.classes.has(before, 'speech') &&
    !hasShape(reading, from - 1, shape.capital) &&
    sameSentence(reading, from - 1, from)
  );
}

/** An age, "who", a party, or a role follows behind a comma or a bracket: "Ana Ruiz, 34," "Ana Ruiz, who", "Ana Ruiz, the mayor". */
export function isDescribed({ to }: NameCandidate, { reading, lexicon }: NameContext): boolean {
  const mark = foldedAt(reading, to);
  if (mark === '(') return /^(?:d|r|i)$/.test(foldedAt(reading, to + 1));
  if (mark !== ',') return false;
  const word = foldedAt(reading, to + 1);
  if (/^(?:who|whom|whose)$/.test(word) || /^\d{1,2}$/.test(word)) return true;
  const isArticle = /^(?:a|an|the|one|his|her)$/.test(word);
  const reach = isArticle ? 6 : 3;
  for (let i = to + 1; i < Math.min(to + 1 + reach, reading.count); i++) {
    if (hasShape(reading, i, shape.mark) && !/^[-–'’]$/.test(foldedAt(reading, i))) return false;
    if (lexicon.classes.has(reading.ids[i] ?? -1, 'speech')) return false;
    if (lexicon.classes.has(reading.ids[i] ?? -1, 'title', 'role')) return true;
  }
  return false;
}

/** The candidate runs on into a street, a building, a body or a law that bears the name. */
export function isPartOfThing({ to, runTo, titleAt }: NameCandidate, { reading, lexicon }: NameContext): boolean {
  if (to >= runTo) return false;
  const next = reading.ids[to] ?? -1;
  return lexicon.classes.has(next, 'thing', 'organization') || (titleAt < 0 && lexicon.classes.has(next, 'title'));
}

/** A US state follows behind a comma, as behind the name of a place. */
export function isFollowedByState({ to }: NameCandidate, { reading, lexicon }: NameContext): boolean {
  return (
    foldedAt(reading, to) === ',' &&
    isNameWord(reading, to + 1) &&
    lexicon.classes.has(reading.ids[to + 1] ?? -1, 'state')
  );
}

function sameSentence(reading: Reading, a: number, b: number): boolean {
  return reading.sentenceOf[a] === reading.sentenceOf[b];
}
