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

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const startsSentence = /[.!?:\n“"”][\s“"'‘([—–-]*$/u;

/** The words of a text, in order. Empty for a text without any. */
export function readWords(text: string): TextWords {
  const hashes: number[] = [];
  const facts: number[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    hashes.push(hashWord(word.toLowerCase().replaceAll('’', "'")));
    facts.push(isFact(word, text.slice(Math.max(end, match.index - 8), match.index), end === 0) ? 1 : 0);
    end = match.index + word.length;
    if (hashes.length >= wordsMax) break;
  }
  return { hashes: Int32Array.from(hashes), facts: Uint8Array.from(facts) };
}

function isFact(word: string, before: string, isFirst: boolean): boolean {
  if (/\p{N}/u.test(word)) return true;
  return /^\p{Lu}/u.test(word) && !isFirst && !startsSentence.test(before);
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
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
