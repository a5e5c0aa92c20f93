// `civicwire source import`: the feeds of an OPML file into the list, a source each.
import { readFileSync } from 'node:fs';
import { type NewSource, readOpml, sourceIdOf } from '@civicwire/ingest';
import { UsageError } from '@civicwire/shared';
import { exitCode } from '../../exit-code.ts';
import { say } from '../../output.ts';
import { addressesOf, keyOf } from './add.ts';
import { openSources, readHome, type WritingOptions, writeSources } from './sources-file.ts';

/** Feeds that the list has already are passed over and counted on standard error. Fetches nothing. */
export async function sourceImportCommand(file: string, options: WritingOptions): Promise<number> {
  const home = readHome(options);
  const { text, list } = openSources(options.sources);
  const listed = readOpml(readBytes(file), file);
  const known = new Set(list.sources.flatMap(addressesOf).map(keyOf));
  const ids = new Set(list.sources.map((source) => source.id));
  const added: NewSource[] = [];
  for (const { name, url } of listed) {
    if (known.has(keyOf(url))) continue;
    const id = sourceIdOf(name, ids);
    known.add(keyOf(url));
    ids.add(id);
    added.push({ id, name, home, feeds: [url], sitemaps: [], indexPages: [] });
  }
  if (added.length > 0) await writeSources(text, added, options);
  say(`${listed.length} feeds in ${file}: ${added.length} new, ${listed.length - added.length} in the list already`);
  return exitCode.done;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}; expected an OPML file`, { cause: error });
  }
}
