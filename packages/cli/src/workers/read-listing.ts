// A fetched feed or sitemap → the stories that it lists. Pure; knows the three kinds and nothing of the ledger.
import { type IndexPage, normalizeUrl, parseFeed, parseIndexPage, parseSitemap } from '@civicwire/ingest';
import type { StoryInput } from '@civicwire/store';

export type ListedStory = Omit<StoryInput, 'sourceId' | 'feedId'>;

export type Listing =
  | {
      readonly ok: true;
      readonly stories: readonly ListedStory[];
      readonly children: readonly string[];
      /** How long the listing itself wishes to be left alone, in milliseconds; null when it does not say. */
      readonly pollEveryMs: number | null;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly detail: string; readonly warnings: readonly string[] };

export type ListingKind = 'feed' | 'sitemap' | 'index-page';

/** Reads a listing's bytes. `ok: false` says what was found instead; stories without a usable address are left out with a warning. */
export function readListing(
  kind: ListingKind,
  bytes: Uint8Array,
  url: string,
  contentType: string | null,
  page: IndexPage | null = null,
): Listing {
  if (kind === 'index-page') return readIndexPage(bytes, url, contentType, page);
  return kind === 'sitemap' ? readSitemap(bytes, url, contentType) : readFeed(bytes, url, contentType);
}

function readFeed(bytes: Uint8Array, url: string, contentType: string | null): Listing {
  const parsed = parseFeed(bytes, { url, contentType });
  if (!parsed.ok) return { ok: false, detail: parsed.detail, warnings: parsed.warnings };
  return collect(
    parsed.entries.map((entry) => ({
      address: entry.link,
      guid: entry.guid,
      title: entry.title,
      publishedAt: entry.published,
      updatedAt: entry.updated,
    })),
    url,
    [],
    parsed.pollEveryMs,
    parsed.warnings,
  );
}

function readSitemap(bytes: Uint8Array, url: string, contentType: string | null): Listing {
  const parsed = parseSitemap(bytes, url, contentType);
  if (!parsed.ok) return { ok: false, detail: parsed.detail, warnings: parsed.warnings };
  return collect(
    parsed.urls.map((entry) => ({
      address: entry.loc,
      guid: null,
      title: entry.title,
      publishedAt: entry.publicationDate,
      updatedAt: entry.lastmod,
    })),
    url,
    parsed.children.map((child) => child.loc),
    null,
    parsed.warnings,
  );
}

/** `page` holds the selectors; without them nothing can be read. */
function readIndexPage(bytes: Uint8Array, url: string, contentType: string | null, page: IndexPage | null): Listing {
  if (page === null)
    return { ok: false, detail: 'no selectors: it is no index page in the list of sources', warnings: [] };
  const parsed = parseIndexPage(bytes, url, contentType, page);
  if (!parsed.ok) return parsed;
  const entries = parsed.entries.map(({ url: address, title, published }) => ({
    address,
    guid: null,
    title,
    publishedAt: published,
    updatedAt: null,
  }));
  return collect(entries, url, [], null, parsed.warnings);
}

interface Entry {
  readonly address: string | null;
  readonly guid: string | null;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

function collect(
  entries: readonly Entry[],
  base: string,
  children: readonly string[],
  pollEveryMs: number | null,
  warnings: readonly string[],
): Listing {
  const stories: ListedStory[] = [];
  let unusable = 0;
  for (const { address, ...facts } of entries) {
    const normalized = address === null ? null : normalizeUrl(address, base);
    if (normalized) stories.push({ ...facts, url: normalized.url, urlKey: normalized.key });
    else unusable++;
  }
  const more = unusable > 0 ? [`${unusable} of ${entries.length} entries have no usable address`] : [];
  return { ok: true, stories, children, pollEveryMs, warnings: [...warnings, ...more] };
}
