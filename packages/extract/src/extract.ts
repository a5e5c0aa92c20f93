// THE list of extraction stages, in the order in which a story meets them. Each is a folder of its own and imports no other.
// Knows which data each stage needs; reads no file (the caller does).
import { UsageError } from '@civicwire/shared';
import { createNamesStage } from './names/create-names-stage.ts';
import { createOfficialsStage } from './officials/create-officials-stage.ts';
import { createPlacesStage } from './places/places-stage.ts';
import { createQuotesStage } from './quotes/quotes-stage.ts';
import { Vocabulary } from './reading/vocabulary.ts';
import type { Stage } from './stage.ts';
import { createStancesStage } from './stances/create-stances-stage.ts';
import { compilePacks } from './stances/packs/compile-packs.ts';
import type { CompiledPacks } from './stances/packs/compiled-packs.ts';
import { formatProblem } from './stances/packs/problem.ts';

/** Files under `data/` that the stages need. */
export const extractorFiles = [
  'common-words/common-words.txt',
  'divisions/divisions.tsv',
  'given-names/given-names.txt',
  'given-names/place-lookalikes.txt',
  'nicknames/nicknames.txt',
  'packs/core-attribution.yaml',
  'packs/core-polarity.yaml',
  'packs/immigration-enforcement.yaml',
  'places/gazetteer.tsv',
  'surnames/surnames.txt',
  'titles/titles.json',
] as const;

/** Text of each of `extractorFiles`. */
export type ExtractorData = Readonly<Record<(typeof extractorFiles)[number], string>>;

/** All stages over one vocabulary. Made once; then pure, and safe to use for any number of texts. */
export interface Extractor {
  readonly vocabulary: Vocabulary;
  readonly stages: readonly Stage[];
}

/** Makes the stages from the tables and packs that ship with this package. Throws `UsageError` with every problem of a pack. */
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
    createPlacesStage(vocabulary, {
      gazetteer: data['places/gazetteer.tsv'],
      divisions: data['divisions/divisions.tsv'],
    }),
    createOfficialsStage(vocabulary, data['titles/titles.json']),
    createQuotesStage(vocabulary),
    createStancesStage(vocabulary, readPacks(data)),
  ];
  return { vocabulary, stages };
}

const packFiles = extractorFiles.filter((file) => file.startsWith('packs/'));

function readPacks(data: ExtractorData): CompiledPacks {
  const outcome = compilePacks(packFiles.map((path) => ({ path, text: data[path] })));
  if (outcome.ok) return outcome.packs;
  throw new UsageError(`the packs do not compile:\n${outcome.problems.map(formatProblem).join('\n')}`);
}
