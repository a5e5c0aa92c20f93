// A small seeded part of the whole (`pnpm chaos`): workers and servers killed while they work, the queue emptied; what comes
// out is what one undisturbed process gives. Real processes, real servers of its own.
import { expect, test } from 'vitest';
import { findProgram } from '../../scripts/services.ts';
import { type ChaosPlan, explain, listBlows, runChaos } from './run-chaos.ts';

const small = { seed: 20_261_122, stories: 40, spread: false, pauseMs: 500, patienceMs: 120_000 } as const;
const plans: readonly ChaosPlan[] = [
  { ...small, queue: 'redis', workerKills: 8, redisKills: 2, postgresRestarts: 1 },
  { ...small, queue: 'postgres', workerKills: 5, redisKills: 0, postgresRestarts: 1 },
];
const hasServers = ['redis-server', 'postgres'].every((name) => findProgram(name) !== null);

test.each(hasServers ? plans : [])(
  'killed at random, $queue loses nothing and doubles nothing',
  {
    timeout: 300_000,
  },
  async (plan) => {
    const result = await runChaos(plan, () => undefined);
    const { hashes, differences, saved, waiting, dropped, wrong, exitCodes } = result;
    const why = explain(result, result.words);
    expect({ differences, waiting, dropped, wrong }, why).toEqual({
      differences: [],
      waiting: 0,
      dropped: {},
      wrong: [],
    });
    expect(hashes.disturbed, why).toBe(hashes.undisturbed);
    expect(saved, why).toBe(plan.stories);
    expect(
      exitCodes.filter((code) => code !== 0 && code !== null),
      why,
    ).toEqual([]);
  },
);

test('a plan names every blow once', () => {
  const [plan] = plans as [ChaosPlan];
  expect(listBlows(plan)).toHaveLength(plan.workerKills + plan.redisKills + plan.postgresRestarts);
});
