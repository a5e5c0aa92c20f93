// `pnpm bench workers`: prints what many processes cost beside one, and what a second extracting process brings.
import { availableParallelism } from 'node:os';
import { type ExtractRound, measureWorkers, type WayCost } from './measure-workers.ts';

const askedGain = 1.8;

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
  for (const { one, two } of rounds) {
    say('one extracting process', one);
    say('two extracting processes', two);
  }
  const sorted = rounds.toSorted((a, b) => gainOf(a) - gainOf(b));
  const gains = rounds.map((round) => `${gainOf(round).toFixed(2)}×`).join(', ');
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined) return;
  const mark = gainOf(median) < askedGain ? ' !' : '';
  console.log(`the second brings ${gains}; median ${gainOf(median).toFixed(2)}×${mark} (asked ${askedGain}×)`);
  const { one, two } = median;
  const [left, room] = [availableParallelism() - two.othersProcessors, (totalMs(two) * one.storiesPerSecond) / 1000];
  console.log(
    `of ${availableParallelism()} processors others left ${left.toFixed(2)}; two at the speed of one each need ${(2 * room).toFixed(2)}, so no more than ${Math.min(2, left / room).toFixed(2)}× was to be had`,
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
