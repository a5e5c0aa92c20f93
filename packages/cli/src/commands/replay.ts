// `civicwire replay`: sends stories through again that were put aside, or that certain rules have read. Knows flags and words.
import { systemClock, toWire, UsageError } from '@civicwire/shared';
import { openStore, type Replayed } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { writeData, writeJsonLine } from '../output.ts';

export interface ReplayOptions {
  readonly db: string;
  readonly reason?: string;
  readonly source?: string;
  readonly ruleVersion?: string;
  readonly story?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Names each story with who put it aside, in which step and why, and the step that it goes back to. Throws `UsageError` without a choice. */
export async function replayCommand(options: ReplayOptions): Promise<number> {
  const { reason, source: sourceId, ruleVersion: rulesVersion, story, dryRun = false } = options;
  if ([reason, sourceId, rulesVersion, story].every((one) => one === undefined))
    throw new UsageError(
      'replay: expected --reason, --source, --rule-version or --story, so that not everything is done anew',
    );
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const stories = await store.replay({ reason, sourceId, rulesVersion, story }, { dryRun });
    if (options.json) for (const one of stories) await writeJsonLine(toWire(one, new Set()));
    else {
      for (const one of stories) await writeData(`${describe(one)}\n`);
      await writeData(`${stories.length} ${dryRun ? 'would go' : 'go'} through again\n`);
    }
    return exitCode.done;
  } finally {
    await store.close();
  }
}

function describe({ url, to, state, dropReason, dropDetail, droppedAt, droppedBy, droppedIn }: Replayed): string {
  const who = `in ${droppedIn ?? 'an unknown step'} by ${droppedBy ?? 'an earlier program'}`;
  const past = dropReason === null ? state : `${dropReason} ${who} at ${droppedAt ?? 'an unknown time'}: ${dropDetail}`;
  return `${to}  ${url}  ${past}`;
}
