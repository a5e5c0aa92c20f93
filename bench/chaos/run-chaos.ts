// The same stories twice: undisturbed in one process, and by many processes that are killed while they work, with their
// servers. Compares what comes out. Knows processes, servers and records; nothing of stories.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@civicwire/shared';
import { checkStore, openStore } from '@civicwire/store';
import { startStorySite } from '../../packages/cli/src/testing/small-site.ts';
import { onServer, seededRandom } from '../../packages/store/src/testing/databases.ts';
import { type FleetMember, startFleet } from './fleet.ts';
import { emptyQueue, type PrivateServers, preparePrivateServers } from './private-servers.ts';
import { hashRecords, readRecords } from './records.ts';

export interface ChaosPlan {
  readonly seed: number;
  readonly stories: number;
  readonly queue: 'redis' | 'postgres';
  readonly workerKills: number;
  readonly redisKills: number;
  readonly postgresRestarts: number;
  /** Wait with each blow until its share of two thirds of the stories is saved, so that blows fall while there is work. */
  readonly spread: boolean;
  /** Mean time between two blows, in milliseconds. */
  readonly pauseMs: number;
  /** Give up when the work is not done so long after the last blow. */
  readonly patienceMs: number;
}

export interface ChaosResult {
  readonly hashes: { readonly undisturbed: string; readonly disturbed: string };
  /** Up to three records that only one side has. */
  readonly differences: readonly string[];
  readonly saved: number;
  readonly waiting: number;
  /** Stories by the state in which they stand. */
  readonly byState: Readonly<Record<string, number>>;
  readonly dropped: Readonly<Record<string, number>>;
  /** What the store's own check found wrong. */
  readonly wrong: readonly string[];
  /** Of the workers when they were asked to stop at the end; null for one that had only just been started again. */
  readonly exitCodes: readonly (number | null)[];
  /** Blows dealt, by name. */
  readonly blows: Readonly<Record<string, number>>;
  /** Stories saved when the last blow fell: on Redis, that the queue was emptied. */
  readonly savedAtLastBlow: number;
  readonly seconds: { readonly undisturbed: number; readonly disturbed: number };
  readonly words: string;
}

const program = fileURLToPath(new URL('../../packages/cli/bin/civicwire.mjs', import.meta.url));
const fleetKinds = ['poll', 'fetch', 'fetch', 'extract', 'extract', 'save'] as const;

/** `say` is told of each blow. The site and all servers are this function's own; nothing is left behind. */
export async function runChaos(plan: ChaosPlan, say: (line: string) => void): Promise<ChaosResult> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-chaos-site-'));
  const sources = join(folder, 'sources.yaml');
  const site = await startStorySite(plan.stories);
  const servers = await preparePrivateServers();
  try {
    await Promise.all([servers.redis.start(), servers.postgres.start()]);
    writeFileSync(
      sources,
      `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 8}\nsources:\n  - {id: small, name: Small Site, home: {place: Tucson, state: AZ}, feeds: ['${site.url}/feed.xml']}\n`,
    );
    const [calm, wild] = [await makeDatabase(servers, 'calm'), await makeDatabase(servers, 'wild')];
    const calmMs = await timed(() => runOnce(sources, calm));
    say(`undisturbed: ${(calmMs / 1000).toFixed(1)} s`);
    const disturbed = await disturb(plan, servers, sources, wild, say);
    return await compare(calm, wild, { undisturbed: calmMs / 1000, disturbed: disturbed.seconds }, disturbed);
  } finally {
    await servers.remove();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeDatabase({ postgres }: PrivateServers, name: string): Promise<string> {
  await onServer(postgres.url, `create database ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = Date.now();
  await work();
  return Date.now() - startedMs;
}

async function runOnce(sources: string, db: string): Promise<void> {
  const child = spawn(process.execPath, [program, 'run', '--once', '--json', '--sources', sources, '--db', db], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the undisturbed run ended with exit code ${code}; expected 0`);
}

function membersOf({ queue }: ChaosPlan, { redis }: PrivateServers, sources: string, db: string): FleetMember[] {
  return fleetKinds.map((kind, index) => ({
    name: `${kind}-${index}`,
    args: [
      ...['worker', kind, '--sources', sources, '--db', db, '--metrics', 'off', '--log-level', 'error'],
      ...(queue === 'redis' ? ['--redis', redis.url] : ['--queue', 'postgres']),
      ...['--concurrency', kind === 'extract' ? '1' : '8'],
    ],
  }));
}

interface Disturbed {
  readonly seconds: number;
  readonly blows: Record<string, number>;
  readonly savedAtLastBlow: number;
  readonly exitCodes: readonly (number | null)[];
  readonly words: string;
}

async function disturb(
  plan: ChaosPlan,
  servers: PrivateServers,
  sources: string,
  db: string,
  say: (line: string) => void,
): Promise<Disturbed> {
  const random = seededRandom(plan.seed);
  const blows: Record<string, number> = {};
  const startedMs = Date.now();
  const fleet = startFleet(membersOf(plan, servers, sources, db));
  const store = await openStore(db, { clock: systemClock });
  const saved = () =>
    store.counts().then(
      (counts) => counts.saved,
      () => -1,
    );
  try {
    for (const [index, blow] of shuffled(listBlows(plan), random).entries()) {
      await sleep(2 * random() * plan.pauseMs);
      const share = plan.spread ? ((2 / 3) * index) / listBlows(plan).length : 0;
      for (const untilMs = Date.now() + plan.patienceMs; (await saved()) < share * plan.stories; await sleep(200))
        if (Date.now() > untilMs)
          throw new Error(`the work stands still: ${explain(await store.counts(), fleet.words())}`);
      const struck = await strike(blow);
      blows[blow] = (blows[blow] ?? 0) + 1;
      say(`${((Date.now() - startedMs) / 1000).toFixed(1)} s: ${struck}; saved ${await saved()}`);
    }
    if (plan.queue === 'redis') await emptyQueue(servers);
    const savedAtLastBlow = await saved();
    say(`${plan.queue === 'redis' ? 'queue emptied' : 'last blow dealt'}; saved ${savedAtLastBlow}`);
    const untilMs = Date.now() + plan.patienceMs;
    while (Date.now() < untilMs) {
      const { stories, waiting } = await store.counts();
      if (stories >= plan.stories && waiting === 0) break;
      await sleep(500);
    }
    const seconds = (Date.now() - startedMs) / 1000;
    const exitCodes = await fleet.stop();
    return { seconds, blows, savedAtLastBlow, exitCodes, words: fleet.words() };
  } finally {
    await fleet.stop();
    await store.close();
  }

  async function strike(blow: Blow): Promise<string> {
    if (blow === 'worker') return `${await fleet.kill(random())} killed`;
    const server = servers[blow];
    await server.end(blow === 'redis' ? 'SIGKILL' : 'SIGINT');
    await sleep(random() * 1_000);
    await server.start();
    return `${blow} ${blow === 'redis' ? 'killed' : 'stopped'} and started again`;
  }
}

/** Why a run came to what it came to, as far as counts and the workers' last words tell. */
export function explain({ byState }: Pick<ChaosResult, 'byState'>, words: string): string {
  return `${JSON.stringify(byState)}; the workers said:\n${words.slice(-wordsMax)}`;
}

const wordsMax = 6_000;

type Blow = 'worker' | 'redis' | 'postgres';

/** The blows of a plan, not yet in the order in which they fall. */
export function listBlows({ workerKills, redisKills, postgresRestarts }: ChaosPlan): Blow[] {
  const times = (blow: Blow, count: number): Blow[] => Array.from({ length: count }, () => blow);
  return [...times('worker', workerKills), ...times('redis', redisKills), ...times('postgres', postgresRestarts)];
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

async function compare(
  calm: string,
  wild: string,
  seconds: ChaosResult['seconds'],
  { blows, savedAtLastBlow, exitCodes, words }: Disturbed,
): Promise<ChaosResult> {
  const [left, right] = [await readRecords(calm), await readRecords(wild)];
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  const alone = [
    ...left.filter((record) => !inRight.has(record)).map((record) => `undisturbed alone: ${record}`),
    ...right.filter((record) => !inLeft.has(record)).map((record) => `disturbed alone: ${record}`),
  ];
  if (inRight.size < right.length) alone.push(`${right.length - inRight.size} records stand there twice`);
  const store = await openStore(wild, { clock: systemClock });
  const { saved, waiting, byState, droppedByReason } = await store.counts();
  await store.close();
  const wrong = (await checkStore(wild)).filter((check) => check.wrong > 0).map((check) => JSON.stringify(check));
  return {
    hashes: { undisturbed: hashRecords(left), disturbed: hashRecords(right) },
    differences: alone.slice(0, 3).map((record) => record.slice(0, 1_000)),
    saved,
    waiting,
    byState,
    dropped: droppedByReason,
    wrong,
    exitCodes,
    blows,
    savedAtLastBlow,
    seconds,
    words,
  };
}
