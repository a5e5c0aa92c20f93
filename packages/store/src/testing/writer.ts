// A program of its own for tests: takes stories through the whole ledger and says what it has been promised.
// Arguments: database, name of this writer, stories to add, 1 to free all leases first. One acknowledgement a line on
// standard output: "discovered ID", "saved ID", at last "done". Knows the example story; checks nothing.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { RetryLater, systemClock } from '@civicwire/shared';
import { openStore, type Store } from '../open-store.ts';
import { addExampleSource, discoverExample, exampleArticle, exampleText, extractExample } from './example-story.ts';

const leaseMs = 60_000;
const [url = '', name = '', storyCount = '0', freeAll = '0'] = process.argv.slice(2);

function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Another writer may hold the lock for a moment longer than this one waits. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
    }
  }
}

/** The bytes and findings of a story follow from its address alone, so that every run gives the same records. */
async function advance(store: Store, story: { readonly id: string; readonly url: string }): Promise<void> {
  const article = exampleArticle(`${exampleText}\nThis is ${story.url}`, { title: story.url });
  await patiently(() => extractExample(store, story.id, { article }));
}

/** Milliseconds until a story that was in the hands of several who died may be tried again; null when nothing waits. */
async function soonestMs(store: Store): Promise<number | null> {
  const waits = await Promise.all((['fetch', 'extract', 'save'] as const).map((work) => store.nextDueMs(work)));
  const known = waits.filter((ms) => ms !== null);
  return known.length === 0 ? null : Math.min(...known);
}

async function run(store: Store): Promise<void> {
  await patiently(() => addExampleSource(store, name));
  await patiently(() => store.processes.beat({ host: 'here', pid: process.pid, work: 'all', report: {} }));
  if (freeAll === '1')
    await store.reconcile({
      gone: (await store.processes.list()).flatMap(({ id, pid }) => (pid === process.pid ? [] : [id])),
    });
  for (let index = 0; index < Number(storyCount); index += 1) {
    acknowledge(`discovered ${await patiently(() => discoverExample(store, `${index}`, name))}`);
  }
  for (;;) {
    const fetchable = await patiently(() => store.claim('fetch', 2, leaseMs));
    for (const story of fetchable) await advance(store, story);
    // A story that was killed between fetch and extract waits as `fetched`: it is read again from the web.
    const halfway = await patiently(() => store.claim('extract', 2, leaseMs));
    for (const { id } of halfway) await patiently(() => store.requeue(id, 'fetch'));
    const saveable = await patiently(() => store.claim('save', 3, leaseMs));
    for (const { id } of saveable) {
      await patiently(() => store.save(id));
      acknowledge(`saved ${id}`);
    }
    if (fetchable.length + halfway.length + saveable.length > 0) continue;
    const restMs = freeAll === '1' ? await soonestMs(store) : null;
    if (restMs === null) return;
    await sleep(restMs);
  }
}

const store = await openStore(url, { clock: systemClock, owner: `${name}-${process.pid}` });
await run(store);
await store.close();
acknowledge('done');
