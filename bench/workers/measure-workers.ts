// What many processes cost beside one, and what a second extracting process brings: the same stories from a site on loopback
// into PostgreSQL, once by `run`, once by workers over Redis; then extraction alone, by one and by two. Servers of its own.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { onServer } from '@civicwire/store/testing';
import { Redis } from 'ioredis';
import { type Fleet, type FleetMember, startFleet } from '../chaos/fleet.ts';
import { emptyQueue, type PrivateServers, preparePrivateServers } from '../chaos/private-servers.ts';
import { secondsOfChild, secondsOfFamily, secondsOfMachine } from '../processor-time.ts';
import { sampleOf } from '../whole/measure-whole.ts';

/** One way of doing it. Processor time is of the part of the stories over which it was measured. */
export interface WayCost {
  readonly seconds: number;
  readonly storiesPerSecond: number;
  /** Of our processes, without the servers'. */
  readonly processorMsPerStory: number;
  readonly postgresMsPerStory: number;
  readonly redisMsPerStory: number;
  /** Processors that others on this machine used meanwhile. */
  readonly othersProcessors: number;
}

/** One and two extracting processes, measured one after the other. */
export interface ExtractRound {
  readonly one: WayCost;
  readonly two: WayCost;
  /** What a second process brings that does nothing but read the same pages, without store or queue: the machine gives no more. */
  readonly gainOfReading: number;
}

export interface WorkersCost {
  readonly stories: number;
  readonly oneProcess: WayCost;
  readonly workers: WayCost;
  readonly rounds: readonly ExtractRound[];
}

const civicwire = fileURLToPath(new URL('../../packages/cli/bin/civicwire.mjs', import.meta.url));
const pageServer = fileURLToPath(new URL('../whole/page-server.ts', import.meta.url));
/** Each look costs the database a count. */
const lookMs = 1_000;
const pageReader = fileURLToPath(new URL('./read-pages.ts', import.meta.url));
/**
 * Nobody saves while extraction is measured alone, and a full queue would make it rest: so often, what is queued beyond some
 * is given to nobody. Were it forgotten, or none left, the ledger would tell the queue of it again.
 */
const takeMs = 300;
const leftInQueue = 500;
/** The second of two processes begins as cold as the first: what is compiled while it runs is not counted. */
const warmShare = 0.5;
const roundsOfExtraction = 3;

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
    const oneProcess = await runAlone(place);
    const workers = await measureFleet(place, 'workers', ['fetch', 'extract', 'save'], 'saved', null);
    const filled = await makeDatabase(place, 'filled');
    await fill(filled, place, true);
    const rounds: ExtractRound[] = [];
    for (let round = 0; round < roundsOfExtraction; round++)
      rounds.push({
        one: await measureFleet(place, `one_${round}`, ['extract'], 'extracted', 'filled'),
        two: await measureFleet(place, `two_${round}`, ['extract', 'extract'], 'extracted', 'filled'),
        gainOfReading: await gainOfReading(site),
      });
    return { stories, oneProcess, workers, rounds };
  } finally {
    server.kill();
    await servers.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeDatabase(
  { servers: { postgres } }: Place,
  name: string,
  like: string | null = null,
): Promise<string> {
  await onServer(postgres.url, `create database ${name}${like === null ? '' : ` template ${like}`}`);
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
    return await watch(place.stories, 'saved', 0.1, store, () => [child.pid ?? 0]);
  } finally {
    await gone;
    await store.close();
  }
}

/** The workers are there and the ledger is full before the queue comes up: then all begin at once. `like`: a filled database. */
async function measureFleet(
  place: Place,
  name: string,
  kinds: readonly string[],
  until: 'saved' | 'extracted',
  like: string | null,
): Promise<WayCost> {
  const { servers, sources, stories } = place;
  const db = await makeDatabase(place, name, like);
  if (like === null) await fill(db, place, false);
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
  const taking = new AbortController();
  try {
    while ((fleet.words().match(/works for/g)?.length ?? 0) < kinds.length) await sleep(lookMs);
    await servers.redis.start();
    const [taken, warm] = until === 'saved' ? [null, 0.1] : [takeSaving(servers, taking.signal), warmShare];
    const cost = await watch(stories, until, warm, store, () => pidsOf(fleet));
    taking.abort();
    await taken;
    return cost;
  } finally {
    taking.abort();
    await fleet.stop();
    await emptyQueue(servers);
    await store.close();
  }
}

/** As if somebody saved, at no cost. */
async function takeSaving({ redis }: PrivateServers, signal: AbortSignal): Promise<void> {
  const client = new Redis(redis.url);
  const [waiting, active] = ['bull:civicwire-save:wait', 'bull:civicwire-save:active'] as const;
  while (!signal.aborted) {
    const more = (await client.llen(waiting)) - leftInQueue;
    if (more > 0) {
      const some = client.pipeline();
      for (let n = 0; n < more; n++) some.lmove(waiting, active, 'RIGHT', 'LEFT');
      await some.exec();
    }
    await sleep(takeMs, undefined, { signal }).catch(() => undefined);
  }
  client.disconnect();
}

/** How many times as many pages two processes read as one. */
async function gainOfReading(site: string): Promise<number> {
  const pagesPerSecond = async () => Number((await promisify(execFile)(process.execPath, [pageReader, site])).stdout);
  const alone = await pagesPerSecond();
  const [first, second] = await Promise.all([pagesPerSecond(), pagesPerSecond()]);
  return (first + second) / alone;
}

const pidsOf = (fleet: Fleet): readonly number[] => [...fleet.pids().values()];

async function fill(db: string, { site, stories }: Place, fetched: boolean): Promise<void> {
  const store = await openStore(db, { clock: systemClock });
  await store.upsertSource({ id: 'paper', name: 'Paper', home: null, national: false });
  for (let n = 0; n < stories; n++) {
    const url = `${site}/story-${n}`;
    const { added } = await store.discover([{ sourceId: 'paper', url, urlKey: url }]);
    if (!fetched) continue;
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const answer = { bytes, status: 200, contentType: 'text/html; charset=utf-8', headers: {}, finalUrl: url };
    await store.recordSnapshot(added[0] ?? '', { ...answer, fetchedAtMs: Date.now() });
  }
  await store.close();
}

interface Look {
  readonly seconds: number;
  readonly done: number;
  readonly workers: number;
  readonly postgres: number;
  readonly redis: number;
  readonly others: number;
}

/** From when `warm` (a share) of the stories are done until nearly all are. */
async function watch(
  stories: number,
  until: 'saved' | 'extracted',
  warm: number,
  store: Store,
  pids: () => readonly number[],
): Promise<WayCost> {
  let began: Look | null = null;
  let last: Look | null = null;
  for (;;) {
    const look = lookNow((await store.counts())[until], pids());
    if (began === null && look.done >= warm * stories) began = look;
    if (began !== null && look.done >= 0.95 * stories) {
      // Where all are done, they may have been for a while.
      const ended = look.done >= stories && last !== null && last !== began ? last : look;
      return costBetween(began, ended);
    }
    last = look;
    await sleep(lookMs);
  }
}

function lookNow(done: number, pids: readonly number[]): Look {
  const workers = pids.reduce((sum, pid) => sum + (sampleOf(pid)?.processorSeconds ?? 0), 0);
  const [postgres, redis] = [secondsOfChild('postgres'), secondsOfChild('redis-server')];
  const others = secondsOfMachine() - secondsOfFamily();
  return { seconds: performance.now() / 1000, done, workers, postgres, redis, others };
}

function costBetween(began: Look, ended: Look): WayCost {
  const [seconds, count] = [ended.seconds - began.seconds, ended.done - began.done];
  const msOf = (name: 'workers' | 'postgres' | 'redis') => (1000 * (ended[name] - began[name])) / count;
  return {
    seconds,
    storiesPerSecond: count / seconds,
    processorMsPerStory: msOf('workers'),
    postgresMsPerStory: msOf('postgres'),
    redisMsPerStory: msOf('redis'),
    othersProcessors: Math.max(0, (ended.others - began.others) / seconds),
  };
}
