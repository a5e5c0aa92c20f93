// A title as a story writes it, with tenure and district, and what it says of the time. Knows words alone.
import type { Official } from '@civicwire/shared';
import { foldedAt, hasShape, type Reading, spanOf, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isDistrictNumber } from './phrase-extent.ts';
import { districtWords, tenure } from './words.ts';

/** Tenure, district and the titles themselves; names of places and bodies are left out. */
export function writtenTitle(reading: Reading, from: number, titleFrom: number, to: number): string {
  let start = titleFrom;
  for (let i = titleFrom - 1; i >= from; i--) {
    const word = foldedAt(reading, i);
    const isNumber = hasShape(reading, i, shape.number) && isDistrictNumber(reading, i);
    const keeps =
      tenure.has(word) ||
      isNumber ||
      (districtWords.has(word) && hasShape(reading, i + 1, shape.number)) ||
      (districtWords.has(word) && hasShape(reading, i - 1, shape.number)) ||
      word === 'state' ||
      word === 'u.s.';
    if (!keeps && word !== '-') break;
    if (keeps) start = i;
  }
  const written = spanOf(reading, start, to).text.replaceAll(/\s+/g, ' ');
  // "former Tulsa police chief", "ex-Tulsa mayor": the time word stands before the place.
  for (let i = from; i < start; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:former|ex|onetime|retired|then|acting|interim)$/.test(word))
      return foldedAt(reading, i + 1) === '-' ? `${wordAt(reading, i)}-${written}` : `${wordAt(reading, i)} ${written}`;
  }
  return written;
}

/** What the words of the phrase say of the time. */
export function tenureOf(reading: Reading, from: number, to: number): Official['tenure'] {
  if (holdsAny(reading, from, to, /^(?:former|formerly|ex|late|retired|then|onetime)$/)) return 'former';
  if (holdsAny(reading, from, to, /^(?:elect|designate|incoming)$/)) return 'elect';
  return holdsAny(reading, from, to, /^(?:acting|interim)$/) ? 'acting' : 'current';
}

function holdsAny(reading: Reading, from: number, to: number, pattern: RegExp): boolean {
  for (let i = from; i < to; i++) if (pattern.test(foldedAt(reading, i))) return true;
  return false;
}
