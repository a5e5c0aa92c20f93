// The list of sources → rows of the ledger. Knows both shapes.
import type { SourcesFile } from '@civicwire/ingest';
import type { Store } from '@civicwire/store';

/** Adds or updates every source of the list and the feeds of the enabled ones. Nothing is removed: a feed that left the list is no longer polled. */
export async function registerSources(store: Store, { sources }: SourcesFile): Promise<void> {
  for (const { id, name, home, national, enabled, feeds, sitemaps, indexPages, bodyRules } of sources) {
    await store.upsertSource({
      id,
      name,
      home: home ? { name: home.place, state: home.state, geoid: null } : null,
      national,
      pageRules: bodyRules,
    });
    if (!enabled) continue;
    for (const url of feeds) await store.upsertFeed({ sourceId: id, url, kind: 'feed' });
    for (const url of sitemaps) await store.upsertFeed({ sourceId: id, url, kind: 'sitemap' });
    for (const { url } of indexPages) await store.upsertFeed({ sourceId: id, url, kind: 'index-page' });
  }
}
