import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@civicwire/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { type TestDatabase, testDialects } from '../testing/databases.ts';
import { saveExample } from '../testing/example-story.ts';
import { fillStore } from '../testing/filled-store.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { startProgram } from '../testing/writer-process.ts';
import { checkStore } from './check-store.ts';
import { copyStore, hashStore } from './copy-store.ts';

const program = new URL('../testing/upkeep-program.ts', import.meta.url);
/** On each kind of database; twenty in all. */
const kills = 10;
const atOnce = 5;
/** Programs start slowly on a busy machine. */
const patienceMs = 180_000;

const wrongOf = async (url: string) =>
  (await checkStore(url, { snapshots: true })).filter(({ wrong }) => wrong > 0).map(({ name }) => name);

describeOnEachStore(`people’s decisions, with the programs killed ${kills} times`, (under) => {
  it(
    'are all there when they were acknowledged, each once, and the store is whole',
    async () => {
      const { store, url } = under;
      await saveExample(store, 'one');
      await saveExample(store, 'two');
      const promised: string[] = [];
      for (let round = 0; round < kills / atOnce; round += 1) {
        const editors = Array.from({ length: atOnce }, (_, index) =>
          startProgram(program, ['decide', url, `editor ${round}-${index}`]),
        );
        // Killed at different moments of their work: when each has had so many promises.
        await Promise.all(
          editors.map(async (editor, index) => {
            while (editor.acknowledged.length <= 2 * index + round && editor.process.exitCode === null) await sleep(1);
            editor.process.kill('SIGKILL');
            expect((await editor.ended).complaint).toBe('');
          }),
        );
        promised.push(...editors.flatMap(({ acknowledged }) => acknowledged));
      }
      expect(promised.length).toBeGreaterThan(kills);
      expect(new Set(promised.map((line) => line.split(' ').slice(1, 3).join())).size).toBe(promised.length);
      const kept = new Set<string>();
      for (const { id } of (await store.listFindings({ limit: 100 })).findings)
        for (const { position, verdict } of (await store.getFinding(id))?.decisions ?? [])
          kept.add(`decided ${id} ${position} ${verdict}`);
      expect(promised.filter((line) => !kept.has(line))).toEqual([]);
      expect(await wrongOf(url)).toEqual([]);
    },
    patienceMs,
  );
});

for (const to of testDialects) {
  describe(`a copy to ${to.name} that is killed`, () => {
    let source: TestDatabase;
    let target: TestDatabase;
    beforeEach(async () => {
      [source, target] = [await (testDialects[0] as typeof to).create(), await to.create()];
      const store = await openStore(source.url, { clock: systemClock });
      await fillStore(store, 8);
      await store.close();
    });
    afterEach(() => Promise.all([source.remove(), target.remove()]));

    it(
      'leaves an empty store, or the whole one, and can be begun again',
      async () => {
        const whole = await hashStore(source.url);
        let empty = 0;
        for (const share of [0, 0.5, 1]) {
          const copier = startProgram(program, ['copy', source.url, target.url]);
          const read = (): number => Number(copier.acknowledged.at(-1)?.split(' ')[1] ?? -1);
          while (read() < share * whole.rows && copier.process.exitCode === null) await sleep(1);
          copier.process.kill('SIGKILL');
          expect((await copier.ended).complaint).toBe('');
          const left = await hashStore(target.url);
          if (left.rows === whole.rows) {
            expect(left).toEqual(whole);
            await target.remove();
            target = await to.create();
          } else {
            expect(left.rows).toBe(1);
            expect(await wrongOf(target.url)).toEqual([]);
            empty += 1;
          }
        }
        expect(empty).toBeGreaterThan(0);
        expect(await copyStore(source.url, target.url)).toEqual(whole);
        expect(await wrongOf(target.url)).toEqual([]);
      },
      patienceMs,
    );
  });
}

describeOnEachStore('retention that is killed', (under) => {
  it(
    'leaves a whole store, and ends its work the next time',
    async () => {
      await fillStore(under.store, 8);
      for (const afterMs of [0, 3]) {
        const remover = startProgram(program, ['retain', under.url]);
        while (remover.acknowledged.length === 0 && remover.process.exitCode === null) await sleep(1);
        await sleep(afterMs);
        remover.process.kill('SIGKILL');
        expect((await remover.ended).complaint).toBe('');
        expect(await wrongOf(under.url)).toEqual([]);
      }
      expect((await startProgram(program, ['retain', under.url]).ended).code).toBe(0);
      const { kept, snapshots } = await under.store.removeSnapshotBytes({ olderThanMs: -1e12, keepReferenced: false });
      expect({ kept, snapshots }).toEqual({ kept: 1, snapshots: 0 });
    },
    patienceMs,
  );
});
