// `status --watch` by the real program off a terminal, and its screen as lines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { afterAll, expect, test } from 'vitest';
import { jsonLines, runProgram, startProgram } from '../testing/run-program.ts';
import { describeDashboard, describeLine, describeMs, type Look, ratesOf } from './dashboard.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idle = { waiting: 0, backfill: 0, inHand: 0, retrying: 0, oldestDueAt: null };
const look = (at: string, saved: number): Look => ({
  pulse: {
    at,
    stages: {
      poll: idle,
      fetch: { waiting: 7, backfill: 3, inHand: 2, retrying: 1, oldestDueAt: '2026-03-01T11:50:00.000Z' },
      extract: idle,
      save: idle,
    },
    hosts: { turns: 2, held: 1, longestHoldMs: 240_000 },
    processesByWork: { fetch: 2 },
    feedsByHealth: { failing: 1, ok: 12 },
    sources: 9,
    alarmed: [{ sourceId: 'mesa-wire', alarms: ['no new story for 3 days'], since: at }],
    sequencerHead: 4_711,
  },
  settled: { saved, droppedByReason: { duplicate: 3, 'worker-died': 1 } },
});

test('the screen has stages, rates, what is late, hosts, feeds and alarms', () => {
  const looks = [look('2026-03-01T12:00:00.000Z', 100), look('2026-03-01T12:00:30.000Z', 110)];
  const [, last] = looks as [Look, Look];
  const screen = describeDashboard('postgres://me:secret@db/news', last, ratesOf(looks)).join('\n');
  expect(screen).toContain('civicwire · postgres://me:…@db/news · 2026-03-01T12:00:30Z');
  expect(screen).toMatch(/^ {2}fetch +7 +3 +2 +1 +11 min$/m);
  expect(screen).toMatch(/^ {2}found +121 +20$/m);
  expect(screen).toMatch(/^ {2}saved +110 +20$/m);
  expect(screen).toContain('by reason  duplicate 3, worker-died 1');
  expect(screen).toMatch(/to be looked at .* {2}worker-died 1$/m);
  expect(screen).toContain('processes  fetch 2');
  expect(screen).toContain('feeds    ok 12, failing 1');
  expect(screen).toContain('2 requests under way, 1 left alone (4 min at most)');
  expect(screen).toContain('mesa-wire: no new story for 3 days');
  expect(describeLine(last, ratesOf(looks))).toBe(
    '2026-03-01T12:00:30Z due: poll 0, fetch 7, extract 0, save 0; saved 110 (20 a minute), dropped 4; oldest fetch 11 min; alarms 1',
  );
  expect(ratesOf([last])).toBeNull();
  expect([1_000, 600_000, 7_200_000, 500_000_000].map(describeMs)).toEqual(['1 s', '10 min', '2.0 h', '6 days']);
});

test('off a terminal there is a line at each look, or a line of JSON, until it is stopped', async () => {
  const db = `sqlite:${join(folder, 'store.db')}`;
  await (await openStore(db, { clock: systemClock })).close();
  const ends = [['--json'], []].map(async (flags) => {
    const { child, ended } = startProgram(['status', '--watch', '--every', '0.2', '--db', db, ...flags]);
    let lines = 0;
    child.stdout?.on('data', (chunk: string) => {
      lines += chunk.split('\n').length - 1;
      if (lines >= 2) child.kill('SIGINT');
    });
    return ended;
  });
  const [data, words] = await Promise.all(ends);
  expect([data?.code, words?.code, words?.stderr]).toEqual([0, 0, '']);
  expect(jsonLines(data?.stdout ?? '')[1]).toMatchObject({ pulse: { stages: { fetch: { waiting: 0 } } } });
  expect(words?.stdout.split('\n')[1]).toMatch(/due: poll 0, fetch 0, .*nothing is late; alarms 0$/);
  const odd = await runProgram(['status', '--watch', '--every', 'often', '--db', db]);
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('expected seconds')]);
});
