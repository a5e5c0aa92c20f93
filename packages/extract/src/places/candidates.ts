// Finds every stretch of text that could name a place. Knows the gazetteer and capitals; decides nothing.
import { foldedAt, hasShape, isCapital, type Reading, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Gazetteer, PlaceRecord } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import type { PlaceWords } from './words.ts';

/** Tokens `[from, to)` spell the name of `record`. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly record: PlaceRecord;
}

const tokensMax = 7;

/** "d’Alene". */
const innerCapital = /^\p{Ll}['’]\p{Lu}/u;

/** Candidates in text order, none overlapping another: at each token the longest name. */
export function findCandidates(reading: Reading, gazetteer: Gazetteer, words: PlaceWords): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < reading.count; i++) {
    if (!isCapital(reading, i)) continue;
    const candidate = longestAt(reading, gazetteer, words, i);
    if (!candidate) continue;
    found.push(candidate);
    i = candidate.to - 1;
  }
  return found;
}

function longestAt(reading: Reading, gazetteer: Gazetteer, words: PlaceWords, from: number): Candidate | null {
  if (!gazetteer.mayBegin(placeKey(`${wordAt(reading, from)} x`).split(' ')[0] ?? ''))
    return clippedAt(reading, gazetteer, from);
  const sentence = reading.sentenceOf[from];
  let last = from;
  while (
    last + 1 < reading.count &&
    last + 1 - from < tokensMax &&
    reading.sentenceOf[last + 1] === sentence &&
    continues(reading, last + 1)
  )
    last++;
  for (let to = last + 1; to > from; to--) {
    if (
      !isCapital(reading, to - 1) &&
      !hasShape(reading, to - 1, shape.clitic) &&
      !innerCapital.test(wordAt(reading, to - 1))
    )
      continue;
    const record = recordOf(reading, gazetteer, from, to);
    if (!record) continue;
    return withoutGovernment(reading, gazetteer, words, { from, to, record });
  }
  return listedCounty(reading, gazetteer, from);
}

/** A name in a list of counties that only a county bears ("Pima and Cochise counties"): two words at most. */
function listedCounty(reading: Reading, gazetteer: Gazetteer, from: number): Candidate | null {
  for (let to = from + 2; to > from; to--) {
    if (!endsInCounties(reading, from, to)) continue;
    const record = recordOf(reading, gazetteer, from, to, ' county');
    if (record) return { from, to, record };
  }
  return null;
}

/** "O’Fallon’s" and the like need nothing special; a name whose first word is cut by a clitic does ("Martha’s Vineyard"). */
function clippedAt(reading: Reading, gazetteer: Gazetteer, from: number): Candidate | null {
  if (!hasShape(reading, from + 1, shape.clitic) || !isCapital(reading, from + 2)) return null;
  const record = recordOf(reading, gazetteer, from, from + 3);
  return record ? { from, to: from + 3, record } : null;
}

function continues(reading: Reading, i: number): boolean {
  if (isCapital(reading, i) || innerCapital.test(wordAt(reading, i))) return true;
  const word = foldedAt(reading, i);
  return (
    hasShape(reading, i, shape.clitic) ||
    word === '-' ||
    word === '–' ||
    word === '/' ||
    /^(?:of|the|and|de|la|du|by|on|in|las|los|del|a)$/.test(word)
  );
}

function recordOf(reading: Reading, gazetteer: Gazetteer, from: number, to: number, suffix = ''): PlaceRecord | null {
  const written = reading.text.slice(reading.starts[from], reading.ends[to - 1]);
  if (hasShape(reading, to - 1, shape.clitic) && /['’]s$/.test(written) && to - from === 2)
    return lastName(gazetteer, written);
  const key = placeKey(written);
  if (key.length < 3 && !/^(?:\p{Lu}\.?)+$/u.test(written)) return null;
  return gazetteer.lookup(`${key}${suffix}`);
}

/** A single word with its clitic is a name only where the gazetteer writes it so too; else it is a possessive. */
function lastName(gazetteer: Gazetteer, written: string): PlaceRecord | null {
  const record = gazetteer.lookup(placeKey(written));
  return record?.entries.some((entry) => entry.name.includes("'")) ? record : null;
}

/** "Mesa City Council" is of Mesa, "Kansas City Council" of Kansas City: by which of the two is the larger city. */
function withoutGovernment(reading: Reading, gazetteer: Gazetteer, words: PlaceWords, long: Candidate): Candidate {
  const { from, to } = long;
  if (
    to - from < 2 ||
    foldedAt(reading, to - 1) !== 'city' ||
    !words.has(reading.ids[to] ?? -1, 'localBody', 'title', 'facility')
  )
    return long;
  const record = recordOf(reading, gazetteer, from, to - 1);
  if (!record || largestCity(record) <= largestCity(long.record)) return long;
  return { from, to: to - 1, record };
}

/** Inhabitants of the largest city of that name; 0 when no city has it. */
export function largestCity(record: PlaceRecord): number {
  let most = 0;
  for (const entry of record.entries)
    if ('cdtw'.includes(entry.letter) && entry.population > most) most = entry.population;
  return most;
}

/** Whether the name at tokens `[from, to)` stands in a list that ends in "counties": "Pima, Yuma and Cochise counties". */
export function endsInCounties(reading: Reading, from: number, to: number): boolean {
  if (foldedAt(reading, to) === 'counties') return /^(?:and|or)$/.test(foldedAt(reading, from - 1));
  const sentence = reading.sentenceOf[from];
  for (let i = to; i < to + 16 && i < reading.count && reading.sentenceOf[i] === sentence; i++) {
    const word = foldedAt(reading, i);
    if (word === 'counties') return true;
    if (word !== ',' && word !== 'and' && word !== 'or' && word !== '.' && !isCapital(reading, i)) return false;
  }
  return false;
}
