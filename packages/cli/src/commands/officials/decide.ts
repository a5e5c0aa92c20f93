// `civicwire officials merge | apart | split | link | undo`: a person's word on who is who.
import { systemClock, toWire } from '@civicwire/shared';
import { type OfficialDecisionInput, type OfficialDecisionResult, openStore } from '@civicwire/store';
import { shortId } from '../../describe-official.ts';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';

type Without<Input, Keys extends string> = Input extends unknown ? Omit<Input, Keys> : never;

/** Writes the decision, or with `dryRun` says what it would change. What stands already is said and not written again. */
export async function officialsDecideCommand(
  subject: Without<OfficialDecisionInput, 'editor' | 'reason'>,
  options: {
    readonly db: string;
    readonly editor: string;
    readonly reason: string;
    readonly dryRun?: boolean;
    readonly json?: boolean;
  },
): Promise<number> {
  const { editor, reason, dryRun = false } = options;
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const result = await store.decideOfficial({ ...subject, editor, reason }, { dryRun });
    if (options.json) await writeJsonLine(toWire(result));
    else await writeData(`${describeResult(result).join('\n')}\n`);
    return exitCode.done;
  } finally {
    await store.close();
  }
}

function describeResult({ decision, written, change }: OfficialDecisionResult): string[] {
  if (decision === null) return ['nothing to do: it stands so already'];
  const head = written
    ? `decision ${decision.id}: ${decision.kind}`
    : `dry run, nothing written; ${decision.kind} would mean`;
  return [
    head,
    ...change.merges.map(
      ({ officialId, before, after }) =>
        `  ${shortId(officialId)}: ${after === officialId ? `stands for itself, no longer part of ${shortId(before)}` : `part of ${shortId(after)}`}`,
    ),
    ...change.links.map(
      ({ officialId, after }) =>
        `  ${shortId(officialId)}: ${after === null ? 'linked to no roster' : `linked to roster entry ${shortId(after)}`}`,
    ),
    ...change.storyIds.map((id) => `  story ${shortId(id)}: names another official now`),
  ];
}
