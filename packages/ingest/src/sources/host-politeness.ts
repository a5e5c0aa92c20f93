// The politeness that sources ask for, by host. Knows sources and addresses, no requests.
import { repairUrl } from '../urls/repair-url.ts';
import type { Source, WrittenPoliteness } from './load-sources.ts';

/**
 * Of every source that has a politeness of its own: the hosts of its feeds, sitemaps and index pages. A host has one gap: where two
 * sources differ about one, the longer gap and the fewer requests hold. Empty when no source has any.
 */
export function hostPolitenessOf(sources: readonly Source[]): ReadonlyMap<string, WrittenPoliteness> {
  const hosts = new Map<string, WrittenPoliteness>();
  for (const { feeds, sitemaps, indexPages, politeness } of sources) {
    if (Object.keys(politeness).length === 0) continue;
    for (const address of [...feeds, ...sitemaps, ...indexPages.map(({ url }) => url)]) {
      const host = repairUrl(address)?.host;
      if (host !== undefined) hosts.set(host, stricter(hosts.get(host) ?? politeness, politeness));
    }
  }
  return hosts;
}

function stricter(one: WrittenPoliteness, other: WrittenPoliteness): WrittenPoliteness {
  return {
    ...one,
    ...other,
    ...(one.gapMs !== undefined && other.gapMs !== undefined ? { gapMs: Math.max(one.gapMs, other.gapMs) } : {}),
    ...(one.perHost !== undefined && other.perHost !== undefined
      ? { perHost: Math.min(one.perHost, other.perHost) }
      : {}),
  };
}
