// `civicwire source check`: fetches each feed once and says what it holds. Writes nothing down.
import type { Fetcher, IndexPage } from '@civicwire/ingest';
import { UsageError } from '@civicwire/shared';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';
import { alignTable } from '../../tables.ts';
import { type ListingKind, readListing } from '../../workers/read-listing.ts';
import { openFetcher, openSources } from './sources-file.ts';

interface CheckedFeed {
  readonly source: string;
  readonly url: string;
  readonly ok: boolean;
  /** Stories that it lists; for an index of sitemaps, the sitemaps. */
  readonly stories: number;
  readonly children: number;
  /** Day of the newest story as the feed gives it; null when it gives none. */
  readonly newest: string | null;
  readonly problem: string | null;
  readonly warnings: readonly string[];
}

/** Exit code 1 when a feed could not be read or lists nothing. Throws `UsageError` for an unknown id. */
export async function sourceCheckCommand(
  id: string | undefined,
  options: { readonly sources: string; readonly json?: boolean },
): Promise<number> {
  const { list } = openSources(options.sources);
  const chosen = list.sources.filter((source) => id === undefined || source.id === id);
  if (chosen.length === 0)
    throw new UsageError(
      `${options.sources}: found no source ${JSON.stringify(id ?? '')}, expected one of ${list.sources.map((source) => source.id).join(', ') || 'none'}`,
    );
  const fetcher = openFetcher(list);
  let failed = 0;
  try {
    for (const source of chosen) {
      const listings = [
        ...source.feeds.map((url) => ({ url, kind: 'feed' as const })),
        ...source.sitemaps.map((url) => ({ url, kind: 'sitemap' as const })),
        ...source.indexPages.map((page) => ({ url: page.url, kind: 'index-page' as const, page })),
      ];
      for (const listing of listings) {
        const checked = await checkFeed(source.id, listing, fetcher);
        if (!checked.ok) failed += 1;
        if (options.json) await writeJsonLine(checked);
        else await writeData(`${describe(checked).join('\n')}\n`);
      }
    }
  } finally {
    await fetcher.close();
  }
  return failed > 0 ? exitCode.someFailed : exitCode.done;
}

async function checkFeed(
  source: string,
  { url, kind, page }: { readonly url: string; readonly kind: ListingKind; readonly page?: IndexPage },
  fetcher: Fetcher,
): Promise<CheckedFeed> {
  const nothing = { source, url, ok: false, stories: 0, children: 0, newest: null };
  const result = await fetcher.fetch(url, { kind: 'feed', accept: '*/*' });
  if (!result.ok) return { ...nothing, problem: `${result.reason}: ${result.detail}`, warnings: [] };
  const listing = readListing(kind, result.bytes, result.finalUrl, result.headers.contentType, page);
  if (!listing.ok) return { ...nothing, problem: listing.detail, warnings: listing.warnings };
  const days = listing.stories.flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? []).sort();
  const isEmpty = listing.stories.length + listing.children.length === 0;
  return {
    ...nothing,
    ok: !isEmpty,
    stories: listing.stories.length,
    children: listing.children.length,
    newest: days.at(-1) ?? null,
    problem: isEmpty ? 'it lists no story' : null,
    warnings: listing.warnings,
  };
}

function describe({ source, url, ok, stories, children, newest, problem, warnings }: CheckedFeed): string[] {
  const holds = children > 0 ? `${children} sitemaps, ${stories} stories` : `${stories} stories`;
  return [
    ...alignTable([
      [source, ok ? 'ok' : 'failed', ok ? `${holds}, newest ${newest ?? 'without a date'}` : (problem ?? ''), url],
    ]),
    ...warnings.map((warning) => `  warning: ${warning}`),
  ];
}
