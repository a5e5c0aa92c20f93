// Interns words as small integers, and lets stages class them once. Knows words, not documents.
import { foldWord } from './fold-word.ts';
import { createTokenScratch } from './token-scratch.ts';
import { WordForms } from './word-forms.ts';

/**
 * Words of one stage, sorted into up to 32 named classes, as a bitmap per word id.
 * A word may be in several classes. Ids that the vocabulary did not know when this was made are in none.
 */
export interface WordClasses<Name extends string> {
  readonly bit: Readonly<Record<Name, number>>;
  /** The class bits of a word id; 0 when it is in no class. */
  of(id: number): number;
  /** The class bits of each of the ids, in their order: a whole reading classed in one pass. Written over `bits` when it is given. */
  ofAll(ids: Uint32Array, bits?: Uint32Array): Uint32Array;
  /** Whether a word id is in at least one of the given classes. */
  has(id: number, ...names: readonly Name[]): boolean;
}

/** The bit of each class, in the order of their names: constants for rules to combine. Throws when there are more than 32. */
export function classBits<const Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  if (names.length > 32) throw new RangeError(`at most 32 word classes in one table, not ${names.length}`);
  return Object.fromEntries(names.map((name, index) => [name, (1 << index) >>> 0])) as Record<Name, number>;
}

/**
 * All words that the rules know. It grows only while stages are being made; documents are read against it
 * (words that it does not hold get ids of their own, from `size` up, valid in that document alone).
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  /** Room for the tokens of the text that is read. */
  readonly tokenScratch = createTokenScratch();
  #forms: WordForms | null = null;

  /** The folded words held, by id. */
  get words(): readonly string[] {
    return this.#words;
  }

  /** What the tokeniser remembers of the forms in which it met words. */
  get forms(): WordForms {
    this.#forms ??= new WordForms();
    return this.#forms;
  }

  /** Number of words held; ids run from 0 to `size - 1`. */
  get size(): number {
    return this.#ids.size;
  }

  /** The id of a word, interning it when it is new. For stages being made, never for documents. */
  intern(word: string): number {
    const form = foldWord(word);
    const known = this.#ids.get(form);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(form, id);
    this.#words.push(form);
    return id;
  }

  /** The id of a folded word; undefined when the vocabulary does not hold it. */
  idOf(folded: string): number | undefined {
    return this.#ids.get(folded);
  }

  /** Interns the given words and returns their classes. Throws when there are more than 32 classes. */
  classify<const Name extends string>(classes: Readonly<Record<Name, Iterable<string>>>): WordClasses<Name> {
    const names = Object.keys(classes) as Name[];
    const bit = classBits(names);
    const idsOf = names.map((name) => Array.from(classes[name], (word) => this.intern(word)));
    const table = new Uint32Array(this.size);
    names.forEach((name, k) => {
      for (const id of idsOf[k] ?? []) table[id] = (table[id] ?? 0) | bit[name];
    });
    const of = (id: number): number => table[id] ?? 0;
    return {
      bit,
      of,
      ofAll: (ids, bits = new Uint32Array(ids.length)) => {
        for (let i = 0; i < ids.length; i++) {
          const id = ids[i] ?? 0;
          // Asked in bounds: to look beyond the end of an array is slow.
          bits[i] = id < table.length ? (table[id] ?? 0) : 0;
        }
        return bits;
      },
      has: (id, ...wanted) => {
        for (const name of wanted) if ((of(id) & bit[name]) !== 0) return true;
        return false;
      },
    };
  }
}
