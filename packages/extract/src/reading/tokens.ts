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
  const reading = forms.beginReading();
  const ownWords: string[] = [];
  const ownIds = new Map<string, number>();
  let columns = createColumns((text.length >> 2) + 16);
  let count = 0;

  const idOf = (row: number): number => {
    const folded = forms.folded[row] ?? '';
    const known = vocabulary.idOf(folded);
    if (known !== undefined) {
      forms.ids[row] = known;
      return known;
    }
    let id = ownIds.get(folded);
    if (id === undefined) {
      id = ownFrom + ownWords.length;
      ownIds.set(folded, id);
      ownWords.push(folded);
    }
    forms.readings[row] = reading;
    forms.readingIds[row] = id;
    return id;
  };
  const push = (row: number, start: number, end: number, extra: number): void => {
    if (count === columns.starts.length) columns = longerColumns(columns, count * 2);
    let id = forms.ids[row] ?? -1;
    if (id < 0) id = forms.readings[row] === reading ? (forms.readingIds[row] ?? 0) : idOf(row);
    const spaced = start === 0 || isSpace(text.charCodeAt(start - 1)) ? shape.spaced : 0;
    columns.starts[count] = start;
    columns.ends[count] = end;
    columns.ids[count] = id;
    columns.shapes[count] = (forms.shapes[row] ?? 0) | extra | spaced;
    count++;
  };

  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    let end = endOfToken(text, at);
    let row = forms.find(text, at, end);
    const stem = forms.stems[row] ?? 0;
    if (stem > 0) {
      push(forms.find(text, at, at + stem), at, at + stem, 0);
      push(forms.find(text, at + stem, end), at + stem, end, shape.clitic);
    } else {
      if (forms.abbreviates[row] && text.charCodeAt(end) === fullStop) row = forms.find(text, at, ++end);
      push(row, at, end, 0);
    }
    at = end;
  }
  return {
    count,
    starts: columns.starts.subarray(0, count),
    ends: columns.ends.subarray(0, count),
    ids: columns.ids.subarray(0, count),
    shapes: columns.shapes.subarray(0, count),
    words,
    ownFrom,
    ownWords,
  };
}

const fullStop = 46;

interface Columns {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  readonly shapes: Uint8Array;
}

function createColumns(length: number): Columns {
  return {
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
    ids: new Uint32Array(length),
    shapes: new Uint8Array(length),
  };
}

function longerColumns({ starts, ends, ids, shapes }: Columns, length: number): Columns {
  const longer = createColumns(length);
  longer.starts.set(starts);
  longer.ends.set(ends);
  longer.ids.set(ids);
  longer.shapes.set(shapes);
  return longer;
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b)
  );
}
