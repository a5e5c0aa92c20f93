import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Change } from './changes.ts';
import { describeOnEachStore } from './testing/with-store.ts';
import { startWriter } from './testing/writer-process.ts';

const writers = 8;
const storiesEach = 12;

describeOnEachStore('eight programs that write at once', (under) => {
  it('give changes without gaps, which a reader sees once each and in order while they are written', async () => {
    const { store, url } = under;
    const started = Array.from({ length: writers }, (_, index) => startWriter(url, `outlet-${index}`, storiesEach));
    let running = true;
    const ends = Promise.all(started.map(({ ended }) => ended)).finally(() => {
      running = false;
    });
    const seen: Change[] = [];
    const follow = async () => {
      for (;;) {
        const batch = await store.changesSince(seen.at(-1)?.seq ?? 0, 50);
        seen.push(...batch);
        if (batch.length === 0) return;
      }
    };
    while (running) {
      await follow();
      await sleep(5);
    }
    expect((await ends).map(({ code, complaint }) => [code, complaint])).toEqual(started.map(() => [0, '']));
    await follow();
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
    const counts = await store.counts();
    expect(counts).toMatchObject({ stories: writers * storiesEach, saved: writers * storiesEach, waiting: 0 });
    expect(counts).toMatchObject({ versions: counts.saved, stances: counts.saved, changes: seen.length });
    const inserted = seen
      .filter(({ kind }) => kind === 'insert')
      .map(({ entity, entityId }) => `${entity} ${entityId}`);
    expect(new Set(inserted).size).toBe(inserted.length);
    const saved = started.flatMap(({ acknowledged }) => acknowledged.filter((line) => line.startsWith('saved')));
    expect(new Set(saved).size).toBe(counts.saved);
  }, 120_000);
});
