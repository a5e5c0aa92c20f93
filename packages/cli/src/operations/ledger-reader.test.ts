// How often the store is asked by those who watch: seldom, together, and never twice while an answer hangs.
import { RetryLater } from '@civicwire/shared';
import type { Pulse } from '@civicwire/store';
import { expect, test } from 'vitest';
import { createLedgerReader } from './ledger-reader.ts';

const settled = async () => ({ saved: 1, droppedByReason: {} });

/** A store whose answers are given by the test, under a clock that the test moves. */
function askedStore() {
  const waiting: { readonly give: (pulse: Pulse) => void; readonly fail: (error: Error) => void }[] = [];
  const clock = { ms: 0, nowMs: () => clock.ms };
  const pulse = () => new Promise<Pulse>((give, fail) => waiting.push({ give, fail }));
  return { clock, waiting, reader: createLedgerReader({ pulse, settled }, clock) };
}

test('many askers share one answer, which is good for seconds, or longer where it was dear', async () => {
  const { clock, waiting, reader } = askedStore();
  const both = [reader.read(), reader.read()];
  clock.ms = 1_000;
  waiting[0]?.give({ at: 'first' } as Pulse);
  expect((await Promise.all(both)).map((reading) => [reading?.pulse.at, reading?.tookMs])).toEqual([
    ['first', 1_000],
    ['first', 1_000],
  ]);
  clock.ms = 90_000;
  expect((await reader.read())?.pulse.at).toBe('first');
  expect(waiting).toHaveLength(1);
  clock.ms = 102_000;
  const later = reader.read();
  waiting[1]?.give({ at: 'second' } as Pulse);
  expect((await later)?.pulse.at).toBe('second');
});

test('a store that is away gives null and is asked again by the next; a fault of the program is thrown', async () => {
  const { waiting, reader } = askedStore();
  const away = reader.read();
  waiting[0]?.fail(new RetryLater('connection lost', 1_000));
  expect(await away).toBeNull();
  const broken = reader.read();
  waiting[1]?.fail(new Error('a fault'));
  await expect(broken).rejects.toThrow('a fault');
});
