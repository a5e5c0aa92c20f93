// Reads one organization at a token, by its telling head ("… Police Department").
// Knows words; not other mentions.
import { foldedAt, hasShape, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isNameWord } from './capital-runs.ts';
import { isInitial } from './evidence.ts';
import type { NameLexicon } from './lexicon.ts';
import { type OrganizationMention, toMention } from './organization-merge.ts';

/** No name is longer, in tokens: it keeps the cost linear in hostile texts. */
const longestName = 20;
const takesOf = new Set(
  'department dept. bureau university board office council association coalition league union federation institute center committee commission house college school ministry court academy alliance society foundation agency division authority church bank museum friends city county town village state district daughters sons brotherhood chamber order'.split(
    ' ',
  ),
);
const links = new Set(['of', 'for', 'on', 'the', 'and', '&', 'in', 'to']);
const bodyOfPlace = new Set([
  'city',
  'county',
  'town',
  'village',
  'township',
  'borough',
  'state',
  'commonwealth',
  'university',
  'friends',
  'chamber',
  'league',
  'daughters',
]);
/** Heads that name a body only together with a word before them. */
const genericAlone = new Set(
  'council department dept. office agency bureau commission board committee authority administration association court university college school police senate house legislature assembly district'.split(
    ' ',
  ),
);
/** Lower-case bodies behind a place: "Tulsa police", "Tulsa city council". */
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
export function organizationByHead(reading: Reading, lexicon: NameLexicon, i: number): OrganizationMention | null {
  const { classes } = lexicon;
  if (!isNameWord(reading, i) || cannotBegin(reading, lexicon, i)) return null;
  const start = i;
  if (bodyOfPlace.has(foldedAt(reading, i)) && foldedAt(reading, i + 1) === 'of') return bodyOf(reading, lexicon, i);
  let to = -1;
  let head = -1;
  const limit = Math.min(start + longestName, reading.count);
  for (let k = start; k < limit && reading.sentenceOf[k] === reading.sentenceOf[start]; ) {
    if (isNameWord(reading, k)) {
      const id = reading.ids[k] ?? -1;
      if (classes.has(id, 'organization')) {
        head = k;
        to = k + 1;
      } else if (classes.has(id, 'title') && !belongsInBody(reading, k)) break;
      k++;
    } else if (isTightHyphen(reading, k) && k > start) k++;
    else if (/^'s?$/.test(foldedAt(reading, k)) && isNameWord(reading, k + 1) && possessorOfBody(reading, lexicon, k))
      k++;
    else if (
      /^(?:and|&)$/.test(foldedAt(reading, k)) &&
      head < 0 &&
      !isPerson(reading, lexicon, start, k) &&
      mayBeTopic(reading, lexicon, start, k) &&
      isNameWord(reading, k + 1) &&
      bodyFollows(reading, lexicon, k + 1)
    )
      k++;
    else break;
  }
  if (head < 0) return lowerBody(reading, lexicon, start);
  // "Council Member", "Board President": a title, not a body.
  if (
    /^(?:council|board|commission|committee|school)$/.test(foldedAt(reading, head)) &&
    isTitleWord(reading, lexicon, head + 1)
  )
    return null;
  if (/^(?:daily|weekly|evening)$/.test(foldedAt(reading, head)) && isNameWord(reading, to)) to++;
  to = rightExtension(reading, lexicon, head, to);
  const generic = start === head && to === head + 1;
  if (generic && !genericAlone.has(foldedAt(reading, head))) return null;
  if (generic && isSentenceStart(reading, start)) return null;
  return toMention(reading, start, to, generic || to - start === 1);
}

/** "Ana Ode and Salem Parks Department": what stands before "and" is somebody. */
function isPerson(reading: Reading, { classes }: NameLexicon, from: number, to: number): boolean {
  if (to - from < 2) return false;
  return (
    isInitial(reading, from) ||
    (classes.has(reading.ids[from] ?? -1, 'given') && classes.has(reading.ids[to - 1] ?? -1, 'surname'))
  );
}

/** "Parks and Recreation", "Planning and Zoning": a plain word before "and", not the end of somebody's name. */
function mayBeTopic(reading: Reading, { classes }: NameLexicon, start: number, and: number): boolean {
  const isInside =
    isNameWord(reading, start - 1) &&
    hasShape(reading, start, shape.spaced) &&
    isSame(reading, start - 1, start) &&
    !classes.has(reading.ids[start - 1] ?? -1, 'function', 'organization');
  const id = reading.ids[and - 1] ?? -1;
  return !isInside && (classes.has(id, 'known', 'organization', 'thing') || foldedAt(reading, and) === '&');
}

const isSame = (reading: Reading, a: number, b: number): boolean => reading.sentenceOf[a] === reading.sentenceOf[b];

function isTightHyphen(reading: Reading, k: number): boolean {
  return (
    foldedAt(reading, k) === '-' &&
    !hasShape(reading, k, shape.spaced) &&
    isNameWord(reading, k + 1) &&
    !hasShape(reading, k + 1, shape.spaced)
  );
}

function isTitleWord(reading: Reading, { classes }: NameLexicon, k: number): boolean {
  return isNameWord(reading, k) && classes.has(reading.ids[k] ?? -1, 'title');
}

/** "City of Tulsa", "University of Tulsa", "Friends of the River". */
function bodyOf(reading: Reading, lexicon: NameLexicon, i: number): OrganizationMention | null {
  let to = i + 2;
  if (foldedAt(reading, to) === 'the') to++;
  if (!isNameWord(reading, to)) return null;
  while (
    to < i + longestName &&
    isNameWord(reading, to) &&
    (hasShape(reading, to, shape.spaced) || to === i + 2) &&
    (to === i + 2 || !isTitleWord(reading, lexicon, to))
  )
    to++;
  return toMention(reading, i, to, false);
}

/** "Chief Justice's Office" no, "Sheriff's Office", "District Attorney's Office" yes: titles that are part of a body's name. */
function belongsInBody(reading: Reading, k: number): boolean {
  const word = foldedAt(reading, k);
  const next = foldedAt(reading, k + 1);
  if (next === "'s" || next === "'")
    return /^(?:sheriff|sheriffs|attorney|governor|mayor|clerk|assessor|coroner|treasurer|examiner|marshal|president|recorder|auditor|manager|administrator|controller|comptroller|defender|inspector|prosecutor|supervisors|commissioners|constable|general|engineer|registrar|superintendent)$/.test(
      word,
    );
  return (
    /^(?:supervisors|commissioners|trustees|aldermen|sheriffs|state|general|executive|staff|senior|press|police)$/.test(
      word,
    ) && isNameWord(reading, k + 1)
  );
}

function possessorOfBody(reading: Reading, lexicon: NameLexicon, k: number): boolean {
  // "Maricopa County Sheriff's Office", "Women's March": a body's own possessive; not "Tulsa's City Council".
  const before = reading.ids[k - 1] ?? -1;
  return (
    lexicon.classes.has(before, 'title') ||
    /^(?:women|men|children|people|workers|teachers|employees|veterans|farmers|residents|tenants|firefighters)$/.test(
      foldedAt(reading, k - 1),
    )
  );
}

function bodyFollows(reading: Reading, { classes }: NameLexicon, from: number): boolean {
  for (let k = from; k < from + 4 && isNameWord(reading, k); k++) {
    const id = reading.ids[k] ?? -1;
    if (classes.has(id, 'title', 'given')) return false;
    if (classes.has(id, 'organization')) return k > from || !classes.has(reading.ids[from - 2] ?? -1, 'organization');
  }
  return false;
}

/** "Department" + "of Public Works", "Bureau" + "of Land and Water": the end of the name. */
function rightExtension(reading: Reading, { classes }: NameLexicon, head: number, to: number): number {
  if (!takesOf.has(foldedAt(reading, head))) return to;
  let end = to;
  let k = to;
  const first = foldedAt(reading, k);
  if (!/^(?:of|for|on)$/.test(first)) return to;
  while (k < to + 12) {
    let next = k;
    while (links.has(foldedAt(reading, next)) && next < k + 3 && !isNameWord(reading, next)) next++;
    if (foldedAt(reading, next) === ',' && /^(?:of|for)$/.test(first) && listGoesOn(reading, next)) next++;
    if (!isNameWord(reading, next) || (next === k && next > to && !hasShape(reading, next, shape.spaced))) break;
    if (next > k && foldedAt(reading, next - 1) === 'in') break;
    if (classes.has(reading.ids[next] ?? -1, 'title') && !belongsInBody(reading, next) && !isOffice(reading, next))
      break;
    if (classes.has(reading.ids[next] ?? -1, 'world') && first === 'on') break;
    k = next + 1;
    end = k;
    if (isOffice(reading, next)) break;
  }
  return end;
}

const isOffice = (reading: Reading, k: number): boolean =>
  /^(?:supervisors|commissioners|trustees|aldermen|representatives|engineers|regents|education|police|governors|women|mayors)$/.test(
    foldedAt(reading, k),
  );

function listGoesOn(reading: Reading, comma: number): boolean {
  return (
    isNameWord(reading, comma + 1) &&
    /^(?:,|and|&)$/.test(foldedAt(reading, comma + 2)) &&
    isNameWord(reading, comma + 3)
  );
}

function lowerBody(reading: Reading, { classes }: NameLexicon, start: number): OrganizationMention | null {
  let to = start;
  while (isNameWord(reading, to) && to < start + 3 && !classes.has(reading.ids[to] ?? -1, 'title')) to++;
  if (
    to === start ||
    (to === start + 1 &&
      (classes.has(reading.ids[start] ?? -1, 'known') || isSentenceStartWord(reading, classes, start)))
  )
    return null;
  const body = lowerBodies.find((words) =>
    words.every((word, k) => foldedAt(reading, to + k) === word && !isNameWord(reading, to + k)),
  );
  if (!body) return null;
  // "Tulsa police Chief Dana Ode": the words belong to the title as well, and still name the body.
  return toMention(reading, start, to + body.length, false);
}

function isSentenceStartWord(reading: Reading, classes: NameLexicon['classes'], i: number): boolean {
  return isSentenceStart(reading, i) && classes.has(reading.ids[i] ?? -1, 'common', 'function', 'world');
}

function cannotBegin(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  const id = reading.ids[i] ?? -1;
  if (isInitial(reading, i) && !classes.has(id, 'state', 'world')) return isSentenceStart(reading, i);
  if (classes.has(id, 'function') && !/^(?:new|american|united|first|young)$/.test(foldedAt(reading, i))) return true;
  if (
    classes.has(id, 'title') &&
    !(/^'s?$/.test(foldedAt(reading, i + 1)) && belongsInBody(reading, i)) &&
    !/^(?:attorney|general|state|press|executive|chief|police|sheriffs)$/.test(foldedAt(reading, i))
  )
    return true;
  return (
    isSentenceStart(reading, i) &&
    /^(?:activists|residents|critics|supporters|officials|neighbors|members|parents|voters|meanwhile)$/.test(
      foldedAt(reading, i),
    )
  );
}

function isSentenceStart(reading: Reading, i: number): boolean {
  return reading.sentenceStarts[reading.sentenceOf[i] ?? 0] === i;
}
