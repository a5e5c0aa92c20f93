// Finds names that are given with their acronym in brackets: "Northside Housing Alliance (NHA)". Knows first letters.
import { foldedAt, hasShape, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { is } from './lexicon.ts';
import { hasClass, isNameWord, type NameReading } from './name-reading.ts';
import { onOneLine } from './one-line.ts';
import type { OrganizationMention } from './organization-merge.ts';

/** Every name whose words' first letters make the bracketed acronym behind it; small words may stay out. */
export function definedAcronyms(
  reading: NameReading,
): { readonly name: OrganizationMention; readonly acronymAt: number }[] {
  const found: { name: OrganizationMention; acronymAt: number }[] = [];
  for (const acronymAt of reading.nameWords) {
    const open = bracketBefore(reading, acronymAt);
    if (open < 1 || !isBracketed(reading, acronymAt)) continue;
    const from = nameStart(reading, open, wordAt(reading, acronymAt));
    // "Public Records Act (PRA)" is a law.
    if (from < 0 || hasClass(reading, open - 1, is.thing)) continue;
    found.push({ name: { from, to: open, name: onOneLine(reading, from, open), generic: false }, acronymAt });
  }
  return found;
}

/** The opening bracket before a word, with or without a quotation mark between; -1 when there is none. */
function bracketBefore(reading: NameReading, i: number): number {
  if (hasClass(reading, i - 1, is.bracket)) return i - 1;
  return hasShape(reading, i - 1, shape.quote) && hasClass(reading, i - 2, is.bracket) ? i - 2 : -1;
}

/** Whether the word is an acronym of up to eight letters, and the bracket closes behind it. */
function isBracketed(reading: NameReading, i: number): boolean {
  const close = hasShape(reading, i + 1, shape.quote) ? i + 2 : i + 1;
  if (foldedAt(reading, close) !== ')') return false;
  const word = wordAt(reading, i);
  return word.length <= 8 && /^\p{Lu}[\p{L}]*\p{Lu}[\p{L}]*$/u.test(word);
}

/** The token at which the name before the bracket at `open` begins; -1 when letters and words do not agree. */
function nameStart(reading: NameReading, open: number, acronym: string): number {
  const letters = acronym.replace(/s$/, '').toUpperCase();
  let letter = letters.length - 1;
  let i = open - 1;
  const floor = Math.max(reading.sentenceStarts[reading.sentenceOf[open] ?? 0] ?? 0, open - 24);
  for (; i >= floor && letter >= 0; i--) {
    if (hasShape(reading, i, shape.mark | shape.clitic)) {
      if (hasClass(reading, i, is.comma) || foldedAt(reading, i) === '.') return -1;
      continue;
    }
    const initial = reading.text.charAt(reading.starts[i] ?? 0);
    const isSmall = hasClass(reading, i, is.function);
    if (initial.toUpperCase() === letters[letter] && (isNameWord(reading, i) || isSmall)) letter--;
    else if (isNameWord(reading, i) && letter === letters.length - 1) continue;
    else if (!isSmall && !isNameWord(reading, i)) return -1;
  }
  if (letter >= 0) return -1;
  const from = i + 1;
  return isNameWord(reading, from) && open - from >= 2 ? from : -1;
}
