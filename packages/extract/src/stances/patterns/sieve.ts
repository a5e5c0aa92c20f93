// Which words each pattern of a table cannot do without, in tables that a text is asked by (sift.ts).
// Knows words and what patterns need; no order of words and no text.
import type { PatternGroup } from './compile-groups.ts';
import { byRarity, createPartReader, type Need, type Words } from './needs.ts';
import type { WordCollector } from './pattern-words.ts';

/** Met when each of its classes is; the rarest class stands first. */
interface Conjunction {
  readonly classes: readonly number[];
}

/** Patterns that need the same. */
interface Row extends Conjunction {
  /** Words that their matches begin with. */
  readonly begins: Set<number>;
}

/** When it is met, so are the classes that it makes. */
interface Phrase extends Conjunction {
  readonly makes: number[];
}

/** Conjunctions by the class that stands first in them, flat: this is what is asked of every text. */
interface Index {
  /** By class: where its conjunctions begin in `others`; the next class's beginning is their end. */
  readonly offsets: Int32Array;
  /** Two further classes of each conjunction, then its number; the class 0 where there is none. */
  readonly others: Int32Array;
}

/** Lists of numbers, flat: those of list 0 first. */
interface Lists {
  readonly items: Int32Array;
  /** Where in `items` those of a list end. */
  readonly ends: Int32Array;
}

/** A class is a set of words and phrases; it is met where one of them is. Class 0 is always met. Words go by their numbers among the patterns' words. */
export interface SieveTables {
  /** By word: where the word's classes begin in `classes`; the next word's beginning is their end. */
  readonly offsets: Int32Array;
  readonly classes: Int32Array;
  /** By phrase: the classes that it makes. */
  readonly made: Lists;
  readonly phrasesOf: Index;
  /** By row of patterns that need the same: the words that their matches begin with. */
  readonly begins: Lists;
  readonly rowsOf: Index;
  /** By class: 1 where it stands first in a phrase or row. */
  readonly heads: Uint8Array;
}

/** More needs of a pattern tell little; an index has room for three. */
const needsMax = 3;

/** A need that is met more often, in 100,000 words, tells little; it is asked for only where a pattern has no other. */
const weightMax = 1000;

/** Works out what each pattern cannot do without. */
export function createSieve(groups: readonly PatternGroup[], collector: WordCollector): SieveTables {
  const read = createPartReader(collector);
  const { classes, phrases, classOf } = createClasses();
  const rows = new Map<string, Row>();
  for (const { patterns, terms } of groups) {
    for (const pattern of patterns.flatMap((node) => (node.type === 'choice' ? node.items : [node]))) {
      const part = read(pattern, terms);
      const needs = byRarity(part.needs);
      const rare = needs.filter(({ weight }) => weight <= weightMax);
      const asked = (rare.length > 0 ? rare : needs).slice(0, needsMax);
      const numbers = [...new Set(asked.map(classOf))];
      const key = numbers.join('+');
      const row = rows.get(key) ?? { classes: numbers, begins: new Set() };
      rows.set(key, row);
      for (const id of part.begins) row.begins.add(id);
    }
  }
  const allPhrases = [...phrases.values()];
  const allRows = [...rows.values()];
  const phrasesOf = indexByFirst(allPhrases, classes.length);
  const rowsOf = indexByFirst(allRows, classes.length);
  const isHead = (i: number): boolean =>
    [phrasesOf, rowsOf].some(({ offsets }) => (offsets[i + 1] ?? 0) > (offsets[i] ?? 0));
  return {
    ...indexWords(classes, collector.vocabulary.size),
    made: listsOf(allPhrases.map(({ makes }) => makes)),
    phrasesOf,
    begins: listsOf(allRows.map(({ begins }) => [...begins])),
    rowsOf,
    heads: Uint8Array.from(classes, (_, i) => (isHead(i) ? 1 : 0)),
  };
}

/** Numbers for needs; equal ones share one. */
function createClasses() {
  const classes: Words[] = [new Set()];
  const phrases = new Map<string, Phrase>();
  const known = new Map<Need, number>();
  const numbers = new Map<string, number>();
  const classOf = (need: Need): number => {
    const number = known.get(need) ?? numberOf(need);
    known.set(need, number);
    return number;
  };
  const numberOf = (need: Need): number => {
    const parts = need.phrases.map((sets) => sets.map(classOf));
    const keys = parts.map((part) => part.join('+'));
    const key = `${[...need.words].sort((a, b) => a - b).join(' ')} ${keys.toSorted().join(' ')}`;
    const equal = numbers.get(key);
    if (equal !== undefined) return equal;
    const number = classes.push(need.words) - 1;
    numbers.set(key, number);
    for (const [i, part] of parts.entries()) {
      const phrase = phrases.get(keys[i] ?? '') ?? { classes: part, makes: [] };
      phrases.set(keys[i] ?? '', phrase);
      phrase.makes.push(number);
    }
    return number;
  };
  return { classes, phrases, classOf };
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  let end = 0;
  return { items: Int32Array.from(lists.flat()), ends: Int32Array.from(lists, (list) => (end += list.length)) };
}

function indexByFirst(items: readonly Conjunction[], count: number): Index {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (const [number, { classes }] of items.entries()) {
    const [first = 0, second = 0, third = 0] = classes;
    lists[first]?.push(second, third, number);
  }
  const offsets = new Int32Array(count + 1);
  for (const [i, list] of lists.entries()) offsets[i + 1] = (offsets[i] ?? 0) + list.length;
  return { offsets, others: Int32Array.from(lists.flat()) };
}

function indexWords(classes: readonly Words[], size: number): Pick<SieveTables, 'offsets' | 'classes'> {
  const byWord = new Map<number, number[]>();
  for (const [number, words] of classes.entries()) {
    for (const id of words) {
      const own = byWord.get(id);
      if (own) own.push(number);
      else byWord.set(id, [number]);
    }
  }
  const offsets = new Int32Array(size + 1);
  const all: number[] = [];
  for (let id = 0; id < size; id++) {
    for (const number of byWord.get(id) ?? none) all.push(number);
    offsets[id + 1] = all.length;
  }
  return { offsets, classes: Int32Array.from(all) };
}

const none: readonly never[] = [];
