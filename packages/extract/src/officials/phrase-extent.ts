// Where the noun phrase round a title begins and ends. Knows words and capitals; not whose office it is.
import { hasShape, isCapital, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { cue } from './cue-words.ts';
import { hasCue, type Story } from './story.ts';

/** Leftwards over capitals, bodies, modifiers and possessives, within the sentence. */
export function phraseStart(story: Story, titleFrom: number): number {
  const { reading, personAt, bodyAt, cues } = story;
  const floor = Math.max(reading.sentenceStarts[reading.sentenceOf[titleFrom] ?? 0] ?? 0, titleFrom - 12);
  let i = titleFrom;
  while (i > floor) {
    const before = cues[i - 1] ?? 0;
    if ((before & cue.article) !== 0 || (personAt[i - 1] ?? -1) >= 0) break;
    if ((before & passable) !== 0 || (bodyAt[i - 1] ?? -1) >= 0) i--;
    else if (hasShape(reading, i - 1, shape.number) && isDistrictNumber(story, i - 1)) i--;
    else if (isCapital(reading, i - 1) && !hasShape(reading, i - 1, shape.mark)) i--;
    else if (hasShape(reading, i - 2, shape.mark) && hasCue(story, i - 2, cue.hyphen) && isCapital(reading, i)) i--;
    else if ((before & cue.publicOwner) !== 0 && hasCue(story, i, cue.apostrophe)) i--;
    else {
      const owned = ownedFrom(story, i, floor);
      if (owned === i) break;
      i = owned;
    }
  }
  return i;
}

const passable = cue.modifier | cue.hyphen | cue.apostrophe;

/** "the county's dog [warden]", "its economic development [director]": where one or two plain words behind a possessive begin. */
function ownedFrom(story: Story, i: number, floor: number): number {
  for (let k = i - 1; k >= i - 2 && k > floor; k--) {
    if (hasCue(story, k, cue.opener) || !plainWord.test(wordAt(story.reading, k))) return i;
    if (hasCue(story, k - 1, cue.apostrophe | cue.its)) return k;
  }
  return i;
}

const plainWord = /^\p{Ll}[\p{Ll}-]+$/u;

export function isDistrictNumber(story: Story, i: number): boolean {
  return hasCue(story, i - 1, cue.district) || hasCue(story, i + 1, cue.district);
}

/** Leaves out marks and words that only begin the sentence: "But Mayor", "When Pasadena Mayor". */
export function skipOpening(story: Story, from: number, titleFrom: number): number {
  const { reading } = story;
  let i = from;
  while (
    i < titleFrom &&
    (hasShape(reading, i, shape.mark | shape.clitic) || hasCue(story, i, cue.opener)) &&
    !(hasCue(story, i, cue.thenWord) && hasCue(story, i + 1, cue.hyphen))
  )
    i++;
  return i;
}

/**
 * "of the Tulsa Police Department", "for the city", "of Tulsa": the end of what follows the title. `linked`: what follows a verb;
 * `bodies` tells whether any word of an organization's name goes with it.
 */
export function tailEnd(story: Story, to: number, bodies: boolean, linked = false): number {
  if (!linked && !hasCue(story, to, cue.tie)) return to;
  const { reading, bodyAt, cues } = story;
  const limit = Math.min(reading.sentenceStarts[(reading.sentenceOf[to] ?? 0) + 1] ?? reading.count, to + 12);
  let end = to;
  for (let i = to + 1; i < limit; i++) {
    const isPart =
      (bodies && (bodyAt[i] ?? -1) >= 0) ||
      (isCapital(reading, i) && !hasShape(reading, i, shape.mark)) ||
      ((cues[i] ?? 0) & cue.tailWord) !== 0;
    if (isPart) end = i + 1;
    else if (((cues[i] ?? 0) & cue.tailLink) === 0) break;
  }
  return end;
}
