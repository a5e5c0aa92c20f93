// The whole of it, as a command: 2,000 stories, 50 kills of workers, 5 of Redis, 3 restarts of PostgreSQL, and the queue
// emptied. `pnpm chaos [redis|postgres] [--stories N] [--kills N] [--pause MS] [--seed N]`; exit code 1 when anything differs.
import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stories: { type: 'string', default: '2000' },
    kills: { type: 'string' },
    pause: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20261122' },
    words: { type: 'boolean', default: false },
  },
});
const queue = positionals[0] === 'postgres' ? 'postgres' : 'redis';
const { words, ...result } = await runChaos(
  {
    queue,
    spread: true,
    seed: Number(values.seed),
    stories: Number(values.stories),
    workerKills: Number(values.kills ?? (queue === 'redis' ? 50 : 20)),
    redisKills: queue === 'redis' ? 5 : 0,
    postgresRestarts: 3,
    pauseMs: Number(values.pause),
    patienceMs: 600_000,
  },
  (line) => console.error(line),
);
if (values.words) console.error(words);
console.log(JSON.stringify(result, null, 2));
const { hashes, wrong, waiting } = result;
process.exitCode = hashes.undisturbed === hashes.disturbed && wrong.length === 0 && waiting === 0 ? 0 : 1;
