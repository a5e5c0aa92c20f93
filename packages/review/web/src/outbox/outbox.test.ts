// Tests of the outbox: no decision is lost or sent out of turn, whatever the connection does.
import { describe, expect, it } from 'vitest';
import { type Entries, letterBox } from './letter-box.ts';
import { createOutbox, type Letter, type Outbox, type Reply } from './outbox.ts';

const letter = (id: string, atMs = Number(id)): Letter => ({
  id,
  atMs,
  kind: 'decision',
  path: '/decisions',
  body: { id },
  about: `finding-${id}`,
  words: `accept ${id}`,
});

function entries(from: Record<string, string> = {}, full = false): Entries & { readonly map: Map<string, string> } {
  const map = new Map(Object.entries(from));
  return {
    map,
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, value) => {
      if (full) throw new Error('full');
      map.set(name, value);
    },
    removeItem: (name) => void map.delete(name),
    key: (at) => [...map.keys()][at] ?? null,
    get length() {
      return map.size;
    },
  };
}

function under(storage = entries()) {
  const sent: string[] = [];
  const settled: string[] = [];
  const tasks: { task: () => void; afterMs: number }[] = [];
  let answer: (letter: Letter) => Reply = () => ({ kind: 'done', answer: null });
  const outbox: Outbox = createOutbox({
    box: letterBox(storage, 'kim'),
    send: async (given) => {
      sent.push(given.id);
      return answer(given);
    },
    settled: (given, reply) => settled.push(`${given.id} ${reply.kind}`),
    changed: () => {},
    later: (task, afterMs) => {
      const entry = { task, afterMs };
      tasks.push(entry);
      return () => void tasks.splice(tasks.indexOf(entry), tasks.includes(entry) ? 1 : 0);
    },
  });
  const rest = () => new Promise((resolve) => setTimeout(resolve));
  return { outbox, sent, settled, tasks, storage, rest, reply: (by: typeof answer) => (answer = by) };
}

describe('the outbox', () => {
  it('sends letters one after the other, in order, and forgets those that were answered', async () => {
    const { outbox, sent, settled, storage, rest } = under();
    for (const id of ['1', '2', '3']) outbox.post(letter(id));
    await rest();
    expect(sent).toEqual(['1', '2', '3']);
    expect(settled).toEqual(['1 done', '2 done', '3 done']);
    expect([outbox.state().letters, storage.map.size]).toEqual([[], 0]);
  });

  it('keeps what did not arrive, waits longer each time, and sends it all when the line is back', async () => {
    const { outbox, sent, settled, tasks, storage, rest, reply } = under();
    reply(() => ({ kind: 'lost' }));
    for (const id of ['1', '2']) outbox.post(letter(id));
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await rest();
      const [next] = tasks.splice(0);
      waits.push(next?.afterMs ?? 0);
      next?.task();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(new Set(sent)).toEqual(new Set(['1']));
    expect([outbox.state().line, outbox.state().letters.length, storage.map.size]).toEqual(['lost', 2, 2]);
    reply(() => ({ kind: 'done', answer: null }));
    await rest();
    outbox.tryNow();
    await rest();
    expect([settled, outbox.state().line, storage.map.size]).toEqual([['1 done', '2 done'], 'open', 0]);
  });

  it('goes on after a reload with what was kept, of this editor alone', async () => {
    const storage = entries({
      'civicwire.outbox.kim.2': JSON.stringify(letter('2')),
      'civicwire.outbox.kim.1': JSON.stringify(letter('1')),
      'civicwire.outbox.kim.bad': '{',
      'civicwire.outbox.lee.3': JSON.stringify(letter('3')),
    });
    const { outbox, settled, rest } = under(storage);
    outbox.tryNow();
    await rest();
    expect(settled).toEqual(['1 done', '2 done']);
    expect([...storage.map.keys()].sort()).toEqual(['civicwire.outbox.kim.bad', 'civicwire.outbox.lee.3']);
  });

  it('waits for a sign-in without trying again by itself', async () => {
    const { outbox, settled, tasks, rest, reply } = under();
    reply(() => ({ kind: 'signed-out' }));
    outbox.post(letter('1'));
    await rest();
    expect([outbox.state().line, tasks.length]).toEqual(['signed-out', 0]);
    reply(() => ({ kind: 'done', answer: null }));
    outbox.tryNow();
    await rest();
    expect(settled).toEqual(['1 done']);
  });

  it('goes on with the others when one is refused or too late', async () => {
    const { outbox, settled, rest, reply } = under();
    reply(({ id }) => (id === '1' ? { kind: 'refused', words: 'no' } : { kind: 'conflict', answer: null }));
    for (const id of ['1', '2']) outbox.post(letter(id));
    await rest();
    expect([settled, outbox.state().letters]).toEqual([['1 refused', '2 conflict'], []]);
  });

  it('sets aside what the server fails on three times, goes on with the others, and tries it again when asked', async () => {
    const { outbox, sent, settled, tasks, storage, rest, reply } = under();
    reply(({ id }) => (id === '1' ? { kind: 'failed' } : { kind: 'done', answer: null }));
    outbox.post(letter('1'));
    await rest();
    for (const id of ['2', '3']) outbox.post(letter(id));
    await rest();
    expect([sent, outbox.state().line]).toEqual([['1'], 'failing']);
    for (let round = 0; round < 2; round += 1) {
      tasks.splice(0)[0]?.task();
      await rest();
    }
    expect([sent, settled]).toEqual([
      ['1', '1', '1', '2', '3'],
      ['2 done', '3 done'],
    ]);
    const { letters, aside, line } = outbox.state();
    expect([letters.map(({ id }) => id), aside, line]).toEqual([['1'], ['1'], 'open']);
    expect([...storage.map.keys()]).toEqual(['civicwire.outbox.kim.1']);
    reply(() => ({ kind: 'done', answer: null }));
    outbox.tryNow();
    await rest();
    expect([settled.at(-1), outbox.state().aside, storage.map.size]).toEqual(['1 done', [], 0]);
  });

  it('takes back what was set aside', async () => {
    const { outbox, tasks, rest, reply } = under();
    reply(() => ({ kind: 'failed' }));
    outbox.post(letter('1'));
    for (let round = 0; round < 3; round += 1) {
      await rest();
      tasks.splice(0)[0]?.task();
    }
    expect([outbox.state().aside, outbox.recall('1')]).toEqual([['1'], true]);
    expect(outbox.state()).toMatchObject({ letters: [], aside: [] });
  });

  it('takes back what was not sent, and nothing that is under way', async () => {
    const { outbox, settled, storage, rest, reply } = under();
    reply(() => ({ kind: 'lost' }));
    outbox.post(letter('1'));
    expect(outbox.recall('1')).toBe(false);
    outbox.post(letter('2'));
    expect([outbox.recall('2'), outbox.recall('2')]).toEqual([true, false]);
    await rest();
    expect([outbox.recall('1'), settled, storage.map.size]).toEqual([true, [], 0]);
  });

  it('says when a letter could not be kept on this computer', async () => {
    const { outbox, rest, reply } = under(entries({}, true));
    reply(() => ({ kind: 'lost' }));
    outbox.post(letter('1'));
    expect(outbox.state().unsafe).toBe(true);
    await rest();
    reply(() => ({ kind: 'done', answer: null }));
    outbox.tryNow();
    await rest();
    expect(outbox.state().unsafe).toBe(false);
  });
});
