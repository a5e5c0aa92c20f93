// What many processes cost beside one, and what a second extracting process brings: the same stories from a site on loopback
// into PostgreSQL, once by `run`, once by workers over Redis; then extraction alone, by one and by two. Servers of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { onServer } from '@civicwire/store/testing';
import { type Fleet, type FleetMember, startFleet } from '../chaos/fleet.ts';
import { emptyQueue, type PrivateServers, preparePrivateServers } from '../chaos/private-servers.ts';
import { sampleOf } from '../whole/measure-whole.ts';

/** One way of doing it. */
export interface WayCost {
  readonly seconds: number;
  readonly storiesPerSecond: number;
  /** Of our processes, without the servers'. */
  readonly processorMsPerStory: number;
}

export interface WorkersCost {
  readonly stories: number;
  readonly oneProcess: WayCost;
  readonly workers: WayCost;
  readonly oneExtract: WayCost;
  readonly twoExtract: WayCost;
}

const civicwire = fileURLToPath(new URL('../../packages/cli/bin/civicwire.mjs', import.meta.url));
const pageServer = fileURLToPath(new URL('../whole/page-server.ts', import.meta.url));
/** Each look costs the database a count. */
const lookMs = 250;
/** Nobody saves while extraction is measured alone: more than this and it would rest, as the queue behind it is full. */
const extractedMax = 900;

interface Place {
  readonly servers: PrivateServers;
  readonly site: string;
  readonly sources: string;
  readonly urls: string;
  readonly stories: number;
}

/** Throws when a story does not come through. */
export async function measureWorkers(stories: number): Promise<WorkersCost> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-workers-'));
  const server = spawn(process.execPath, [pageServer], { stdio: ['ignore', 'pipe', 'inherit'] });
  const servers = await preparePrivateServers();
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const site = `http://127.0.0.1:${String(port).trim()}`;
    const [urls, sources] = [join(folder, 'urls.txt'), join(folder, 'sources.yaml')];
    writeFileSync(urls, Array.from({ length: stories }, (_, n) => `${site}/story-${n}\n`).join(''));
    writeFileSync(sources, 'allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 8}\nsources: []\n');
    await Promise.all([servers.redis.start(), servers.postgres.start()]);
    const place = { servers, site, sources, urls, stories };
    const extracted = { ...place, stories: Math.min(stories, extractedMax) };
    return {
      stories,
      oneProcess: await runAlone(place),
      workers: await measureFleet(place, 'workers', ['fetch', 'extract', 'save'], 'saved', false),
      oneExtract: await measureFleet(extracted, 'one', ['extract'], 'extracted', true),
      twoExtract: await measureFleet(extracted, 'two', ['extract', 'extract'], 'extracted', true),
    };
  } finally {
    server.kill();
    await servers.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeDatabase({ servers: { postgres } }: Place, name: string): Promise<string> {
  await onServer(postgres.url, `create database ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** From the first story that is done to the last, as for the fleet. */
async function runAlone(place: Place): Promise<WayCost> {
  const db = await makeDatabase(place, 'alone');
  const store = await openStore(db, { clock: systemClock });
  const args = ['run', '--urls', place.urls, '--sources', place.sources, '--db', db, '--once', '--json'];
  const child = spawn(process.execPath, [civicwire, ...args], { stdio: 'ignore' });
  const gone = once(child, 'close');
  try {
    return await watch(place.stories, 'saved', store, () => [child.pid ?? 0]);
  } finally {
    await gone;
    await store.close();
  }
}

/** The workers are warm and the ledger is full before the queue comes up: then all begin at once. */
async function measureFleet(
  place: Place,
  name: string,
  kinds: readonly string[],
  until: 'saved' | 'extracted',
  fetched: boolean,
): Promise<WayCost> {
  const { servers, sources, stories } = place;
  const db = await makeDatabase(place, name);
  const store = await openStore(db, { clock: systemClock });
  await servers.redis.end('SIGKILL');
  const members: FleetMember[] = kinds.map((kind, index) => ({
    name: `${kind}-${index}`,
    args: [
      ...['worker', kind, '--sources', sources, '--db', db, '--redis', servers.redis.url, '--metrics', 'off'],
      ...(kind === 'extract' ? ['--concurrency', '1'] : []),
    ],
  }));
  const fleet = startFleet(members);
  try {
    await fill(store, place, fetched);
    while ((fleet.words().match(/works for/g)?.length ?? 0) < kinds.length) await sleep(lookMs);
    await servers.redis.start();
    return await watch(stories, until, store, () => pidsOf(fleet));
  } finally {
    await fleet.stop();
    await emptyQueue(servers);
    await store.close();
  }
}

const pidsOf = (fleet: Fleet): readonly number[] => [...fleet.pids().values()];

async function fill(store: Store, { site, stories }: Place, fetched: boolean): Promise<void> {
  await store.upsertSource({ id: 'paper', name: 'Paper', home: null, national: false });
  for (let n = 0; n < stories; n++) {
    const url = `${site}/story-${n}`;
    const { added } = await store.discover([{ sourceId: 'paper', url, urlKey: url }]);
    if (!fetched) continue;
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const answer = { bytes, status: 200, contentType: 'text/html; charset=utf-8', headers: {}, finalUrl: url };
    await store.recordSnapshot(added[0] ?? '', { ...answer, fetchedAtMs: Date.now() });
  }
}

/** Time and processor between the first tenth of the stories and the last. */
async function watch(
  stories: number,
  until: 'saved' | 'extracted',
  store: Store,
  pids: () => readonly number[],
): Promise<WayCost> {
  let began: { readonly ms: number; readonly done: number; readonly processor: number } | null = null;
  for (;;) {
    const done = (await store.counts())[until];
    const processor = processorSecondsOf(pids());
    const nowMs = performance.now();
    if (began === null && done >= stories / 10) began = { ms: nowMs, done, processor };
    if (began !== null && done >= 0.95 * stories) {
      const [seconds, count] = [(nowMs - began.ms) / 1000, done - began.done];
      const processorMsPerStory = (1000 * (processor - began.processor)) / count;
      return { seconds, storiesPerSecond: count / seconds, processorMsPerStory };
    }
    await sleep(lookMs);
  }
}

function processorSecondsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (sampleOf(pid)?.processorSeconds ?? 0), 0);
}
