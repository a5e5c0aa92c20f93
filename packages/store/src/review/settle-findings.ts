// How findings stand after a decision, and all that follows from it: status, normalised rows, officials, counts. Knows findings
// and their decisions; does not know what was decided, nor who asked.
import { UsageError } from '@civicwire/shared';
import { stableJson } from '../hashing.ts';
import { refreshOfficials, tallying } from '../officials/official-tally.ts';
import type { FindingValue } from '../save/finding-values.ts';
import { type FindingStatus, outOfUseStatuses } from '../save/merge-findings.ts';
import { publishStance } from '../save/stance-tally.ts';
import type { Database, DecisionTable, FindingTable } from '../schema/tables.ts';
import { inBatches, type Writing } from '../writing.ts';
import { applyValue, relinkStory } from './apply-value.ts';
import { applyBounds, type Place } from './bounds.ts';

/** What a finding says of itself after all that people decided on it. */
export type Standing = Place & Pick<FindingTable, 'status' | 'reopened' | 'decidedValue' | 'seenValueHash'>;

/** Findings with the decisions on them, oldest first. */
export interface KnownFinding {
  readonly finding: FindingTable;
  readonly decisions: readonly DecisionTable[];
}

async function readKnown(db: Database, ids: readonly string[]): Promise<Map<string, KnownFinding>> {
  const known = new Map<string, KnownFinding>();
  await inBatches([...new Set(ids)], async (batch) => {
    const findings = await db.selectFrom('finding').selectAll().where('id', 'in', batch).execute();
    const decisions = await db
      .selectFrom('decision')
      .selectAll()
      .where('findingId', 'in', batch)
      .orderBy('position')
      .execute();
    const byFinding = Map.groupBy(decisions, ({ findingId }) => findingId);
    for (const finding of findings) known.set(finding.id, { finding, decisions: byFinding.get(finding.id) ?? [] });
  });
  return known;
}

/** How a finding stood before and stands now. */
interface Settled {
  readonly before: FindingTable;
  readonly after: FindingTable;
}

/**
 * Runs `settle` for each draft with its finding and the decisions on it, in order (it adds the one that it writes), and writes how the finding then stands
 * (null: as before). What a story shares, its officials and counts, is brought up to date once for each story.
 */
export async function perStory<Draft extends { readonly findingId: string }>(
  transaction: Writing,
  drafts: readonly Draft[],
  settle: (draft: Draft, finding: FindingTable, earlier: DecisionTable[]) => Promise<Standing | null>,
  given?: KnownFinding,
): Promise<void> {
  const known =
    given === undefined
      ? await readKnown(
          transaction.db,
          drafts.map(({ findingId }) => findingId),
        )
      : new Map([[given.finding.id, given]]);
  const earlier = new Map([...known].map(([id, { decisions }]) => [id, [...decisions]]));
  const byStory = Map.groupBy(drafts, ({ findingId }) => {
    const storyId = known.get(findingId)?.finding.storyId;
    if (storyId !== undefined) return storyId;
    throw new UsageError(`finding ${findingId}: not in this database; expected the id of a finding`);
  });
  for (const [storyId, inStory] of byStory) {
    const settled = new Map<string, Settled>();
    for (const draft of inStory) {
      const finding = known.get(draft.findingId)?.finding;
      if (finding === undefined) continue;
      const { before, after } = settled.get(finding.id) ?? { before: finding, after: finding };
      const standing = await settle(draft, after, earlier.get(finding.id) ?? []);
      if (standing !== null) settled.set(finding.id, { before, after: { ...after, ...standing } });
    }
    await writeSettled(transaction, storyId, settled);
  }
}

/** Writes how findings of one story stand now, and all that follows from it. Does nothing for none. */
async function writeSettled(
  transaction: Writing,
  storyId: string,
  settled: ReadonlyMap<string, Settled>,
): Promise<void> {
  if (settled.size === 0) return;
  const relinked = [...settled.values()].every(saysTheSame)
    ? await confirm(transaction, settled)
    : await correct(transaction, storyId, settled);
  for (const id of new Set([...settled.keys(), ...relinked])) {
    const isGone = settled.get(id)?.after.status === 'superseded';
    transaction.changed('finding', id, storyId, isGone ? 'tombstone' : 'update');
  }
}

const valueThatCounts = ({ decidedValue, value }: FindingTable): string =>
  stableJson(JSON.parse(decidedValue ?? value));

/** Whether a finding was in use and says now what it said: then no row of another finding depends on the difference. */
function saysTheSame({ before, after }: Settled): boolean {
  const inUse = [before, after].every(({ status }) => !outOfUseStatuses.includes(status as FindingStatus));
  return inUse && valueThatCounts(before) === valueThatCounts(after);
}

async function writeStanding({ db, at }: Writing, { before, after }: Settled): Promise<void> {
  const { status, reopened, decidedValue, seenValueHash, start, end, text, machineStart, machineEnd } = after;
  await db
    .updateTable('finding')
    .set({ status, reopened, decidedValue, seenValueHash, updatedAt: at })
    .set({ start, end, text, machineStart, machineEnd })
    .where('id', '=', after.id)
    .execute();
  if (before.start !== start || before.end !== end) await applyBounds(db, after, before);
}

/** What a finding said already stands under a person's word now, or no longer: of the rows under it, stances alone show that. */
async function confirm(transaction: Writing, settled: ReadonlyMap<string, Settled>): Promise<readonly string[]> {
  for (const one of settled.values()) {
    await writeStanding(transaction, one);
    const [was, is] = [one.before.status !== 'pending', one.after.status !== 'pending'];
    if (one.after.kind === 'stance' && was !== is) await publishStance(transaction.db, one.after.id, is);
  }
  return [];
}

/** What findings say, or whether they count, is something else now. Gives the findings whose rows point elsewhere for it. */
async function correct(
  transaction: Writing,
  storyId: string,
  settled: ReadonlyMap<string, Settled>,
): Promise<readonly string[]> {
  const { result: relinked, officialIds } = await tallying(transaction, storyId, async () => {
    for (const one of settled.values()) {
      await writeStanding(transaction, one);
      const { decidedValue, value } = one.after;
      await applyValue(transaction, one.after, JSON.parse(decidedValue ?? value) as FindingValue);
    }
    return relinkStory(transaction, storyId);
  });
  await refreshOfficials(transaction, officialIds);
  return relinked;
}
