// Says where the token that begins at a character ends. Knows letters, digits and marks; no words.
// Plain English is scanned by character codes; whatever holds another letter is left to one expression.

// Initials ("U.S.", "U. S.", "J. K.") | numbers | words with inner apostrophes | doubled marks | any other character.
const anyToken =
  /\p{Lu}\.(?:\s?\p{Lu}\.)+|\p{N}+(?:[.,:]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|''|``|\.{2,}|-{2,}|\S/uy;

const apostrophe = 39;
const fullStop = 46;
const curlyApostrophe = 0x2019;

/** The first character from i on that is no white space; the text's length when there is none. */
export function skipSpace(codes: Uint16Array, from: number): number {
  let i = from;
  while (isSpace(codes[i] ?? 0)) i++;
  return i;
}

/**
 * The end of the token that begins at `start`, which is no white space. A clitic or a closing full stop is not cut off or added.
 * `codes` are the text's, closed by a 0.
 */
export function endOfToken(text: string, codes: Uint16Array, start: number): number {
  const code = codes[start] ?? 0;
  if (isPlainLetter(code)) return endOfWord(text, codes, start);
  if (isPlainDigit(code)) return endOfNumber(text, codes, start);
  return isForeign(code) ? matchAnyToken(text, start) : endOfMark(codes, start);
}

function isPlainLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isPlainDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** All that `\s` matches. */
function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680
  );
}

/** Neither ASCII nor white space, and no dash, quotation mark or bullet: the block of general punctuation holds no letter and no digit. */
function isForeign(code: number): boolean {
  return code >= 128 && !(code >= 0x2010 && code < 0x2060) && !isSpace(code);
}

function matchAnyToken(text: string, start: number): number {
  anyToken.lastIndex = start;
  return anyToken.test(text) ? anyToken.lastIndex : start + 1;
}

function endOfWord(text: string, codes: Uint16Array, start: number): number {
  let i = start + 1;
  if (codes[i] === fullStop && (codes[start] ?? 0) < 97) return matchAnyToken(text, start);
  while (isPlainLetter(codes[i] ?? 0) || isPlainDigit(codes[i] ?? 0)) i++;
  // Behind an apostrophe stand letters alone.
  while (codes[i] === apostrophe || codes[i] === curlyApostrophe) {
    const next = codes[i + 1] ?? 0;
    if (isForeign(next)) return matchAnyToken(text, start);
    if (!isPlainLetter(next)) return i;
    i += 2;
    while (isPlainLetter(codes[i] ?? 0)) i++;
  }
  return isForeign(codes[i] ?? 0) ? matchAnyToken(text, start) : i;
}

function endOfNumber(text: string, codes: Uint16Array, start: number): number {
  let i = start + 1;
  while (isPlainDigit(codes[i] ?? 0)) i++;
  const code = codes[i] ?? 0;
  if (isSpace(code)) return i;
  // "1,000", "5th", "3½"
  if (isPlainLetter(code) || isForeign(code)) return matchAnyToken(text, start);
  const goesOn = code === fullStop || code === 44 || code === 58;
  return goesOn && !isSpace(codes[i + 1] ?? 0) ? matchAnyToken(text, start) : i;
}

function endOfMark(codes: Uint16Array, start: number): number {
  const code = codes[start];
  let i = start + 1;
  if (code === apostrophe || code === 96) return codes[i] === code ? i + 1 : i;
  if (code === fullStop || code === 45) while (codes[i] === code) i++;
  return i;
}
