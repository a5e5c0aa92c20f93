// All inflections of a word, for "~word" in packs. Knows spelling, not parts of speech: a form that does not exist is harmless.
// Why our own: the libraries that inflect (compromise, wink-lexicon) bring a megabyte of grammar for this one need.
import { doubling, irregularForms } from './irregular-verbs.ts';

/** The word itself and its -s, -ed and -ing forms, or those of the table of irregular words. Always at least the word. */
export function inflect(word: string): readonly string[] {
  const irregular = irregularForms[word];
  if (irregular !== undefined) return [word, ...irregular.split(' ')];
  const forms = new Set([word, withS(word)]);
  for (const stem of stemsBeforeVowel(word)) {
    forms.add(`${stem}ed`);
    forms.add(`${stem}ing`);
  }
  return [...forms];
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function stemsBeforeVowel(word: string): readonly string[] {
  if (doubling.has(word)) return word === 'cancel' ? [word, `${word}l`] : [`${word}${word.at(-1)}`];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}i`, word];
  if (/(?:ee|oe|ye)$/.test(word)) return [word.slice(0, -1), word];
  if (word.endsWith('e')) return [word.slice(0, -1)];
  return [word];
}
