// Sentence boundaries inside a paragraph. Knows tokens, abbreviations and quotation marks; no grammar.
import { neverFinal } from './abbreviations.ts';
import { foldWord } from './fold-word.ts';
import { shape } from './shapes.ts';
import type { Tokens } from './tokens.ts';

const speechAfterQuote = /^(?:said|says|asked|asks|added|adds|told|replied|wrote|shouted|cried|exclaimed)$/;

/** Token indexes at which a sentence begins, within tokens `[from, to)` of one paragraph. The first is `from`. */
export function findSentences(text: string, tokens: Tokens, from: number, to: number): number[] {
  const begins = from < to ? [from] : [];
  for (let i = from; i < to - 1; i++) {
    if (!mayEnd(text, tokens, i)) continue;
    let next = i + 1;
    // Marks that close go with the sentence that they close: ." .) .”
    while (next < to && !isSet(tokens, next, shape.spaced) && isCloser(text, tokens, next)) next++;
    if (next >= to || !isSet(tokens, next, shape.spaced) || !mayBegin(text, tokens, next, to)) continue;
    if (isSet(tokens, i, shape.abbreviation) && abbreviationGoesOn(text, tokens, i)) continue;
    if (next > i + 1 && text[tokens.starts[i] ?? 0] !== '.' && cueFollows(text, tokens, next, to)) continue;
    begins.push(next);
    i = next - 1;
  }
  return begins;
}

function isSet(tokens: Tokens, i: number, bit: number): boolean {
  return ((tokens.shapes[i] ?? 0) & bit) !== 0;
}

function mayEnd(text: string, tokens: Tokens, i: number): boolean {
  if (isSet(tokens, i, shape.abbreviation)) return true;
  if (!isSet(tokens, i, shape.mark)) return false;
  const first = text[tokens.starts[i] ?? 0];
  return first === '.' || first === '!' || first === '?' || first === '…';
}

function isCloser(text: string, tokens: Tokens, i: number): boolean {
  const mark = text[tokens.starts[i] ?? 0];
  return isSet(tokens, i, shape.quote) || mark === ')' || mark === ']' || mark === '.' || mark === '!' || mark === '?';
}

function mayBegin(text: string, tokens: Tokens, i: number, to: number): boolean {
  if (isSet(tokens, i, shape.capital | shape.number)) return true;
  const mark = text[tokens.starts[i] ?? 0] ?? '';
  if (!isSet(tokens, i, shape.quote) && !'([-–—•*'.includes(mark)) return false;
  // A mark begins a sentence when what stands behind it would.
  return (
    i + 1 < to &&
    (isSet(tokens, i + 1, shape.capital | shape.number) ||
      !isSet(tokens, i + 1, shape.mark) ||
      isSet(tokens, i + 1, shape.quote) ||
      text[tokens.starts[i + 1] ?? 0] === '[')
  );
}

/** "Capt. Jones", "Sept. 26", "J. Smith", "U.S. Senate" go on; "… in the U.S. The", "… at 4 p.m. Monday" may not. */
function abbreviationGoesOn(text: string, tokens: Tokens, i: number): boolean {
  const word = text.slice(tokens.starts[i], tokens.ends[i]);
  const bare = foldWord(word.slice(0, -1));
  // "No. 5" goes on, "he voted no. The" does not.
  if (bare === 'no') return isSet(tokens, i + 1, shape.number);
  if (/^\p{Lu}\.$/u.test(word) || neverFinal.has(bare)) return true;
  const next = foldWord(text.slice(tokens.starts[i + 1], tokens.ends[i + 1]));
  return !sentenceOpeners.has(next);
}

const sentenceOpeners = new Set(
  'the a an he she it they we i you his her its their our this that these those there here but and so in on at for from after before when while if as since although however meanwhile according “ " police city council mayor officials'.split(
    ' ',
  ),
);

/** After ?” or !”, a name and a verb of saying go on with the sentence: “Ready?” Mayor Ruiz asked. */
function cueFollows(text: string, tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 7); i++) {
    if (isSet(tokens, i, shape.mark) && !isSet(tokens, i, shape.abbreviation)) return false;
    const word = text.slice(tokens.starts[i], tokens.ends[i]);
    if (speechAfterQuote.test(word)) return true;
    if (i > from + 1 && !isSet(tokens, i, shape.capital)) return false;
  }
  return false;
}
