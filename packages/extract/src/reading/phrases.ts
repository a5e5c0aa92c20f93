// Finds the longest known phrase at a token. Knows word ids; not what the phrases stand for.
import type { Reading } from './reading.ts';
import { tokenize } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Node<Value> {
  readonly next: Map<number, Node<Value>>;
  value: Value | undefined;
}

/** A phrase found at a token: it covers tokens `[from, to)`. */
export interface PhraseMatch<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** A trie over word ids. Phrases are split by the same tokeniser as the text, so "N.C." and "Winston-Salem" just work. */
export class PhraseTrie<Value> {
  readonly #root: Node<Value> = { next: new Map(), value: undefined };
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Adds a phrase; a second value for the same phrase is combined by `merge`, which keeps the newer one by default. */
  add(phrase: string, value: Value, merge: (old: Value, added: Value) => Value = (_, added) => added): void {
    const tokens = tokenize(phrase, this.#vocabulary);
    let node = this.#root;
    for (let i = 0; i < tokens.count; i++) {
      const id = this.#vocabulary.intern(phrase.slice(tokens.starts[i], tokens.ends[i]));
      let child = node.next.get(id);
      if (!child) {
        child = { next: new Map(), value: undefined };
        node.next.set(id, child);
      }
      node = child;
    }
    node.value = node.value === undefined ? value : merge(node.value, value);
  }

  /** The longest phrase that begins at token `from` and ends before `to`; null when there is none. */
  longestAt(reading: Reading, from: number, to: number = reading.count): PhraseMatch<Value> | null {
    let node = this.#root;
    let best: PhraseMatch<Value> | null = null;
    for (let i = from; i < to; i++) {
      const child = node.next.get(reading.ids[i] ?? -1);
      if (!child) break;
      node = child;
      if (node.value !== undefined) best = { from, to: i + 1, value: node.value };
    }
    return best;
  }
}
