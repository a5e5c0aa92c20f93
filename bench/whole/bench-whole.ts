// `pnpm bench whole`: prints what the whole way of many stories costs beside what is asked, and keeps it in bench/results/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { measureWhole } from './measure-whole.ts';

/** Stories a second in one process, and memory. */
const asked = { runPerSecond: 60, peakMiB: 600, reextractSeconds: 180, reextractStories: 100_000 };

/** A shorter run is mostly warming up: it is shown and not kept. */
const keptFrom = 5_000;

/** Measures with so many stories; throws when `stories` is no whole number from 100 to a million. */
export async function benchWhole(stories: number): Promise<void> {
  if (!Number.isInteger(stories) || stories < 100 || stories > 1_000_000)
    throw new Error(`bench whole: --stories ${stories}; expected a whole number from 100 to 1000000`);
  const cost = await measureWhole(stories);
  const reextractPerSecond = asked.reextractStories / asked.reextractSeconds;
  for (const [name, perSecond, { seconds, storiesPerSecond, processorSeconds, ...memory }] of [
    ['run', asked.runPerSecond, cost.run],
    ['reextract --dry-run', reextractPerSecond, cost.reextract],
  ] as const) {
    console.log(
      `${name}: ${stories} stories in ${seconds.toFixed(1)} s, ${storiesPerSecond.toFixed(0)} a second${storiesPerSecond < perSecond ? ' !' : ''} (asked ${perSecond.toFixed(0)}), ${((1000 * processorSeconds) / stories).toFixed(2)} ms of processor each; memory at most ${memory.peakMiB.toFixed(0)} MiB (asked < ${asked.peakMiB}), second quarter ${memory.secondQuarterMiB.toFixed(0)}, last ${memory.lastQuarterMiB.toFixed(0)}`,
    );
  }
  if (stories < keptFrom) return;
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('whole.json', folder), `${JSON.stringify({ node: process.version, ...cost }, null, 2)}\n`);
}
