// Reads the table of titles and finds titles in a text. Knows words of office; not who holds one.
import { PhraseTrie } from '../reading/phrases.ts';
import type { Reading } from '../reading/reading.ts';
import { tokenize } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

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

export type TitleFinder = (reading: Reading) => TitleMatch[];

/** Makes the finder from the text of `titles.json`. Throws on text that is not JSON of that shape. */
export function createTitleFinder(vocabulary: Vocabulary, titles: string): TitleFinder {
  const trie = new PhraseTrie<{ readonly office: Office; readonly plural: boolean }>(vocabulary);
  const firstIds = new Set<number>();
  for (const { forms, ...office } of JSON.parse(titles) as readonly (Office & { readonly forms: readonly string[] })[])
    for (const form of forms) {
      trie.add(form, { office, plural: false }, (old) => old);
      firstIds.add(firstId(vocabulary, form));
      for (const plural of pluralsOf(form)) {
        trie.add(plural, { office, plural: true }, (old) => old);
        firstIds.add(firstId(vocabulary, plural));
      }
    }
  // Most words begin no title: a look at one byte tells.
  const begins = new Uint8Array(Math.max(...firstIds) + 1);
  for (const id of firstIds) begins[id] = 1;
  return (reading) => {
    const found: TitleMatch[] = [];
    for (let i = 0; i < reading.count; ) {
      if (begins[reading.ids[i] ?? 0] !== 1) {
        i++;
        continue;
      }
      const match = trie.longestAt(reading, i, endOfSentence(reading, i));
      if (match) found.push({ from: match.from, to: match.to, ...match.value });
      i = match ? match.to : i + 1;
    }
    return found;
  };
}

/** The vocabulary's id of the first word of a title. */
function firstId(vocabulary: Vocabulary, form: string): number {
  const tokens = tokenize(form, vocabulary);
  return vocabulary.intern(form.slice(tokens.starts[0], tokens.ends[0]));
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
