// `civicwire source add`: an outlet's address in, a source with its feeds in the list.
import { discoverSource, normalizeUrl, sourceIdOf } from '@civicwire/ingest';
import { exitCode } from '../../exit-code.ts';
import { say } from '../../output.ts';
import { openFetcher, openSources, readHome, type WritingOptions, writeSources } from './sources-file.ts';

export interface AddOptions extends WritingOptions {
  readonly id?: string;
  readonly name?: string;
}

/** Exit code 1 when there is nothing to poll, or all of it is in the list already; the list stays as it is then. */
export async function sourceAddCommand(url: string, options: AddOptions): Promise<number> {
  const home = readHome(options);
  const { text, list } = openSources(options.sources);
  const fetcher = openFetcher(list);
  const found = await discoverSource(url, fetcher).finally(() => fetcher.close());
  for (const note of found.notes) say(note);
  const known = new Set(list.sources.flatMap(({ feeds, sitemaps }) => [...feeds, ...sitemaps]).map(keyOf));
  const isNew = (address: string): boolean => !known.has(keyOf(address));
  const feeds = found.feeds.filter(isNew);
  const sitemaps = found.sitemaps.filter(isNew);
  if (feeds.length + sitemaps.length === 0) {
    const all = found.feeds.length + found.sitemaps.length;
    say(
      `source add: ${url}: ${all > 0 ? `all ${all} addresses are in ${options.sources} already` : 'found no feed and no news sitemap'}`,
    );
    return exitCode.someFailed;
  }
  const name = options.name ?? found.name ?? new URL(feeds[0] ?? sitemaps[0] ?? url).hostname;
  const id = options.id ?? sourceIdOf(name, new Set(list.sources.map((source) => source.id)));
  await writeSources(text, [{ id, name, home, feeds, sitemaps }], options);
  return exitCode.done;
}

/** What says that two addresses are the same feed. */
export function keyOf(address: string): string {
  return normalizeUrl(address)?.key ?? address;
}
