// `civicwire source check`: fetches each feed once and says what it holds. Writes nothing down.
import type { Fetcher, IndexPage } from '@civicwire/ingest';
import { type PageRule, pageRuleAt, systemClock, toWire, UsageError } from '@civicwire/shared';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';
import { alignTable } from '../../tables.ts';
import { type ListedStory, type ListingKind, readListing } from '../../workers/read-listing.ts';
import { checkRule } from './check-rules.ts';
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
  /** Selectors of the source’s rule of today that found nothing on its newest stories, in words. */
  readonly ruleProblems: readonly string[];
}

/** Exit code 1 when a feed could not be read or lists nothing, or a rule’s selector finds nothing. Throws `UsageError` for an unknown id. */
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
      const rule = pageRuleAt(source.bodyRules, new Date(systemClock.nowMs()).toISOString());
      const listings = [
        ...source.feeds.map((url) => ({ url, kind: 'feed' as const })),
        ...source.sitemaps.map((url) => ({ url, kind: 'sitemap' as const })),
        ...source.indexPages.map((page) => ({ url: page.url, kind: 'index-page' as const, page })),
      ];
      for (const listing of listings) {
        const checked = await checkFeed(source.id, listing, fetcher, rule);
        if (!checked.ok || checked.ruleProblems.length > 0) failed += 1;
        if (options.json) await writeJsonLine(toWire(checked));
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
  rule: PageRule | null,
): Promise<CheckedFeed> {
  const nothing = { source, url, ok: false, stories: 0, children: 0, newest: null, ruleProblems: [] };
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
    ruleProblems: rule === null ? [] : await checkRule(rule, newestOf(listing.stories), fetcher),
  };
}

/** Addresses, those with the latest date first. */
function newestOf(stories: readonly ListedStory[]): string[] {
  const dated = stories.map(({ url, publishedAt, updatedAt }) => ({ url, day: publishedAt ?? updatedAt ?? '' }));
  return dated.toSorted((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0)).map(({ url }) => url);
}

function describe({
  source,
  url,
  ok,
  stories,
  children,
  newest,
  problem,
  warnings,
  ruleProblems,
}: CheckedFeed): string[] {
  const holds = children > 0 ? `${children} sitemaps, ${stories} stories` : `${stories} stories`;
  return [
    ...alignTable([
      [source, ok ? 'ok' : 'failed', ok ? `${holds}, newest ${newest ?? 'without a date'}` : (problem ?? ''), url],
    ]),
    ...warnings.map((warning) => `  warning: ${warning}`),
    ...ruleProblems.map((words) => `  failed: ${words}`),
  ];
}
