// Room for the characters and tokens of one text, used again for the next. Knows no words.

/** Only what was written for the text at hand is meant. */
export interface TokenScratch {
  /** Codes of the characters, closed by a 0. */
  readonly codes: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  readonly shapes: Uint8Array;
}

/** Longer texts get arrays of their own, so that one of them does not hold memory for good. */
const keptMax = 1 << 18;

/** Gives room for a text, in which each character may be a token; the same room again while it is wide enough. Its `codes` are filled in. */
export function createTokenScratch(): (text: string) => TokenScratch {
  let kept = makeTokenScratch(1 << 12);
  return (text) => {
    let scratch = kept;
    if (text.length >= keptMax) scratch = makeTokenScratch(text.length);
    else if (text.length >= kept.codes.length) scratch = kept = makeTokenScratch(Math.min(keptMax, text.length * 2));
    writeCodes(text, scratch.codes);
    return scratch;
  };
}

/** Strings are kept in many ways, and a method that was looked up on most of them is looked up anew at each call: four times as slow. */
const { charCodeAt } = String.prototype;

function writeCodes(text: string, codes: Uint16Array): void {
  const { length } = text;
  for (let i = 0; i < length; i++) codes[i] = charCodeAt.call(text, i);
  codes[length] = 0;
}

function makeTokenScratch(length: number): TokenScratch {
  return {
    codes: new Uint16Array(length + 1),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
    ids: new Uint32Array(length),
    shapes: new Uint8Array(length),
  };
}
