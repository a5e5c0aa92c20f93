// Remembers what is true of each form in which a word was written: its folded word, its shape, where a clitic begins.
// Knows words, not documents; holds a bounded number of them, so that a hostile archive cannot fill the memory.
import { abbreviations } from './abbreviations.ts';
import { foldWord } from './fold-word.ts';
import { shapeOf } from './shapes.ts';

const formsMax = 1 << 16;
const slotsMask = (1 << 17) - 1;
/** Longer words are described anew each time. */
const lengthMax = 18;
/** Slots looked at for a form, at most: words made to collide cost no more than words that are not remembered. */
const probesMax = 12;

// A row is one line of the processor's cache: its numbers, then its letters, two to a number.
const rowLength = 16;
const [hashAt, lengthAt, idAt, readingAt, readingIdAt, factsAt, stemAt, lettersAt] = [0, 1, 2, 3, 4, 5, 6, 7];
const abbreviatesBit = 0x100;

const cliticPattern = /(?:n['’]t|['’](?:s|re|ll|ve|d|m))$/iu;

/** Facts about written forms in rows; `find` gives the row. Row 0 is overwritten by each form that is not remembered. */
export class WordForms {
  readonly folded: string[] = [''];
  readonly #numbers = new Int32Array(formsMax * rowLength);
  readonly #letters = new Uint16Array(this.#numbers.buffer);
  readonly #slots = new Uint16Array(slotsMask + 1);
  #count = 1;
  #reading = 0;

  /** Begins a reading. Forgets all forms when there is little room left. */
  beginReading(): void {
    if (this.#count > formsMax * 0.75) this.#forget();
    this.#reading = (this.#reading + 1) | 0;
  }

  /** The row of the word of which `[start, end)` are the codes. Valid until the next call when it is 0. */
  find(codes: Uint16Array, start: number, end: number): number {
    const length = end - start;
    if (length > lengthMax) return this.#describe(0, wordOf(codes, start, end));
    let hash = length;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    let slot = hash & slotsMask;
    for (let probe = 0; probe < probesMax; probe++) {
      const row = this.#slots[slot] ?? 0;
      if (row === 0) return this.#remember(slot, hash, codes, start, end);
      const at = row * rowLength;
      if (
        this.#numbers[at + hashAt] === hash &&
        this.#numbers[at + lengthAt] === length &&
        this.#isWritten(row, codes, start, length)
      )
        return row;
      slot = (slot + 1) & slotsMask;
    }
    return this.#describe(0, wordOf(codes, start, end));
  }

  /** Its id in this reading: that of the vocabulary, or one of this reading alone; -1 while neither was given. */
  idOf(row: number): number {
    const at = row * rowLength;
    const id = this.#numbers[at + idAt] ?? -1;
    if (id >= 0) return id;
    return this.#numbers[at + readingAt] === this.#reading ? (this.#numbers[at + readingIdAt] ?? -1) : -1;
  }

  /** Gives it the id that it has in the vocabulary, for all readings. */
  setId(row: number, id: number): void {
    this.#numbers[row * rowLength + idAt] = id;
  }

  /** Gives it an id for this reading alone. */
  setReadingId(row: number, id: number): void {
    this.#numbers[row * rowLength + readingAt] = this.#reading;
    this.#numbers[row * rowLength + readingIdAt] = id;
  }

  /** See `shapeOf`. */
  shapeOf(row: number): number {
    return (this.#numbers[row * rowLength + factsAt] ?? 0) & 0xff;
  }

  /** Whether a full stop behind it is its own. */
  abbreviates(row: number): boolean {
    return ((this.#numbers[row * rowLength + factsAt] ?? 0) & abbreviatesBit) !== 0;
  }

  /** Characters before the clitic in which it ends; 0 when there is none. */
  stemOf(row: number): number {
    return this.#numbers[row * rowLength + stemAt] ?? 0;
  }

  #isWritten(row: number, codes: Uint16Array, start: number, length: number): boolean {
    const letters = this.#letters;
    const begin = 2 * (row * rowLength + lettersAt);
    for (let i = 0; i < length; i++) if (letters[begin + i] !== codes[start + i]) return false;
    return true;
  }

  #remember(slot: number, hash: number, codes: Uint16Array, start: number, end: number): number {
    if (this.#count >= formsMax) return this.#describe(0, wordOf(codes, start, end));
    const row = this.#count++;
    this.#letters.set(codes.subarray(start, end), 2 * (row * rowLength + lettersAt));
    this.#numbers[row * rowLength + hashAt] = hash;
    this.#numbers[row * rowLength + lengthAt] = end - start;
    this.#slots[slot] = row;
    return this.#describe(row, wordOf(codes, start, end));
  }

  #describe(row: number, word: string): number {
    const at = row * rowLength;
    const folded = foldWord(word);
    const abbreviates = /^\p{Lu}$/u.test(word) || abbreviations.has(folded);
    this.folded[row] = folded;
    this.#numbers[at + idAt] = -1;
    this.#numbers[at + readingAt] = 0;
    this.#numbers[at + factsAt] = shapeOf(word) | (abbreviates ? abbreviatesBit : 0);
    this.#numbers[at + stemAt] = cliticPattern.exec(word)?.index ?? 0;
    return row;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.folded.length = 1;
    this.#count = 1;
  }
}

/** A word of its own: a slice would keep the whole text in memory. */
function wordOf(codes: Uint16Array, start: number, end: number): string {
  let word = '';
  // In pieces: so many arguments has a call, and no more.
  for (let from = start; from < end; from += 1024)
    word += String.fromCharCode(...codes.subarray(from, Math.min(end, from + 1024)));
  return word;
}
