// A program of its own: polls a thousand feeds twice, as `civicwire run` does, and says what that cost as one line of JSON.
// Argument: the server's port. The first round finds every story, the second is answered "not modified".
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPollWorker, createTally } from '@civicwire/cli';
import { createFetcher } from '@civicwire/ingest';
import { silentLogger, systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';

const port = Number(process.argv[2]);
const feeds = 1_000;
const atOnce = 128;

const folder = mkdtempSync(join(tmpdir(), 'civicwire-bench-'));
const store = await openStore(`sqlite:${join(folder, 'store.db')}`, { clock: systemClock });
const schedules = new Map<string, number | null>();
for (let at = 0; at < feeds; at++) {
  const id = `outlet-${at}`;
  const url = `http://127.1.${at >> 8}.${at & 255}:${port}/feed.xml`;
  await store.upsertSource({ id, name: id, home: null, national: true });
  await store.upsertFeed({ sourceId: id, url, kind: 'feed' });
  schedules.set(url, null);
}
const fetcher = createFetcher({
  userAgent: 'Bench/1',
  clock: systemClock,
  allowAddresses: ['127.0.0.0/8'],
  politeness: { gapMs: 0 },
  hostTurns: store.hostTurns,
});
const tally = createTally();
const worker = createPollWorker(store, fetcher, schedules, tally, silentLogger, systemClock);

async function pollAll(): Promise<{ readonly polls: number; readonly wallMs: number; readonly cpuMsPerPoll: number }> {
  const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
  let polls = 0;
  for (;;) {
    const jobs = await worker.take(atOnce, 120_000);
    if (jobs.length === 0) break;
    await Promise.all(jobs.map((job) => job()));
    polls += jobs.length;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { polls, wallMs: performance.now() - startedMs, cpuMsPerPoll: (user + system) / 1000 / polls };
}

const first = await pollAll();
await store.pollNow();
const second = await pollAll();
await fetcher.close();
await store.close();
rmSync(folder, { recursive: true, force: true });
const { polled, pollsFailed, found } = tally.snapshot().counts;
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ first, second, polled, pollsFailed, found, peakMiB }));
