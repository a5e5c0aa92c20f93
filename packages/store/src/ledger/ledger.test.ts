import { expect, it } from 'vitest';
import { discoverExample, exampleArticle, extractExample, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { feedId } from './sources.ts';

const minuteMs = 60_000;
const feedUrl = 'https://mesa-wire.example/feed';

describeOnEachStore('the ledger', (under) => {
  it('keeps sources and feeds by their identity and remembers how polls went', async () => {
    const { store, clock } = under;
    await store.upsertSource({ id: 'mesa-wire', name: 'Mesa Wire', home: null, national: true });
    expect(await store.listSources()).toMatchObject([
      { id: 'mesa-wire', name: 'Mesa Wire', home: null, national: true },
    ]);
    const feed = await store.upsertFeed({ sourceId: 'mesa-wire', url: feedUrl, kind: 'feed' });
    expect(feed.id).toBe(feedId('mesa-wire', feedUrl));
    expect((await store.claim('poll', 5, minuteMs)).map(({ id }) => id)).toEqual([feed.id]);
    expect(await store.claim('poll', 5, minuteMs)).toEqual([]);
    const now = clock.nowMs();
    const good = { polledAtMs: now, nextPollAtMs: now + 10 * minuteMs, failures: 0, lastError: null, health: 'ok' };
    await store.recordPoll(feed.id, { ...good, etag: '"a"', bodyHash: 'b', warnings: ['no guid'] });
    await store.recordPoll(feed.id, { ...good, warnings: [] });
    await store.upsertFeed({ sourceId: 'mesa-wire', url: feedUrl, kind: 'feed' });
    expect(await store.listFeeds()).toMatchObject([{ etag: '"a"', bodyHash: 'b', health: 'ok', warnings: [] }]);
    expect(await store.claim('poll', 5, minuteMs)).toEqual([]);
    clock.advance(11 * minuteMs);
    expect(await store.claim('poll', 5, minuteMs)).toHaveLength(1);
    await store.recordPoll(feed.id, { ...good, nextPollAtMs: now + 60 * minuteMs, warnings: [] });
    expect(await store.claim('poll', 5, minuteMs)).toEqual([]);
    await store.pollNow();
    expect(await store.claim('poll', 5, minuteMs)).toHaveLength(1);
  });

  it('makes one row for a story however often it is named', async () => {
    const { store } = under;
    const story = { sourceId: 'mesa-wire', url: 'https://a.example/1?x', urlKey: 'a.example/1', title: 'One' };
    const first = await store.discover([story, story]);
    expect(first.added).toHaveLength(1);
    const changes = await store.changesSince(0, 100);
    const second = await store.discover([{ ...story, url: 'https://a.example/1?y' }]);
    expect(second).toEqual({ added: [], duplicates: [], updated: [], known: first.added });
    expect(await store.changesSince(0, 100)).toEqual(changes);
  });

  it('links the same address in another source, and the same guid and title in one source', async () => {
    const { store } = under;
    await store.upsertSource({ id: 'other', name: 'Other', home: null, national: false });
    const url = 'https://a.example/1';
    const story = { sourceId: 'mesa-wire', url, urlKey: url, guid: 'g', title: 'A title' };
    const [original] = (await store.discover([story])).added;
    const { duplicates } = await store.discover([
      { ...story, sourceId: 'other' },
      { ...story, urlKey: 'https://a.example/1-renamed', title: 'A  Title' },
    ]);
    expect(duplicates).toHaveLength(2);
    const { added } = await store.discover([{ ...story, urlKey: 'https://a.example/2', title: 'Another title' }]);
    expect(added).toHaveLength(1);
    for (const id of duplicates) {
      expect((await store.getStory(id))?.story).toMatchObject({
        state: 'dropped',
        dropReason: 'duplicate',
        duplicateOf: original,
      });
    }
    expect((await store.getStory(original ?? ''))?.printings.map(({ kind }) => kind)).toEqual(['address', 'address']);
  });

  it('gives a story to one worker at a time, oldest first, and again when the lease runs out', async () => {
    const { store, clock } = under;
    const ids = [];
    for (const slug of ['a', 'b', 'c']) ids.push(await discoverExample(store, slug));
    const mine = await store.claim('fetch', 2, minuteMs);
    expect(mine.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(mine[0]).toMatchObject({ attempts: 1, state: 'discovered' });
    expect((await store.claim('fetch', 5, minuteMs)).map(({ id }) => id)).toEqual(ids.slice(2));
    expect(await store.claim('fetch', 5, minuteMs)).toEqual([]);
    expect(await store.nextDueMs('fetch')).toBeGreaterThan(0);
    expect(await store.nextDueMs('save')).toBeNull();
    clock.advance(2 * minuteMs);
    // The same process begins anew: nobody has died.
    expect((await store.claim('fetch', 5, minuteMs)).map(({ attempts, deaths }) => [attempts, deaths])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  it('tries a failed story later, and shows it among those that make trouble', async () => {
    const { store, clock } = under;
    const id = await discoverExample(store);
    await store.claim('fetch', 1, minuteMs);
    await store.retryLater(id, 5 * minuteMs, '503 from the server');
    expect(await store.claim('fetch', 1, minuteMs)).toEqual([]);
    expect((await store.status()).struggling).toMatchObject([
      { storyId: id, attempts: 1, lastError: '503 from the server' },
    ]);
    clock.advance(6 * minuteMs);
    expect(await store.claim('fetch', 1, minuteMs)).toMatchObject([{ attempts: 2 }]);
    await store.retryLater(id, 0, 'not the turn of this host', { countsAsAttempt: false });
    expect(await store.claim('fetch', 1, minuteMs)).toMatchObject([{ attempts: 2 }]);
  });

  it('keeps bytes as they came, and a late worker does not drag a story back', async () => {
    const { store } = under;
    const id = await saveExample(store, 'one', { bytes: '<html>\u{1f5de} bytes</html>' });
    const snapshotId = (await store.getStory(id))?.story.snapshotId ?? '';
    const snapshot = await store.getSnapshot(snapshotId);
    expect(new TextDecoder().decode(snapshot?.bytes)).toBe('<html>\u{1f5de} bytes</html>');
    expect(snapshot).toMatchObject({ status: 200, contentType: 'text/html', headers: { 'content-type': 'text/html' } });
    expect(await store.getSnapshot('none')).toBeNull();
    await extractExample(store, id, { bytes: 'late', article: exampleArticle('late') });
    expect(await store.drop(id, 'not-an-article', 'late')).toBe('stale');
    expect((await store.getStory(id))?.story).toMatchObject({ state: 'saved', snapshotId });
  });

  it('counts so that what came in is what is saved, dropped by name, or waiting', async () => {
    const { store } = under;
    const [walled, broken] = [await discoverExample(store, 'walled'), await discoverExample(store, 'broken')];
    await discoverExample(store, 'waiting');
    await saveExample(store, 'good');
    await store.drop(walled, 'bot-wall', 'the page asks for a captcha');
    await store.drop(broken, 'bot-wall', 'the page asks for a captcha');
    const counts = await store.counts();
    expect(counts).toMatchObject({
      stories: 4,
      saved: 1,
      dropped: 2,
      waiting: 1,
      fetched: 1,
      extracted: 1,
      droppedByReason: { 'bot-wall': 2 },
      cities: 1,
      officials: 1,
      quotes: 1,
      stances: 1,
      refused: 0,
    });
    expect(counts.stories).toBe(counts.saved + counts.dropped + counts.waiting);
  });

  it('does not take bytes for known that were fetched but never read', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const fetched = async () => {
      await store.requeue(id, 'fetch');
      const answer = { status: 200, contentType: null, headers: {}, finalUrl: 'https://a.example/', fetchedAtMs: 0 };
      return (await store.recordSnapshot(id, { ...answer, bytes: new TextEncoder().encode('new') })).progress;
    };
    expect(await fetched()).toBe('moved');
    expect(await fetched()).toBe('moved');
    expect((await store.getStory(id))?.story.state).toBe('fetched');
  });

  it('fetches a dropped story again when the feed says that it changed, but not a linked one', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    await store.drop(id, 'http-404', 'not there');
    const url = 'https://mesa-wire.example/one';
    const linked = { sourceId: 'mesa-wire', url, urlKey: `${url}-new`, guid: 'one', title: 'Story one' };
    const { duplicates } = await store.discover([linked]);
    expect(duplicates).toHaveLength(1);
    const { updated, known } = await store.discover([
      { ...linked, urlKey: url, updatedAt: '2026-03-05' },
      { ...linked, updatedAt: '2026-03-05' },
    ]);
    expect([updated, known]).toEqual([[id], duplicates]);
    expect((await store.getStory(id))?.story).toMatchObject({ state: 'discovered', dropReason: null });
  });

  it('fetches a saved story again when the feed says that it changed, and keeps it when it is gone by then', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const url = 'https://mesa-wire.example/one';
    const again = { sourceId: 'mesa-wire', url, urlKey: url, updatedAt: '2026-03-05T00:00:00Z' };
    expect((await store.discover([again])).updated).toEqual([id]);
    expect((await store.discover([again])).known).toEqual([id]);
    expect(await store.drop(id, 'http-404', 'the page is gone')).toBe('unchanged');
    expect((await store.getStory(id))?.story).toMatchObject({
      state: 'saved',
      lastError: 'http-404: the page is gone',
    });
    expect((await store.discover([again])).known).toEqual([id]);
  });
});
