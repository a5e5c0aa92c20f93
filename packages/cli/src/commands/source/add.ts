// `civicwire source add`: an outlet's address in, a source with its feeds in the list.
import { discoverSource, type NewSource, normalizeUrl, sourceIdOf } from '@civicwire/ingest';
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
  const known = new Set(list.sources.flatMap(addressesOf).map(keyOf));
  const isNew = (address: string): boolean => !known.has(keyOf(address));
  const feeds = found.feeds.filter(isNew);
  const sitemaps = found.sitemaps.filter(isNew);
  const indexPages = found.indexPages.filter((page) => isNew(page.url));
  if (feeds.length + sitemaps.length + indexPages.length === 0) {
    const all = addressesOf(found).length;
    say(
      `source add: ${url}: ${all > 0 ? `all ${all} addresses are in ${options.sources} already` : 'found no feed, no news sitemap and no list of stories'}`,
    );
    return exitCode.someFailed;
  }
  const name = options.name ?? found.name ?? new URL(feeds[0] ?? sitemaps[0] ?? url).hostname;
  const id = options.id ?? sourceIdOf(name, new Set(list.sources.map((source) => source.id)));
  await writeSources(text, [{ id, name, home, feeds, sitemaps, indexPages }], options);
  return exitCode.done;
}

/** Everything of a source that is polled. */
export function addressesOf({
  feeds,
  sitemaps,
  indexPages,
}: Pick<NewSource, 'feeds' | 'sitemaps' | 'indexPages'>): string[] {
  return [...feeds, ...sitemaps, ...indexPages.map(({ url }) => url)];
}

/** What says that two addresses are the same feed. */
export function keyOf(address: string): string {
  return normalizeUrl(address)?.key ?? address;
}
