// A program of its own for tests: works on a store until it is killed or done, and says what it has been promised.
// Arguments: "decide" DATABASE NAME, "copy" FROM TO, or "retain" DATABASE. One acknowledgement a line on standard output.
// Knows the upkeep; checks nothing.
import { writeSync } from 'node:fs';
import { RetryLater, systemClock } from '@civicwire/shared';
import { openStore } from '../open-store.ts';
import { copyStore } from '../upkeep/copy-store.ts';

const [work = '', first = '', second = ''] = process.argv.slice(2);

function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Much longer than a test waits before it kills: a program whose test was killed itself does not stay. */
const decidesForMs = 60_000;

/** Accepts and rejects every finding, again and again: "decided FINDING POSITION VERDICT". Ends by itself after a minute. */
async function decideAgainAndAgain(url: string, editor: string): Promise<void> {
  const store = await openStore(url, { clock: systemClock });
  const { findings } = await store.listFindings({ limit: 100 });
  const endMs = systemClock.nowMs() + decidesForMs;
  for (let round = 0; systemClock.nowMs() < endMs; round += 1) {
    const verdict = round % 2 === 0 ? 'accept' : 'reject';
    for (const { id } of findings) {
      try {
        const decision = await store.decide({ findingId: id, editor, verdict, reason: `round ${round}` });
        acknowledge(`decided ${id} ${decision.position} ${verdict}`);
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error;
      }
    }
  }
  await store.close();
}

if (work === 'decide') await decideAgainAndAgain(first, second);
else if (work === 'copy') {
  await copyStore(first, second, { onProgress: (done, total) => acknowledge(`read ${done} ${total}`) });
  acknowledge('copied');
} else {
  const store = await openStore(first, { clock: { nowMs: () => systemClock.nowMs() + 1_000_000_000_000 } });
  acknowledge('begun');
  await store.removeSnapshotBytes({ olderThanMs: 1, keepReferenced: false });
  await store.close();
  acknowledge('removed');
}
