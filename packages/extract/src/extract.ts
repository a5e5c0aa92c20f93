// THE list of extraction stages, in the order in which a story meets them. Each is a folder of its own and imports no other.
// Knows which data each stage needs; reads no file (the caller does).
import { createNamesStage } from './names/create-names-stage.ts';
import { createPlacesStage } from './places/places-stage.ts';
import { createQuotesStage } from './quotes/quotes-stage.ts';
import { Vocabulary } from './reading/vocabulary.ts';
import type { Stage } from './stage.ts';

/** Files under `data/` that the stages need. */
export const extractorFiles = [
  'common-words/common-words.txt',
  'given-names/given-names.txt',
  'given-names/place-lookalikes.txt',
  'nicknames/nicknames.txt',
  'places/gazetteer.tsv',
  'surnames/surnames.txt',
] as const;

/** Text of each of `extractorFiles`. */
export type ExtractorData = Readonly<Record<(typeof extractorFiles)[number], string>>;

/** All stages over one vocabulary. Made once; then pure, and safe to use for any number of texts. */
export interface Extractor {
  readonly vocabulary: Vocabulary;
  readonly stages: readonly Stage[];
}

/** Makes the stages from the tables that ship with this package. */
export function createExtractor(data: ExtractorData): Extractor {
  const vocabulary = new Vocabulary();
  const stages = [
    createNamesStage(vocabulary, {
      surnames: data['surnames/surnames.txt'],
      givenNames: data['given-names/given-names.txt'],
      nicknames: data['nicknames/nicknames.txt'],
      commonWords: data['common-words/common-words.txt'],
      placeLookalikes: data['given-names/place-lookalikes.txt'],
    }),
    createPlacesStage(vocabulary, { gazetteer: data['places/gazetteer.tsv'] }),
    createQuotesStage(vocabulary),
  ];
  return { vocabulary, stages };
}
