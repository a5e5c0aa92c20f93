// Splits text into tokens as flat arrays. Knows letters and marks; no sentences, no meaning.
// Clitics are tokens of their own ("do|n't", "Sanchez|'s"); hyphens split ("Winston|-|Salem"); abbreviations keep
// their full stop ("Capt.", "U.S.", "J."), so that every "." token is a candidate sentence end.
import { endOfToken, skipSpace } from './scan-tokens.ts';
import { shape } from './shapes.ts';
import type { Vocabulary } from './vocabulary.ts';

export { shape } from './shapes.ts';

/** Token i covers `[starts[i], ends[i])` of the text; `ids[i]` is its folded word in the vocabulary. */
export interface Tokens {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  readonly shapes: Uint8Array;
  /** Folded words by id: those of the vocabulary below `ownFrom`, from there on those that this text alone holds. */
  readonly words: readonly string[];
  readonly ownFrom: number;
  readonly ownWords: readonly string[];
}

/** Tokens of a text, in order. Words that the vocabulary lacks get ids from `vocabulary.size` up, the same for the same word. */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const { forms, words, size: ownFrom } = vocabulary;
  const { codes, starts, ends, ids, shapes } = vocabulary.tokenScratch(text);
  const ownWords: string[] = [];
  const ownIds = new Map<string, number>();
  let count = 0;
  forms.beginReading();

  const giveId = (row: number): number => {
    const folded = forms.folded[row] ?? '';
    const known = vocabulary.idOf(folded);
    if (known !== undefined) {
      forms.setId(row, known);
      return known;
    }
    let id = ownIds.get(folded);
    if (id === undefined) {
      id = ownFrom + ownWords.length;
      ownIds.set(folded, id);
      ownWords.push(folded);
    }
    forms.setReadingId(row, id);
    return id;
  };
  const put = (i: number, row: number, start: number, end: number, extra: number): void => {
    const id = forms.idOf(row);
    const spaced = start === 0 || isSpace(codes[start - 1] ?? 0) ? shape.spaced : 0;
    starts[i] = start;
    ends[i] = end;
    ids[i] = id >= 0 ? id : giveId(row);
    shapes[i] = forms.shapeOf(row) | extra | spaced;
  };

  for (let at = skipSpace(codes, 0); at < text.length; at = skipSpace(codes, at)) {
    let end = endOfToken(text, codes, at);
    let row = forms.find(codes, at, end);
    const stem = forms.stemOf(row);
    if (stem > 0) {
      put(count++, forms.find(codes, at, at + stem), at, at + stem, 0);
      put(count++, forms.find(codes, at + stem, end), at + stem, end, shape.clitic);
    } else {
      if (codes[end] === fullStop && forms.abbreviates(row)) row = forms.find(codes, at, ++end);
      put(count++, row, at, end, 0);
    }
    at = end;
  }
  return {
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    ids: ids.slice(0, count),
    shapes: shapes.slice(0, count),
    words,
    ownFrom,
    ownWords,
  };
}

const fullStop = 46;

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b)
  );
}
