// The whole way of many stories, by the program itself: from a site on loopback into a SQLite store, then the archive read
// again by the same rules. Knows the program's commands; reads memory from the operating system (Linux only).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one run of the program took. */
interface Cost {
  readonly stories: number;
  readonly seconds: number;
  readonly storiesPerSecond: number;
  /** Of all its threads. */
  readonly processorSeconds: number;
  /** Resident memory: the most, and the means of the second and of the last quarter of the run. Flat when these two are alike. */
  readonly peakMiB: number;
  readonly secondQuarterMiB: number;
  readonly lastQuarterMiB: number;
}

export interface WholeCost {
  readonly run: Cost;
  readonly reextract: Cost;
}

const civicwire = fileURLToPath(new URL('../../packages/cli/bin/civicwire.mjs', import.meta.url));
const pageServer = fileURLToPath(new URL('./page-server.ts', import.meta.url));
const sampleMs = 250;

/** Takes `stories` in and reads them again. Throws when a run ends otherwise than with every story. */
export async function measureWhole(stories: number): Promise<WholeCost> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-whole-'));
  const server = spawn(process.execPath, [pageServer], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const site = `http://127.0.0.1:${String(port).trim()}`;
    const [urls, sources] = [join(folder, 'urls.txt'), join(folder, 'sources.yaml')];
    writeFileSync(urls, Array.from({ length: stories }, (_, n) => `${site}/story-${n}\n`).join(''));
    writeFileSync(sources, 'allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 8}\nsources: []\n');
    const db = `sqlite:${join(folder, 'store.db')}`;
    const run = await costOf(['run', '--urls', urls, '--sources', sources, '--db', db, '--once', '--json'], (line) => {
      const { store } = line as { store: { saved: number } };
      return store.saved;
    });
    const reextract = await costOf(['reextract', '--dry-run', '--db', db, '--json'], (line) => {
      return (line as { stories: number }).stories;
    });
    for (const { stories: done } of [run, reextract])
      if (done !== stories) throw new Error(`bench whole: ${done} of ${stories} stories came through`);
    return { run, reextract };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the program and reads the count of its stories from its line of JSON. */
async function costOf(args: readonly string[], storiesOf: (line: unknown) => number): Promise<Cost> {
  const startedMs = performance.now();
  const program = spawn(process.execPath, [civicwire, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const samples: number[] = [];
  let processorSeconds = 0;
  let [said, complained] = ['', ''];
  program.stdout.on('data', (chunk: Buffer) => {
    said += String(chunk);
  });
  program.stderr.on('data', (chunk: Buffer) => {
    complained = (complained + String(chunk)).slice(-2_000);
  });
  const sampling = setInterval(() => {
    const sample = sampleOf(program.pid ?? 0);
    if (sample === null) return;
    samples.push(sample.mebibytes);
    processorSeconds = sample.processorSeconds;
  }, sampleMs);
  const [code] = (await once(program, 'close')) as [number | null];
  clearInterval(sampling);
  const seconds = (performance.now() - startedMs) / 1000;
  if (code !== 0) throw new Error(`civicwire ${args[0]} ended with ${code}: ${complained}`);
  const stories = storiesOf(JSON.parse(said.trim().split('\n').at(-1) ?? ''));
  const quarter = Math.floor(samples.length / 4);
  return {
    stories,
    seconds,
    storiesPerSecond: stories / seconds,
    processorSeconds,
    peakMiB: Math.max(...samples),
    secondQuarterMiB: mean(samples.slice(quarter, 2 * quarter)),
    lastQuarterMiB: mean(samples.slice(-quarter)),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const ticksPerSecond = 100;

/** Resident memory and time of processor so far; null when the program has ended. */
export function sampleOf(pid: number): { readonly mebibytes: number; readonly processorSeconds: number } | null {
  try {
    const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(kibibytes)
      ? { mebibytes: kibibytes / 1024, processorSeconds: ticks / ticksPerSecond }
      : null;
  } catch {
    return null;
  }
}
