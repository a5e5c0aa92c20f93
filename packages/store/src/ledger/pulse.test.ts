// What a dashboard is told of the ledger, on both databases, by the store's own clock.
import { expect, it } from 'vitest';
import { describeOnEachStore } from '../testing/with-store.ts';

const minuteMs = 60_000;
const idle = { waiting: 0, backfill: 0, inHand: 0, retrying: 0, oldestDueAt: null };

describeOnEachStore('the pulse', (under) => {
  it('of an idle store has a zero everywhere', async () => {
    const { store } = under;
    expect(await store.pulse()).toMatchObject({
      stages: { poll: idle, fetch: idle, extract: idle, save: idle },
      hosts: { turns: 0, held: 0, longestHoldMs: 0 },
      processesByWork: {},
      feedsByHealth: {},
      sources: 1,
      alarmed: [],
    });
    expect(await store.settled()).toEqual({ saved: 0, droppedByReason: {} });
  });

  it('tells what waits, what is in hand, what failed before, and since when the oldest is due', async () => {
    const { store, clock } = under;
    const story = (n: number) => ({ sourceId: 'mesa-wire', url: `https://a.example/${n}`, urlKey: `a.example/${n}` });
    const { added } = await store.discover([1, 2, 3, 4].map(story));
    const since = (await store.pulse()).stages.fetch.oldestDueAt;
    clock.advance(minuteMs);
    const [first, second] = await store.claim('fetch', 2, 10 * minuteMs);
    await store.retryLater(first?.id ?? '', 5 * minuteMs, 'timed-out: nobody answered');
    await store.drop(second?.id ?? '', 'http-404', 'gone');
    const [third] = await store.claim('fetch', 1, 10 * minuteMs);
    const { stages, at } = await store.pulse();
    expect(stages.fetch).toEqual({ waiting: 3, backfill: 0, inHand: 1, retrying: 1, oldestDueAt: since });
    expect(Date.parse(at) - Date.parse(since ?? '')).toBeGreaterThanOrEqual(minuteMs);
    expect(await store.settled()).toEqual({ saved: 0, droppedByReason: { 'http-404': 1 } });
    expect(added).toContain(third?.id);
  });

  it('holds the lateness of live news alone, and tells which processes are at work', async () => {
    const { store, clock } = under;
    const story = (n: number) => ({ sourceId: 'mesa-wire', url: `https://a.example/${n}`, urlKey: `a.example/${n}` });
    await store.discover([{ ...story(1), lane: 1 }]);
    clock.advance(minuteMs);
    await store.processes.beat({ host: 'here', pid: 7, work: 'fetch', report: {} });
    const { stages, processesByWork } = await store.pulse();
    expect(stages.fetch).toEqual({ waiting: 1, backfill: 1, inHand: 0, retrying: 0, oldestDueAt: null });
    expect(processesByWork).toEqual({ fetch: 1 });
    clock.advance(5 * minuteMs);
    expect((await store.pulse()).processesByWork).toEqual({});
  });

  it('tells of feeds, alarms and hosts that are left alone', async () => {
    const { store, clock } = under;
    const feed = await store.upsertFeed({ sourceId: 'mesa-wire', url: 'https://a.example/feed', kind: 'feed' });
    expect((await store.pulse()).stages.poll).toMatchObject({ waiting: 1, inHand: 0 });
    await store.recordPoll(feed.id, {
      polledAtMs: clock.nowMs(),
      nextPollAtMs: clock.nowMs() + minuteMs,
      failures: 1,
      lastError: 'http-500: busy',
      health: 'failing',
      warnings: [],
    });
    await store.recordAlarms('mesa-wire', { expectedGapDays: 1, alarms: ['no new story for 3 days'] });
    const ask = { id: 'turn', gapMs: 1_000, perHost: 1, leaseMs: minuteMs, continues: false };
    await store.hostTurns.take('a.example', ask);
    expect((await store.pulse()).hosts).toEqual({ turns: 1, held: 0, longestHoldMs: 0 });
    await store.hostTurns.end('a.example', { id: 'turn', gapMs: 1_000, holdMs: 10 * minuteMs });
    const { hosts, feedsByHealth, alarmed, stages } = await store.pulse();
    expect(stages.poll.waiting).toBe(0);
    expect(feedsByHealth).toEqual({ failing: 1 });
    expect(alarmed).toMatchObject([{ sourceId: 'mesa-wire', alarms: ['no new story for 3 days'] }]);
    expect(hosts).toMatchObject({ turns: 0, held: 1 });
    // PostgreSQL keeps turns by the server's own time, which is not this test's.
    expect(hosts.longestHoldMs).toBeGreaterThan(0);
  });
});
