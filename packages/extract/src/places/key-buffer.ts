// Reads the key of a stretch of text character by character and hashes it as it goes, so that a text is searched for
// names without making a string of each. Knows how keys are spelt (place-key.ts says it for whole strings); no places.
import { seed, step } from './key-hash.ts';
import { placeKey } from './place-key.ts';

/** A key as far as it has been read. One is made for a text, and used for one name after the other. */
export interface KeyBuffer {
  /** The key's characters: the first `length` of these. */
  readonly codes: Uint16Array;
  length: number;
  hash: number;
  /** Where the last word begins in `codes`, and the hash of all before it. */
  wordStart: number;
  hashBeforeWord: number;
  /** A gap was read: a space follows if any character does. */
  spaced: boolean;
}

/** More than the longest key has. */
const lengthMax = 64;

export function createKeyBuffer(): KeyBuffer {
  return {
    codes: new Uint16Array(lengthMax),
    length: 0,
    hash: seed,
    wordStart: 0,
    hashBeforeWord: seed,
    spaced: false,
  };
}

/** Makes the key empty. */
export function clearKey(key: KeyBuffer): void {
  key.length = 0;
  key.hash = seed;
  key.wordStart = 0;
  key.hashBeforeWord = seed;
  key.spaced = false;
}

/**
 * Goes on reading at characters `[start, end)` of a text. False as soon as the key can be no name's, however it may go
 * on: it is too long, or `mayGoOn` denies its hash at a space.
 */
export function readKey(
  key: KeyBuffer,
  text: string,
  start: number,
  end: number,
  mayGoOn: (hash: number) => boolean,
): boolean {
  for (let i = start; i < end; i++) {
    const code = foldCode(text, i);
    if (code === nothing) continue;
    if (code === space) {
      key.spaced = key.length > 0;
      continue;
    }
    if (key.spaced) {
      closeWord(key);
      if (!mayGoOn(key.hash)) return false;
      push(key, space);
      key.wordStart = key.length;
      key.hashBeforeWord = key.hash;
      key.spaced = false;
    }
    if (key.length > lengthMax - longer) return false;
    push(key, code);
  }
  return true;
}

function push(key: KeyBuffer, code: number): void {
  key.codes[key.length++] = code;
  key.hash = step(key.hash, code);
}

const space = 32;
const nothing = -1;

/** What character i is in a key: its code, `space`, or `nothing`; 0, which no key holds, for what becomes several. */
function foldCode(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code === space || code === 45 || code === 47 || code === 0x2013 || (code >= 9 && code <= 13)) return space;
  if (code === 46 || code === 39 || code === 44 || code === 0x2018 || code === 0x2019) return nothing;
  if (code < 128) return code;
  return latin[code] ?? foldOther(text.charAt(i));
}

/** The same for a character beyond ASCII. */
function foldOther(character: string): number {
  const folded = placeKey(`x${character}x`).slice(1, -1);
  return folded.length === 0 ? nothing : folded.length === 1 ? folded.charCodeAt(0) : 0;
}

/** By code: what Latin letters become. */
const latin = Int16Array.from({ length: 0x180 }, (_, code) => foldOther(String.fromCharCode(code)));

interface ShortForm {
  readonly short: readonly number[];
  readonly long: readonly number[];
}

/** "st" → "saint", before a space. */
const shortForms: readonly ShortForm[] = ['st', 'ste', 'ft', 'mt'].map((word) => ({
  short: codesOf(word),
  long: codesOf(placeKey(`${word} x`).slice(0, -2)),
}));
const letterT = 116;
/** Characters that writing a word out adds, at most. */
const longer = 4;

function codesOf(word: string): readonly number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

/** The short form that the last word is; null when it is none. */
function shortFormOf(key: KeyBuffer): ShortForm | null {
  const length = key.length - key.wordStart;
  if (length < 2 || length > 3 || key.codes[key.wordStart + 1] !== letterT) return null;
  return (
    shortForms.find(
      ({ short }) => short.length === length && short.every((code, k) => key.codes[key.wordStart + k] === code),
    ) ?? null
  );
}

/** Writes the last word out. */
function closeWord(key: KeyBuffer): void {
  const form = shortFormOf(key);
  if (!form) return;
  key.length = key.wordStart;
  key.hash = key.hashBeforeWord;
  for (const code of form.long) push(key, code);
}

/** The hash of the key if a space followed. */
export function closedHash(key: KeyBuffer): number {
  return shortFormOf(key)?.long.reduce(step, key.hashBeforeWord) ?? key.hash;
}
