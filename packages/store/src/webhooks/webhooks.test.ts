// Tests of webhooks in the store, on every database: what is due, to whom, and what a cursor does. Messages are sent elsewhere.
import { UsageError } from '@civicwire/shared';
import { expect, test } from 'vitest';
import { exampleArticle, exampleText, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import type { WebhookDelivery } from './webhook-deliveries.ts';
import { isGivenUp, retryDelayMs } from './webhook-retry.ts';

const leaseMs = 60_000;
const url = 'https://receiver.example/hook?key=1';
const failure = { reason: 'the receiver answered 500', retryAfterMs: null, isGone: false, jitter: 0 };
const hourMs = 3_600_000;

describeOnEachStore('webhooks', (under) => {
  const claim = () => under.store.webhooks.claim(10, leaseMs);
  const claimOne = async (): Promise<WebhookDelivery> => {
    const [delivery, ...others] = await claim();
    if (delivery === undefined || others.length > 0) throw new Error('expected one message');
    return delivery;
  };
  const saveStories = async (count: number) => {
    for (let nth = 0; nth < count; nth += 1) {
      const article = exampleArticle(`${exampleText}\nStory ${nth}.`, { title: `Story ${nth}` });
      await saveExample(under.store, `${nth}`, { article });
    }
  };
  const only = async () => (await under.store.webhooks.list())[0];

  test('have a secret that is shown once, and are told of what comes after them', async () => {
    const { store } = under;
    await saveExample(store);
    const last = await store.lastChangeSeq();
    const { webhook, secret } = await store.webhooks.add({ url });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(webhook).toMatchObject({ url, entities: [], cursor: last, waiting: 0, state: 'active', sent: 0 });
    expect(JSON.stringify(await store.webhooks.list())).not.toContain(secret.slice(6));
    expect(await claim()).toEqual([]);
    await saveExample(store, 'two');
    const delivery = await claimOne();
    expect(delivery).toMatchObject({ webhookId: webhook.id, url, secret, after: last, attempts: 0 });
    expect(delivery.changes).toEqual(await store.changesSince(last, 500));
    await store.webhooks.remove(webhook.id);
    expect([await store.webhooks.list(), await claim()]).toEqual([[], []]);
  });

  test('are told every change once and in order, a message at a time, when each is acknowledged', async () => {
    const { store } = under;
    await store.webhooks.add({ url, from: 0 });
    await saveStories(20);
    const told: number[] = [];
    for (let next = await claim(); next.length > 0; next = await claim()) {
      const [delivery] = next;
      if (delivery === undefined) break;
      expect(await claim()).toEqual([]);
      told.push(...delivery.changes.map(({ seq }) => seq));
      await store.webhooks.recordDelivered(delivery);
    }
    expect(told).toEqual(Array.from({ length: await store.lastChangeSeq() }, (_, at) => at + 1));
    expect(told.length).toBeGreaterThan(100);
    expect(await only()).toMatchObject({ cursor: told.length, waiting: 0, state: 'active' });
  });

  test('get a message that failed again as it was, whatever has changed since', async () => {
    const { store, clock } = under;
    await saveExample(store);
    await store.webhooks.add({ url, from: 0 });
    const first = await claimOne();
    await store.webhooks.recordFailed(first, failure);
    expect(await only()).toMatchObject({ state: 'failing', cursor: 0, attempts: 1, lastError: failure.reason });
    expect(await claim()).toEqual([]);
    await saveExample(store, 'two');
    clock.advance(hourMs);
    const again = await claimOne();
    expect(again).toEqual({ ...first, attempts: 1, lease: again.lease });
    await store.webhooks.recordDelivered(again);
    expect(await only()).toMatchObject({ state: 'active', cursor: first.until, attempts: 0, lastError: null });
    expect((await claimOne()).after).toBe(first.until);
  });

  test('are told of some records alone when they ask for these', async () => {
    const { store } = under;
    await store.webhooks.add({ url, from: 0, entities: ['decision', 'story'] });
    await saveStories(20);
    const [finding] = (await store.listFindings({ limit: 1 })).findings;
    await store.decide({ findingId: finding?.id ?? '', editor: 'kim', verdict: 'accept' });
    const told: string[] = [];
    for (let next = await claim(); next.length > 0; next = await claim()) {
      for (const delivery of next) {
        told.push(...delivery.changes.map(({ entity }) => entity));
        await store.webhooks.recordDelivered(delivery);
      }
    }
    expect(new Set(told)).toEqual(new Set(['story', 'decision']));
    expect(told.filter((entity) => entity === 'decision')).toHaveLength(1);
    expect(await only()).toMatchObject({ waiting: 0 });
  });

  test('are told by one process at a time, and by another one when a lease has run out', async () => {
    const { store, clock } = under;
    await saveExample(store);
    await store.webhooks.add({ url, from: 0 });
    const lost = await claimOne();
    expect(await claim()).toEqual([]);
    clock.advance(leaseMs);
    const taken = await claimOne();
    expect(taken).toEqual({ ...lost, lease: taken.lease });
    // The first one comes back late: what it says is not taken for the other's.
    await store.webhooks.recordFailed(lost, failure);
    await store.webhooks.recordDelivered(lost);
    expect(await only()).toMatchObject({ cursor: 0, sent: 0, state: 'active' });
    await store.webhooks.recordDelivered(taken);
    expect(await only()).toMatchObject({ cursor: lost.until, sent: 1 });
  });

  test('whose lease or wait was given by a clock that is set back are told all the same', async () => {
    const { store, clock } = under;
    await saveExample(store);
    await store.webhooks.add({ url, from: 0 });
    clock.advance(100 * hourMs);
    await claimOne();
    clock.advance(-100 * hourMs);
    await store.webhooks.recordFailed(await claimOne(), failure);
    clock.advance(-100 * hourMs);
    expect(await claim()).toHaveLength(1);
  });

  test('are paused, with the reason, when they fail for days or are gone, until somebody resumes them', async () => {
    const { store, clock } = under;
    await saveExample(store);
    const { webhook } = await store.webhooks.add({ url, from: 0 });
    let attempts = 0;
    for (; (await only())?.state !== 'paused'; attempts += 1) {
      await store.webhooks.recordFailed(await claimOne(), failure);
      clock.advance(4 * hourMs);
    }
    expect(attempts).toBeGreaterThan(10);
    expect(await claim()).toEqual([]);
    expect(await only()).toMatchObject({ lastError: failure.reason, cursor: 0 });
    expect(await store.webhooks.replay(webhook.id)).toMatchObject({ state: 'active', cursor: 0, lastError: null });
    await store.webhooks.recordFailed(await claimOne(), { ...failure, isGone: true });
    expect((await only())?.state).toBe('paused');
  });

  test('are told again from a cursor, in messages with ids of their own', async () => {
    const { store } = under;
    await saveExample(store);
    const { webhook } = await store.webhooks.add({ url, from: 0 });
    const first = await claimOne();
    await store.webhooks.recordDelivered(first);
    await store.webhooks.replay(webhook.id, 3);
    const again = await claimOne();
    expect(again.changes).toEqual(first.changes.slice(3));
    expect(again.messageId).not.toBe(first.messageId);
    // A replay takes the lease away: what was under way moves nothing.
    await store.webhooks.replay(webhook.id, 1);
    await store.webhooks.recordDelivered(again);
    expect(await only()).toMatchObject({ cursor: 1 });
    await expect(store.webhooks.replay(webhook.id, 10_000)).rejects.toThrow(
      /cursor 10000; expected a number from 0 to/,
    );
    await expect(store.webhooks.replay('ffff')).rejects.toThrow(/webhook ffff: not in this database/);
  });

  test('with addresses that cannot be are refused', async () => {
    for (const wrong of [
      'nonsense',
      'ftp://a.example/',
      'https://kim:word@a.example/',
      'https://a.example/#x',
      'javascript:1',
    ])
      await expect(under.store.webhooks.add({ url: wrong })).rejects.toThrow(UsageError);
    await expect(under.store.webhooks.add({ url, from: 5 })).rejects.toThrow(/expected a number from 0 to/);
    expect(await under.store.webhooks.list()).toEqual([]);
  });
});

test('waits grow, are spread, and follow the receiver up to a day', () => {
  expect([0, 1, 2, 3].map((attempts) => retryDelayMs(attempts, null, 0))).toEqual([5_000, 30_000, 120_000, 600_000]);
  expect(retryDelayMs(99, null, 1)).toBe(3.6 * 3 * 1_000_000 * 1.2);
  expect(retryDelayMs(0, 90_000, 0)).toBe(90_000);
  expect(retryDelayMs(0, 90 * 24 * hourMs, 0)).toBe(24 * hourMs);
  expect(isGivenUp('2026-03-01T00:00:00.000Z', '2026-03-03T23:59:59.999Z')).toBe(false);
  expect(isGivenUp('2026-03-01T00:00:00.000Z', '2026-03-04T00:00:00.000Z')).toBe(true);
});
