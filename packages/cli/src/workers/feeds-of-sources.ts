// What the list of sources says of each address that is polled: when, with which selectors. Knows the list; no store.
import { isSwitchedOff, type SourcesFile } from '@civicwire/ingest';
import type { Clock } from '@civicwire/shared';
import type { IndexPages, Schedules } from './poll-worker.ts';

/** Every address of a source that is polled. */
export function polledAddresses({ feeds, sitemaps, indexPages }: SourcesFile['sources'][number]): string[] {
  return [...feeds, ...sitemaps, ...indexPages.map(({ url }) => url)];
}

/** Asked anew at each poll: a standing run sees a feed go off and on by its dates. */
export function schedulesOf({ sources }: SourcesFile, clock: Clock): Schedules {
  const owners = new Map(sources.flatMap((source) => polledAddresses(source).map((url) => [url, source] as const)));
  return {
    get: (url) => {
      const source = owners.get(url);
      return source === undefined || isSwitchedOff(source, url, clock.nowMs()) ? undefined : source.scheduleMs;
    },
  };
}

export function indexPagesOf({ sources }: SourcesFile): IndexPages {
  return new Map(sources.flatMap(({ indexPages }) => indexPages.map((page) => [page.url, page] as const)));
}
