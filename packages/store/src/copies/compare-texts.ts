// Whether two texts are one story printed twice: how much they share, and what the rest is made of. Pure; knows no table.
import { hashShingles, readWords, shingleWords, type TextWords } from './shingles.ts';

/** `shortened` and `extended` say what the first of two texts is to the second. */
export type CopyKind = 'same-text' | 'edited' | 'shortened' | 'extended';

export interface TextLikeness {
  readonly kind: CopyKind;
  /** Share of the shorter text's shingles that stand in the longer one, 0 to 1. */
  readonly shared: number;
}

/** What is known of the two besides their words. */
export interface Printings {
  /** Both are of one outlet: more likely to be two stories from one template. */
  readonly sameSource: boolean;
  readonly sameTitle: boolean;
}

/** A text with fewer words is too short to tell a copy from a set phrase by its words alone. */
const copyWordsMin = 60;
/** The shorter has less of the longer than this: a part was cut. */
const cutShare = 0.85;

/**
 * What one outlet prints twice is often a template (weather, police log, agenda) with other numbers and names in the same
 * phrases. So within one outlet nothing may stand outside of the shared phrases that is a fact; between outlets, where a
 * desk changes a dateline or adds a local name, a few may.
 */
const sharedMin = { sameSource: 0.8, otherSource: 0.6 };
const factsApartMax = { sameSource: 0, otherSource: 0.2 };

/**
 * How the first text is a copy of the second; null when it is not, or when that cannot be told. Linear in both texts.
 */
export function compareTexts(
  text: string,
  other: string,
  { sameSource, sameTitle }: Printings,
  /** The words of `text`, for who has read them. */
  one: TextWords = readWords(text),
): TextLikeness | null {
  if (text === other) {
    const isLong = one.hashes.length >= copyWordsMin;
    return isLong || sameTitle ? { kind: 'same-text', shared: 1 } : null;
  }
  const two = readWords(other);
  const isShorter = one.hashes.length <= two.hashes.length;
  const [shorter, longer] = isShorter ? [one, two] : [two, one];
  if (shorter.hashes.length < copyWordsMin) return null;
  const { shared, factsApart } = overlap(shorter, longer);
  const limits = sameSource ? 'sameSource' : 'otherSource';
  if (shared < sharedMin[limits] || factsApart > factsApartMax[limits]) return null;
  const isCut = shorter.hashes.length < longer.hashes.length * cutShare;
  return { kind: isCut ? (isShorter ? 'shortened' : 'extended') : 'edited', shared };
}

/** `factsApart`: share of the shorter text's facts (numbers, names) that stand in no phrase of the longer one. */
function overlap(shorter: TextWords, longer: TextWords): { readonly shared: number; readonly factsApart: number } {
  const known = new Set(hashShingles(longer));
  const shingles = hashShingles(shorter);
  const covered = new Uint8Array(shorter.hashes.length);
  let shared = 0;
  for (let start = 0; start < shingles.length; start += 1) {
    if (!known.has(shingles[start] ?? 0)) continue;
    shared += 1;
    covered.fill(1, start, start + shingleWords);
  }
  let facts = 0;
  let apart = 0;
  for (let at = 0; at < shorter.facts.length; at += 1) {
    if (shorter.facts[at] !== 1) continue;
    facts += 1;
    if (covered[at] === 0) apart += 1;
  }
  return { shared: shared / Math.max(1, shingles.length), factsApart: facts === 0 ? 0 : apart / facts };
}
