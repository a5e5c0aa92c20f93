// What the pipeline relies on of a queue, the same on Redis and in PostgreSQL: one ticket is one job, live before back-fill,
// regular times. Real servers; the order of jobs is decided there.
import { silentLogger, type Ticket, type WorkQueue } from '@civicwire/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { openPostgresQueue } from './postgres-queue.ts';
import { openRedisQueue } from './redis-queue.ts';

const { CIVICWIRE_TEST_REDIS: redis, CIVICWIRE_TEST_POSTGRES: postgres } = process.env;
const places: readonly (readonly [string, () => WorkQueue])[] = [
  ...(redis ? [['redis', () => openRedisQueue(`${redis}/8`, silentLogger)] as const] : []),
  ...(postgres ? [['postgres', () => openPostgresQueue(postgres, silentLogger)] as const] : []),
];

const ticket = (id: string, more: Partial<Ticket> = {}): Ticket => ({
  work: 'fetch',
  id,
  attempts: 0,
  deaths: 0,
  dueMs: Date.now() - 1_000,
  lane: 0,
  ...more,
});

async function until(isSo: () => boolean): Promise<void> {
  for (const endMs = Date.now() + 20_000; !isSo() && Date.now() < endMs; )
    await new Promise((resume) => setTimeout(resume, 50));
}

it('an address that is none of a queue is refused', () => {
  expect(() => openRedisQueue('http://127.0.0.1', silentLogger)).toThrow(/expected redis:\/\/HOST:PORT/);
  expect(() => openPostgresQueue('sqlite:data.db', silentLogger)).toThrow(/expected a PostgreSQL store/);
});

describe.each(places)('a queue on %s', (_, open) => {
  let queue: WorkQueue;
  afterEach(() => queue.close());

  it('hands out a ticket once, however often it was added, live ones before back-fill, each in its time', {
    timeout: 180_000,
  }, async () => {
    queue = open();
    expect(await queue.problem()).toBeNull();
    const [old, fresh] = [ticket('old', { lane: 1 }), ticket('fresh')];
    const later = ticket('later', { dueMs: Date.now() + 1_500 });
    await queue.add([old, later, fresh]);
    await queue.add([fresh, old]);
    expect(await queue.depth('fetch')).toEqual({ waiting: 2, delayed: 1, active: 0, regular: 0 });
    expect(await queue.depth('save')).toEqual({ waiting: 0, delayed: 0, active: 0, regular: 0 });
    const seen: string[] = [];
    const consumer = queue.consume('fetch', 1, async (id) => void seen.push(id));
    await until(() => seen.length === 3);
    expect(seen).toEqual(['fresh', 'old', 'later']);
    // What was done may come again: the next try of the same row.
    await queue.add([fresh]);
    await until(() => seen.length === 4);
    expect(seen.at(-1)).toBe('fresh');
    await consumer.close();
  });

  it('keeps regular times, by interval and by cron, until they are taken off', { timeout: 180_000 }, async () => {
    queue = open();
    expect(await queue.problem()).toBeNull();
    const seen: string[] = [];
    const consumer = queue.consume('poll', 1, async (id) => void seen.push(id));
    const often = { id: 'often', when: { everyMs: 500 } };
    const daily = { id: 'daily', when: { cron: '0 6 * * *', timeZone: 'America/Phoenix' } };
    await queue.schedule([often, daily]);
    await queue.schedule([often, daily]);
    await until(() => seen.length >= 3);
    expect(new Set(seen)).toEqual(new Set(['often']));
    await queue.schedule([daily]);
    expect(await queue.depth('poll')).toMatchObject({ delayed: 1, regular: 1 });
    await queue.schedule([]);
    expect((await queue.depth('poll')).delayed).toBe(0);
    await consumer.close();
  });

  it('has one job for a feed, however often its time has changed', { timeout: 180_000 }, async () => {
    queue = open();
    expect(await queue.problem()).toBeNull();
    const feed = ticket('feed', { work: 'poll' });
    await queue.add([feed, ticket('other', { work: 'poll' })]);
    await queue.add([{ ...feed, dueMs: feed.dueMs + 500 }]);
    expect((await queue.depth('poll')).waiting).toBe(2);
    const seen: string[] = [];
    const consumer = queue.consume('poll', 1, async (id) => void seen.push(id));
    await until(() => seen.length === 2);
    await queue.add([feed]);
    await until(() => seen.length === 3);
    expect(seen).toEqual(['feed', 'other', 'feed']);
    await consumer.close();
  });
});
