// Killed at any moment, the program loses nothing and doubles nothing: real processes, real kills, a real site.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonLines, runProgram, startProgram } from './testing/run-program.ts';
import { type SmallSite, startStorySite } from './testing/small-site.ts';

const stories = 120;
const kills = 20;
const folder = mkdtempSync(join(tmpdir(), 'civicwire-crash-'));
const sources = join(folder, 'sources.yaml');
let site: SmallSite;

beforeAll(async () => {
  site = await startStorySite(stories);
  writeFileSync(
    sources,
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 4}\nsources:\n  - {id: small, name: Small Site, home: {place: Tucson, state: AZ}, feeds: ['${site.url}/feed.xml']}\n`,
  );
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A fixed sequence of numbers from 0 to 1 (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const kinds = ['stories', 'cities', 'officials', 'quotes', 'stances', 'findings'];

/** Every exported record without its times: what must be the same however often the program was killed. */
async function recordsOf(db: string): Promise<string[]> {
  const records: string[] = [];
  for (const kind of kinds) {
    const { code, stdout } = await runProgram(['export', kind, '--db', db]);
    expect(code).toBe(0);
    for (const row of jsonLines(stdout)) {
      const timeless = Object.entries(row).filter(([name]) => !/(?:_at|^attempts|^last_error)$/.test(name));
      records.push(`${kind} ${JSON.stringify(Object.fromEntries(timeless))}`);
    }
  }
  return records.sort();
}

/** Up to three records that only one side has, shortened; empty when both sides are the same. */
function differences(left: readonly string[], right: readonly string[]): string[] {
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  const alone = [...left.filter((record) => !inRight.has(record)), ...right.filter((record) => !inLeft.has(record))];
  return alone.slice(0, 3).map((record) => record.slice(0, 2_000));
}

test(`a run that is killed ${kills} times gives the records of an undisturbed one`, { timeout: 300_000 }, async () => {
  const undisturbed = `sqlite:${join(folder, 'undisturbed.db')}`;
  const killed = `sqlite:${join(folder, 'killed.db')}`;
  const startedMs = Date.now();
  const first = await runProgram(['run', '--once', '--sources', sources, '--db', undisturbed, '--json']);
  const runMs = Date.now() - startedMs;
  expect(first.code, first.stderr).toBe(0);
  const random = seeded(20_261_122);
  for (let kill = 0; kill < kills; kill++) {
    const { child, ended } = startProgram(['run', '--once', '--sources', sources, '--db', killed]);
    // From before the database is open to when most of the work is done.
    await sleep(100 + random() * Math.min(runMs, 4_000));
    child.kill('SIGKILL');
    await ended;
  }
  const last = await runProgram(['run', '--once', '--sources', sources, '--db', killed]);
  expect(last.code, last.stderr).toBe(0);
  const records = await recordsOf(killed);
  expect(differences(records, await recordsOf(undisturbed))).toEqual([]);
  expect(records.filter((record) => record.startsWith('stories ')).length).toBe(stories);
  expect(new Set(records).size).toBe(records.length);
});

test('a second run over the same site changes no record', { timeout: 180_000 }, async () => {
  const db = `sqlite:${join(folder, 'undisturbed.db')}`;
  const before = await recordsOf(db);
  const { code, stderr } = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
  expect(code, stderr).toBe(0);
  expect(differences(await recordsOf(db), before)).toEqual([]);
});

test('Ctrl-C stops cleanly and the next run goes on', { timeout: 180_000 }, async () => {
  const db = `sqlite:${join(folder, 'stopped.db')}`;
  const { child, ended, said } = startProgram(['run', '--once', '--sources', sources, '--db', db]);
  await said('Ctrl-C stops');
  await sleep(700);
  child.kill('SIGINT');
  const stopped = await ended;
  expect(stopped.code, stopped.stderr).toBe(0);
  expect(stopped.stdout).toContain('stopped, the next run goes on from here');
  const { code } = await runProgram(['run', '--once', '--sources', sources, '--db', db]);
  expect(code).toBe(0);
  expect(differences(await recordsOf(db), await recordsOf(`sqlite:${join(folder, 'undisturbed.db')}`))).toEqual([]);
});
