// Reads the rule data that ships with the program and makes the extractor. The one place where extraction meets the disk.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createExtractor, type Extractor, type ExtractorData, extractorFiles } from '@civicwire/extract';

const extractFolder = fileURLToPath(new URL('..', import.meta.resolve('@civicwire/extract')));

/** The extractor with all shipped tables and packs. Throws `UsageError` when a pack does not compile. */
export async function loadExtractor(): Promise<Extractor> {
  const read = (file: string): string => readFileSync(join(extractFolder, 'data', file), 'utf8');
  return createExtractor(Object.fromEntries(extractorFiles.map((file) => [file, read(file)])) as ExtractorData);
}

/**
 * Names the state of every rule, table and pack: 16 hex digits of a hash over the extraction package's sources and data.
 * Two runs with the same version give the same findings for the same bytes.
 */
export function readRulesVersion(): string {
  const hash = createHash('sha256');
  for (const folder of ['src', 'data']) {
    for (const file of filesUnder(join(extractFolder, folder))) {
      if (file.endsWith('.test.ts')) continue;
      hash.update(relative(extractFolder, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}
