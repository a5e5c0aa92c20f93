import { RetryLater } from '@civicwire/shared';
import { expect, test } from 'vitest';
import { idleWorker as idle, runEngine, type Worker, type Workers } from './engine.ts';
import { createPipeline } from './pipeline.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const options = {
  settings: createPipeline({ threads: 1, once: true }),
  logger: silent,
  once: true,
  patienceMs: 1_000,
  signal: new AbortController().signal,
};

/** Workers of which only `save` has work. */
const saving = (save: Worker): Workers => ({ poll: idle, fetch: idle, extract: idle, save });

test('a database that others hold for a while is waited for, at taking and at doing', async () => {
  const done: string[] = [];
  let takes = 0;
  const held = () => new RetryLater('database is locked', 5);
  const units = [
    async () => {
      throw held();
    },
    async () => {
      done.push('saved');
    },
  ];
  await runEngine(
    saving({
      take: async () => {
        takes++;
        if (takes === 1) throw held();
        return units.splice(0, 1);
      },
      takeOne: async () => null,
      nextDueMs: async () => (units.length > 0 ? 0 : null),
    }),
    options,
  );
  expect(done).toEqual(['saved']);
});

test('any other error of a worker ends the run', async () => {
  const broken = async () => {
    throw new Error('a fault');
  };
  const worker = saving({ ...idle, take: async () => [broken], nextDueMs: async () => 0 });
  await expect(runEngine(worker, options)).rejects.toThrow('a fault');
});
