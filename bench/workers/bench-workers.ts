// `pnpm bench workers`: prints what many processes cost beside one, and what a second extracting process brings.
import { availableParallelism } from 'node:os';
import { type ExtractRound, measureWorkers, type WayCost } from './measure-workers.ts';

const askedGain = 1.8;
/** Where others used more, a round measures them. */
const othersMax = 0.25;

/** Measures with so many stories; throws when `stories` is no whole number from 100 to 100,000. */
export async function benchWorkers(stories: number): Promise<void> {
  if (!Number.isInteger(stories) || stories < 100 || stories > 100_000)
    throw new Error(`bench workers: --stories ${stories}; expected a whole number from 100 to 100000`);
  const { oneProcess, workers, rounds } = await measureWorkers(stories);
  say('one process (run)', oneProcess);
  say('fetch, extract and save workers over Redis', workers);
  const more = workers.processorMsPerStory / oneProcess.processorMsPerStory;
  const moreInAll = totalMs(workers) / totalMs(oneProcess);
  console.log(
    `many processes cost ${more.toFixed(2)}× the processor of one, ${moreInAll.toFixed(2)}× with the servers'`,
  );
  for (const { one, two, gainOfReading } of rounds) {
    say('one extracting process', one);
    say('two extracting processes', two);
    console.log(
      `the same pages read by processes that do nothing else: the second brings ${gainOfReading.toFixed(2)}×`,
    );
  }
  const quiet = rounds.filter(({ one, two }) => Math.max(one.othersProcessors, two.othersProcessors) <= othersMax);
  const gains = (quiet.length > 0 ? quiet : rounds).map(gainOf).toSorted((a, b) => a - b);
  const gain = gains[Math.floor(gains.length / 2)] ?? 0;
  const mark = gain < askedGain || quiet.length === 0 ? ' !' : '';
  console.log(
    `the second brings ${gain.toFixed(2)}×${mark} (asked ${askedGain}×), the median of ${quiet.length > 0 ? `the ${quiet.length} of ${rounds.length} rounds in which others used no more than ${othersMax} processors` : `${rounds.length} rounds, in each of which others used more than ${othersMax} processors: it says little`}`,
  );
  const mean = (which: 'one' | 'two') => rounds.reduce((sum, round) => sum + totalMs(round[which]), 0) / rounds.length;
  console.log(
    `with the servers' a story costs ${mean('one').toFixed(2)} ms of processor by one and ${mean('two').toFixed(2)} by two: ${availableParallelism()} processors carry ${((1000 * availableParallelism()) / mean('two')).toFixed(0)} a second at most`,
  );
}

const gainOf = ({ one, two }: ExtractRound): number => two.storiesPerSecond / one.storiesPerSecond;

const totalMs = (cost: WayCost): number => cost.processorMsPerStory + cost.postgresMsPerStory + cost.redisMsPerStory;

function say(name: string, cost: WayCost): void {
  const { storiesPerSecond, processorMsPerStory, postgresMsPerStory, redisMsPerStory, othersProcessors } = cost;
  console.log(
    `${name}: ${storiesPerSecond.toFixed(1)} stories a second; processor ${processorMsPerStory.toFixed(2)} ms each, PostgreSQL ${postgresMsPerStory.toFixed(2)}, Redis ${redisMsPerStory.toFixed(2)}; others used ${othersProcessors.toFixed(2)} processors`,
  );
}
