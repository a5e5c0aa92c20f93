// Where a text has the terms of a query, and the passage that shows most of them. Gives offsets, never markup.
import type { TextSpan } from '@civicwire/shared';
import { foldWord, type SearchTerm, wordsOf } from './search-query.ts';

type Span = Pick<TextSpan, 'start' | 'end'>;

/** A text with the places of the terms in it: UTF-16 code units, half-open, in order, apart from one another. */
export interface Highlighted {
  readonly text: string;
  readonly matches: readonly Span[];
}

/** A passage of a longer text; `start` says where it begins in it. Its matches count from the passage's own beginning. */
export interface Excerpt extends Highlighted {
  readonly start: number;
}

const scannedMax = 200_000;
const matchesMax = 500;
const excerptLength = 280;
const leadIn = 80;

interface Found extends Span {
  readonly term: number;
}

function findTerms(text: string, terms: readonly SearchTerm[]): Found[] {
  const folded = terms.map((term) => term.words.map(foldWord));
  const words = [...wordsOf(text.slice(0, scannedMax))].map((word) => ({ ...word, folded: foldWord(word.word) }));
  const found: Found[] = [];
  words.forEach((first, at) => {
    terms.forEach((term, index) => {
      const last = words[at + term.words.length - 1];
      const matches = (folded[index] ?? []).every((word, offset) => {
        const here = words[at + offset]?.folded ?? '';
        return term.prefix && offset === term.words.length - 1 ? here.startsWith(word) : here === word;
      });
      if (matches && last !== undefined && found.length < matchesMax) {
        found.push({ start: first.start, end: last.end, term: index });
      }
    });
  });
  return found;
}

/** Spans in order that do not touch one another. */
function apart(found: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end });
  }
  return spans;
}

/** The whole text with its matches. */
export function highlight(text: string, terms: readonly SearchTerm[]): Highlighted {
  return { text, matches: apart(findTerms(text, terms)) };
}

/** The passage of some 280 characters that has the most terms, the first of equals; the beginning when it has none. */
export function excerptOf(text: string, terms: readonly SearchTerm[]): Excerpt {
  const found = findTerms(text, terms);
  let best = { start: 0, terms: 0 };
  for (const { start } of found) {
    const within = found.filter((other) => other.start >= start && other.end <= start + excerptLength - leadIn);
    const count = new Set(within.map(({ term }) => term)).size;
    if (count > best.terms) best = { start, terms: count };
    if (count === terms.length) break;
  }
  const start = wordStart(text, best.start - leadIn);
  const longest = Math.max(0, ...found.filter((one) => one.start === best.start).map((one) => one.end));
  const end = wordEnd(text, Math.max(longest, start + excerptLength));
  const inside = found.filter((one) => one.start >= start && one.end <= end);
  return {
    start,
    text: text.slice(start, end),
    matches: apart(inside.map((one) => ({ start: one.start - start, end: one.end - start }))),
  };
}

const wordLengthMax = 40;

/** The nearest blank after `at`, so that no word and no character is cut; `at` itself in a text without blanks near it. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const blank = text.slice(at, at + wordLengthMax).search(/\s\S/);
  return blank < 0 ? onCharacter(text, at) : at + blank + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.slice(at, at + wordLengthMax).search(/\s/);
  return blank < 0 ? onCharacter(text, at) : at + blank;
}

/** One back when `at` would cut a character of two code units. */
function onCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
