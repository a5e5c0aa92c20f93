// `civicwire officials candidates`: pairs that may be the same person, for an editor to decide.
import { systemClock, toWire } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { describeCandidate } from '../../describe-official.ts';
import { exitCode } from '../../exit-code.ts';
import { say, writeData, writeJsonLine } from '../../output.ts';

/** Best first; with `json` a line for each pair. */
export async function officialsCandidatesCommand(options: {
  readonly db: string;
  readonly json?: boolean;
}): Promise<number> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const candidates = await store.officialCandidates();
    if (options.json) for (const pair of candidates) await writeJsonLine(toWire(pair));
    else await writeData(candidates.map((pair) => `${describeCandidate(pair).join('\n')}\n\n`).join(''));
    if (candidates.length === 0) say('officials candidates: no two officials agree in their names');
    return exitCode.done;
  } finally {
    await store.close();
  }
}
