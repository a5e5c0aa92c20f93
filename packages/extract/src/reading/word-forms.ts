// Remembers what is true of each form in which a word was written: its folded word, its shape, where a clitic begins.
// Knows words, not documents; holds a bounded number of them, so that a hostile archive cannot fill the memory.
import { abbreviations } from './abbreviations.ts';
import { foldWord } from './fold-word.ts';
import { shapeOf } from './shapes.ts';

const formsMax = 1 << 16;
const slotsMask = (1 << 17) - 1;
/** Longer words are described anew each time. */
const lengthMax = 48;
/** Slots looked at for a form, at most: words made to collide cost no more than words that are not remembered. */
const probesMax = 12;

const cliticPattern = /(?:n['’]t|['’](?:s|re|ll|ve|d|m))$/iu;

/** Facts about written forms as columns; `find` gives the row. Row 0 is overwritten by each form that is not remembered. */
export class WordForms {
  /** Id in the vocabulary; -1 while it is not known to have one. */
  readonly ids = new Int32Array(formsMax);
  /** See `shapeOf`. */
  readonly shapes = new Uint8Array(formsMax);
  /** Characters before the clitic in which it ends; 0 when there is none. */
  readonly stems = new Uint32Array(formsMax);
  /** 1 when a full stop behind it is its own. */
  readonly abbreviates = new Uint8Array(formsMax);
  readonly folded: string[] = [''];
  /** The reading in which it was last given an id of that reading alone, and that id. */
  readonly readings = new Uint32Array(formsMax);
  readonly readingIds = new Uint32Array(formsMax);
  readonly #slots = new Uint16Array(slotsMask + 1);
  readonly #hashes = new Int32Array(formsMax);
  readonly #begins = new Uint32Array(formsMax + 1);
  readonly #letters = new Uint16Array(formsMax * 12);
  #count = 1;
  #reading = 0;

  /** Begins a reading and returns its number. Forgets all forms when there is little room left. */
  beginReading(): number {
    if (this.#count > formsMax * 0.75) this.#forget();
    this.#reading = (this.#reading + 1) >>> 0;
    return this.#reading;
  }

  /** The row of the word `[start, end)` of the text. Valid until the next call when it is 0. */
  find(text: string, start: number, end: number): number {
    const length = end - start;
    if (length > lengthMax) return this.#describe(0, text.slice(start, end));
    let hash = length;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    let slot = hash & slotsMask;
    for (let probe = 0; probe < probesMax; probe++) {
      const row = this.#slots[slot] ?? 0;
      if (row === 0) return this.#remember(slot, hash, text, start, end);
      if (this.#hashes[row] === hash && this.#isWritten(row, text, start, length)) return row;
      slot = (slot + 1) & slotsMask;
    }
    return this.#describe(0, text.slice(start, end));
  }

  #isWritten(row: number, text: string, start: number, length: number): boolean {
    const begin = this.#begins[row] ?? 0;
    if ((this.#begins[row + 1] ?? 0) - begin !== length) return false;
    for (let i = 0; i < length; i++) if (this.#letters[begin + i] !== text.charCodeAt(start + i)) return false;
    return true;
  }

  #remember(slot: number, hash: number, text: string, start: number, end: number): number {
    const begin = this.#begins[this.#count] ?? 0;
    const close = begin + end - start;
    if (this.#count >= formsMax || close > this.#letters.length) return this.#describe(0, text.slice(start, end));
    const row = this.#count++;
    for (let i = start; i < end; i++) this.#letters[begin + i - start] = text.charCodeAt(i);
    this.#begins[row + 1] = close;
    this.#hashes[row] = hash;
    this.#slots[slot] = row;
    // A word of its own: a slice would keep the whole text in memory.
    return this.#describe(row, String.fromCharCode(...this.#letters.subarray(begin, close)));
  }

  #describe(row: number, word: string): number {
    this.ids[row] = -1;
    this.readings[row] = 0;
    this.shapes[row] = shapeOf(word);
    this.stems[row] = cliticPattern.exec(word)?.index ?? 0;
    const folded = foldWord(word);
    this.folded[row] = folded;
    this.abbreviates[row] = /^\p{Lu}$/u.test(word) || abbreviations.has(folded) ? 1 : 0;
    return row;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.folded.length = 1;
    this.#count = 1;
  }
}
