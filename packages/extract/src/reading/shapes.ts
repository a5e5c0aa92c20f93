// What a word or mark looks like, as bits. Knows characters; not what stands around them.

/** Bits of `Tokens.shapes`. */
export const shape = {
  /** Begins with an upper-case letter. */
  capital: 1,
  /** Two letters or more, all upper case. */
  allCaps: 2,
  /** Begins with a digit. */
  number: 4,
  /** No letter and no digit. */
  mark: 8,
  /** A quotation mark of any kind, also '' and ``, also an apostrophe that stands alone. */
  quote: 16,
  /** White space stands before it (or it is the first). */
  spaced: 32,
  /** An abbreviation that ends in its own full stop. */
  abbreviation: 64,
  /** A clitic: 's, n't, 're, 'll, 've, 'd, 'm. */
  clitic: 128,
} as const;

const quoteMarks = new Set(['"', '“', '”', '„', '«', '»', "'", '‘', '’', "''", '``', '`']);

/** The bits that a token has by itself: all but `spaced` and `clitic`, which its neighbours decide. */
export function shapeOf(word: string): number {
  const initial = String.fromCodePoint(word.codePointAt(0) ?? 0);
  if (/\p{N}/u.test(initial)) return shape.number;
  if (!/[\p{L}\p{M}]/u.test(initial) && !/\p{L}/u.test(word))
    return shape.mark | (quoteMarks.has(word) ? shape.quote : 0);
  // Of all tokens that begin with a letter only abbreviations hold a full stop.
  let bits = /^\p{L}.*\./u.test(word) ? shape.abbreviation : 0;
  if (/\p{Lu}/u.test(initial)) {
    bits |= shape.capital;
    if (word.length > 1 && word === word.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(word)) bits |= shape.allCaps;
  }
  return bits;
}
