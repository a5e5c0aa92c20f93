// Where the extraction package's tables and packs lie on disk, and which state they are in. Knows folders; reads no rule.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const extractFolder = fileURLToPath(new URL('..', import.meta.resolve('@civicwire/extract')));

/** The text of a table under the package's `data/`. */
export function readDataFile(file: string): string {
  return readFileSync(join(extractFolder, 'data', file), 'utf8');
}

export const shippedPacksFolder = join(extractFolder, 'data', 'packs');

let sourcesHash: string | null = null;
let pageSourcesHash: string | null = null;

/** 64 hex digits of a hash over the extraction package's sources and data, as they were when first asked for. */
export function hashSources(): string {
  sourcesHash ??= hashFolders(['src', 'data']);
  return sourcesHash;
}

/** As `hashSources`, of the sources alone that find the article in a page. They read no table, and nothing from beside them. */
export function hashPageSources(): string {
  pageSourcesHash ??= hashFolders([join('src', 'page')]);
  return pageSourcesHash;
}

function hashFolders(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of filesUnder(join(extractFolder, folder))) {
      if (file.endsWith('.test.ts')) continue;
      hash.update(relative(extractFolder, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}
