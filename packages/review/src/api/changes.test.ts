// Tests of following the changes over HTTP while eight programs write, on every database.
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { testDialects } from '@civicwire/store/testing';
import { startWriter } from '@civicwire/store/testing/writers';
import { describe, expect, test } from 'vitest';
import { serveReview } from '../serve-review.ts';
import { useApi } from '../testing/api-under-test.ts';
import { followChanges, pollChanges } from '../testing/change-readers.ts';

const writers = 8;
const storiesEach = 4;

for (const dialect of testDialects) {
  test(`a reader of pages and a reader of the stream see each change once and in order while eight programs write (${dialect.name})`, async () => {
    const database = await dialect.create();
    const store = await openStore(database.url, { clock: systemClock });
    const server = await serveReview({ store, editor: 'kim', port: 0, clock: systemClock });
    const made = await store.createToken({ name: 'reader', scopes: ['read:all'], requestsPerMinute: 1_000_000 });
    const access = { url: `http://127.0.0.1:${server.port}/api/v1`, token: made.text };
    const stream = followChanges(access, 50);
    const started = Array.from({ length: writers }, (_, at) => startWriter(database.url, `outlet-${at}`, storiesEach));
    let done = false;
    const ends = Promise.all(started.map(({ ended }) => ended)).finally(() => {
      done = true;
    });
    const polled = await pollChanges(access, 37, () => done);
    expect((await ends).map(({ code, complaint }) => [code, complaint])).toEqual(started.map(() => [0, '']));
    while (stream.seen.length < polled.length) await sleep(20);
    await sleep(300);
    await stream.stop();
    const last = await store.lastChangeSeq();
    expect(last).toBeGreaterThan(writers * storiesEach);
    expect(polled.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, at) => at + 1));
    expect(stream.seen).toEqual(polled);
    expect(stream.connections).toBeGreaterThan(2);
    await server.close();
    await store.close();
    await database.remove();
  }, 60_000);
}

const [sqlite] = testDialects;
if (sqlite === undefined) throw new Error('no database to test on');

describe('the changes', () => {
  const api = useApi(sqlite);

  test('tell what the machine took back by a tombstone', async () => {
    const before = await api.filled.store.lastChangeSeq();
    await api.filled.takeBack();
    const { data, next_after } = (await api.ask(`/changes?after=${before}`)).json;
    expect(data.map(({ entity, kind }: Record<string, string>) => `${entity} ${kind}`)).toContain('finding tombstone');
    expect(next_after).toBe(await api.filled.store.lastChangeSeq());
    expect((await api.ask(`/changes?after=${next_after}`)).json).toEqual({ data: [], next_after });
  });

  test('are refused to a reader who is ahead of the store, instead of silence for ever', async () => {
    const last = await api.filled.store.lastChangeSeq();
    for (const path of [`/changes?after=${last + 1}`, `/changes/stream?after=${last + 1}`]) {
      const { status, json } = await api.ask(path);
      expect([status, json.detail]).toEqual([
        409,
        expect.stringContaining(`whose last one is ${last}; expected a number up to that`),
      ]);
    }
    expect((await api.ask('/changes/stream', { headers: { 'last-event-id': 'x' } })).json.errors[0].in).toBe('header');
  });

  test('end their streams cleanly when the server stops', async () => {
    const authorization = `Bearer ${await api.token('read:all')}`;
    const answer = await fetch(`${api.url}/changes/stream?after=0`, { headers: { authorization } });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reading = answer.text();
    await api.server.close();
    expect(await reading).toMatch(/^retry: 2000\n\n/);
  });

  test('have few streams at the same time for one token', async () => {
    const token = await api.token('read:all');
    const open = () => fetch(`${api.url}/changes/stream`, { headers: { authorization: `Bearer ${token}` } });
    const streams = [];
    for (let count = 0; count < 8; count += 1) {
      const answer = await open();
      const reader = answer.body?.getReader();
      await reader?.read();
      streams.push(reader);
    }
    expect((await open()).status).toBe(503);
    await streams[0]?.cancel();
    await expect.poll(async () => (await open()).status).toBe(200);
  });
});
