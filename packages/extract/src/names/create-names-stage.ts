// The stage of names: who and which bodies are named. Knows neither places nor offices.
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { createOrganizationFinder } from './find-organizations.ts';
import { findPeople } from './find-people.ts';
import { createNameLexicon } from './lexicon.ts';
import { readNames } from './name-reading.ts';
import { type NameTableTexts, readNameTables } from './name-tables.ts';
import { createScratch } from './scratch.ts';

/**
 * Fills `people` and `organizations`. Interns about 130,000 words of the tables in the vocabulary.
 * A text without names gives empty lists; never throws for a text.
 */
export function createNamesStage(vocabulary: Vocabulary, texts: NameTableTexts): Stage {
  const lexicon = createNameLexicon(vocabulary, readNameTables(texts));
  const findOrganizations = createOrganizationFinder(vocabulary);
  const scratchFor = createScratch();
  return {
    name: 'names',
    run: (document) => {
      const reading = readNames(document.reading, lexicon, scratchFor(document.reading.count));
      const organizations = findOrganizations(reading);
      const { people, notes } = findPeople(reading);
      return { ...document, organizations, people, notes: [...document.notes, ...notes] };
    },
  };
}
