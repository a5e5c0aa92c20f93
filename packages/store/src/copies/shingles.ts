// A text's words as hashed shingles, and the few of them that stand for it in the index. Pure; knows no story.
//
// Shingles and containment after A. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997); the choice
// of fingerprints is winnowing: S. Schleimer, D. Wilkerson and A. Aiken, "Winnowing: Local Algorithms for Document
// Fingerprinting" (SIGMOD 2003). Unlike the signatures of MinHash, winnowed fingerprints find a text that was cut to a part.

/** Words a shingle. */
export const shingleWords = 5;
/** Shingles a window: a run of `windowShingles + shingleWords - 1` words that two texts share is in the index for certain. */
const windowShingles = 24;
/** Words of a text that are read; the rest of a longer one is left out, so that no text costs more than this. */
const wordsMax = 6_000;
/** Rows that one text may have in the index; some 480 are expected for the longest. */
const fingerprintsMax = 600;

/** One word: its hash and whether it is a fact, that is a number or a capitalised word within a sentence. */
export interface TextWords {
  readonly hashes: Int32Array;
  /** 1 for each word that is a fact. */
  readonly facts: Uint8Array;
}

/**
 * The words of a text, in order: letters and digits, with apostrophes between them. Empty for a text without any. Every text
 * is read for each of its likely printings, so this looks at each character once.
 */
export function readWords(text: string): TextWords {
  const hashes: number[] = [];
  const facts: number[] = [];
  let end = 0;
  for (let at = 0; at < text.length && hashes.length < wordsMax; ) {
    const kind = kindAt(text, at);
    if ((kind & inWord) === 0) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = 0x811c9dc5;
    let kinds = 0;
    for (;;) {
      const here = kindAt(text, at);
      const code = text.charCodeAt(at);
      const isApostrophe = (code === apostrophe || code === curlyApostrophe) && at > start;
      if ((here & inWord) === 0 && !(isApostrophe && (kindAt(text, at + 1) & inWord) !== 0)) break;
      kinds |= here;
      const small = isApostrophe ? apostrophe : code >= 65 && code <= 90 ? code + 32 : code;
      hash = Math.imul(hash ^ small, 0x01000193);
      at += (here & isPair) === 0 ? 1 : 2;
    }
    hashes.push((kinds & beyondAscii) === 0 ? hash | 0 : hashWord(text.slice(start, at)));
    const isName = (kind & isCapital) !== 0 && end > 0 && !startsSentence(text, Math.max(end, start - 8), start);
    facts.push((kinds & isNumber) !== 0 || isName ? 1 : 0);
    end = at;
  }
  return { hashes: Int32Array.from(hashes), facts: Uint8Array.from(facts) };
}

const [apostrophe, curlyApostrophe] = [0x27, 0x2019];

/** What a character is; several may hold. */
const [inWord, isNumber, isCapital, beyondAscii, isPair] = [1, 2, 4, 8, 16] as const;

/** By UTF-16 code unit, of those that are a character of their own; found out when one is met first. */
const kindOfCode = new Uint8Array(0x10000).fill(0xff);

function kindOf(character: string, isBeyond: boolean): number {
  if (!/[\p{L}\p{N}]/u.test(character)) return 0;
  const number = /\p{N}/u.test(character) ? isNumber : 0;
  return inWord | number | (/\p{Lu}/u.test(character) ? isCapital : 0) | (isBeyond ? beyondAscii : 0);
}

/** 0 past the end of the text. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (!(code >= 0xd800 && code <= 0xdbff)) {
    const known = kindOfCode[code] ?? 0;
    if (known !== 0xff) return known;
    const kind = kindOf(String.fromCharCode(code), code > 0x7f);
    kindOfCode[code] = kind;
    return kind;
  }
  const point = text.codePointAt(at) ?? 0;
  const kind = point > 0xffff ? kindOf(String.fromCodePoint(point), true) : 0;
  return kind === 0 ? 0 : kind | isPair;
}

const endsSentence = '.!?:\n“"”';
const opensSentence = /[\s“"'‘([—–-]/u;

/** Whether what stands between `from` and `to` ends a sentence, but for what may open the next one. */
function startsSentence(text: string, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at -= 1) {
    const character = text[at] ?? '';
    if (character === ' ') continue;
    if (endsSentence.includes(character)) return true;
    if (!opensSentence.test(character)) return false;
  }
  return false;
}

/** FNV-1a over UTF-16 code units, 32 bits, of a word in lower case with straight apostrophes. */
function hashWord(word: string): number {
  const small = word.toLowerCase().replaceAll('’', "'");
  let hash = 0x811c9dc5;
  for (let at = 0; at < small.length; at += 1) hash = Math.imul(hash ^ small.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Hash of each run of five words, in order, 32 bits with sign. Empty for fewer than five words. */
export function hashShingles({ hashes }: TextWords): Int32Array {
  const shingles = new Int32Array(Math.max(0, hashes.length - shingleWords + 1));
  for (let start = 0; start < shingles.length; start += 1) {
    let hash = 0;
    for (let at = start; at < start + shingleWords; at += 1) hash = Math.imul(hash, 31) + (hashes[at] ?? 0);
    shingles[start] = mix(hash);
  }
  return shingles;
}

/** The last step of MurmurHash3, so that the least hash of a window is any of them alike. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}

/** The least shingle of every window, the rightmost of equal ones, each once. Fewer shingles than a window have one. */
export function winnow(shingles: Int32Array): number[] {
  const chosen = new Set<number>();
  let least = -1;
  const windows = Math.max(Math.min(1, shingles.length), shingles.length - windowShingles + 1);
  for (let start = 0; start < windows && chosen.size < fingerprintsMax; start += 1) {
    const last = Math.min(start + windowShingles, shingles.length) - 1;
    if (least < start) {
      least = start;
      for (let at = start + 1; at <= last; at += 1) if (valueAt(shingles, at) <= valueAt(shingles, least)) least = at;
    } else if (valueAt(shingles, last) <= valueAt(shingles, least)) least = last;
    chosen.add(valueAt(shingles, least));
  }
  return [...chosen];
}

const valueAt = (shingles: Int32Array, index: number): number => shingles[index] ?? 0;
