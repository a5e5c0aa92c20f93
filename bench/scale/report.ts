// The day in words: what was done, how deep the queues were, what it cost. Knows numbers, measures nothing.

import { workKinds } from '@civicwire/shared';
import type { Counts } from '@civicwire/store';
import type { ServerLoad } from './server-load.ts';
import type { WebFigures } from './simulated-web.ts';
import type { Sample } from './take-sample.ts';

export interface Day {
  readonly options: { readonly outlets: number; readonly hours: number; readonly speed: number };
  readonly machine: { readonly node: string; readonly wallSeconds: number };
  readonly web: WebFigures;
  readonly nothingLost: boolean;
  readonly counts: Counts;
  readonly nodeCpuSeconds: number;
  readonly nodePeakMiB: number;
  readonly before: ServerLoad & { readonly tables: readonly TableBytes[]; readonly counts: Counts };
  readonly after: ServerLoad & { readonly tables: readonly TableBytes[] };
  readonly samples: readonly Sample[];
}

interface TableBytes {
  readonly name: string;
  readonly bytes: number;
}

const tablesShown = 12;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const round = (value: number, digits = 1): string => value.toFixed(digits);

/** Milliseconds for a poll and for a story, by least squares over the day's samples: what each sample spent, and on what. */
function fitCosts(
  samples: readonly Sample[],
  seconds: (sample: Sample) => number,
): { readonly pollMs: number; readonly storyMs: number } {
  let [pp, ps, ss, pc, sc] = [0, 0, 0, 0, 0];
  samples.forEach((sample, at) => {
    const before = samples[at - 1];
    if (before === undefined) return;
    const [polls, stories, spent] = [
      sample.polls - before.polls,
      sample.saved - before.saved,
      seconds(sample) - seconds(before),
    ];
    pp += polls * polls;
    ps += polls * stories;
    ss += stories * stories;
    pc += polls * spent;
    sc += stories * spent;
  });
  const determinant = pp * ss - ps * ps;
  return {
    pollMs: ((pc * ss - sc * ps) / determinant) * 1_000,
    storyMs: ((sc * pp - pc * ps) / determinant) * 1_000,
  };
}

export function describeDay(day: Day): string[] {
  const { options, machine, web, counts, before, after, samples } = day;
  const saved = counts.saved - before.counts.saved;
  const polls = web.requests.feed;
  const each = (seconds: number): string => `${round((seconds * 1000) / Math.max(1, saved))} ms a story saved`;
  const postgresSeconds = after.postgresCpuSeconds - before.postgresCpuSeconds;
  const redisSeconds = after.redisCpuSeconds - before.redisCpuSeconds;
  const costLine = (name: string, seconds: (sample: Sample) => number): string => {
    const { pollMs, storyMs } = fitCosts(samples, seconds);
    return `  ${name.padEnd(10)}${round(pollMs).padStart(8)}${round(storyMs).padStart(12)}`;
  };
  return [
    `${options.outlets} outlets, ${round(options.hours)} hours at ${options.speed} times the speed: ${round(machine.wallSeconds)} s on ${machine.node}`,
    `polls ${polls} (${web.notModified} not modified), pages ${web.requests.page}, failures ${web.failures}, held back ${web.heldBack}`,
    `politeness: ${web.violations} violations, smallest pause ${round(web.smallestGapShare, 2)} of the gap`,
    `stories saved ${saved}; waiting ${counts.waiting}; in = out + dropped + waiting: ${day.nothingLost}`,
    '',
    'stage     waiting p50/p95/max        jobs p50/p95/max      oldest due p50/p95/max (simulated s)',
    ...workKinds.map((kind) => {
      const spread = (value: (sample: Sample) => number): string =>
        [0.5, 0.95, 1].map((share) => percentile(samples.map(value), share)).join(' / ');
      const cells = [
        spread((one) => one.waiting[kind]).padEnd(27),
        spread((one) => one.jobs[kind]).padEnd(22),
        spread((one) => one.oldestSeconds[kind]),
      ];
      return `${kind.padEnd(10)}${cells.join('')}`;
    }),
    '',
    `node: ${round(day.nodeCpuSeconds)} s of processor (${each(day.nodeCpuSeconds)}), peak ${round(day.nodePeakMiB, 0)} MiB`,
    `postgres: ${round(postgresSeconds)} s (${each(postgresSeconds)}), ${after.postgresTransactions - before.postgresTransactions} transactions`,
    `redis: ${round(redisSeconds)} s (${each(redisSeconds)}), ${after.redisCommands - before.redisCommands} commands, ${round(Math.max(...samples.map(({ load }) => load.redisBytes)) / 1_048_576)} MiB at most`,
    'by least squares: ms a poll, ms a story',
    costLine('node', (one) => one.nodeCpuSeconds),
    costLine('postgres', (one) => one.load.postgresCpuSeconds),
    costLine('redis', (one) => one.load.redisCpuSeconds),
    `database: ${round((after.postgresBytes - before.postgresBytes) / Math.max(1, saved), 0)} bytes a story saved, of which`,
    ...after.tables.slice(0, tablesShown).map(({ name, bytes }) => {
      const grown = bytes - (before.tables.find((one) => one.name === name)?.bytes ?? 0);
      return `  ${name.padEnd(20)}${round(grown / Math.max(1, saved), 0).padStart(8)}`;
    }),
  ];
}
