// A program of its own for tests: writes changes through the store's one way to write, in transactions of random size that take
// a random time, some of which are taken back. Arguments: database, name, seed, changes to write. Says "done" at the end.
// Knows nothing of stories.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { RetryLater, systemClock } from '@civicwire/shared';
import { connect } from '../connect/connect.ts';
import { type Context, writing } from '../writing.ts';
import { seededRandom } from './seeded-random.ts';

const [url = '', name = '', seed = '0', changeCount = '0'] = process.argv.slice(2);
const transactionMax = 40;
const pauseMaxMs = 3;
const takenBackShare = 0.1;

class TakenBack extends Error {}

async function writeChanges(context: Context, total: number, random: () => number): Promise<void> {
  for (let written = 0; written < total; ) {
    const size = Math.min(total - written, 1 + Math.floor(random() * transactionMax));
    const [pauseMs, takenBack] = [random() * pauseMaxMs, random() < takenBackShare];
    try {
      await writing(context, async ({ changed }) => {
        for (let index = 0; index < size; index += 1) changed('finding', `${name}/${written + index}`, name, 'insert');
        if (random() < 0.3) await sleep(pauseMs);
        if (takenBack) throw new TakenBack();
      });
      written += size;
    } catch (error) {
      // Another writer held the lock for longer than this one waits, or this one changed its mind: the same once more.
      if (!(error instanceof RetryLater || error instanceof TakenBack)) throw error;
    }
    if (random() < 0.5) await sleep(pauseMs);
  }
}

const connection = await connect(url);
await writeChanges(
  { ...connection, clock: systemClock, owner: 'writer' },
  Number(changeCount),
  seededRandom(Number(seed)),
);
await connection.db.destroy();
writeSync(1, 'done\n');
