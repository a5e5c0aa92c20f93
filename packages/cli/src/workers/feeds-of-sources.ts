// What the list of sources says of each address that is polled: when, with which selectors. Knows the list; no store.
import { isSwitchedOff, type SourcesFile, untilCronMs } from '@civicwire/ingest';
import type { Clock, QueueSchedule } from '@civicwire/shared';
import { feedId } from '@civicwire/store';
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
      const nowMs = clock.nowMs();
      if (source === undefined || isSwitchedOff(source, url, nowMs)) return undefined;
      return source.cron === null ? source.scheduleMs : untilCronMs(source.cron, nowMs);
    },
  };
}

export function indexPagesOf({ sources }: SourcesFile): IndexPages {
  return new Map(sources.flatMap(({ indexPages }) => indexPages.map((page) => [page.url, page] as const)));
}

/** The regular times of the feeds that are on now and have some, for a queue that keeps times. */
export function queueSchedulesOf({ sources }: SourcesFile, clock: Clock): readonly QueueSchedule[] {
  return sources.flatMap((source) => {
    const { cron, scheduleMs } = source;
    if (cron === null && scheduleMs === null) return [];
    const when = cron === null ? { everyMs: scheduleMs ?? 0 } : { cron: cron.expression, timeZone: cron.timeZone };
    return polledAddresses(source)
      .filter((url) => !isSwitchedOff(source, url, clock.nowMs()))
      .map((url) => ({ id: feedId(source.id, url), when }));
  });
}
