// What the rules of places may ask about a candidate's surroundings. Knows tokens and word classes; decides nothing.
import type { Document } from '../document.ts';
import { foldedAt, hasShape, isCapital, type Reading, sentenceRange, tokenAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Rule } from '../rule.ts';
import type { Candidate } from './candidates.ts';
import { distanceKm } from './distance.ts';
import type { Gazetteer, PlaceEntry, PlaceRecord } from './gazetteer.ts';
import type { PlaceWord, PlaceWords } from './words.ts';

/** What a rule says about a candidate that it reads. */
export interface Verdict {
  /** Whether the candidate is a mention of a place. */
  readonly take: boolean;
  readonly confidence: number;
  readonly inOrg?: boolean;
  /** USPS code of the state that the text gives with it. */
  readonly state?: string;
  /** Another record than the candidate's ("Bedford" in "Bedford and Blair counties"). */
  readonly record?: PlaceRecord;
  /** Not a mention, but it tells where the story plays ("Adelanto Detention Facility"). */
  readonly hint?: boolean;
}

/** Rules see one candidate at a time; null: nothing to say. */
export type PlaceRule = Rule<(candidate: Candidate, context: PlaceContext) => Verdict | null>;

export interface PlaceContext {
  readonly reading: Reading;
  readonly words: PlaceWords;
  readonly gazetteer: Gazetteer;
  /** 1 for tokens that stand in a person's name. */
  readonly inPerson: Uint8Array;
  /** 1 for sentences that are headings in capitals, or with a capital on each word. */
  readonly heading: Uint8Array;
  /** Keys that this story uses as names of people, given names too. */
  readonly surnames: Set<string>;
  /** Home of the publisher when it is a local outlet. */
  readonly home: PlaceEntry | null;
  /** Whether the publisher sits outside of the United States. */
  readonly abroad: boolean;
  readonly candidates: readonly Candidate[];
  /** Index in `candidates` of the one that begins at a token. */
  readonly candidateAt: ReadonlyMap<number, number>;
}

/** The surroundings of a document's candidates. */
export function createContext(
  document: Document,
  parts: Pick<PlaceContext, 'words' | 'gazetteer' | 'home' | 'abroad' | 'candidates'>,
): PlaceContext {
  const { reading } = document;
  const inPerson = new Uint8Array(reading.count);
  const surnames = new Set<string>();
  for (const person of document.people) {
    surnames.add(person.surname.toLowerCase());
    if (person.given !== null) surnames.add(person.given.toLowerCase());
    for (const { start, end } of person.mentions)
      for (let i = tokenAt(reading, start); i < reading.count && (reading.starts[i] ?? end) < end; i++) inPerson[i] = 1;
  }
  const candidateAt = new Map(parts.candidates.map((candidate, index) => [candidate.from, index]));
  return { reading, ...parts, inPerson, surnames, candidateAt, heading: findHeadings(reading) };
}

function findHeadings(reading: Reading): Uint8Array {
  const headings = new Uint8Array(Math.max(0, reading.sentenceStarts.length - 1));
  for (let s = 0; s < headings.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    let long = 0;
    let capital = 0;
    for (let i = from; i < to; i++) {
      if ((reading.ends[i] ?? 0) - (reading.starts[i] ?? 0) < 4 || hasShape(reading, i, shape.mark)) continue;
      long++;
      if (hasShape(reading, i, shape.capital | shape.number)) capital++;
    }
    if (long >= 3 && capital / long > 0.75 && foldedAt(reading, to - 1) !== '.') headings[s] = 1;
  }
  return headings;
}

/** Whether token i has one of the word classes; false outside of the text. */
export function isWord(context: PlaceContext, i: number, ...classes: readonly PlaceWord[]): boolean {
  return i >= 0 && i < context.reading.count && context.words.has(context.reading.ids[i] ?? -1, ...classes);
}

/** Whether tokens a and b stand in one sentence (both within the text). */
export function together(context: PlaceContext, a: number, b: number): boolean {
  const { reading } = context;
  return a >= 0 && b >= 0 && a < reading.count && b < reading.count && reading.sentenceOf[a] === reading.sentenceOf[b];
}

/** The capitalised word that is joined to the candidate's front as part of one name; -1 when there is none. */
export function joinedBefore(context: PlaceContext, candidate: Candidate): number {
  const { reading } = context;
  let i = candidate.from - 1;
  if (!together(context, i, candidate.from)) return -1;
  const word = foldedAt(reading, i);
  if (word === '-' && /^(?:d|r|i|dfl|gop)$/.test(foldedAt(reading, i - 1))) return -1;
  if (word === '&' || ((word === '-' || word === '–') && !hasShape(reading, i, shape.spaced))) i--;
  if (!together(context, i, candidate.from) || !isCapital(reading, i)) return -1;
  if (i === candidate.from - 1 && !hasShape(reading, candidate.from, shape.spaced)) return -1;
  return (isWord(context, i, 'title', 'local') &&
    foldedAt(reading, i) !== 'chief' &&
    sentenceRange(reading, reading.sentenceOf[i] ?? 0)[0] === i &&
    !isWord(context, i, 'personTitle')) ||
    isWord(context, i, 'function', 'calendar', 'locative', 'loosePreposition')
    ? -1
    : i;
}

/** The capitalised words behind the candidate that go on with its name, at most six: their token indexes. */
export function joinedAfter(context: PlaceContext, candidate: Candidate): number[] {
  const { reading } = context;
  const tail: number[] = [];
  for (let i = candidate.to; together(context, i, candidate.from) && tail.length < 6; i++) {
    if (isCapital(reading, i)) {
      if (tail.length === 0 && isWord(context, i, 'calendar')) break;
      tail.push(i);
      continue;
    }
    const word = foldedAt(reading, i);
    const connects =
      word === '&' ||
      (word === '-' && !hasShape(reading, i, shape.spaced)) ||
      (tail.length > 0 && (word === 'of' || word === 'and'));
    if (!connects || !together(context, i + 1, candidate.from) || !isCapital(reading, i + 1)) break;
  }
  return tail;
}

/** Whether the candidate opens its sentence (quotation marks and dashes before it do not count). */
export function opensSentence(context: PlaceContext, candidate: Candidate): boolean {
  const { reading } = context;
  const [from] = sentenceRange(reading, reading.sentenceOf[candidate.from] ?? 0);
  for (let i = from; i < candidate.from; i++) if (!hasShape(reading, i, shape.mark)) return false;
  return true;
}

/** Whether the candidate stands in a heading. */
export function inHeading(context: PlaceContext, candidate: Candidate): boolean {
  return context.heading[context.reading.sentenceOf[candidate.from] ?? 0] === 1;
}

/** Whether the candidate is one of several words in capitals, which then tell nothing. */
function amongCapitals({ reading }: PlaceContext, { from, to }: Candidate): boolean {
  return (
    hasShape(reading, from, shape.allCaps) &&
    hasShape(reading, from - 1, shape.allCaps) &&
    hasShape(reading, to, shape.allCaps)
  );
}

const nearKm = 90;

/** Whether a place of that name lies near the publisher's home. */
function nearHome(record: PlaceRecord, home: PlaceEntry): boolean {
  return record.entries.some((entry) => 'cdt'.includes(entry.letter) && distanceKm(entry, home) < nearKm);
}

/** A name that needs evidence: an English word, a surname, a given name, very short, or of tiny places alone. */
export function isWeak(context: PlaceContext, candidate: Candidate): boolean {
  const { record, from, to } = candidate;
  if (context.home && record.entries.includes(context.home)) return false;
  const most = Math.max(...record.entries.map((entry) => (entry.letter === 'w' ? 0 : entry.population)));
  if (record.isWord) return true;
  if (context.home && nearHome(record, context.home)) return false;
  if (amongCapitals(context, candidate)) return true;
  if (most >= 400_000) return false;
  if (record.isSurname || record.isGivenName) return true;
  if (to - from > 1) return most < 300;
  return record.key.length < 4 || most < 1_500;
}
