// Telling webhooks over real HTTP, on every database; every signature is checked by the convention's own library.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createSender } from '@civicwire/ingest';
import { silentLogger, systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { type TestDatabase, testDialects } from '@civicwire/store/testing';
import { startChangeWriter } from '@civicwire/store/testing/writers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

for (const dialect of testDialects) {
  describe(`telling webhooks (${dialect.name})`, () => {
    let database: TestDatabase;
    let store: Store;
    let receiver: WebhookReceiver;
    beforeEach(async () => {
      database = await dialect.create();
      store = await openStore(database.url, { clock: systemClock });
      receiver = await startReceiver();
    });
    afterEach(async () => {
      await receiver.close();
      await store.close();
      await database.remove();
    });
    const write = async (changes: number, seed = 1) =>
      expect((await startChangeWriter(database.url, `writer-${seed}`, seed, changes).ended).code).toBe(0);
    const addTo = async (url: string, from = 0) => {
      const { webhook, secret } = await store.webhooks.add({ url, from });
      receiver.secrets.push(secret);
      return webhook;
    };
    const deliver = async (allowAddresses: readonly string[] = ['127.0.0.0/8'], totalMs = 2_000) => {
      const sender = createSender({ userAgent: 'Civicwire/test', clock: systemClock, allowAddresses, totalMs });
      const parts = { webhooks: store.webhooks, sender, clock: systemClock, logger: silentLogger, random: () => 0 };
      try {
        return await deliverWebhooks(parts, { once: true, signal: new AbortController().signal });
      } finally {
        await sender.close();
      }
    };

    test('every change comes once and in order, signed so that the convention’s library accepts it', async () => {
      await addTo(receiver.url);
      await write(450);
      expect(await deliver()).toEqual({ delivered: 5, failed: 0 });
      expect(receiver.forged).toEqual([]);
      expect(receiver.messages.flatMap(({ seqs }) => seqs)).toEqual(upTo(450));
      const [first] = receiver.messages;
      expect(JSON.parse(first?.body ?? '')).toMatchObject({
        type: 'changes',
        timestamp: expect.stringMatching(/^\d{4}-/),
        data: { after: 0, next_after: 100, changes: expect.arrayContaining([expect.objectContaining({ seq: 1 })]) },
      });
      expect(new Set(receiver.messages.map(({ id }) => id)).size).toBe(5);
    });

    test('what fails waits with its reason, and holds up nobody else', async () => {
      const other = await startReceiver();
      const [bad, good] = [await addTo(receiver.url), await addTo(other.url)];
      other.secrets.push(...receiver.secrets);
      receiver.answer = () => 500;
      await write(150);
      expect(await deliver()).toEqual({ delivered: 2, failed: 1 });
      expect(other.messages.flatMap(({ seqs }) => seqs)).toEqual(upTo(150));
      const states = new Map((await store.webhooks.list()).map((webhook) => [webhook.id, webhook]));
      expect(states.get(good.id)).toMatchObject({ state: 'active', waiting: 0 });
      expect(states.get(bad.id)).toMatchObject({
        state: 'failing',
        waiting: 150,
        lastError: 'the receiver answered 500; expected 200 to 299',
      });
      await other.close();
    });

    test('redirects are not followed, and nobody behind a private address is told unless the operator says so', async () => {
      const webhook = await addTo(receiver.url);
      receiver.answer = () => 307;
      await write(10);
      await deliver();
      expect((await store.webhooks.list())[0]?.lastError).toContain('answered 307');
      await store.webhooks.replay(webhook.id);
      expect(await deliver([])).toEqual({ delivered: 0, failed: 1 });
      expect(receiver.messages).toHaveLength(1);
      expect((await store.webhooks.list())[0]?.lastError).toMatch(/^blocked-address: .* loopback address/);
    });

    test('a receiver that does not answer is tried again with the same message; one that is gone is not', async () => {
      const webhook = await addTo(receiver.url);
      receiver.answer = (nth) => (nth === 0 ? null : 410);
      await write(10);
      await deliver(undefined, 200);
      expect((await store.webhooks.list())[0]?.lastError).toContain('timed-out');
      await store.webhooks.replay(webhook.id);
      await deliver();
      const [first, again] = receiver.messages;
      expect(again).toEqual(first);
      expect((await store.webhooks.list())[0]).toMatchObject({ state: 'paused', cursor: 0 });
    });

    test('programs that tell are killed again and again, two at a time: no change is missed, and none comes out of order', async () => {
      const webhook = await addTo(receiver.url);
      // Slow enough to be killed in the middle.
      receiver.answer = (nth) => (nth % 7 === 3 ? 503 : 200);
      const program = fileURLToPath(new URL('../testing/deliver-program.ts', import.meta.url));
      const start = () => spawn(process.execPath, [program, database.url, '600'], { stdio: 'ignore' });
      const writing = Promise.all(
        [1, 2, 3, 4].map((seed) => startChangeWriter(database.url, `w${seed}`, seed, 400).ended),
      );
      const total = 4 * 400;
      let kills = 0;
      let running = [start(), start()];
      for (const started = Date.now(); Date.now() - started < 200_000; ) {
        const before = receiver.messages.length;
        while (receiver.messages.length < before + 2 && Date.now() - started < 200_000) {
          await sleep(20);
          // A 503 waits for five seconds: the operator resumes it.
          if ((await store.webhooks.list())[0]?.state === 'failing') await store.webhooks.replay(webhook.id);
          if ((await store.webhooks.list())[0]?.cursor === total) break;
        }
        if ((await store.webhooks.list())[0]?.cursor === total) break;
        for (const child of running) child.kill('SIGKILL');
        kills += running.length;
        running = [start(), start()];
      }
      for (const child of running) child.kill('SIGKILL');
      expect((await writing).map(({ code }) => code)).toEqual([0, 0, 0, 0]);
      expect(kills).toBeGreaterThan(3);
      expect(receiver.forged).toEqual([]);
      // A message that came again is the same one; without repetitions every change is there once and in order.
      const messages = new Map(receiver.messages.map(({ id, body }) => [id, body]));
      for (const { id, body } of receiver.messages) expect(body).toBe(messages.get(id));
      const firsts = receiver.messages.filter(
        ({ id }, at) => receiver.messages.findIndex((one) => one.id === id) === at,
      );
      expect(firsts.flatMap(({ seqs }) => seqs)).toEqual(upTo(total));
    }, 300_000);
  });
}
