// Classes of words that the names stage asks for, interned once. Knows words, not texts.
import type { Vocabulary, WordClasses } from '../reading/vocabulary.ts';
import type { NameTables } from './name-tables.ts';
import * as words from './words.ts';

export type NameClass =
  | 'frequentSurname'
  | 'surname'
  | 'given'
  | 'common'
  | 'known'
  | 'title'
  | 'role'
  | 'organization'
  | 'thing'
  | 'world'
  | 'state'
  | 'function'
  | 'speech'
  | 'particle'
  | 'suffix'
  | 'female'
  | 'male';

export interface NameLexicon {
  readonly classes: WordClasses<NameClass>;
  readonly placeLookalikes: ReadonlySet<string>;
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Interns the tables' words in the vocabulary and returns their classes. */
export function createNameLexicon(vocabulary: Vocabulary, tables: NameTables): NameLexicon {
  return {
    classes: vocabulary.classify<NameClass>({
      frequentSurname: tables.frequentSurnames,
      surname: [...tables.frequentSurnames, ...tables.surnames],
      given: tables.givenNames,
      common: tables.commonWords,
      known: [...tables.commonWords, ...tables.knownWords],
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
    }),
    placeLookalikes: tables.placeLookalikes,
    nicknames: tables.nicknames,
  };
}
