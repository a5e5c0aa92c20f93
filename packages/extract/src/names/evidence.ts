// Questions that several rules of names ask about a candidate. Knows words and neighbours; decides nothing alone.
import { foldedAt, hasShape } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import type { NameCandidate, NameContext } from './candidates.ts';
import { is } from './lexicon.ts';
import { hasClass, isNameWord, type NameReading } from './name-reading.ts';

/** "J.", "J. K.", "JD": an initial, or two written together. */
export function isInitial(reading: NameReading, i: number): boolean {
  const shapes = reading.shapes[i] ?? 0;
  if ((shapes & shape.capital) === 0) return false;
  const start = reading.starts[i] ?? 0;
  const length = (reading.ends[i] ?? 0) - start;
  if ((shapes & shape.abbreviation) === 0 && !isSurrogate(reading.text.charCodeAt(start)))
    return length === 1 || (length === 2 && (shapes & shape.allCaps) !== 0);
  return /^\p{Lu}(?:(?:\.(?:\s?\p{Lu}\.)*)?|\p{Lu})$/u.test(reading.text.slice(start, start + length));
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xe000;
}

/** Whether word i may be part of a name: in a table, or no word of plain English. */
function mayBeName(reading: NameReading, i: number): boolean {
  if (isInitial(reading, i) || isBuiltLikeName(reading, i, namePrefix)) return true;
  if (hasShape(reading, i, shape.allCaps)) return false;
  if (hasClass(reading, i, is.frequentSurname | is.given)) return true;
  if (hasClass(reading, i, is.common | is.function)) return false;
  return hasClass(reading, i, is.surname) || !hasClass(reading, i, is.known);
}

const namePrefix = /^(?:Mc|Mac|O['’]|D['’])\p{Lu}/u;
const surnamePrefix = /^(?:Mc|Mac|O['’]|D['’])\p{Lu}\p{Ll}/u;

/** Whether word i begins like McAdoo or O'Hara. */
function isBuiltLikeName(reading: NameReading, i: number, prefix: RegExp): boolean {
  const start = reading.starts[i] ?? 0;
  const first = reading.text[start];
  return (first === 'M' || first === 'O' || first === 'D') && prefix.test(reading.text.slice(start, reading.ends[i]));
}

/** Whether every word of the candidate may be part of a name. */
export function allMayBeNames({ from, to }: NameCandidate, { reading }: NameContext): boolean {
  for (let i = from; i < to; i++)
    if (isNameWord(reading, i) && !hasClass(reading, i, is.suffix) && !mayBeName(reading, i)) return false;
  return true;
}

/** The token of the surname's last word: suffixes do not count. */
export function lastNameToken(reading: NameReading, from: number, to: number): number {
  let last = to - 1;
  while (last > from && (!isNameWord(reading, last) || hasClass(reading, last, is.suffix))) last--;
  return last;
}

/** Whether word i is in the table of surnames, or is built like one (McAdoo, O'Hara). */
export function isSurname(reading: NameReading, i: number): boolean {
  return hasClass(reading, i, is.surname) || isBuiltLikeName(reading, i, surnamePrefix);
}

/** A verb of saying right before or right behind. */
export function speaks({ from, to }: NameCandidate, { reading }: NameContext): boolean {
  if (hasClass(reading, to, is.speech) && !hasShape(reading, to, shape.capital)) return true;
  return (
    hasClass(reading, from - 1, is.speech) &&
    !hasShape(reading, from - 1, shape.capital) &&
    sameSentence(reading, from - 1, from)
  );
}

/** An age, "who", a party, or a role follows behind a comma or a bracket: "Ana Ruiz, 34," "Ana Ruiz, who", "Ana Ruiz, the mayor". */
export function isDescribed({ to }: NameCandidate, { reading }: NameContext): boolean {
  if (hasClass(reading, to, is.bracket)) return /^(?:d|r|i)$/.test(foldedAt(reading, to + 1));
  if (!hasClass(reading, to, is.comma)) return false;
  if (hasClass(reading, to + 1, is.relative)) return true;
  if (hasShape(reading, to + 1, shape.number) && /^\d{1,2}$/.test(foldedAt(reading, to + 1))) return true;
  const reach = hasClass(reading, to + 1, is.determiner) ? 6 : 3;
  for (let i = to + 1; i < Math.min(to + 1 + reach, reading.count); i++) {
    if (hasShape(reading, i, shape.mark) && !/^[-–'’]$/.test(foldedAt(reading, i))) return false;
    if (hasClass(reading, i, is.speech)) return false;
    if (hasClass(reading, i, is.title | is.role)) return true;
  }
  return false;
}

/** The candidate runs on into a street, a building, a body or a law that bears the name. */
export function isPartOfThing({ to, runTo, titleAt }: NameCandidate, { reading }: NameContext): boolean {
  if (to >= runTo) return false;
  return hasClass(reading, to, is.thing | is.organization) || (titleAt < 0 && hasClass(reading, to, is.title));
}

/** A US state follows behind a comma, as behind the name of a place. */
export function isFollowedByState({ to }: NameCandidate, { reading }: NameContext): boolean {
  return hasClass(reading, to, is.comma) && isNameWord(reading, to + 1) && hasClass(reading, to + 1, is.state);
}

function sameSentence(reading: NameReading, a: number, b: number): boolean {
  return reading.sentenceOf[a] === reading.sentenceOf[b];
}
