// THE list of extraction stages, in the order in which a story meets them. Each is a folder of its own and imports no other.
// Knows which data each stage needs; reads no file (the caller does).
import { createNamesStage } from './names/create-names-stage.ts';
import { createOfficialsStage } from './officials/create-officials-stage.ts';
import { createPlacesStage } from './places/places-stage.ts';
import { createQuotesStage } from './quotes/quotes-stage.ts';
import { Vocabulary } from './reading/vocabulary.ts';
import type { Stage } from './stage.ts';
import { createStancesStage, stancesStageName } from './stances/create-stances-stage.ts';
import type { CompiledPacks } from './stances/packs/compiled-packs.ts';

/** Tables under `data/` that the stages need. The packs are all that lies in `data/packs`, and what users add to them. */
export const extractorFiles = [
  'common-words/common-words.txt',
  'divisions/divisions.tsv',
  'given-names/given-names.txt',
  'given-names/place-lookalikes.txt',
  'given-names/usual-pronouns.txt',
  'nicknames/nicknames.txt',
  'place-counties/place-counties.tsv',
  'places/gazetteer.tsv',
  'presidents/presidents.tsv',
  'surnames/surnames.txt',
  'titles/titles.json',
] as const;

/** Text of each of `extractorFiles`. */
export type ExtractorData = Readonly<Record<(typeof extractorFiles)[number], string>>;

/** All stages over one vocabulary. Made once; then pure, and safe to use for any number of texts. */
export interface Extractor {
  readonly vocabulary: Vocabulary;
  readonly stages: readonly Stage[];
  readonly packs: CompiledPacks;
}

/** Makes the stages from the tables that ship with this package and from packs that were compiled before. */
export function createExtractor(data: ExtractorData, packs: CompiledPacks): Extractor {
  const vocabulary = new Vocabulary();
  const stages = [
    createNamesStage(vocabulary, {
      surnames: data['surnames/surnames.txt'],
      givenNames: data['given-names/given-names.txt'],
      nicknames: data['nicknames/nicknames.txt'],
      commonWords: data['common-words/common-words.txt'],
      placeLookalikes: data['given-names/place-lookalikes.txt'],
      usualPronouns: data['given-names/usual-pronouns.txt'],
    }),
    createPlacesStage(vocabulary, {
      gazetteer: data['places/gazetteer.tsv'],
      divisions: data['divisions/divisions.tsv'],
    }),
    createOfficialsStage(vocabulary, {
      titles: data['titles/titles.json'],
      presidents: data['presidents/presidents.tsv'],
      placeCounties: data['place-counties/place-counties.tsv'],
    }),
    createQuotesStage(vocabulary),
    createStancesStage(vocabulary, packs),
  ];
  return { vocabulary, stages, packs };
}

/** The same extractor with other packs: its tables are kept, which are what takes long to make. */
export function withPacks({ vocabulary, stages }: Extractor, packs: CompiledPacks): Extractor {
  const kept = stages.filter((stage) => stage.name !== stancesStageName);
  return { vocabulary, stages: [...kept, createStancesStage(vocabulary, packs)], packs };
}
