// `civicwire reconcile`: frees the leases of workers that are gone.
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { writeData, writeJsonLine } from '../output.ts';
import { putBackTheDead } from '../pipeline/presence.ts';

/** Frees leases that ran out or that dead processes hold; says what waits. With `dryRun` only says what waits. */
export async function reconcileCommand(options: {
  readonly db: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}): Promise<number> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const waiting = options.dryRun ? await countWaiting(store) : await putBackTheDead(store, systemClock);
    if (options.json) await writeJsonLine(waiting);
    else
      await writeData(
        `waiting: ${Object.entries(waiting)
          .map(([work, count]) => `${work} ${count}`)
          .join(', ')}\n`,
      );
    return exitCode.done;
  } finally {
    await store.close();
  }
}

async function countWaiting(store: Awaited<ReturnType<typeof openStore>>): Promise<Record<string, number>> {
  const { byState } = await store.counts();
  return { fetch: byState.discovered, extract: byState.fetched, save: byState.extracted };
}
