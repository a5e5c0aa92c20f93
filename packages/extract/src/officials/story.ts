// A document as the rules of officials see it: the cues of every token, who and which body stands where, and what has been
// asked of it so far. Made once for a story; decides nothing.
import type { TextSpan } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import type { CountyFinder } from './county-of-place.ts';

/** A mention of a person as tokens `[from, to)`; `person` is its number in `people`. */
export interface PersonMention {
  readonly person: number;
  readonly from: number;
  readonly to: number;
}

type Found = Pick<Document, 'text' | 'reading' | 'people' | 'organizations' | 'places' | 'home'>;

export interface Story extends Found {
  /** Which county a place lies in, by the table. */
  readonly countyOf: CountyFinder;
  /** Cue bits of each token (`cue`). */
  readonly cues: Uint32Array;
  /** The person, by number, of whose name each token is part; -1 outside of names. */
  readonly personAt: Int32Array;
  /** The organization, by number, of whose name each token is part; -1 outside of names. */
  readonly bodyAt: Int32Array;
  /** 1 for each sentence in which somebody is named. */
  readonly peopled: Uint8Array;
  /** Answers that were worked out before, by question (see `story-words.ts`). */
  readonly memory: Map<string, unknown>;
}

/** Marks the people and organizations of a document on its tokens. */
export function createStory(document: Found, cues: Uint32Array, countyOf: CountyFinder): Story {
  const { text, reading, people, organizations, places, home } = document;
  const marks = new Int32Array(reading.count * 2).fill(-1);
  const personAt = marks.subarray(0, reading.count);
  const bodyAt = marks.subarray(reading.count);
  const peopled = new Uint8Array(reading.sentenceStarts.length);
  for (let i = 0; i < organizations.length; i++)
    for (const span of organizations[i]?.mentions ?? []) mark(reading, bodyAt, i, span);
  for (let i = 0; i < people.length; i++)
    for (const span of people[i]?.mentions ?? [])
      peopled[reading.sentenceOf[mark(reading, personAt, i, span)] ?? 0] = 1;
  const memory = new Map<string, unknown>();
  return { text, reading, people, organizations, places, home, countyOf, cues, personAt, bodyAt, peopled, memory };
}

/** Writes a number on the tokens of a span; returns the first. */
function mark(reading: Reading, marks: Int32Array, number: number, { start, end }: TextSpan): number {
  const from = tokenAt(reading, start);
  for (let i = from; i < reading.count && (reading.starts[i] ?? 0) < end; i++) marks[i] = number;
  return from;
}

/** Whether token i has at least one of the cues (bits of `cue`); false outside of the text. */
export function hasCue({ cues }: Story, i: number, bits: number): boolean {
  return i >= 0 && i < cues.length && ((cues[i] ?? 0) & bits) !== 0;
}

/** Mentions of persons as tokens, in text order. */
export function personMentions({ reading, people }: Found): PersonMention[] {
  const mentions: PersonMention[] = [];
  for (let person = 0; person < people.length; person++)
    for (const { start, end } of people[person]?.mentions ?? [])
      mentions.push({ person, from: tokenAt(reading, start), to: tokenAt(reading, end - 1) + 1 });
  return mentions.sort((a, b) => a.from - b.from);
}
