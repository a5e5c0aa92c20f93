// Splits text into tokens as flat arrays. Knows letters and marks; no sentences, no meaning.
// Clitics are tokens of their own ("do|n't", "Sanchez|'s"); hyphens split ("Winston|-|Salem"); abbreviations keep
// their full stop ("Capt.", "U.S.", "J."), so that every "." token is a candidate sentence end.
import { abbreviations } from './abbreviations.ts';
import { foldWord, type Vocabulary } from './vocabulary.ts';

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

/** Token i covers `[starts[i], ends[i])` of the text; `ids[i]` is its folded word in the vocabulary. */
export interface Tokens {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  readonly shapes: Uint8Array;
}

// Initials ("U.S.", "U. S.", "J. K.") | numbers | words with inner apostrophes | doubled marks | any other character.
const tokenPattern =
  /\p{Lu}\.(?:\s?\p{Lu}\.)+|\p{N}+(?:[.,:]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|''|``|\.{2,}|-{2,}|\S/gu;
const cliticPattern = /(?:n['’]t|['’](?:s|re|ll|ve|d|m))$/iu;
const quoteMarks = new Set(['"', '“', '”', '„', '«', '»', "'", '‘', '’', "''", '``', '`']);

/** Tokens of a text, in order. Words that the vocabulary lacks get ids from `vocabulary.size` up, the same for the same word. */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const shapes: number[] = [];
  const own = new Map<string, number>();
  const push = (start: number, end: number, extra: number): void => {
    const word = text.slice(start, end);
    const folded = foldWord(word);
    let id = vocabulary.idOf(folded) ?? own.get(folded);
    if (id === undefined) {
      id = vocabulary.size + own.size;
      own.set(folded, id);
    }
    const spaced = start === 0 || isSpace(text.charCodeAt(start - 1)) ? shape.spaced : 0;
    starts.push(start);
    ends.push(end);
    ids.push(id);
    shapes.push(shapeOf(word) | extra | spaced);
  };
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match !== null; match = tokenPattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const clitic = cliticPattern.exec(match[0]);
    if (clitic && clitic.index > 0) {
      push(start, start + clitic.index, 0);
      push(start + clitic.index, end, shape.clitic);
    } else if (text[end] === '.' && isAbbreviation(match[0])) {
      push(start, end + 1, shape.abbreviation);
      tokenPattern.lastIndex = end + 1;
    } else {
      push(start, end, match[0].includes('.') && /^\p{Lu}/u.test(match[0]) ? shape.abbreviation : 0);
    }
  }
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    ids: Uint32Array.from(ids),
    shapes: Uint8Array.from(shapes),
  };
}

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}$/u.test(word) || abbreviations.has(foldWord(word));
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b)
  );
}

function shapeOf(word: string): number {
  const first = word.codePointAt(0) ?? 0;
  const initial = String.fromCodePoint(first);
  if (/\p{N}/u.test(initial)) return shape.number;
  if (!/[\p{L}\p{M}]/u.test(initial) && !/\p{L}/u.test(word)) {
    return shape.mark | (quoteMarks.has(word) ? shape.quote : 0);
  }
  let bits = 0;
  if (/\p{Lu}/u.test(initial)) {
    bits |= shape.capital;
    if (word.length > 1 && word === word.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(word)) bits |= shape.allCaps;
  }
  return bits;
}
