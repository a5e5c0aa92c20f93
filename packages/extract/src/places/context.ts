// What the rules of places may ask about a candidate and its story. Knows tokens and word classes; decides nothing.
import type { Document } from '../document.ts';
import { hasShape, type Reading, sentenceRange, tokenAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Rule } from '../rule.ts';
import type { Candidate, Name } from './candidates.ts';
import { distanceKm } from './distance.ts';
import type { Gazetteer } from './gazetteer.ts';
import { kind, type PlaceEntry, type PlaceRecord } from './place-record.ts';
import { isMark, type Surroundings } from './surroundings.ts';

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

export interface PlaceContext extends Surroundings {
  readonly gazetteer: Gazetteer;
  readonly candidates: readonly Candidate[];
  /** Whether the word “counties” stands in the text. */
  readonly counties: boolean;
  /** Whether the publisher sits outside of the United States. */
  readonly abroad: boolean;
  /** Home of the publisher when it is a local outlet. */
  readonly home: PlaceEntry | null;
  /** Of records asked before: whether a place of that name lies near the home. */
  readonly nearHome: Map<PlaceRecord, boolean>;
  /** 1 for tokens that stand in a person's name. */
  readonly inPerson: Uint8Array;
  /** Keys that this story uses as names of people, given names too. */
  readonly surnames: Set<string>;
  /** Of sentences asked before: whether each is a heading (see `inHeading`). */
  readonly headings: Int8Array;
}

/** The surroundings of a document's candidates. */
export function createContext(
  document: Document,
  parts: Pick<PlaceContext, 'words' | 'gazetteer' | 'home' | 'abroad' | 'candidates' | 'counties'>,
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
  const headings = new Int8Array(reading.sentenceStarts.length);
  return { reading, ...parts, inPerson, surnames, headings, nearHome: new Map() };
}

/** The same story with another home. */
export function withHome(context: PlaceContext, home: PlaceEntry): PlaceContext {
  return { ...context, home, nearHome: new Map() };
}

/** Whether only marks stand before token i from token `start` on. */
export function opensAt(reading: Reading, start: number, i: number): boolean {
  for (let k = i - 1; k >= start; k--) if (!hasShape(reading, k, shape.mark)) return false;
  return true;
}

/** Whether a name opens its sentence (quotation marks and dashes before it do not count). */
export function opensSentence({ reading }: PlaceContext, { from }: Name): boolean {
  return opensAt(reading, reading.sentenceStarts[reading.sentenceOf[from] ?? 0] ?? 0, from);
}

/** Whether a name stands in a heading: a sentence in capitals, or with a capital on nearly each word. */
export function inHeading({ reading, headings }: PlaceContext, { from }: Name): boolean {
  const sentence = reading.sentenceOf[from] ?? 0;
  if (headings[sentence] === 0) headings[sentence] = isHeading(reading, sentence) ? 1 : -1;
  return headings[sentence] === 1;
}

function isHeading(reading: Reading, sentence: number): boolean {
  const [from, to] = sentenceRange(reading, sentence);
  let long = 0;
  let capital = 0;
  for (let i = from; i < to; i++) {
    if ((reading.ends[i] ?? 0) - (reading.starts[i] ?? 0) < 4 || hasShape(reading, i, shape.mark)) continue;
    long++;
    if (hasShape(reading, i, shape.capital | shape.number)) capital++;
  }
  return long >= 3 && capital / long > 0.75 && !isMark(reading, to - 1, '.');
}

/** Whether the candidate is one of several words in capitals, which then tell nothing. */
function amongCapitals({ reading }: PlaceContext, { from, to }: Name): boolean {
  return (
    hasShape(reading, from, shape.allCaps) &&
    hasShape(reading, from - 1, shape.allCaps) &&
    hasShape(reading, to, shape.allCaps)
  );
}

const nearKm = 90;

/** Whether a place of that name lies near the publisher's home. */
function isNearHome({ nearHome }: PlaceContext, record: PlaceRecord, home: PlaceEntry): boolean {
  let near = nearHome.get(record);
  if (near === undefined) {
    near = record.entries.some((entry) => (entry.kind & kind.city) !== 0 && distanceKm(entry, home) < nearKm);
    nearHome.set(record, near);
  }
  return near;
}

/** A name that needs evidence: an English word, a surname, a given name, very short, or of tiny places alone. */
export function isWeak(context: PlaceContext, candidate: Name): boolean {
  const { record, from, to } = candidate;
  const { home } = context;
  if (home !== null && record.entries.includes(home)) return false;
  if (record.isWord) return true;
  if (home !== null && isNearHome(context, record, home)) return false;
  if (amongCapitals(context, candidate)) return true;
  if (record.mostPeople >= 400_000) return false;
  if (record.isSurname || record.isGivenName) return true;
  if (to - from > 1) return record.mostPeople < 300;
  return record.key.length < 4 || record.mostPeople < 1_500;
}
