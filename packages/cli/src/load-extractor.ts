// Makes the extractor from the tables on disk and from packs. Which packs there are, packs/rules.ts knows.
import { createExtractor, type Extractor, type ExtractorData, extractorFiles, type PackFile } from '@civicwire/extract';
import { readDataFile } from './extract-data.ts';
import { compileRules, readRules } from './packs/rules.ts';

/** The extractor with all shipped tables and packs, and the packs of a user's folder. Throws `UsageError` when a pack does not compile. */
export async function loadExtractor(packsFolder?: string): Promise<Extractor> {
  return loadExtractorWith(readRules(packsFolder).files);
}

/** The extractor with all shipped tables and exactly these packs. Throws `UsageError` when one does not compile. */
export function loadExtractorWith(files: readonly PackFile[]): Extractor {
  const { packs } = compileRules(files);
  const data = Object.fromEntries(extractorFiles.map((file) => [file, readDataFile(file)])) as ExtractorData;
  return createExtractor(data, packs);
}
