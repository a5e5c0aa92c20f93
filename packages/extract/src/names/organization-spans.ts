// Reads one organization at a token, by its telling head ("… Police Department").
// Knows words; not other mentions.
import { foldedAt, hasShape } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { isInitial } from './evidence.ts';
import { cue, is } from './lexicon.ts';
import { hasClass, hasCue, isNameWord, type NameReading } from './name-reading.ts';
import { type OrganizationMention, toMention } from './organization-merge.ts';

/** No name is longer, in tokens: it keeps the cost linear in hostile texts. */
const longestName = 20;
/** Lower-case bodies behind a place: "Tulsa police", "Tulsa city council". Each begins with a word of the cue `lowerBody`. */
const lowerBodies: readonly (readonly string[])[] = [
  ['police', 'department'],
  ['police'],
  ['city', 'council'],
  ['school', 'board'],
  ['school', 'district'],
  ['fire', 'department'],
  ['town', 'council'],
];

/** The organization that begins at capital i and has a head that tells; null when there is none. */
export function organizationByHead(reading: NameReading, i: number): OrganizationMention | null {
  if (cannotBegin(reading, i)) return null;
  if (hasCue(reading, i, cue.bodyOfPlace) && hasClass(reading, i + 1, is.of)) return bodyOf(reading, i);
  const head = findHead(reading, i);
  if (head < 0) return lowerBody(reading, i);
  if (hasCue(reading, head, cue.titleHead) && isTitleWord(reading, head + 1)) return null;
  let to = head + 1;
  if (hasCue(reading, head, cue.afterPress) && isNameWord(reading, to)) to++;
  to = rightExtension(reading, head, to);
  const generic = i === head && to === head + 1;
  if (generic && (!hasCue(reading, head, cue.genericAlone) || isSentenceStart(reading, i))) return null;
  return toMention(reading, i, to, generic || to - i === 1);
}

/** The last head of the name that begins at `start`; -1 when it has none. */
function findHead(reading: NameReading, start: number): number {
  const limit = Math.min(start + longestName, reading.count);
  let head = -1;
  for (let k = start; k < limit && isSame(reading, k, start); k++) {
    if (isNameWord(reading, k)) {
      if (hasClass(reading, k, is.organization)) head = k;
      else if (hasClass(reading, k, is.title) && !belongsInBody(reading, k)) break;
    } else if (!goesOn(reading, start, head, k)) break;
  }
  return head;
}

/** Whether the name goes on behind token k, which is no word with a capital. */
function goesOn(reading: NameReading, start: number, head: number, k: number): boolean {
  if (!isNameWord(reading, k + 1)) return false;
  if (hasClass(reading, k, is.hyphen))
    return !hasShape(reading, k, shape.spaced) && !hasShape(reading, k + 1, shape.spaced);
  if (hasCue(reading, k, cue.apostrophe)) return possessorOfBody(reading, k);
  return (
    hasClass(reading, k, is.and) &&
    head < 0 &&
    !isPerson(reading, start, k) &&
    mayBeTopic(reading, start, k) &&
    bodyFollows(reading, k + 1)
  );
}

/** "Ana Ode and Salem Parks Department": what stands before "and" is somebody. */
function isPerson(reading: NameReading, from: number, to: number): boolean {
  if (to - from < 2) return false;
  return isInitial(reading, from) || (hasClass(reading, from, is.given) && hasClass(reading, to - 1, is.surname));
}

/** "Parks and Recreation", "Planning and Zoning": a plain word before "and", not the end of somebody's name. */
function mayBeTopic(reading: NameReading, start: number, and: number): boolean {
  const isInside =
    isNameWord(reading, start - 1) &&
    hasShape(reading, start, shape.spaced) &&
    isSame(reading, start - 1, start) &&
    !hasClass(reading, start - 1, is.function | is.organization);
  return (
    !isInside && (hasClass(reading, and - 1, is.known | is.organization | is.thing) || foldedAt(reading, and) === '&')
  );
}

const isSame = (reading: NameReading, a: number, b: number): boolean => reading.sentenceOf[a] === reading.sentenceOf[b];

function isTitleWord(reading: NameReading, k: number): boolean {
  return isNameWord(reading, k) && hasClass(reading, k, is.title);
}

/** "City of Tulsa", "University of Tulsa", "Friends of the River". */
function bodyOf(reading: NameReading, i: number): OrganizationMention | null {
  let to = i + 2;
  if (hasClass(reading, to, is.the)) to++;
  if (!isNameWord(reading, to)) return null;
  while (
    to < i + longestName &&
    isNameWord(reading, to) &&
    (hasShape(reading, to, shape.spaced) || to === i + 2) &&
    (to === i + 2 || !isTitleWord(reading, to))
  )
    to++;
  return toMention(reading, i, to, false);
}

/** "Chief Justice's Office" no, "Sheriff's Office", "District Attorney's Office" yes: titles that are part of a body's name. */
function belongsInBody(reading: NameReading, k: number): boolean {
  return isPossessive(reading, k)
    ? hasCue(reading, k, cue.officeHolder)
    : hasCue(reading, k, cue.bodyTitle) && isNameWord(reading, k + 1);
}

/** An apostrophe follows, with or without its s. */
function isPossessive(reading: NameReading, k: number): boolean {
  return hasCue(reading, k + 1, cue.apostrophe);
}

/** "Maricopa County Sheriff's Office", "Women's March": a body's own possessive; not "Tulsa's City Council". */
function possessorOfBody(reading: NameReading, k: number): boolean {
  return hasClass(reading, k - 1, is.title) || hasCue(reading, k - 1, cue.people);
}

function bodyFollows(reading: NameReading, from: number): boolean {
  for (let k = from; k < from + 4 && isNameWord(reading, k); k++) {
    if (hasClass(reading, k, is.title | is.given)) return false;
    if (hasClass(reading, k, is.organization)) return k > from || !hasClass(reading, from - 2, is.organization);
  }
  return false;
}

/** "Department" + "of Public Works", "Bureau" + "of Land and Water": the end of the name. */
function rightExtension(reading: NameReading, head: number, to: number): number {
  if (!hasCue(reading, to, cue.ofForOn) || !hasCue(reading, head, cue.takesOf)) return to;
  const first = foldedAt(reading, to);
  let end = to;
  let k = to;
  while (k < to + 12) {
    let next = k;
    while (hasCue(reading, next, cue.link) && next < k + 3 && !isNameWord(reading, next)) next++;
    if (first !== 'on' && hasClass(reading, next, is.comma) && listGoesOn(reading, next)) next++;
    if (!isNameWord(reading, next) || (next === k && next > to && !hasShape(reading, next, shape.spaced))) break;
    if (next > k && foldedAt(reading, next - 1) === 'in') break;
    const isOffice = hasCue(reading, next, cue.boardOf);
    if (hasClass(reading, next, is.title) && !isOffice && !belongsInBody(reading, next)) break;
    if (first === 'on' && hasClass(reading, next, is.world)) break;
    k = next + 1;
    end = k;
    if (isOffice) break;
  }
  return end;
}

function listGoesOn(reading: NameReading, comma: number): boolean {
  return (
    isNameWord(reading, comma + 1) && hasClass(reading, comma + 2, is.comma | is.and) && isNameWord(reading, comma + 3)
  );
}

/** "Tulsa police Chief Dana Ode": the words belong to the title as well, and still name the body. */
function lowerBody(reading: NameReading, start: number): OrganizationMention | null {
  let to = start;
  while (to < start + 3 && isNameWord(reading, to) && !hasClass(reading, to, is.title)) to++;
  if (to === start || !hasCue(reading, to, cue.lowerBody) || isNameWord(reading, to)) return null;
  if (to === start + 1 && (hasClass(reading, start, is.known) || isSentenceStartWord(reading, start))) return null;
  const body = lowerBodies.find((words) =>
    words.every((word, k) => foldedAt(reading, to + k) === word && !isNameWord(reading, to + k)),
  );
  return body ? toMention(reading, start, to + body.length, false) : null;
}

function isSentenceStartWord(reading: NameReading, i: number): boolean {
  return isSentenceStart(reading, i) && hasClass(reading, i, is.common | is.function | is.world);
}

function cannotBegin(reading: NameReading, i: number): boolean {
  if (isInitial(reading, i) && !hasClass(reading, i, is.state | is.world)) return isSentenceStart(reading, i);
  if (hasClass(reading, i, is.function) && !hasCue(reading, i, cue.opensBody)) return true;
  if (
    hasClass(reading, i, is.title) &&
    !hasCue(reading, i, cue.opensBodyTitle) &&
    !(isPossessive(reading, i) && belongsInBody(reading, i))
  )
    return true;
  return hasCue(reading, i, cue.opensSentence) && isSentenceStart(reading, i);
}

function isSentenceStart(reading: NameReading, i: number): boolean {
  return reading.sentenceStarts[reading.sentenceOf[i] ?? 0] === i;
}
