// A day of ten thousand outlets in less than an hour: the real workers, ledger (PostgreSQL) and queue (Redis) over a simulated
// web and simulated findings, with a clock that runs faster. Keeps the figures in bench/results/scale.json.
//   node bench/scale/run-day.ts [--outlets 10000] [--hours 24] [--speed 40] [--schedule MINUTES]
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { nothingLost } from '@civicwire/cli';
import { openStore } from '@civicwire/store';
import { onServer } from '@civicwire/store/testing';
import { ensureServices, startServices } from '../../scripts/services.ts';
import { createOutlets } from './outlets.ts';
import { prepareStore } from './prepare-store.ts';
import { describeDay } from './report.ts';
import { readLoad, tableBytes } from './server-load.ts';
import { createSimulatedWeb } from './simulated-web.ts';
import { startWorkers } from './start-workers.ts';
import { type Sample, takeSample } from './take-sample.ts';

const { values } = parseArgs({
  options: {
    outlets: { type: 'string', default: '10000' },
    hours: { type: 'string', default: '24' },
    speed: { type: 'string', default: '40' },
    schedule: { type: 'string' },
  },
});
const [count, hours, speed] = [values.outlets, values.hours, values.speed].map(Number) as [number, number, number];
const scheduleMs = values.schedule === undefined ? null : Number(values.schedule) * 60_000;
/** Any day that is over: what is due in it is due for the queue, whose own clock is the real one. */
const dayStart = Date.UTC(2026, 2, 4);
/** As the program asks by itself. */
const gapMs = 1_000;
const sampleEveryMs = 10 * 60_000;

/** Ctrl-C ends the day early; what was measured until then is told. */
const early = new AbortController();
process.once('SIGINT', () => early.abort());

const missing = ensureServices(['postgres', 'redis']);
if (missing.length > 0) throw new Error(missing.map(({ name, advice }) => `${name}: ${advice}`).join('\n'));
const services = await startServices();
try {
  await runDay(services.env.CIVICWIRE_TEST_POSTGRES ?? '', services.env.CIVICWIRE_TEST_REDIS ?? '');
} finally {
  await services.stop();
}

async function runDay(server: string, redis: string): Promise<void> {
  await createDatabase(server, 'scale');
  const db = Object.assign(new URL(server), { pathname: '/scale' }).href;
  const outlets = createOutlets(count, hours);
  const clock = { startedMs: Number.NaN, nowMs: () => dayNow() };
  const dayNow = (): number =>
    Number.isNaN(clock.startedMs) ? dayStart : dayStart + (performance.now() - clock.startedMs) * speed;
  const store = await openStore(db, { clock });
  process.stderr.write(`${count} outlets are put into the store\n`);
  await prepareStore(store, db, outlets, dayStart);
  const web = createSimulatedWeb({ outlets, hostTurns: store.hostTurns, speed, gapMs, dayStart, nowMs: dayNow });
  const before = { ...(await readLoad(db, redis)), tables: await tableBytes(db), counts: await store.counts() };
  const cpu = process.cpuUsage();
  clock.startedMs = performance.now();
  const stop = new AbortController();
  const workers = await startWorkers({ db, redis, clock, speed, scheduleMs, outlets, web, signal: stop.signal });
  const samples = await watch(dayNow, async (hour) =>
    takeSample(store, workers.queue, { hour, polls: web.figures().requests.feed, load: await readLoad(db, redis) }),
  );
  stop.abort();
  await workers.ended;
  const used = process.cpuUsage(cpu);
  const counts = await store.counts();
  const day = {
    options: {
      outlets: count,
      hours: samples.at(-1)?.hour ?? 0,
      speed,
      scheduleMinutes: scheduleMs === null ? null : scheduleMs / 60_000,
    },
    machine: { node: process.version, wallSeconds: (performance.now() - clock.startedMs) / 1_000 },
    web: web.figures(),
    tally: workers.tally(),
    nothingLost: nothingLost(counts),
    counts,
    nodeCpuSeconds: (used.user + used.system) / 1e6,
    nodePeakMiB: process.resourceUsage().maxRSS / 1_024,
    before,
    after: { ...(await readLoad(db, redis)), tables: await tableBytes(db) },
    samples,
  };
  await store.close();
  mkdirSync(new URL('../results/', import.meta.url), { recursive: true });
  writeFileSync(new URL('../results/scale.json', import.meta.url), `${JSON.stringify(day, null, 1)}\n`);
  console.log(describeDay(day).join('\n'));
}

/** A server that has just begun to listen may still be starting. */
async function createDatabase(server: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await onServer(server, `create database ${name}`);
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(200);
    }
  }
}

/** Looks at everything again and again until the day is over. */
async function watch(dayNow: () => number, look: (hour: number) => Promise<Sample>): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let hour = 0; hour < hours && !early.signal.aborted; ) {
    await sleep(sampleEveryMs / speed, undefined, { signal: early.signal }).catch(() => undefined);
    hour = (dayNow() - dayStart) / 3_600_000;
    const sample = await look(hour);
    samples.push(sample);
    const { saved, polls, waiting, jobs, rssMiB } = sample;
    process.stderr.write(
      `hour ${hour.toFixed(1)}: polls ${polls}, saved ${saved}; due: ${JSON.stringify(waiting)}; queue: ${JSON.stringify(jobs)}; ${Math.round(rssMiB)} MiB\n`,
    );
  }
  return samples;
}
