// The door of @civicwire/extract.
export { annotate } from './annotate.ts';
export { createExtractor, type Extractor, type ExtractorData, extractorFiles } from './extract.ts';
export { readPage } from './page/read-page.ts';
export { describeRule } from './rule-book.ts';
