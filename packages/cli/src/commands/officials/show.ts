// `civicwire officials show`: one official with everything that is known.
import { systemClock, toWire } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { describeOfficial } from '../../describe-official.ts';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';

/** In words, or with `json` as one object. An id that was merged shows the official that stands for it. */
export async function officialsShowCommand(
  id: string,
  options: { readonly db: string; readonly json?: boolean },
): Promise<number> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const view = await store.getOfficial(id);
    if (options.json) await writeJsonLine(toWire(view));
    else await writeData(`${describeOfficial(view).join('\n')}\n`);
    return exitCode.done;
  } finally {
    await store.close();
  }
}
