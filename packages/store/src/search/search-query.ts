// What a person typed into a search box → terms, and terms → the question that each database understands. Knows words;
// whatever is typed gives a question, for nothing typed ever reaches a database as syntax.

/** Words that follow one another. `prefix`: the last one may go on. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

const queryMax = 1_000;
const termsMax = 16;
const wordsMax = 12;
const wordMax = 100;

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text with their places; apostrophes, hyphens and full stops part words. */
export function* wordsOf(
  text: string,
): Generator<{ readonly start: number; readonly end: number; readonly word: string }> {
  for (const match of text.matchAll(wordPattern)) {
    yield { start: match.index, end: match.index + match[0].length, word: match[0] };
  }
}

/** A word as it is compared: lower case, without accents. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
}

/**
 * Terms of a query, all of which must be found: plain words, "words in quotation marks" that follow one another, and words
 * with a star at the end (deport*). Anything else parts words. Empty when the query has no word.
 */
export function searchTerms(query: string): readonly SearchTerm[] {
  const cleaned = query
    .slice(0, queryMax)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"');
  const terms: SearchTerm[] = [];
  for (const [, phrase, plain] of cleaned.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const words = [...wordsOf(phrase ?? plain ?? '')].map(({ word }) => word.slice(0, wordMax)).slice(0, wordsMax);
    if (words.length > 0) terms.push({ words, prefix: plain?.endsWith('*') ?? false });
    if (terms.length === termsMax) break;
  }
  return terms;
}

/** The question in FTS5's language, which folds words itself. They are letters and digits alone, and in quotation marks. */
export function sqliteQuestion(terms: readonly SearchTerm[]): string {
  return terms.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? '*' : ''}`).join(' AND ');
}

/** The question in the language of `to_tsquery`, whose words are letters and digits alone, and in quotation marks. */
export function postgresQuestion(terms: readonly SearchTerm[]): string {
  const phrase = ({ words, prefix }: SearchTerm) =>
    words.map((word, index) => `'${foldWord(word)}'${prefix && index === words.length - 1 ? ':*' : ''}`).join(' <-> ');
  return terms.map((term) => `(${phrase(term)})`).join(' & ');
}
