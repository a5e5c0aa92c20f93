import { createFetcher } from '@civicwire/ingest';
import { silentLogger } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { expect, it } from 'vitest';
import { type Answer, startSite, storyFeed } from '../testing/small-site.ts';
import { createPollWorker } from './poll-worker.ts';
import { createTally } from './tally.ts';

const minute = 60_000;

/** A store in memory, a feed at /feed.xml that `answer` serves, and a poll whenever `poll` is called. */
async function world(answer: Answer, scheduleMs: number | null = null) {
  const site = await startSite({ '/feed.xml': answer });
  let nowMs = Date.parse('2026-03-03T08:00:00Z');
  const clock = { nowMs: () => nowMs };
  const store = await openStore('sqlite::memory:', { clock });
  const fetcher = createFetcher({
    userAgent: 'Test/1',
    clock: { nowMs: () => Date.now() },
    allowAddresses: ['127.0.0.0/8'],
    politeness: { gapMs: 0 },
  });
  const url = `${site.url}/feed.xml`;
  await store.upsertSource({ id: 'paper', name: 'Paper', home: null, national: true });
  await store.upsertFeed({ sourceId: 'paper', url, kind: 'feed' });
  const worker = createPollWorker(store, fetcher, new Map([[url, scheduleMs]]), createTally(), silentLogger, clock);
  const poll = async (afterMs = 0) => {
    nowMs += afterMs;
    await store.pollNow();
    for (const job of await worker.take(1, minute)) await job();
    const [feed] = await store.listFeeds();
    if (feed === undefined) throw new Error('no feed');
    return { feed, nextMs: Date.parse(feed.nextPollAt) - nowMs };
  };
  const close = async () => Promise.all([store.close(), fetcher.close(), site.close()]);
  return { site, store, poll, close };
}

const feedOf = (count: number): string => storyFeed('https://paper.example', count);

it('finds a feed’s pace: slower while nothing is new, the overlap kept on its row', async () => {
  let count = 10;
  const { poll, close } = await world((_, response) => response.end(feedOf(count)));
  expect((await poll()).nextMs).toBe(30 * minute);
  expect((await poll(minute)).nextMs).toBe(45 * minute);
  count = 20;
  const { feed, nextMs } = await poll(minute);
  expect([feed.overlap, nextMs]).toEqual([0.5, 45 * minute]);
  await close();
});

it('honours what the feed wishes, unless the operator gives a schedule', async () => {
  const wishing: Answer = (_, response) =>
    response
      .setHeader('cache-control', 'max-age=5400')
      .end(feedOf(3).replace('<description>', '<ttl>120</ttl><description>'));
  const free = await world(wishing);
  expect((await free.poll()).nextMs).toBe(120 * minute);
  await free.close();
  const scheduled = await world(wishing, 15 * minute);
  expect((await scheduled.poll()).nextMs).toBe(15 * minute);
  await scheduled.close();
});

it('no longer asks conditionally when a server says “not modified” of a changed feed', async () => {
  let count = 3;
  const { poll, close } = await world((request, response) => {
    response.setHeader('etag', '"always"');
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else response.end(feedOf(count));
  });
  await poll();
  count = 4;
  for (let answers = 1; answers <= 8; answers++) expect((await poll(minute)).feed.unchangedAnswers).toBe(answers);
  const { feed } = await poll(minute);
  expect([feed.conditionalOff, feed.unchangedAnswers, feed.health]).toEqual([1, 0, 'ok']);
  count = 5;
  expect((await poll(minute)).feed.overlap).toBe(0.8);
  await close();
});

it('believes a server whose “not modified” is true', async () => {
  let count = 3;
  const { poll, close } = await world((request, response) => {
    response.setHeader('etag', `"${count}"`);
    if (request.headers['if-none-match'] === `"${count}"`) response.writeHead(304).end();
    else response.end(feedOf(count));
  });
  for (let polls = 0; polls <= 8; polls++) await poll(minute);
  count = 4;
  expect((await poll(minute)).feed.conditionalOff).toBe(0);
  await close();
});

it('backs off from a feed that fails, gives it up at last, and takes it back when it answers', async () => {
  let isGone = true;
  const { poll, close } = await world((_, response) =>
    isGone ? response.writeHead(410).end() : response.end(feedOf(1)),
  );
  const waits: number[] = [];
  for (let polls = 0; polls < 5; polls++) waits.push((await poll(minute)).nextMs / minute);
  expect(waits).toEqual([210, 390, 570, 750, 43_200]);
  isGone = false;
  const { feed } = await poll(minute);
  expect([feed.health, feed.failureScore, feed.failures]).toEqual(['ok', 0, 0]);
  await close();
});

it('raises an alarm on the source when its stories stop, and takes it back when they come again', async () => {
  let count = 0;
  const { store, poll, close } = await world((_, response) => response.end(feedOf(count)));
  const day = 24 * 60 * minute;
  for (count = 1; count <= 20; count++) await poll(day);
  count = 20;
  await poll(day);
  expect(await store.getSource('paper')).toMatchObject({ expectedGapDays: 1, alarms: [] });
  await poll(day);
  expect((await store.getSource('paper'))?.alarms).toEqual(['no new story for 2 days; it used to have some every day']);
  expect((await store.status()).sources[0]?.alarmedAt).not.toBeNull();
  count = 21;
  await poll(day);
  expect(await store.getSource('paper')).toMatchObject({ alarms: [], alarmedAt: null });
  await close();
});
