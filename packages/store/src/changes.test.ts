import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Change } from './changes.ts';
import { describeOnEachStore, type StoreUnderTest } from './testing/with-store.ts';
import { startChangeWriter } from './testing/writer-process.ts';

/** `CIVICWIRE_TEST_CHANGES=whole` runs all of it: some minutes. */
const whole = process.env.CIVICWIRE_TEST_CHANGES === 'whole';
const writers = 8;
const seeds = whole ? 10 : 1;
const changesEach = whole ? 2_000 : 400;
const pageMax = 100;

/** Follows until the writers have ended and nothing is left. Fails at the first gap. */
async function follow({ store }: StoreUnderTest, from: number, running: () => boolean): Promise<Change[]> {
  const seen: Change[] = [];
  for (;;) {
    // Asked before the page is read: what is written after the last look must still be read.
    const last = !running();
    const page = await store.changesSince(from + seen.length, pageMax);
    const expected = page.map((_, index) => from + seen.length + index + 1);
    expect(page.map(({ seq }) => seq)).toEqual(expected);
    seen.push(...page);
    if (page.length === 0 && last) return seen;
    if (page.length === 0) await sleep(2);
  }
}

describeOnEachStore('a reader that polls for changes', (under) => {
  it(`sees each change of ${writers} writers exactly once and in order, while they write`, async () => {
    let from = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const names = Array.from({ length: writers }, (_, index) => `writer-${seed}-${index}`);
      const started = names.map((name, index) => startChangeWriter(under.url, name, seed * 100 + index, changesEach));
      let running = true;
      const ends = Promise.all(started.map(({ ended }) => ended)).finally(() => {
        running = false;
      });
      const seen = await follow(under, from, () => running);
      expect((await ends).map(({ code, complaint }) => [code, complaint])).toEqual(started.map(() => [0, '']));
      const byWriter = Map.groupBy(seen, ({ storyId }) => storyId);
      for (const name of names) {
        const ids = (byWriter.get(name) ?? []).map(({ entityId }) => entityId);
        expect(ids).toEqual(Array.from({ length: changesEach }, (_, index) => `${name}/${index}`));
      }
      expect(seen).toHaveLength(writers * changesEach);
      from += seen.length;
    }
  }, 1_200_000);
});
