// What a token is to the patterns: one small number, its symbol. Knows words and marks; neither patterns nor packs.
// Tokens of one symbol are alike to every pattern, so automata step over symbols and never look at a text.
import { hasShape, type Reading, wordAt } from '../../reading/reading.ts';
import { shape, tokenize } from '../../reading/tokens.ts';
import type { Vocabulary } from '../../reading/vocabulary.ts';

/** What all tokens of a symbol share. */
export interface SymbolTraits {
  /** Word id in the vocabulary; -1 for the words that no pattern names. */
  readonly id: number;
  /** This very spelling is asked for somewhere ("ICE"); null for any other spelling. */
  readonly spelling: string | null;
  readonly number: boolean;
  /** A gap may hold it: no negator, no mark that ends a clause. */
  readonly fills: boolean;
}

/** A token of a pattern's word. */
export interface PatternToken {
  readonly id: number;
  readonly text: string;
  /** 's, 're, 'll, 've, 'd, 'm: with either apostrophe. */
  readonly isClitic: boolean;
}

/** The symbols of the words that patterns name. It grows while patterns are compiled; then tokens are only looked up. */
export interface Alphabet {
  readonly vocabulary: Vocabulary;
  /** By symbol. */
  readonly traits: SymbolTraits[];
  /** Word id → symbol; 0 for words that no pattern names, less than 0 where the spelling counts. */
  symbols: Int32Array;
  /** Word id → spelling → symbol. */
  readonly spellings: Map<number, Map<string, number>>;
  /** Words that no gap holds. */
  readonly stopIds: ReadonlySet<number>;
  readonly known: Map<string, readonly PatternToken[]>;
}

/** Symbols of the words that no pattern names. */
const anyWord = 1;
const anyNumber = 2;
const anyStop = 3;

/** The marks that end a clause, by how they begin. */
const stops = '.;:!?';

/** An alphabet without patterns' words yet; no gap holds one of `gapStops`. */
export function createAlphabet(vocabulary: Vocabulary, gapStops: readonly string[]): Alphabet {
  const unnamed = { id: -1, spelling: null, number: false, fills: true };
  const stopIds = gapStops.map((word) => vocabulary.intern(word));
  const alphabet: Alphabet = {
    vocabulary,
    // No token has symbol 0.
    traits: [unnamed, unnamed, { ...unnamed, number: true }, { ...unnamed, fills: false }],
    symbols: new Int32Array(vocabulary.size),
    spellings: new Map(),
    stopIds: new Set(stopIds),
    known: new Map(),
  };
  for (const [i, word] of gapStops.entries()) addWord(alphabet, stopIds[i] ?? 0, word, false);
  return alphabet;
}

/** The symbol of token i. */
export function symbolAt(alphabet: Alphabet, reading: Reading, i: number): number {
  const id = reading.ids[i] ?? 0;
  const { symbols } = alphabet;
  const symbol = id < symbols.length ? (symbols[id] ?? 0) : 0;
  if (symbol > 0) return symbol;
  // A headline in capitals keeps the spelling of "ICE"; a lower-case "ice" never does.
  if (symbol < 0) return alphabet.spellings.get(id)?.get(wordAt(reading, i)) ?? -symbol;
  if (!hasShape(reading, i, shape.mark | shape.number)) return anyWord;
  if (hasShape(reading, i, shape.number)) return anyNumber;
  return stops.includes(reading.text.charAt(reading.starts[i] ?? 0)) ? anyStop : anyWord;
}

/** The tokens that a word of a pattern is in a text; each becomes a symbol. */
export function tokensOf(alphabet: Alphabet, word: string): readonly PatternToken[] {
  const known = alphabet.known.get(word);
  if (known) return known;
  const tokens = plainWord.test(word) ? [plainToken(alphabet, word)] : tokenized(alphabet, word);
  alphabet.known.set(word, tokens);
  return tokens;
}

/** Letters alone are one token. */
const plainWord = /^[a-z]+$/;

function plainToken(alphabet: Alphabet, word: string): PatternToken {
  const id = alphabet.vocabulary.intern(word);
  addWord(alphabet, id, word, false);
  return { id, text: word, isClitic: false };
}

function tokenized(alphabet: Alphabet, word: string): readonly PatternToken[] {
  // "u.s." is one token only in the capitals that a text gives it.
  const written = /^(?:\p{Ll}\.){2,}$/u.test(word) ? word.toUpperCase() : word;
  const { count, starts, ends, shapes } = tokenize(written, alphabet.vocabulary);
  // A clitic is a token of its own only behind a word.
  const isClitic = /^['’](?:s|re|ll|ve|d|m)$/.test(word);
  const tokens: PatternToken[] = [];
  for (let i = 0; i < (isClitic ? 1 : count); i++) {
    const text = isClitic ? word : written.slice(starts[i], ends[i]);
    const id = alphabet.vocabulary.intern(text);
    addWord(alphabet, id, text, !isClitic && ((shapes[i] ?? 0) & shape.mark) !== 0);
    tokens.push({ id, text, isClitic });
  }
  return tokens;
}

/** A token's text, made a symbol of its own. */
export function spellingOf({ spellings, symbols, traits }: Alphabet, { id, text }: PatternToken): string {
  const own = spellings.get(id) ?? new Map<string, number>();
  spellings.set(id, own);
  const symbol = Math.abs(symbols[id] ?? 0);
  const plain = traits[symbol];
  if (own.has(text) || !plain) return text;
  symbols[id] = -symbol;
  own.set(text, traits.push({ ...plain, spelling: text }) - 1);
  return text;
}

function addWord(alphabet: Alphabet, id: number, text: string, isMark: boolean): void {
  if (id >= alphabet.symbols.length) {
    const wider = new Int32Array(id * 2);
    wider.set(alphabet.symbols);
    alphabet.symbols = wider;
  }
  if (alphabet.symbols[id] !== 0) return;
  const fills = isMark ? !stops.includes(text.charAt(0)) : !alphabet.stopIds.has(id);
  alphabet.symbols[id] = alphabet.traits.push({ id, spelling: null, number: /^\p{N}/u.test(text), fills }) - 1;
}
