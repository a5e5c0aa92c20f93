// Classes of words that the names stage asks for, interned once. Knows words, not texts.
import { PhraseTrie } from '../reading/phrases.ts';
import { classBits, type Vocabulary, type WordClasses } from '../reading/vocabulary.ts';
import { cueLists, markLists } from './cue-words.ts';
import type { NameTables } from './name-tables.ts';
import * as words from './words.ts';

const tableClasses = ['frequentSurname', 'surname', 'given', 'common', 'known'] as const;

const wordLists = {
  title: words.titleWords,
  role: words.roleNouns,
  organization: words.organizationHeads,
  thing: words.thingHeads,
  world: words.worldWords,
  state: words.stateWords,
  function: words.functionWords,
  speech: words.speechVerbs,
  particle: words.particles,
  suffix: words.suffixes,
  female: words.femaleWords,
  male: words.maleWords,
} as const;

type NameClass = (typeof tableClasses)[number] | keyof typeof wordLists | keyof typeof markLists;
type Cue = keyof typeof cueLists;

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];
const nameClasses: readonly NameClass[] = [...tableClasses, ...keysOf(wordLists), ...keysOf(markLists)];

/** The bit of each class of words; `nameWord` is a token's own (see name-reading.ts). */
export const is = classBits([...nameClasses, 'nameWord']);
/** The bit of each cue, in a table of their own. */
export const cue = classBits(keysOf(cueLists));

export interface NameLexicon {
  readonly classes: WordClasses<NameClass>;
  readonly cues: WordClasses<Cue>;
  /** Names of places that read like a person's. */
  readonly placeLookalikes: PhraseTrie<true>;
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly usualPronouns: NameTables['usualPronouns'];
}

/** Interns the tables' words in the vocabulary and returns their classes. */
export function createNameLexicon(vocabulary: Vocabulary, tables: NameTables): NameLexicon {
  const lists: Readonly<Record<NameClass, Iterable<string>>> = {
    frequentSurname: tables.frequentSurnames,
    surname: [...tables.frequentSurnames, ...tables.surnames],
    given: tables.givenNames,
    common: tables.commonWords,
    known: [...tables.commonWords, ...tables.knownWords],
    ...wordLists,
    ...splitLists(markLists),
  };
  const placeLookalikes = new PhraseTrie<true>(vocabulary);
  for (const place of tables.placeLookalikes) placeLookalikes.add(place, true);
  return {
    // In the order of `nameClasses`: it gives the bits.
    classes: vocabulary.classify(recordOf(nameClasses, (name) => lists[name])),
    cues: vocabulary.classify(splitLists(cueLists)),
    placeLookalikes,
    nicknames: tables.nicknames,
    usualPronouns: tables.usualPronouns,
  };
}

function splitLists<Name extends string>(lists: Readonly<Record<Name, string>>): Record<Name, string[]> {
  return recordOf(keysOf(lists), (name) => lists[name].split(' '));
}

function recordOf<Name extends string, Value>(
  names: readonly Name[],
  listOf: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, listOf(name)])) as Record<Name, Value>;
}
