// What a sweep tells the queue of: all that waits, and nothing again while the queue has it. A real store and a real Redis.
import { silentLogger, systemClock, type WorkQueue } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { testDialectsOn } from '@civicwire/store/testing';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { openRedisQueue } from '../queues/redis-queue.ts';
import { createPipeline } from './pipeline.ts';
import { createSweeper } from './sweep.ts';

const redis = process.env.CIVICWIRE_TEST_REDIS;
const place = `${redis}/10`;
/** More than are told again without asking. */
const feeds = 210;

async function emptyQueue(): Promise<void> {
  const client = new Redis(place);
  await client.flushdb();
  client.disconnect();
}

test.each(redis === undefined ? [] : ['feeds'])(
  '%s that the queue knows are not told again, beside any number of regular times; what it lost is',
  { timeout: 180_000 },
  async () => {
    await emptyQueue();
    const [dialect] = testDialectsOn(undefined);
    const database = await dialect?.create();
    const store = await openStore(database?.url ?? '', { clock: systemClock });
    const queue = openRedisQueue(place, silentLogger);
    let told = 0;
    const counted: WorkQueue = {
      ...queue,
      add: (tickets) => {
        told += tickets.length;
        return queue.add(tickets);
      },
    };
    const toldBy = async (sweep: () => Promise<void>): Promise<number> => {
      told = 0;
      await sweep();
      return told;
    };
    try {
      await store.upsertSource({ id: 'paper', name: 'Paper', home: null, national: false });
      for (let n = 0; n < feeds; n++)
        await store.upsertFeed({ sourceId: 'paper', url: `https://paper.example/${n}`, kind: 'feed' });
      expect(await queue.problem()).toBeNull();
      const hourly = Array.from({ length: 300 }, (_, n) => ({ id: `regular-${n}`, when: { everyMs: 3_600_000 } }));
      await queue.schedule(hourly);
      const { sweep } = createSweeper(store, counted, createPipeline({ threads: 1, once: false }), systemClock);
      expect(await toldBy(() => sweep(['poll']))).toBe(feeds);
      expect((await queue.depth('poll')).waiting + (await queue.depth('poll')).delayed).toBe(feeds + 300);
      expect(await toldBy(() => sweep(['poll']))).toBe(0);
      await emptyQueue();
      expect(await toldBy(() => sweep(['poll']))).toBe(feeds);
    } finally {
      await queue.close();
      await store.close();
      await database?.remove();
      await emptyQueue();
    }
  },
);
