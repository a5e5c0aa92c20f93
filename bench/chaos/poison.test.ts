// Pages that nobody survives: one that ends every process which takes it in hand, one that is never read to its end, one that
// ends the thread that reads it. Each is put aside under a name and holds nobody up. Real processes; the kills are the test's own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { afterAll, expect, test } from 'vitest';
import { runProgram } from '../../packages/cli/src/testing/run-program.ts';
import { storyPage } from '../../packages/cli/src/testing/small-site.ts';
import { findProgram } from '../../scripts/services.ts';
import { startFleet } from './fleet.ts';
import { prepareRedis } from './private-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-poison-'));
const db = `sqlite:${join(folder, 'store.db')}`;
const badPages = new URL('./bad-pages.mjs', import.meta.url).href;
const hourMs = 3_600_000;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A fetched story. */
async function addStory(store: Store, name: string, page: string): Promise<string> {
  const url = `https://small.example/${name}`;
  const { added } = await store.discover([{ sourceId: 'small', url, urlKey: url }]);
  const bytes = new TextEncoder().encode(page);
  const answer = { bytes, status: 200, contentType: 'text/html', headers: {}, finalUrl: url };
  await store.recordSnapshot(added[0] ?? '', { ...answer, fetchedAtMs: Date.now() });
  return added[0] ?? '';
}

/** As if so many processes had died with the story in hand, an hour ago. */
async function killHolders(id: string, deaths: number): Promise<void> {
  let nowMs = Date.now() - hourMs;
  for (let death = 0; death < deaths; death++) {
    nowMs += 120_000;
    const dead = await openStore(db, { clock: { nowMs: () => nowMs }, owner: `dead-${death}` });
    await dead.claimOne('extract', id, 60_000);
    await dead.reconcile({ gone: [`dead-${death}`] });
    await dead.close();
  }
}

test.each(findProgram('redis-server') === null ? [] : ['a story'])(
  '%s that no process survives is quarantined',
  {
    timeout: 240_000,
  },
  async () => {
    writeFileSync(join(folder, 'sources.yaml'), 'sources: []\n');
    let nowMs = Date.now() - 2 * hourMs;
    const store = await openStore(db, { clock: { nowMs: () => nowMs } });
    await store.upsertSource({ id: 'small', name: 'Small Site', home: null, national: false });
    const words = 'The council of the city heard a report on roads, water and parks, and then went home. ';
    const long = Array.from({ length: 4_000 }, (_, i) => `<p>${i} ${words}</p>`).join('');
    const poison = await addStory(store, 'poison', `<article>${long}</article>`);
    const others = [];
    for (let n = 1; n <= 5; n++) others.push(await addStory(store, `story-${n}`, storyPage(n)));
    const stateOf = async (id: string) => (await store.getStory(id))?.story;
    // One less than it takes; the last one is a real process.
    await killHolders(poison, 5);
    nowMs = Date.now();
    const redis = await prepareRedis(join(folder, 'redis'));
    await redis.start();
    const args = ['worker', 'extract', '--db', db, '--redis', redis.url, '--metrics', 'off', '--concurrency', '1'];
    const fleet = startFleet([{ name: 'extract', args }]);
    try {
      for (const endMs = Date.now() + 60_000; (await stateOf(poison))?.leasedBy == null && Date.now() < endMs; )
        await sleep(5);
      expect(await stateOf(poison)).toMatchObject({ state: 'fetched', deaths: 5 });
      await fleet.kill(0);
      for (const endMs = Date.now() + 120_000; (await stateOf(poison))?.state === 'fetched' && Date.now() < endMs; )
        await sleep(100);
      expect(await stateOf(poison)).toMatchObject({
        state: 'dropped',
        dropReason: 'worker-died',
        dropDetail: expect.stringContaining('6 processes in a row ended'),
        droppedIn: 'extract',
        droppedBy: expect.any(String),
      });
      for (const id of others) expect(await stateOf(id)).toMatchObject({ state: 'extracted' });
    } finally {
      await fleet.stop();
      await redis.end('SIGKILL');
      await store.close();
    }
    const choice = ['replay', '--reason', 'worker-died', '--db', db];
    const dry = await runProgram([...choice, '--dry-run']);
    expect(dry.stdout).toMatch(
      /^extract {2}https:\/\/small\.example\/poison {2}worker-died in extract by .*\n1 would go/,
    );
    expect((await runProgram([...choice, '--json'])).stdout).toContain('"drop_reason":"worker-died"');
    const again = await openStore(db, { clock: systemClock });
    expect((await again.getStory(poison))?.story).toMatchObject({
      state: 'fetched',
      deaths: 0,
      lane: 1,
      dropReason: null,
    });
    await again.close();
  },
);

test.each(findProgram('redis-server') === null ? [] : ['pages'])(
  '%s that hang, or end the thread that reads them, are quarantined while others go past',
  { timeout: 120_000 },
  async () => {
    const place = `sqlite:${join(folder, 'bad-pages.db')}`;
    const store = await openStore(place, { clock: systemClock });
    await store.upsertSource({ id: 'small', name: 'Small Site', home: null, national: false });
    const hanging = await addStory(store, 'hanging', `${storyPage(1)}<!-- never-ends -->`);
    const ending = await addStory(store, 'ending', `${storyPage(2)}<!-- ends-its-thread -->`);
    const others: string[] = [];
    for (let n = 3; n <= 8; n++) others.push(await addStory(store, `story-${n}`, storyPage(n)));
    const redis = await prepareRedis(join(folder, 'bad-redis'));
    await redis.start();
    const args = ['worker', 'extract', '--db', place, '--redis', redis.url, '--metrics', 'off', '--concurrency', '2'];
    const fleet = startFleet([{ name: 'extract', args, preload: badPages }]);
    const stories = () =>
      Promise.all([hanging, ending, ...others].map(async (id) => (await store.getStory(id))?.story));
    const until = async (isSo: () => Promise<boolean>) => {
      for (const endMs = Date.now() + 60_000; !(await isSo()) && Date.now() < endMs; ) await sleep(50);
    };
    try {
      const pids = [...fleet.pids().values()];
      await until(async () => (await stories()).slice(2).every((story) => story?.state === 'extracted'));
      const passed = (await stories()).slice(2).map((story) => story?.state);
      expect(passed, fleet.words()).toEqual(others.map(() => 'extracted'));
      await until(async () => (await stories()).every((story) => story?.state !== 'fetched'));
      expect((await stories()).slice(0, 2), fleet.words()).toMatchObject([
        { state: 'dropped', dropReason: 'timed-out', droppedIn: 'extract', droppedBy: expect.any(String) },
        { state: 'dropped', dropReason: 'extraction-crashed', droppedIn: 'extract', attempts: 2, deaths: 0 },
      ]);
      // The process is the one that began.
      expect([...fleet.pids().values()]).toEqual(pids);
    } finally {
      await fleet.stop();
      await redis.end('SIGKILL');
      await store.close();
    }
  },
);
