// `civicwire officials list`: officials across stories, with what rosters say of them.
import { systemClock, toWire } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { listRow } from '../../describe-official.ts';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';
import { alignTable } from '../../tables.ts';

/** A table, or with `json` a line for each official. */
export async function officialsListCommand(options: {
  readonly db: string;
  readonly unlinked?: boolean;
  readonly json?: boolean;
}): Promise<number> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const officials = await store.listOfficials({ unlinked: options.unlinked ?? false });
    if (options.json) {
      for (const official of officials) await writeJsonLine(toWire(official));
      return exitCode.done;
    }
    const head = ['official', 'name', 'title', 'jurisdiction', 'stories', 'seen', 'roster'];
    await writeData(`${alignTable([head, ...officials.map(listRow)]).join('\n')}\n`);
    return exitCode.done;
  } finally {
    await store.close();
  }
}
