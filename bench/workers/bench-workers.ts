// `pnpm bench workers`: prints what many processes cost beside one, and what a second extracting process brings.
import { measureWorkers, type WayCost } from './measure-workers.ts';

const askedGain = 1.8;

/** Measures with so many stories; throws when `stories` is no whole number from 100 to 100,000. */
export async function benchWorkers(stories: number): Promise<void> {
  if (!Number.isInteger(stories) || stories < 100 || stories > 100_000)
    throw new Error(`bench workers: --stories ${stories}; expected a whole number from 100 to 100000`);
  const { oneProcess, workers, oneExtract, twoExtract } = await measureWorkers(stories);
  const say = (name: string, { storiesPerSecond, processorMsPerStory }: WayCost) =>
    console.log(
      `${name}: ${storiesPerSecond.toFixed(1)} stories a second, ${processorMsPerStory.toFixed(2)} ms of processor each`,
    );
  say('one process (run)', oneProcess);
  say('fetch, extract and save workers over Redis', workers);
  console.log(
    `many processes cost ${(workers.processorMsPerStory / oneProcess.processorMsPerStory).toFixed(2)}× the processor of one`,
  );
  say('one extracting process', oneExtract);
  say('two extracting processes', twoExtract);
  const gain = twoExtract.storiesPerSecond / oneExtract.storiesPerSecond;
  console.log(
    `the second brings ${gain.toFixed(2)}×${gain < askedGain ? ' !' : ''} (asked ${askedGain}×), at ${(twoExtract.processorMsPerStory / oneExtract.processorMsPerStory).toFixed(2)}× the processor a story`,
  );
}
