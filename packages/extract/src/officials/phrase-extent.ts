// Where the noun phrase round a title begins and ends. Knows words and capitals; not whose office it is.
import { foldedAt, hasShape, isCapital, type Reading, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { articles, districtWords, modifiers } from './words.ts';

/** Leftwards over capitals, bodies, modifiers and possessives, within the sentence. */
export function phraseStart(reading: Reading, bodyAt: Int32Array, personAt: Int32Array, titleFrom: number): number {
  const floor = Math.max(reading.sentenceStarts[reading.sentenceOf[titleFrom] ?? 0] ?? 0, titleFrom - 12);
  let i = titleFrom;
  while (i > floor) {
    const word = foldedAt(reading, i - 1);
    if (articles.has(word) || (personAt[i - 1] ?? -1) >= 0) break;
    if ((bodyAt[i - 1] ?? -1) >= 0 || modifiers.has(word)) i--;
    else if (/^(?:-|'s|')$/.test(word)) i--;
    else if (hasShape(reading, i - 1, shape.number) && isDistrictNumber(reading, i - 1)) i--;
    else if (isCapital(reading, i - 1) && !hasShape(reading, i - 1, shape.mark)) i--;
    else if (hasShape(reading, i - 2, shape.mark) && foldedAt(reading, i - 2) === '-' && isCapital(reading, i)) i--;
    else if (/^'s?$/.test(foldedAt(reading, i)) && publicOwners.has(word)) i--;
    else {
      const owned = ownedFrom(reading, i, floor);
      if (owned === i) break;
      i = owned;
    }
  }
  return i;
}

/** Lower-case owners of an office, before a possessive: "the port's chief engineer". */
const publicOwners = new Set(['port', 'parish', 'precinct', 'commonwealth', 'nation', 'tribe', 'system', 'village']);

/** "the county's dog [warden]", "its economic development [director]": where one or two plain words behind a possessive begin. */
function ownedFrom(reading: Reading, i: number, floor: number): number {
  for (let k = i - 1; k >= i - 2 && k > floor; k--) {
    if (!/^\p{Ll}[\p{Ll}-]+$/u.test(wordAt(reading, k)) || openers.has(foldedAt(reading, k))) return i;
    const before = foldedAt(reading, k - 1);
    if (/^'s?$/.test(before) || /^(?:its|their)$/.test(before)) return k;
  }
  return i;
}

export function isDistrictNumber(reading: Reading, i: number): boolean {
  return districtWords.has(foldedAt(reading, i - 1)) || districtWords.has(foldedAt(reading, i + 1));
}

/** Leaves out marks and words that only begin the sentence: "But Mayor", "When Pasadena Mayor". */
export function skipOpening(reading: Reading, from: number, titleFrom: number): number {
  let i = from;
  while (
    i < titleFrom &&
    (hasShape(reading, i, shape.mark | shape.clitic) || openers.has(foldedAt(reading, i))) &&
    !(foldedAt(reading, i) === 'then' && foldedAt(reading, i + 1) === '-')
  )
    i++;
  return i;
}

const openers = new Set(
  'but and when while although though as after before if in on at for so then however meanwhile also still both even since until by with from to that dear said says asked told photo now later yes no well not'.split(
    ' ',
  ),
);

/** "of the Tulsa Police Department", "for the city", "of Tulsa": the end of what follows the title. `linked`: what follows a verb. */
export function tailEnd(reading: Reading, bodyAt: Int32Array, to: number, linked = false): number {
  if (!linked && !/^(?:of|for|with|at|in)$/.test(foldedAt(reading, to))) return to;
  const limit = Math.min(reading.sentenceStarts[(reading.sentenceOf[to] ?? 0) + 1] ?? reading.count, to + 12);
  let i = to + 1;
  let end = to;
  while (i < limit) {
    const word = foldedAt(reading, i);
    if (
      (bodyAt[i] ?? -1) >= 0 ||
      (isCapital(reading, i) && !hasShape(reading, i, shape.mark)) ||
      lowerBodyWords.has(word)
    )
      end = ++i;
    else if (/^(?:the|'s|'|of|-|&|and)$/.test(word)) i++;
    else break;
  }
  return end;
}

/** For a tail whose bodies do not matter. */
export const noBodies = new Int32Array(0);

const lowerBodyWords = new Set(
  'city county state town village borough police department sheriff office mayor governor agency council district schools school public works health federal government transportation commission committee board authority jury court library legislature meeting parish township supervisors commissioners trustees selectmen aldermen selectboard port water fire hospital housing transit parks planning'.split(
    ' ',
  ),
);
