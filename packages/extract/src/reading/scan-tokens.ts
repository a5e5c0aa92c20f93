// Says where the token that begins at a character ends. Knows letters, digits and marks; no words.
// Plain English is scanned by character codes; whatever holds another letter is left to one expression.

// Initials ("U.S.", "U. S.", "J. K.") | numbers | words with inner apostrophes | doubled marks | any other character.
const anyToken =
  /\p{Lu}\.(?:\s?\p{Lu}\.)+|\p{N}+(?:[.,:]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|''|``|\.{2,}|-{2,}|\S/uy;

const [mark, space, digit, lower, upper, foreign] = [0, 1, 2, 3, 4, 5];
const apostrophe = 39;
const fullStop = 46;
const curlyApostrophe = 0x2019;

const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return space;
  if (/[0-9]/.test(character)) return digit;
  if (/[a-z]/.test(character)) return lower;
  return /[A-Z]/.test(character) ? upper : mark;
});

/** The kind of the character at i; a mark behind the end. */
function kindAt(text: string, i: number): number {
  if (i >= text.length) return mark;
  const code = text.charCodeAt(i);
  if (code < 128) return kinds[code] ?? mark;
  // Dashes, quotation marks, bullets: the block of general punctuation holds no letter and no digit.
  if (code >= 0x2010 && code < 0x2060 && code !== 0x2028 && code !== 0x2029 && code !== 0x202f && code !== 0x205f)
    return mark;
  return isSpace(code) ? space : foreign;
}

/** All that `\s` matches behind ASCII. */
function isSpace(code: number): boolean {
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

/** The first character from i on that is no white space; the text's length when there is none. */
export function skipSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && kindAt(text, i) === space) i++;
  return i;
}

/** The end of the token that begins at `start`, which is no white space. A clitic or a closing full stop is not cut off or added. */
export function endOfToken(text: string, start: number): number {
  const kind = kindAt(text, start);
  if (kind === lower || kind === upper) return endOfWord(text, start, kind === upper);
  if (kind === digit) return endOfNumber(text, start);
  return kind === mark ? endOfMark(text, start) : matchAnyToken(text, start);
}

function matchAnyToken(text: string, start: number): number {
  anyToken.lastIndex = start;
  return anyToken.test(text) ? anyToken.lastIndex : start + 1;
}

function endOfWord(text: string, start: number, isUpper: boolean): number {
  let i = start + 1;
  if (isUpper && text.charCodeAt(i) === fullStop) return matchAnyToken(text, start);
  let isTail = false;
  while (true) {
    const kind = kindAt(text, i);
    if (kind === lower || kind === upper || (kind === digit && !isTail)) i++;
    else if (kind === foreign) return matchAnyToken(text, start);
    else if (kind === mark && isApostrophe(text, i)) {
      const next = kindAt(text, i + 1);
      if (next === foreign) return matchAnyToken(text, start);
      if (next !== lower && next !== upper) return i;
      // Behind an apostrophe stand letters alone.
      isTail = true;
      i += 2;
    } else return i;
  }
}

function isApostrophe(text: string, i: number): boolean {
  if (i >= text.length) return false;
  const code = text.charCodeAt(i);
  return code === apostrophe || code === curlyApostrophe;
}

function endOfNumber(text: string, start: number): number {
  let i = start + 1;
  while (kindAt(text, i) === digit) i++;
  const kind = kindAt(text, i);
  if (kind === space) return i;
  // "1,000", "5th", "3½"
  const code = i < text.length ? text.charCodeAt(i) : 0;
  const goesOn = code === fullStop || code === 44 || code === 58;
  return kind === mark && !(goesOn && kindAt(text, i + 1) !== space) ? i : matchAnyToken(text, start);
}

function endOfMark(text: string, start: number): number {
  const code = text.charCodeAt(start);
  let i = start + 1;
  if (code === apostrophe || code === 96) return text.charCodeAt(i) === code ? i + 1 : i;
  if (code === fullStop || code === 45) while (text.charCodeAt(i) === code) i++;
  return i;
}
