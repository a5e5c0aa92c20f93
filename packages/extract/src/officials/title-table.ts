// Reads the table of titles and finds titles in a text. Knows words of office; not who holds one.
import { PhraseTrie } from '../reading/phrases.ts';
import type { Reading } from '../reading/reading.ts';
import { tokenize } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import { cue } from './cue-words.ts';

export type TitleLevel = 'city' | 'county' | 'state' | 'federal' | 'state-or-federal' | 'school' | 'court' | 'body';

/** One kind of office, as in `data/titles/titles.json` (meanings in its source.md). */
export interface Office {
  readonly role: string;
  readonly level: TitleLevel;
  readonly body: string;
  readonly weak?: 'before' | 'body' | 'nation';
  readonly organization?: string;
}

/** A title in the text: tokens `[from, to)`. */
export interface TitleMatch {
  readonly from: number;
  readonly to: number;
  readonly office: Office;
  readonly plural: boolean;
}

/** Titles of a text, in order; `cues` are the class bits of its tokens. */
export type TitleFinder = (reading: Reading, cues: Uint32Array) => TitleMatch[];

export interface TitleTable {
  readonly findTitles: TitleFinder;
  /** The words that titles begin with: the class `title` of the cues. */
  readonly firstWords: ReadonlySet<string>;
}

/** Reads the text of `titles.json`. Throws on text that is not JSON of that shape. */
export function readTitles(vocabulary: Vocabulary, titles: string): TitleTable {
  const trie = new PhraseTrie<{ readonly office: Office; readonly plural: boolean }>(vocabulary);
  const firstWords = new Set<string>();
  for (const { forms, ...office } of JSON.parse(titles) as readonly (Office & { readonly forms: readonly string[] })[])
    for (const form of forms) {
      trie.add(form, { office, plural: false }, (old) => old);
      firstWords.add(firstWord(vocabulary, form));
      for (const plural of pluralsOf(form)) {
        trie.add(plural, { office, plural: true }, (old) => old);
        firstWords.add(firstWord(vocabulary, plural));
      }
    }
  const findTitles: TitleFinder = (reading, cues) => {
    const found: TitleMatch[] = [];
    for (let i = 0; i < reading.count; i++) {
      // Most words begin no title: a look at one bit tells.
      if (((cues[i] ?? 0) & cue.title) === 0) continue;
      const match = trie.longestAt(reading, i, endOfSentence(reading, i));
      if (match === null) continue;
      const { office, plural } = match.value;
      found.push({ from: i, to: match.to, office, plural });
      i = match.to - 1;
    }
    return found;
  };
  return { findTitles, firstWords };
}

function firstWord(vocabulary: Vocabulary, form: string): string {
  const tokens = tokenize(form, vocabulary);
  return form.slice(tokens.starts[0], tokens.ends[0]);
}

function endOfSentence(reading: Reading, i: number): number {
  return reading.sentenceStarts[(reading.sentenceOf[i] ?? 0) + 1] ?? reading.count;
}

function pluralsOf(form: string): string[] {
  if (/man$/.test(form)) return [form.replace(/man$/, 'men')];
  if (/woman$/.test(form)) return [form.replace(/woman$/, 'women')];
  if (/\bof\b|-elect$|pro tem/.test(form)) return [];
  if (/person$/.test(form)) return [form.replace(/person$/, 'people'), `${form}s`];
  if (/\.$/.test(form)) return [form.replace(/\.$/, 's.')];
  if (/y$/.test(form) && !/[aeo]y$/.test(form)) return [form.replace(/y$/, 'ies')];
  return [`${form}s`];
}
