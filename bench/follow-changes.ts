// Whether readers who follow the changes over HTTP miss any while many programs write: one asks for pages, one follows the stream
// and comes back when it breaks. Ends with exit code 1 when one saw a change twice, late or never.
//   node bench/follow-changes.ts [--writers 8] [--seeds 10] [--changes 2000]     some minutes; SQLite and PostgreSQL
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serveReview } from '@civicwire/review';
import { followChanges, pollChanges, type SeenChange } from '@civicwire/review/testing/changes';
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { type TestDialect, testDialectsOn } from '@civicwire/store/testing';
import { startChangeWriter } from '@civicwire/store/testing/writers';
import { ensureServices, startServices } from '../scripts/services.ts';

const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '8' },
    seeds: { type: 'string', default: '10' },
    changes: { type: 'string', default: '2000' },
  },
});
const [writers, seeds, changesEach] = [values.writers, values.seeds, values.changes].map(Number) as [
  number,
  number,
  number,
];

/** Events after which the stream's reader breaks its connection. */
const breakAfter = 1_000;
const pageRows = 200;
/** A reader that has not seen everything so long after the last writer ended never will. */
const patienceMs = 60_000;

interface Round {
  readonly written: number;
  readonly polled: readonly SeenChange[];
  readonly streamed: readonly SeenChange[];
  readonly connections: number;
}

/** One seed: so many programs write, both readers follow, until everything was written and seen. */
async function follow(dialect: TestDialect, seed: number): Promise<Round> {
  const database = await dialect.create();
  const store = await openStore(database.url, { clock: systemClock });
  const server = await serveReview({ store, editor: 'bench', port: 0, clock: systemClock });
  const { text } = await store.createToken({ name: 'reader', scopes: ['read:all'], requestsPerMinute: 1_000_000 });
  const access = { url: `http://127.0.0.1:${server.port}/api/v1`, token: text };
  const stream = followChanges(access, breakAfter);
  const started = Array.from({ length: writers }, (_, at) =>
    startChangeWriter(database.url, `writer-${at}`, seed * writers + at, changesEach),
  );
  let done = false;
  const ends = Promise.all(started.map(({ ended }) => ended)).finally(() => {
    done = true;
  });
  const polled = await pollChanges(access, pageRows, () => done);
  for (const { code, complaint } of await ends)
    if (code !== 0) throw new Error(`a writer ended with ${code}: ${complaint}`);
  const written = await store.lastChangeSeq();
  const until = Date.now() + patienceMs;
  while (stream.seen.length < written && Date.now() < until) await sleep(20);
  // A change that came twice would come now.
  await sleep(500);
  await stream.stop();
  await server.close();
  await store.close();
  await database.remove();
  return { written, polled, streamed: stream.seen, connections: stream.connections };
}

const isWhole = (seen: readonly SeenChange[], last: number): boolean =>
  seen.length === last && seen.every(({ seq }, at) => seq === at + 1);

const given = process.env.CIVICWIRE_TEST_POSTGRES;
if (given === undefined) for (const { advice } of ensureServices(['postgres'])) console.log(`not measured: ${advice}`);
const services = given === undefined ? await startServices() : null;
let wrong = 0;
try {
  for (const dialect of testDialectsOn(given ?? services?.env.CIVICWIRE_TEST_POSTGRES)) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const begun = performance.now();
      const { written, polled, streamed, connections } = await follow(dialect, seed);
      const isExpected = written === writers * changesEach;
      const [byPages, byStream] = [isWhole(polled, written), isWhole(streamed, written)];
      if (!isExpected || !byPages || !byStream) wrong += 1;
      const said = (seen: readonly SeenChange[], whole: boolean) =>
        whole ? 'all once and in order' : `WRONG: ${seen.length} seen`;
      console.log(
        `${dialect.name}, seed ${seed}: ${written} changes${isExpected ? '' : ' (WRONG)'} of ${writers} programs in ${((performance.now() - begun) / 1000).toFixed(1)} s; pages: ${said(polled, byPages)}; stream, ${connections} connections: ${said(streamed, byStream)}`,
      );
    }
  }
} finally {
  await services?.stop();
}
console.log(wrong === 0 ? 'no reader missed anything' : `${wrong} rounds went wrong`);
process.exit(wrong === 0 ? 0 : 1);
