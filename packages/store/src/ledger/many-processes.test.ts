// Several processes on one ledger: whose lease is whose, what becomes of the work of the dead, what a queue is told.
import pg from 'pg';
import { expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import {
  discoverExample,
  exampleAnnotation,
  exampleArticle,
  extractExample,
  saveExample,
} from '../testing/example-story.ts';
import { describeOnEachStore, type StoreUnderTest } from '../testing/with-store.ts';

const minuteMs = 60_000;
const here = { host: 'here', pid: 1, work: 'fetch', report: {} };

async function asOwner<Result>(
  { url, clock }: StoreUnderTest,
  owner: string,
  work: (store: StoreUnderTest['store']) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(url, { clock, owner });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describeOnEachStore('leases of many processes', (under) => {
  it('frees what the dead have held and nothing of the living, and counts deaths, not tries', async () => {
    const { store, clock } = under;
    const ids = [];
    for (const slug of ['a', 'b']) ids.push(await discoverExample(store, slug));
    const feed = await store.upsertFeed({ sourceId: 'mesa-wire', url: 'https://mesa-wire.example/feed', kind: 'feed' });
    await asOwner(under, 'dead', async (dead) => {
      await dead.claim('fetch', 1, minuteMs);
      await dead.claim('poll', 1, minuteMs);
    });
    const living = await asOwner(under, 'living', (other) => other.claim('fetch', 1, minuteMs));
    expect(living).toMatchObject([{ id: ids[1], leasedBy: 'living' }]);
    expect(await store.reconcile()).toEqual({ poll: 0, fetch: 0, extract: 0, save: 0 });
    expect(await store.reconcile({ gone: ['dead'] })).toEqual({ poll: 1, fetch: 1, extract: 0, save: 0 });
    expect(await store.claim('fetch', 5, minuteMs)).toMatchObject([{ id: ids[0], attempts: 1, deaths: 1 }]);
    expect(await store.claim('poll', 5, minuteMs)).toMatchObject([{ id: feed.id, deaths: 1 }]);
    clock.advance(2 * minuteMs);
    expect(await store.reconcile()).toMatchObject({ poll: 1, fetch: 2 });
  });

  it('lets a story rest whose holders die time and again, and forgets deaths when one comes to an end', async () => {
    const { store, clock } = under;
    const id = await discoverExample(store);
    for (const owner of ['first', 'second', 'third']) {
      await asOwner(under, owner, (dying) => dying.claim('fetch', 1, minuteMs));
      await store.reconcile({ gone: [owner] });
    }
    expect(await store.claimOne('fetch', id, minuteMs)).toBeNull();
    clock.advance(5_000);
    expect(await store.claimOne('fetch', id, minuteMs)).toMatchObject({ deaths: 3, attempts: 1 });
    await store.retryLater(id, 0, 'no answer');
    expect(await store.claimOne('fetch', id, minuteMs)).toMatchObject({ deaths: 0, attempts: 2 });
  });

  it('gives back what a process has in hand that stops, as if it had never taken it', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    await asOwner(under, 'stopping', async (stopping) => {
      await stopping.claim('fetch', 1, minuteMs);
      await stopping.giveBack();
    });
    expect(await store.claimOne('fetch', id, minuteMs)).toMatchObject({ attempts: 1, deaths: 0 });
  });

  it('gives one story by its id to one process, and only for the step that it waits for', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    expect(await store.claimOne('extract', id, minuteMs)).toBeNull();
    const ask = (owner: string) => asOwner(under, owner, (one) => one.claimOne('fetch', id, minuteMs));
    const answers = [await ask('one'), await ask('two'), await ask('three')];
    const taken = answers.filter((story) => story !== null);
    expect(taken).toHaveLength(1);
    // Who could not write down how it ended begins anew: no other try, no death.
    expect(await ask(taken[0]?.leasedBy ?? '')).toMatchObject({ id, attempts: 1, deaths: 0 });
    expect(await store.claimOne('fetch', 'unknown', minuteMs)).toBeNull();
  });

  it('lets one process at a time have a duty, until it keeps silent or is known to be gone', async () => {
    const { clock, store } = under;
    const ask = (owner: string) => asOwner(under, owner, (store) => store.processes.takeDuty('reconcile', minuteMs));
    expect([await ask('one'), await ask('two'), await ask('one')]).toEqual([true, false, true]);
    clock.advance(2 * minuteMs);
    expect([await ask('two'), await ask('one')]).toEqual([true, false]);
    await store.processes.forget(['two']);
    expect([await ask('one'), await ask('two')]).toEqual([true, false]);
  });

  it('lists the processes that have been heard of', async () => {
    const { store } = under;
    await asOwner(under, 'one', (one) => one.processes.beat({ ...here, report: { saved: 3 } }));
    expect(await store.processes.list()).toMatchObject([{ id: 'one', ...here, report: { saved: 3 } }]);
    await store.processes.forget(['one', 'never-seen']);
    expect(await store.processes.list()).toEqual([]);
  });
});

describeOnEachStore('what waits', (under) => {
  it('is told to a queue as kind and id, live before back-fill; what somebody has is not', async () => {
    const { store, clock } = under;
    const [address, key] = ['https://mesa-wire.example/old', 'mesa-wire.example/old'];
    const old = await store.discover([{ sourceId: 'mesa-wire', url: address, urlKey: key, lane: 1 }]);
    const fresh = await discoverExample(store, 'fresh');
    const window = { beforeMs: clock.nowMs() + minuteMs, limit: 10 };
    const tickets = await store.tickets.waiting('fetch', window);
    expect(tickets.map(({ id, lane }) => [id, lane])).toEqual([
      [fresh, 0],
      [old.added[0], 1],
    ]);
    expect(await store.tickets.ofStories([fresh])).toEqual([tickets[0]]);
    expect((await store.claim('fetch', 1, minuteMs)).map(({ id }) => id)).toEqual([fresh]);
    expect(await store.tickets.ofStories([fresh])).toEqual([]);
    expect((await store.tickets.waiting('fetch', window)).map(({ id }) => id)).toEqual(old.added);
  });

  it('is a feed once it is due, and a story at the step where it stands', async () => {
    const { store, clock } = under;
    const feed = await store.upsertFeed({ sourceId: 'mesa-wire', url: 'https://mesa-wire.example/feed', kind: 'feed' });
    const window = { beforeMs: clock.nowMs() + minuteMs, limit: 10 };
    expect(await store.tickets.waiting('poll', window)).toMatchObject([{ work: 'poll', id: feed.id }]);
    const id = await discoverExample(store);
    await extractExample(store, id, { article: exampleArticle() });
    expect(await store.tickets.ofStories([id])).toMatchObject([{ work: 'save', id }]);
    await store.save(id);
    expect(await store.tickets.ofStories([id, 'unknown'])).toEqual([]);
  });
});

describeOnEachStore('an extraction', (under) => {
  const answer = {
    bytes: new TextEncoder().encode('<html></html>'),
    status: 200,
    contentType: 'text/html',
    headers: {},
    finalUrl: 'https://mesa-wire.example/one',
    fetchedAtMs: Date.UTC(2026, 2, 4, 12),
  };
  const extraction = (snapshotId: string) => {
    const article = exampleArticle();
    const annotation = exampleAnnotation(article.text);
    return { snapshotId, rulesVersion: 'rules-1', article, annotation, canonicalUrlKey: null };
  };

  it('is made of the story, its page and its outlet, which come with the lease; to one process alone', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    expect(await store.claimToRead(id, minuteMs)).toBeNull();
    const { snapshotId } = await store.recordSnapshot(id, answer);
    const ask = (owner: string) => asOwner(under, owner, (one) => one.claimToRead(id, minuteMs));
    const story = await ask('one');
    expect(await ask('two')).toBeNull();
    expect(story).toMatchObject({ id, state: 'fetched', attempts: 1, deaths: 0 });
    const page = { snapshot: await store.getSnapshot(snapshotId), source: await store.getSource('mesa-wire') };
    expect(story?.page).toEqual(page);
    expect(new TextDecoder().decode(story?.page.snapshot?.bytes)).toBe('<html></html>');
    expect(await ask('one')).toMatchObject({ id, attempts: 1, deaths: 0, page });
  });

  it('is kept once, of the bytes that the story has', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    const { snapshotId } = await store.recordSnapshot(id, answer);
    expect(await store.recordExtraction(id, extraction('of other bytes'))).toBe('stale');
    expect(await store.recordExtraction(id, extraction(snapshotId))).toBe('moved');
    expect(await store.recordExtraction(id, extraction(snapshotId))).toBe('stale');
    expect((await store.save(id)).outcome).toBe('saved');
  });

  it('waits on a server for none of those who write records', async () => {
    const { store, url } = under;
    if (store.dialect === 'sqlite') return;
    const id = await discoverExample(store);
    const { snapshotId } = await store.recordSnapshot(id, answer);
    const writer = new pg.Client({ connectionString: url });
    await writer.connect();
    await writer.query('begin');
    await writer.query('select value from sequencer for update');
    expect(await store.recordExtraction(id, extraction(snapshotId))).toBe('moved');
    await writer.end();
  });
});

describeOnEachStore('replay', (under) => {
  it('sends stories that were put aside back to their step, and says who put them aside where and why', async () => {
    const { store } = under;
    const lost = await discoverExample(store, 'lost');
    const other = await discoverExample(store, 'other');
    await asOwner(under, 'worker-7', async (worker) => {
      await worker.claimOne('fetch', lost, minuteMs);
      await worker.drop(lost, 'http-404', 'not there');
    });
    await store.drop(other, 'bot-wall', 'a wall');
    const facts = {
      id: lost,
      dropReason: 'http-404',
      dropDetail: 'not there',
      droppedBy: 'worker-7',
      droppedIn: 'fetch',
    };
    expect(await store.replay({ reason: 'http-404' }, { dryRun: true })).toMatchObject([{ ...facts, to: 'fetch' }]);
    expect(await store.replay({ reason: 'http-404' })).toHaveLength(1);
    expect(await store.replay({ reason: 'http-404' })).toEqual([]);
    expect(await store.claimOne('fetch', lost, minuteMs)).toMatchObject({ lane: 1, attempts: 1, droppedBy: null });
    expect(await store.replay({ sourceId: 'mesa-wire' })).toMatchObject([{ id: other, dropReason: 'bot-wall' }]);
  });

  it('sends saved stories back to extraction by the rules that read them, or by address', async () => {
    const { store } = under;
    const id = await saveExample(store, 'one');
    const { story, versions } = (await store.getStory(id)) ?? {};
    const rulesVersion = versions?.[0]?.rulesVersion;
    expect(await store.replay({ rulesVersion: 'of-old' })).toEqual([]);
    expect(await store.replay({ story: story?.url }, { dryRun: true })).toMatchObject([{ id, to: 'extract' }]);
    expect(await store.replay({ rulesVersion })).toMatchObject([{ id, state: 'saved', to: 'extract' }]);
    expect(await store.tickets.ofStories([id])).toMatchObject([{ work: 'extract', lane: 1 }]);
  });
});
