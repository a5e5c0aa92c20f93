// Finds every stretch of text that could name a place. Knows the gazetteer and capitals; decides nothing.
import { foldedAt, hasShape, isCapital, type Reading, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Gazetteer } from './gazetteer.ts';
import { clearKey, closedHash, createKeyBuffer, type KeyBuffer, readKey } from './key-buffer.ts';
import { placeKey } from './place-key.ts';
import type { PlaceRecord } from './place-record.ts';
import { isMark, isWord, joinedAfter, joinedBefore, type Surroundings } from './surroundings.ts';
import { type PlaceWords, word } from './words.ts';

/** Tokens `[from, to)` spell the name of `record`. */
export interface Name {
  readonly from: number;
  readonly to: number;
  readonly record: PlaceRecord;
}

/** A name that could be a place's, with its neighbours. */
export interface Candidate extends Name {
  /** Its number among the candidates of the text. */
  readonly index: number;
  /** See `joinedBefore`. */
  readonly before: number;
  /** See `joinedAfter`. */
  readonly tail: readonly number[];
}

interface Search extends Surroundings {
  readonly gazetteer: Gazetteer;
  /** Whether the word “counties” stands in the text. */
  readonly counties: boolean;
  readonly key: KeyBuffer;
  /** By id, of the vocabulary's words: 1 when no name begins with the word and goes on, if at all, behind a space. */
  readonly ruledOut: Uint8Array;
}

const tokensMax = 7;

/** Finds candidates in text order, none overlapping another: at each token the longest name. */
export type CandidateFinder = (reading: Reading, counties: boolean) => Candidate[];

/** The finder remembers words that begin no name, so that most capitals of most stories cost a look at a table. */
export function createCandidateFinder(
  vocabulary: Vocabulary,
  gazetteer: Gazetteer,
  words: PlaceWords,
): CandidateFinder {
  let ruledOut = new Uint8Array(0);
  return (reading, counties) => {
    if (ruledOut.length !== vocabulary.size) ruledOut = new Uint8Array(vocabulary.size);
    return findCandidates({ reading, words, gazetteer, counties, key: createKeyBuffer(), ruledOut });
  };
}

function findCandidates(search: Search): Candidate[] {
  const { reading, ruledOut } = search;
  const found: Candidate[] = [];
  for (let i = 0; i < reading.count; i++) {
    if (!isCapital(reading, i)) continue;
    if (ruledOut[reading.ids[i] ?? -1] === 1 && !isJoined(reading, i + 1)) continue;
    const name = longestAt(search, i);
    if (!name) continue;
    const { from, to, record } = name;
    const before = joinedBefore(search, from);
    found.push({ from, to, record, index: found.length, before, tail: joinedAfter(search, from, to) });
    i = to - 1;
  }
  return found;
}

/** Whether token i goes on with the word before it: a clitic, or the rest of "St.Louis". */
function isJoined(reading: Reading, i: number): boolean {
  return i < reading.count && !hasShape(reading, i, shape.spaced | shape.mark);
}

function longestAt(search: Search, from: number): Name | null {
  const { reading, gazetteer, key } = search;
  clearKey(key);
  if (!readToken(search, from, from)) return ruleOut(search, from);
  const first = closedHash(key);
  if (!gazetteer.mayBegin(first)) return clippedAt(search, from) ?? ruleOut(search, from);
  const sentence = reading.sentenceOf[from];
  let longest: Name | null = null;
  for (let to = from + 1; ; to++) {
    if (mayEnd(reading, to - 1)) {
      const record = recordAt(search, from, to);
      if (record) longest = { from, to, record };
      else if (to === from + 1 && !gazetteer.mayGoOn(first) && !gazetteer.find(key)) ruleOut(search, from);
    }
    const goesOn =
      to < reading.count && to - from < tokensMax && reading.sentenceOf[to] === sentence && continues(search, to);
    if (!goesOn || !readToken(search, from, to)) break;
  }
  if (longest) return withoutGovernment(search, longest);
  return search.counties ? listedCounty(search, from) : null;
}

/** Remembers of the word at token i that no name begins with it. */
function ruleOut({ reading, ruledOut }: Search, i: number): null {
  const id = reading.ids[i] ?? 0;
  if (id < ruledOut.length) ruledOut[id] = 1;
  return null;
}

/** Goes on with the key at token i, and with what parts it from the token before. False when no name can come of it. */
function readToken({ reading, gazetteer, key }: Search, from: number, i: number): boolean {
  const start = (i === from ? reading.starts[i] : reading.ends[i - 1]) ?? 0;
  return readKey(key, reading.text, start, reading.ends[i] ?? 0, gazetteer.mayGoOn);
}

/** The record of the key that was read over tokens `[from, to)`; null when no place has that name. */
function recordAt({ reading, gazetteer, key }: Search, from: number, to: number): PlaceRecord | null {
  const record = gazetteer.find(key);
  if (!record) return null;
  if (to - from === 2 && isPossessive(reading, to - 1)) return isWrittenWithApostrophe(record) ? record : null;
  return key.length < 3 && !isAbbreviated(reading, from, to) ? null : record;
}

/** A single word with its clitic is a name only where the gazetteer writes it so too; else it is a possessive. */
function isWrittenWithApostrophe(record: PlaceRecord): boolean {
  return record.entries.some((entry) => entry.name.includes("'"));
}

function isPossessive(reading: Reading, i: number): boolean {
  return hasShape(reading, i, shape.clitic) && /^['’]s$/.test(wordAt(reading, i));
}

function isAbbreviated(reading: Reading, from: number, to: number): boolean {
  return /^(?:\p{Lu}\.?)+$/u.test(reading.text.slice(reading.starts[from], reading.ends[to - 1]));
}

/** A name in a list of counties that only a county bears ("Pima and Cochise counties"): two words at most. */
function listedCounty(search: Search, from: number): Name | null {
  for (let to = from + 2; to > from; to--) {
    if (!endsInCounties(search, from, to)) continue;
    const record = lookup(search, from, to, ' county');
    if (record) return { from, to, record };
  }
  return null;
}

/** A name whose first word is cut by a clitic ("Martha’s Vineyard"), so that no name begins with it. */
function clippedAt(search: Search, from: number): Name | null {
  const { reading } = search;
  if (!hasShape(reading, from + 1, shape.clitic) || !isCapital(reading, from + 2)) return null;
  if (!readToken(search, from, from + 1) || !readToken(search, from, from + 2)) return null;
  const record = recordAt(search, from, from + 3);
  return record ? { from, to: from + 3, record } : null;
}

function continues(search: Search, i: number): boolean {
  return mayEnd(search.reading, i) || isWord(search, i, word.inner);
}

function mayEnd(reading: Reading, i: number): boolean {
  return hasShape(reading, i, shape.capital | shape.clitic) || hasInnerCapital(reading, i);
}

/** "d’Alene". */
function hasInnerCapital(reading: Reading, i: number): boolean {
  const second = reading.text.charCodeAt((reading.starts[i] ?? 0) + 1);
  return (second === 39 || second === 0x2019) && /^\p{Ll}['’]\p{Lu}/u.test(wordAt(reading, i));
}

/** The record of what tokens `[from, to)` spell, with a word behind it; null when no place has that name. */
function lookup({ reading, gazetteer }: Search, from: number, to: number, suffix = ''): PlaceRecord | null {
  const written = reading.text.slice(reading.starts[from], reading.ends[to - 1]);
  if (to - from === 2 && isPossessive(reading, to - 1)) {
    const record = gazetteer.lookup(placeKey(written));
    return record && isWrittenWithApostrophe(record) ? record : null;
  }
  const key = placeKey(written);
  return key.length < 3 && !isAbbreviated(reading, from, to) ? null : gazetteer.lookup(`${key}${suffix}`);
}

/** "Mesa City Council" is of Mesa, "Kansas City Council" of Kansas City: by which of the two is the larger city. */
function withoutGovernment(search: Search, long: Name): Name {
  const { reading } = search;
  const { from, to } = long;
  if (to - from < 2 || !isWord(search, to, word.localBody | word.title | word.facility)) return long;
  if (foldedAt(reading, to - 1) !== 'city') return long;
  const record = lookup(search, from, to - 1);
  return record && record.largestCity > long.record.largestCity ? { from, to: to - 1, record } : long;
}

/** Whether the name at tokens `[from, to)` stands in a list that ends in "counties": "Pima, Yuma and Cochise counties". */
export function endsInCounties(around: Surroundings, from: number, to: number): boolean {
  const { reading } = around;
  if (isWord(around, to, word.counties)) return /^(?:and|or)$/.test(foldedAt(reading, from - 1));
  const sentence = reading.sentenceOf[from];
  for (let i = to; i < to + 16 && i < reading.count && reading.sentenceOf[i] === sentence; i++) {
    if (isWord(around, i, word.counties)) return true;
    const listed = isCapital(reading, i) || isMark(reading, i, ',') || isMark(reading, i, '.');
    if (!listed && !/^(?:and|or)$/.test(foldedAt(reading, i))) return false;
  }
  return false;
}
