import { expect, it } from 'vitest';
import { discoverExample, exampleArticle, extractExample, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { checkStore } from './check-store.ts';

const [minuteMs, dayMs] = [60_000, 24 * 3_600_000];

describeOnEachStore('a clock that is set back by a day', (under) => {
  it('leaves no lease and no waiting work hanging, and no later version or decision with an earlier time', async () => {
    const { store, clock } = under;
    const id = await saveExample(store, 'one');
    const { findings } = await store.listFindings({ limit: 1 });
    const findingId = findings[0]?.id ?? '';
    await store.decide({ findingId, editor: 'kim', verdict: 'accept' });
    const feed = await store.upsertFeed({ sourceId: 'mesa-wire', url: 'https://mesa-wire.example/feed', kind: 'feed' });
    await store.recordPoll(feed.id, {
      polledAtMs: clock.nowMs(),
      nextPollAtMs: clock.nowMs() + minuteMs,
      failures: 0,
      lastError: null,
      warnings: [],
      health: 'ok',
    });
    const leased = await discoverExample(store, 'leased');
    expect((await store.claim('fetch', 5, minuteMs)).map((story) => story.id)).toEqual([leased]);
    const waiting = await discoverExample(store, 'waiting');

    clock.advance(-dayMs);
    expect(await store.reconcile()).toEqual({ poll: 1, fetch: 2, extract: 0, save: 0 });
    expect((await store.claim('poll', 5, minuteMs)).map((due) => due.id)).toEqual([feed.id]);
    const claimed = (await store.claim('fetch', 5, minuteMs)).map((story) => story.id);
    expect(claimed.sort()).toEqual([leased, waiting].sort());
    expect(await store.claim('fetch', 5, minuteMs)).toEqual([]);

    await store.decide({ findingId, editor: 'lee', verdict: 'reject' });
    const times = (await store.getFinding(findingId))?.decisions.map(({ decidedAt }) => decidedAt) ?? [];
    expect(times).toHaveLength(2);
    expect([...times].sort()).toEqual(times);
    await store.requeue(id, 'fetch');
    await extractExample(store, id, { article: exampleArticle(undefined, { title: 'Mesa ends it, council says' }) });
    await store.save(id);
    const titles = (await store.getStory(id))?.versions.map(({ title }) => title);
    expect(titles).toEqual(['Mesa ends its jail agreement', 'Mesa ends it, council says']);
    const changes = await store.changesSince(0, 1_000);
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
    expect((await checkStore(under.url)).filter(({ wrong }) => wrong > 0)).toEqual([]);
  });
});
