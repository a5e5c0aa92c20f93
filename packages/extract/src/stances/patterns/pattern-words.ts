// The words that patterns name, each with a number of its own, and what a token is to the patterns: one small number, its symbol.
// Tokens of one symbol are alike to every pattern, so automata step over symbols and never look at a text.
// Knows words and marks; neither patterns nor packs, and no vocabulary that documents are read with (alphabet.ts joins the two).
import { shape, tokenize } from '../../reading/tokens.ts';
import { Vocabulary } from '../../reading/vocabulary.ts';

/** Words and symbols in flat arrays: they are kept on disk, and thousands of them are read at every start. */
export interface PatternWords {
  /** Folded words by their number. */
  readonly words: readonly string[];
  /** By word: its symbol; less than 0 where the spelling counts. */
  readonly symbols: Int32Array;
  /** By symbol: the number of its word; -1 for the words that no pattern names. */
  readonly wordOf: Int32Array;
  /** By symbol: `trait` bits. */
  readonly traits: Uint8Array;
  /** Word → spelling that is asked for somewhere ("ICE") → symbol. */
  readonly spellings: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** The same by symbol. */
  readonly spellingOf: ReadonlyMap<number, string>;
}

/** What all tokens of a symbol share. */
export const trait = {
  number: 1,
  /** A gap may hold it: no negator, no mark that ends a clause. */
  fills: 2,
} as const;

/** Symbols of the words that no pattern names; no token has symbol 0. */
export const unnamed = { word: 1, number: 2, stop: 3 } as const;

/** Words that no gap of a pattern holds: they turn or end what stands before them. */
const gapStops = "not n't never no nor but neither without cannot except".split(' ');

/** The marks that end a clause, by how they begin. */
export const stops = '.;:!?';

/** A token of a pattern's word. */
export interface PatternToken {
  /** Number of its word. */
  readonly word: number;
  readonly text: string;
  /** 's, 're, 'll, 've, 'd, 'm: with either apostrophe. */
  readonly isClitic: boolean;
}

/** Collects words while patterns are compiled. */
export interface WordCollector {
  readonly vocabulary: Vocabulary;
  readonly symbols: number[];
  readonly wordOf: number[];
  readonly traits: number[];
  readonly spellings: Map<number, Map<string, number>>;
  /** Words that no gap holds. */
  readonly stopWords: ReadonlySet<number>;
  readonly known: Map<string, readonly PatternToken[]>;
}

/** A collector without patterns' words yet. */
export function collectWords(): WordCollector {
  const vocabulary = new Vocabulary();
  const collector: WordCollector = {
    vocabulary,
    symbols: [],
    wordOf: [-1, -1, -1, -1],
    traits: [trait.fills, trait.fills, trait.fills | trait.number, 0],
    spellings: new Map(),
    stopWords: new Set(gapStops.map((word) => vocabulary.intern(word))),
    known: new Map(),
  };
  for (const word of gapStops) addWord(collector, vocabulary.intern(word), word, false);
  return collector;
}

/** All that was collected. */
export function collectedWords({ vocabulary, symbols, wordOf, traits, spellings }: WordCollector): PatternWords {
  const spellingOf = new Map<number, string>();
  for (const own of spellings.values()) for (const [spelling, symbol] of own) spellingOf.set(symbol, spelling);
  return {
    words: [...vocabulary.words],
    symbols: Int32Array.from(symbols),
    wordOf: Int32Array.from(wordOf),
    traits: Uint8Array.from(traits),
    spellings,
    spellingOf,
  };
}

/** The tokens that a word of a pattern is in a text; each becomes a symbol. */
export function tokensOf(collector: WordCollector, word: string): readonly PatternToken[] {
  const known = collector.known.get(word);
  if (known) return known;
  const tokens = plainWord.test(word) ? [plainToken(collector, word)] : tokenized(collector, word);
  collector.known.set(word, tokens);
  return tokens;
}

/** Letters alone are one token. */
const plainWord = /^[a-z]+$/;

function plainToken(collector: WordCollector, text: string): PatternToken {
  const word = collector.vocabulary.intern(text);
  addWord(collector, word, text, false);
  return { word, text, isClitic: false };
}

function tokenized(collector: WordCollector, word: string): readonly PatternToken[] {
  // "u.s." is one token only in the capitals that a text gives it.
  const written = /^(?:\p{Ll}\.){2,}$/u.test(word) ? word.toUpperCase() : word;
  const { count, starts, ends, shapes } = tokenize(written, collector.vocabulary);
  // A clitic is a token of its own only behind a word.
  const isClitic = /^['’](?:s|re|ll|ve|d|m)$/.test(word);
  const tokens: PatternToken[] = [];
  for (let i = 0; i < (isClitic ? 1 : count); i++) {
    const text = isClitic ? word : written.slice(starts[i], ends[i]);
    const number = collector.vocabulary.intern(text);
    addWord(collector, number, text, !isClitic && ((shapes[i] ?? 0) & shape.mark) !== 0);
    tokens.push({ word: number, text, isClitic });
  }
  return tokens;
}

/** A token's text, made a symbol of its own. */
export function spellingOf({ spellings, symbols, traits, wordOf }: WordCollector, token: PatternToken): string {
  const { word, text } = token;
  const own = spellings.get(word) ?? new Map<string, number>();
  spellings.set(word, own);
  const symbol = Math.abs(symbols[word] ?? 0);
  if (own.has(text)) return text;
  symbols[word] = -symbol;
  wordOf.push(word);
  own.set(text, traits.push(traits[symbol] ?? 0) - 1);
  return text;
}

function addWord(
  { symbols, wordOf, traits, stopWords }: WordCollector,
  word: number,
  text: string,
  isMark: boolean,
): void {
  if (symbols[word] !== undefined) return;
  const fills = isMark ? !stops.includes(text.charAt(0)) : !stopWords.has(word);
  wordOf.push(word);
  symbols[word] = traits.push((fills ? trait.fills : 0) | (/^\p{N}/u.test(text) ? trait.number : 0)) - 1;
}
