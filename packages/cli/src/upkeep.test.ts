// Looking after the store as its operator does: the real program on a real run's records.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDialects } from '@civicwire/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { type SmallSite, startStorySite } from './testing/small-site.ts';

const stories = 5;
const patienceMs = 180_000;
const folder = mkdtempSync(join(tmpdir(), 'civicwire-upkeep-'));
const sources = join(folder, 'sources.yaml');
const made: TestDatabase[] = [];
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
  for (const database of made) await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

const make = async (kind = testDialects[0]): Promise<string> => {
  const database = await kind?.create();
  if (database === undefined) throw new Error('no kind of database');
  made.push(database);
  return database.url;
};

interface Table {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

async function succeed(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runProgram(args);
  expect(code, stderr).toBe(0);
  return stdout;
}

const tablesOf = (stdout: string) => jsonLines(stdout)[0]?.tables as readonly Table[];

/** Counts and hashes of every table, by a copy that is not made. */
const hashesOf = async (db: string) =>
  tablesOf(await succeed('db', 'copy', db, join(folder, 'never.db'), '--dry-run', '--json'));

const run = (db: string) => succeed('run', '--once', '--sources', sources, '--db', db);

/** When each feed and host was asked last: the one thing that a run without news writes. */
const schedule = new Set(['feed', 'host_turn']);

describe.each(testDialects.slice(-1).map((kind) => ({ name: kind.name, kind })))(
  'a run’s records',
  ({ name, kind }) => {
    test(`go to ${name} and back the same, are whole there, and a run over the same site writes no row`, {
      timeout: patienceMs,
    }, async () => {
      const [first, there, back] = [await make(), await make(kind), await make()];
      await run(first);
      const copied = tablesOf(await succeed('db', 'copy', first, there, '--json'));
      expect(copied.find(({ table }) => table === 'story')?.rows).toBe(stories);
      expect(copied.find(({ table }) => table === 'stance')?.rows).toBeGreaterThan(0);
      expect(await succeed('db', 'copy', there, back)).toContain('counts and hashes are equal on both sides');
      expect(await hashesOf(back)).toEqual(copied);
      await run(there);
      const records = (tables: readonly Table[]) => tables.filter(({ table }) => !schedule.has(table));
      expect(records(await hashesOf(there))).toEqual(records(copied));
      expect(await succeed('db', 'check', '--snapshots', '--db', there)).toMatch(/ checks, 0 failed/);
      expect(existsSync(join(folder, 'never.db'))).toBe(false);
    });
  },
);

/** Runs the program in a shell that lets no file grow beyond so many KiB: to the program a disk that is full. */
async function runOnFullDisk(kibibytes: number, args: readonly string[]): Promise<{ code: number; stderr: string }> {
  const program = fileURLToPath(new URL('../bin/civicwire.mjs', import.meta.url));
  const script = `ulimit -f ${kibibytes}; exec "$@"`;
  const child = spawn('bash', ['-c', script, 'bash', process.execPath, program, ...args]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number];
  return { code, stderr };
}

test('a full disk is one clear error, and the next run goes on with all that was kept', {
  timeout: patienceMs,
}, async () => {
  const db = await make();
  const file = db.slice('sqlite:'.length);
  await succeed('status', '--db', db);
  const stopped = await runOnFullDisk(700, ['run', '--once', '--sources', sources, '--db', db]);
  expect(stopped.code, stopped.stderr).toBe(3);
  expect(stopped.stderr).toContain(`civicwire: database ${file}: the disk takes no more (`);
  expect(stopped.stderr).toContain('Nothing that was acknowledged is lost');
  expect(stopped.stderr).not.toContain('fault of the program');
  expect(await succeed('db', 'check', '--snapshots', '--db', db)).toMatch(/ checks, 0 failed/);
  await run(db);
  expect((await hashesOf(db)).find(({ table }) => table === 'story_version')?.rows).toBe(stories);
  expect(await succeed('db', 'check', '--snapshots', '--db', db)).toMatch(/ checks, 0 failed/);
});
