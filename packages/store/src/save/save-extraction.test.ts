// Saved as soon as it is extracted: the same records as in two steps, and nothing written where nothing can be saved.
import { Quarantine } from '@civicwire/shared';
import { expect, it } from 'vitest';
import type { Store } from '../open-store.ts';
import { discoverExample, exampleAnnotation, exampleArticle, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

/** Takes a discovered story to `fetched`; gives its snapshot. */
async function fetchExample(store: Store, id: string): Promise<string> {
  const { snapshotId } = await store.recordSnapshot(id, {
    bytes: new TextEncoder().encode(`<html>${id}</html>`),
    status: 200,
    contentType: 'text/html',
    headers: {},
    finalUrl: `https://mesa-wire.example/${id}`,
    fetchedAtMs: Date.UTC(2026, 2, 4, 12),
  });
  return snapshotId;
}

const reading = (snapshotId: string, canonicalUrlKey: string | null = null) => ({
  snapshotId,
  rulesVersion: 'rules-1',
  article: exampleArticle(),
  annotation: exampleAnnotation(),
  canonicalUrlKey,
});

describeOnEachStore('saving what was just extracted', (under) => {
  it('gives the findings that extraction and save give one after the other, and does nothing the second time', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    const snapshotId = await fetchExample(store, id);
    expect(await store.saveExtraction(id, reading(snapshotId))).toMatchObject({ outcome: 'saved', inserted: 4 });
    const view = await store.getStory(id);
    expect(view?.story).toMatchObject({ state: 'saved', extractionId: null, attempts: 0, leasedUntil: null });
    const seq = await store.lastChangeSeq();
    expect(await store.saveExtraction(id, reading(snapshotId))).toEqual({ outcome: 'stale' });
    expect(await store.lastChangeSeq()).toBe(seq);

    const inTwoSteps = { rulesVersion: 'rules-1', article: exampleArticle(), annotation: exampleAnnotation() };
    await store.requeue(id, 'extract');
    await store.recordExtraction(id, { snapshotId, canonicalUrlKey: null, ...inTwoSteps });
    expect(await store.save(id)).toMatchObject({ outcome: 'saved', newVersion: false, inserted: 0, updated: 0 });
    expect((await store.getStory(id))?.findings).toEqual(view?.findings);
  });

  it('keeps the extraction of a story that has to wait for its canonical address, to be saved after it', async () => {
    const { store, clock } = under;
    const canonicalId = await discoverExample(store, 'canonical');
    const aliasId = await discoverExample(store, 'alias');
    const key = (await store.getStory(canonicalId))?.story.urlKey ?? '';
    const alias = reading(await fetchExample(store, aliasId), key);
    expect(await store.saveExtraction(aliasId, alias)).toEqual({ outcome: 'waits', waitsFor: canonicalId });
    expect((await store.getStory(aliasId))?.story).toMatchObject({ state: 'extracted', attempts: 0 });
    const canonical = reading(await fetchExample(store, canonicalId), key);
    expect(await store.saveExtraction(canonicalId, canonical)).toMatchObject({ outcome: 'saved' });
    clock.advance(1000);
    expect(await store.claim('save', 1, 1000)).toMatchObject([{ id: aliasId, attempts: 1 }]);
    expect(await store.save(aliasId)).toEqual({ outcome: 'duplicate', duplicateOf: canonicalId });
  });

  it('makes the same text under another address a duplicate, and quarantines what has another shape', async () => {
    const { store } = under;
    const original = await saveExample(store, 'one');
    const twin = await discoverExample(store, 'two');
    const twinReading = reading(await fetchExample(store, twin));
    const misshapen = { ...twinReading, annotation: { ...twinReading.annotation, cities: 'none' as never } };
    await expect(store.saveExtraction(twin, misshapen)).rejects.toThrow(Quarantine);
    expect((await store.getStory(twin))?.story).toMatchObject({ state: 'fetched', versionId: null });
    expect(await store.saveExtraction(twin, twinReading)).toEqual({ outcome: 'duplicate', duplicateOf: original });
    expect(await store.counts()).toMatchObject({ saved: 1, dropped: 1, versions: 1 });
  });
});
