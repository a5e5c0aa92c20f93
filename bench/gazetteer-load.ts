// What the gazetteer costs a fresh process: the time from file to first look-up, and the heap that it keeps.
// Knows the data file; nothing of stories. Run alone (`node --expose-gc bench/gazetteer-load.ts`) it prints one reading as JSON.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openGazetteer } from '@civicwire/extract';

export interface GazetteerLoad {
  readonly milliseconds: number;
  /** Megabytes of heap and of buffers beside it. */
  readonly megabytes: number;
}

/** The most that is asked of the gazetteer. */
export const gazetteerAsked: GazetteerLoad = { milliseconds: 60, megabytes: 20 };

/** The median of several fresh processes. */
export function measureGazetteerLoad(processes: number): GazetteerLoad {
  const script = fileURLToPath(import.meta.url);
  const readings = Array.from(
    { length: processes },
    () => JSON.parse(execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' })) as GazetteerLoad,
  );
  const middle = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    milliseconds: middle(readings.map(({ milliseconds }) => milliseconds)),
    megabytes: middle(readings.map(({ megabytes }) => megabytes)),
  };
}

function loadOnce(): GazetteerLoad {
  const file = new URL('../packages/extract/data/places/gazetteer.tsv', import.meta.url);
  const before = heldBytes();
  const startedMs = performance.now();
  const gazetteer = openGazetteer(readFileSync(file, 'utf8'));
  if (!gazetteer.lookup('tucson')) throw new Error('expected the gazetteer to know Tucson');
  const milliseconds = performance.now() - startedMs;
  const megabytes = (heldBytes() - before) / 1e6;
  if (!gazetteer.lookup('mesa')) throw new Error('expected the gazetteer to know Mesa');
  return { milliseconds, megabytes };
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (import.meta.main) console.log(JSON.stringify(loadOnce()));
