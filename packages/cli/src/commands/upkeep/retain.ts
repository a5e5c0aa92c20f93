// `civicwire retain`: removes raw bytes by the operator's policy. Without the command everything is kept.
import { systemClock, toWire, UsageError } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';

const kibibyte = 1024;
const unitsMs: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** "90d", "12h", "6w" in milliseconds. Throws `UsageError` for anything else. */
function readAge(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const unitMs = unitsMs[unit];
  if (unitMs === undefined || Number(count) === 0)
    throw new UsageError(`retain: --snapshots-older-than ${text}; expected hours, days or weeks, such as 90d`);
  return Number(count) * unitMs;
}

/** Says what goes (or would go) and what stays. */
export async function retainCommand({
  db,
  snapshotsOlderThan,
  keepReferenced = false,
  dryRun = false,
  json = false,
}: {
  readonly db: string;
  readonly snapshotsOlderThan: string;
  readonly keepReferenced?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}): Promise<number> {
  const olderThanMs = readAge(snapshotsOlderThan);
  const store = await openStore(db, { clock: systemClock });
  try {
    const result = await store.removeSnapshotBytes({ olderThanMs, keepReferenced }, { dryRun });
    if (json) await writeJsonLine(toWire({ ...result, dryRun }));
    else {
      const done = dryRun ? 'dry run, nothing removed: would remove the' : 'removed the';
      await writeData(
        `${done} bytes of ${result.snapshots} snapshots (${Math.ceil(result.bytes / kibibyte)} KiB); hashes, sizes and statuses stay; ${result.kept} keep their bytes\n`,
      );
    }
    return exitCode.done;
  } finally {
    await store.close();
  }
}
