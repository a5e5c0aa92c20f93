// The list of sources as a file that commands change: read, add, write. Knows no network.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import {
  addSources,
  createFetcher,
  type Fetcher,
  loadSources,
  type NewSource,
  type SourcesFile,
  userAgentFor,
} from '@civicwire/ingest';
import { systemClock, toWire, UsageError } from '@civicwire/shared';
import { say, writeData, writeJsonLine } from '../../output.ts';
import { readVersion } from '../../version.ts';

export interface WritingOptions {
  readonly sources: string;
  readonly home?: string;
  readonly national?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The file's text and what it holds; an absent file is an empty list. Throws `UsageError` when it is malformed. */
export function openSources(file: string): { readonly text: string; readonly list: SourcesFile } {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { text, list: loadSources(text.trim() === '' ? 'sources: []\n' : text, file) };
}

/** Writes the sources behind those in the file, or with `dryRun` only says so. One line of JSON, or words, each. */
export async function writeSources(text: string, added: readonly NewSource[], options: WritingOptions): Promise<void> {
  const result = addSources(text, added, options.sources);
  if (!options.dryRun) {
    // Written whole or not at all: the old list stays when the disk is full.
    writeFileSync(`${options.sources}.new`, result);
    renameSync(`${options.sources}.new`, options.sources);
  }
  for (const source of added) {
    if (options.json)
      await writeJsonLine(toWire({ ...source, national: source.home === null, written: !options.dryRun }));
    else
      await writeData(
        `${options.dryRun ? 'would add' : 'added'}  ${source.id}  ${[...source.feeds, ...source.sitemaps, ...source.indexPages.map(({ url }) => url)].join(' ')}\n`,
      );
  }
  if (options.dryRun) say(`nothing was written to ${options.sources}`);
}

/** `--home "Tucson, AZ"` or `--national`. Throws `UsageError` for neither, and for a place without its state. */
export function readHome({ home, national }: WritingOptions): NewSource['home'] {
  if (national) return null;
  const found = /^\s*(.+?)\s*,\s*([A-Za-z]{2})\s*$/.exec(home ?? '');
  if (!found?.[1] || !found[2])
    throw new UsageError(
      `--home: found ${home === undefined ? 'nothing' : JSON.stringify(home)}, expected a place and a state such as "Tucson, AZ", or --national`,
    );
  return { place: found[1], state: found[2].toUpperCase() };
}

/** A fetcher with the list's own contact, politeness and address ranges. Close it when done. */
export function openFetcher({ contact, allowAddresses, politeness }: SourcesFile): Fetcher {
  return createFetcher({
    userAgent: userAgentFor(readVersion(), contact),
    clock: systemClock,
    allowAddresses,
    politeness,
  });
}
