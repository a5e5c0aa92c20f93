// The door of @civicwire/extract.
export { annotate } from './annotate.ts';
export { explainText } from './explain-text.ts';
export { createExtractor, type Extractor, type ExtractorData, extractorFiles, withPacks } from './extract.ts';
export { readPage } from './page/read-page.ts';
export { citiesNamed } from './places/cities-named.ts';
export { openGazetteer } from './places/gazetteer.ts';
export { describeRule } from './rule-book.ts';
export type { SentenceExplanation } from './stances/explain-stances.ts';
export { compilePacks, type PackFile } from './stances/packs/compile-packs.ts';
export { compileTables } from './stances/packs/compile-tables.ts';
export type { CompiledPacks, PackRule, PackSummary } from './stances/packs/compiled-packs.ts';
export { formatProblem, type PackProblem } from './stances/packs/problem.ts';
export type { PackTestResult } from './stances/packs/run-pack-tests.ts';
export { testPacks } from './test-packs.ts';
