// Finds names that are given with their acronym in brackets: "Northside Housing Alliance (NHA)". Knows first letters.
import { foldedAt, hasShape, type Reading, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isNameWord } from './capital-runs.ts';
import type { NameLexicon } from './lexicon.ts';
import type { OrganizationMention } from './organization-merge.ts';

/** Every name whose words' first letters make the bracketed acronym behind it; small words may stay out. */
export function definedAcronyms(
  reading: Reading,
  lexicon: NameLexicon,
): { readonly name: OrganizationMention; readonly acronymAt: number }[] {
  const found: { name: OrganizationMention; acronymAt: number }[] = [];
  for (let i = 1; i < reading.count; i++) {
    if (foldedAt(reading, i) !== '(') continue;
    let at = i + 1;
    if (hasShape(reading, at, shape.quote)) at++;
    const word = reading.text.slice(reading.starts[at], reading.ends[at]);
    let close = at + 1;
    if (hasShape(reading, close, shape.quote)) close++;
    if (!/^\p{Lu}[\p{L}]*\p{Lu}[\p{L}]*$/u.test(word) || foldedAt(reading, close) !== ')' || word.length > 8) continue;
    const from = nameStart(reading, lexicon, i, word);
    // "Public Records Act (PRA)" is a law.
    if (from < 0 || lexicon.classes.has(reading.ids[i - 1] ?? -1, 'thing')) continue;
    found.push({
      name: { from, to: i, name: spanOf(reading, from, i).text.replaceAll(/\s+/g, ' '), generic: false },
      acronymAt: at,
    });
  }
  return found;
}

/** The token at which the name before the bracket at `open` begins; -1 when letters and words do not agree. */
function nameStart(reading: Reading, { classes }: NameLexicon, open: number, acronym: string): number {
  const letters = acronym.replace(/s$/, '').toUpperCase();
  let letter = letters.length - 1;
  let i = open - 1;
  const floor = Math.max(reading.sentenceStarts[reading.sentenceOf[open] ?? 0] ?? 0, open - 24);
  for (; i >= floor && letter >= 0; i--) {
    if (hasShape(reading, i, shape.mark | shape.clitic)) {
      if (foldedAt(reading, i) === ',' || foldedAt(reading, i) === '.') return -1;
      continue;
    }
    const initial = reading.text.slice(reading.starts[i], (reading.starts[i] ?? 0) + 1);
    if (
      initial.toUpperCase() === letters[letter] &&
      (isNameWord(reading, i) || classes.has(reading.ids[i] ?? -1, 'function'))
    )
      letter--;
    else if (isNameWord(reading, i) && letter === letters.length - 1) continue;
    else if (!classes.has(reading.ids[i] ?? -1, 'function') && !isNameWord(reading, i)) return -1;
  }
  if (letter >= 0) return -1;
  const from = i + 1;
  return isNameWord(reading, from) && open - from >= 2 ? from : -1;
}
