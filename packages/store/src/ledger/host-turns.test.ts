import { expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

const ask = { gapMs: 3_600_000, perHost: 1, leaseMs: 7_200_000, continues: false };

describeOnEachStore('turns of hosts', (under) => {
  it('are shared by two programs on one database: one is granted, the other told how long to wait', async () => {
    const other = await openStore(under.url, { clock: under.clock });
    expect(await under.store.hostTurns.take('paper.example', { ...ask, id: 'a' })).toEqual({
      granted: true,
      busyAnswers: 0,
    });
    expect((await other.hostTurns.take('paper.example', { ...ask, id: 'b' })).granted).toBe(false);
    expect((await other.hostTurns.take('gazette.example', { ...ask, id: 'c' })).granted).toBe(true);
    await under.store.hostTurns.end('paper.example', { id: 'a', gapMs: ask.gapMs, holdMs: null });
    const refused = await other.hostTurns.take('paper.example', { ...ask, id: 'b' });
    expect(refused.granted ? 0 : refused.afterMs).toBeGreaterThan(3_500_000);
    await other.close();
  });

  it('go to one asker alone, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, number) =>
        under.store.hostTurns.take('paper.example', { ...ask, id: `${number}` }),
      ),
    );
    expect(answers.filter(({ granted }) => granted)).toHaveLength(1);
  });

  it('remember how often in a row a host was busy, past the end of the program', async () => {
    const end = { id: 'a', gapMs: 0, holdMs: 0 };
    await under.store.hostTurns.end('paper.example', end);
    await under.store.hostTurns.end('paper.example', end);
    await under.store.hostTurns.end('quiet.example', { ...end, holdMs: null });
    const later = await openStore(under.url, { clock: under.clock });
    // The first turn of a program forgets idle hosts; this one is not idle.
    expect(await later.hostTurns.take('paper.example', { ...ask, id: 'b' })).toEqual({ granted: true, busyAnswers: 2 });
    await later.close();
  });
});
