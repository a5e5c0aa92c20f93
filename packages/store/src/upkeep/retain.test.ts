import { expect, it } from 'vitest';
import { discoverExample, exampleArticle, extractExample, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { checkStore } from './check-store.ts';

const dayMs = 24 * 3_600_000;
const policy = { olderThanMs: 90 * dayMs, keepReferenced: false };

describeOnEachStore('retention of raw bytes', (under) => {
  it('removes bytes of old pages alone, keeps what they were, and takes them in again', async () => {
    const { store, clock } = under;
    const saved = await saveExample(store, 'saved');
    const dropped = await discoverExample(store, 'dropped');
    const article = exampleArticle('Something else was here.');
    await extractExample(store, dropped, { article });
    await store.drop(dropped, 'not-an-article', 'a list of links');
    const halfway = await discoverExample(store, 'halfway');
    await extractExample(store, halfway, { article });
    const snapshotIdOf = async (id: string) => (await store.getStory(id))?.story.snapshotId ?? '';
    const [savedId, droppedId, halfwayId] = await Promise.all([saved, dropped, halfway].map(snapshotIdOf));
    const bytesOf = async (id = '') => (await store.getSnapshot(id))?.bytes.length ?? null;
    const size = await bytesOf(savedId);

    expect(await store.removeSnapshotBytes(policy)).toEqual({ snapshots: 0, bytes: 0, kept: 3 });
    clock.advance(91 * dayMs);
    const referencedKept = await store.removeSnapshotBytes({ ...policy, keepReferenced: true }, { dryRun: true });
    expect(referencedKept).toMatchObject({ snapshots: 1, kept: 2 });
    expect(referencedKept.bytes).toBeGreaterThan(20);
    expect(await bytesOf(droppedId)).not.toBeNull();

    expect(await store.removeSnapshotBytes({ ...policy, keepReferenced: true })).toEqual(referencedKept);
    expect([await bytesOf(savedId), await bytesOf(droppedId)]).toEqual([size, null]);
    expect(await store.removeSnapshotBytes(policy)).toMatchObject({ snapshots: 1, kept: 1 });
    expect(await store.removeSnapshotBytes(policy)).toMatchObject({ snapshots: 0, bytes: 0, kept: 1 });
    expect([await bytesOf(savedId), await bytesOf(halfwayId)]).toEqual([null, expect.any(Number)]);
    expect(await store.describeSnapshot(savedId ?? '')).toMatchObject({ id: savedId, size, status: 200, kept: false });
    expect(await store.describeSnapshot('none')).toBeNull();
    expect((await checkStore(under.url, { snapshots: true })).filter(({ wrong }) => wrong > 0)).toEqual([]);

    await store.requeue(dropped, 'fetch');
    await extractExample(store, dropped, { article });
    expect(await bytesOf(droppedId)).not.toBeNull();
    expect(await store.describeSnapshot(droppedId ?? '')).toMatchObject({ kept: true });
  });
});
