// Decisions of people and what follows from them, in a transaction that is open already: rows, status, normalised rows, counts.
// Knows findings and their decisions; does not know who asked.
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { contentId, stableJson } from '../hashing.ts';
import { refreshOfficials, tallying } from '../officials/official-tally.ts';
import { type FindingKind, type FindingValue, valueSchemas } from '../save/finding-values.ts';
import { reopensDecided } from '../save/merge-findings.ts';
import type { DecisionTable, FindingTable } from '../schema/tables.ts';
import { inBatches, isoTimeAfter, type Writing } from '../writing.ts';
import { applyValue, relinkStory } from './apply-value.ts';
import { type Decision, decisionOf } from './findings.ts';

/** A decision to be written. */
export interface DecisionDraft {
  readonly findingId: string;
  readonly editor: string;
  readonly verdict: 'accept' | 'reject' | 'edit';
  readonly patch?: Readonly<Record<string, unknown>> | undefined;
  readonly reason?: string | undefined;
  /** What it was part of at the desk; null for programs. */
  readonly actionId: string | null;
}

/** A decision to be taken back. */
export interface UndoDraft {
  readonly findingId: string;
  readonly editor: string;
  readonly undoes: string;
  readonly actionId: string;
}

export interface WrittenDecision {
  readonly decision: Decision;
  /** False: the same decision stood already, nothing was written. */
  readonly isNew: boolean;
}

const statusOf = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

/** What a finding says of itself after all that people decided on it. */
type Standing = Pick<FindingTable, 'status' | 'reopened' | 'decidedValue' | 'seenValueHash'>;

/** The decisions that count, in order: neither undone nor an undo. */
function standingDecisions<Row extends Pick<DecisionTable, 'id' | 'verdict' | 'undoes'>>(rows: readonly Row[]): Row[] {
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.filter(({ id, verdict }) => verdict !== 'undo' && !undone.has(id));
}

/** Writes them in the order given. Throws `UsageError` as `decide` does; the caller's transaction is then to be given up. */
export async function writeDecisions(
  transaction: Writing,
  drafts: readonly DecisionDraft[],
): Promise<WrittenDecision[]> {
  const written: WrittenDecision[] = [];
  await perStory(transaction, drafts, async (draft, finding, earlier) => {
    const decidedValue = decidedValueOf(finding, draft);
    const row = {
      findingId: finding.id,
      position: earlier.length,
      editor: draft.editor,
      verdict: draft.verdict as string,
      patch: draft.patch === undefined ? null : stableJson(draft.patch),
      reason: draft.reason ?? null,
      versionId: finding.versionId,
      seenValue: finding.value,
      seenValueHash: finding.valueHash,
    };
    const last = earlier.at(-1);
    if (last !== undefined && isSame(last, row) && finding.reopened === 0) {
      written.push({ decision: decisionOf(last), isNew: false });
      return null;
    }
    const decision = await insertDecision(
      transaction,
      { ...row, undoes: null, actionId: draft.actionId },
      last,
      finding,
    );
    earlier.push(decision);
    written.push({ decision: decisionOf(decision), isNew: true });
    return {
      status: statusOf[draft.verdict],
      reopened: 0,
      decidedValue: decidedValue === null ? null : stableJson(decidedValue),
      seenValueHash: finding.valueHash,
    };
  });
  return written;
}

/** Takes decisions back: each finding stands as its other decisions say. An undone decision is never undone again. */
export async function undoDecisions(transaction: Writing, drafts: readonly UndoDraft[]): Promise<void> {
  await perStory(transaction, drafts, async (draft, finding, earlier) => {
    if (!standingDecisions(earlier).some(({ id }) => id === draft.undoes)) return null;
    const row = {
      findingId: finding.id,
      position: earlier.length,
      editor: draft.editor,
      verdict: 'undo',
      patch: null,
      reason: null,
      versionId: finding.versionId,
      seenValue: finding.value,
      seenValueHash: finding.valueHash,
      undoes: draft.undoes,
      actionId: draft.actionId,
    };
    earlier.push(await insertDecision(transaction, row, earlier.at(-1), finding));
    return standingOf(finding, standingDecisions(earlier).at(-1));
  });
}

/** How a finding stands under a decision, or under none, with what the machine says now. */
function standingOf(finding: FindingTable, decision: DecisionTable | undefined): Standing {
  if (decision === undefined) {
    return {
      status: finding.found === 1 ? 'pending' : 'superseded',
      reopened: 0,
      decidedValue: null,
      seenValueHash: null,
    };
  }
  const seen = JSON.parse(decision.seenValue) as FindingValue;
  const patch = decision.patch === null ? {} : (JSON.parse(decision.patch) as Readonly<Record<string, unknown>>);
  const standing = {
    status: statusOf[decision.verdict as keyof typeof statusOf],
    decidedValue: decision.verdict === 'reject' ? null : stableJson({ ...seen, ...patch }),
    seenValueHash: decision.seenValueHash,
  };
  return { ...standing, reopened: reopensDecided({ ...finding, ...standing }) };
}

async function insertDecision(
  { db, at, changed }: Writing,
  row: Omit<DecisionTable, 'id' | 'decidedAt'>,
  last: DecisionTable | undefined,
  finding: FindingTable,
): Promise<DecisionTable> {
  const parts = [row.findingId, row.position, row.editor, row.verdict, row.patch, row.reason, row.seenValueHash];
  const written = { id: contentId('decision', ...parts), ...row, decidedAt: isoTimeAfter(at, last?.decidedAt) };
  await db.insertInto('decision').values(written).execute();
  changed('decision', written.id, finding.storyId, 'insert');
  return written;
}

/**
 * Runs `settle` for each draft with its finding and the decisions on it, in order (it adds the one that it writes), and writes how the finding then stands
 * (null: as before). What a story shares, its officials and counts, is brought up to date once for each story.
 */
async function perStory<Draft extends { readonly findingId: string }>(
  transaction: Writing,
  drafts: readonly Draft[],
  settle: (draft: Draft, finding: FindingTable, earlier: DecisionTable[]) => Promise<Standing | null>,
): Promise<void> {
  const { db, at, changed } = transaction;
  const findings = new Map<string, FindingTable>();
  const decisions: DecisionTable[] = [];
  await inBatches([...new Set(drafts.map(({ findingId }) => findingId))], async (ids) => {
    for (const row of await db.selectFrom('finding').selectAll().where('id', 'in', ids).execute())
      findings.set(row.id, row);
    decisions.push(
      ...(await db.selectFrom('decision').selectAll().where('findingId', 'in', ids).orderBy('position').execute()),
    );
  });
  const byFinding = new Map<string, DecisionTable[]>([...findings.keys()].map((id) => [id, []]));
  for (const decision of decisions) byFinding.get(decision.findingId)?.push(decision);
  const byStory = Map.groupBy(drafts, ({ findingId }) => {
    const finding = findings.get(findingId);
    if (finding !== undefined) return finding.storyId;
    throw new UsageError(`finding ${findingId}: not in this database; expected the id of a finding`);
  });
  for (const [storyId, inStory] of byStory) {
    const settled = new Set<string>();
    const { result: relinked, officialIds } = await tallying(transaction, storyId, async () => {
      for (const draft of inStory) {
        const finding = findings.get(draft.findingId);
        if (finding === undefined) continue;
        const standing = await settle(draft, finding, byFinding.get(finding.id) ?? []);
        if (standing === null) continue;
        await db
          .updateTable('finding')
          .set({ ...standing, updatedAt: at })
          .where('id', '=', finding.id)
          .execute();
        await applyValue(transaction, finding, JSON.parse(standing.decidedValue ?? finding.value) as FindingValue);
        findings.set(finding.id, { ...finding, ...standing });
        settled.add(finding.id);
      }
      return settled.size === 0 ? [] : relinkStory(transaction, storyId);
    });
    await refreshOfficials(transaction, officialIds);
    for (const id of new Set([...settled, ...relinked])) {
      const isGone = findings.get(id)?.status === 'superseded';
      changed('finding', id, storyId, isGone ? 'tombstone' : 'update');
    }
  }
}

const decisionFields = ['editor', 'verdict', 'patch', 'reason', 'versionId', 'seenValueHash'] as const;

function isSame<Row extends Record<(typeof decisionFields)[number], string | null>>(
  a: Row,
  b: Pick<Row, (typeof decisionFields)[number]>,
): boolean {
  return decisionFields.every((field) => a[field] === b[field]);
}

/** The value that the person stands behind; null for a rejection. Throws `UsageError` for what cannot be. */
export function decidedValueOf(
  finding: FindingTable,
  decision: Pick<DecisionDraft, 'verdict' | 'patch'>,
): FindingValue | null {
  const place = `finding ${finding.id} (${finding.kind})`;
  if ((decision.verdict === 'edit') !== (decision.patch !== undefined)) {
    throw new UsageError(`${place}: verdict ${decision.verdict}; expected a patch with an edit, and none without`);
  }
  if (decision.verdict === 'reject') return null;
  const value = JSON.parse(finding.value) as FindingValue;
  if (decision.verdict === 'accept') return value;
  const edited = valueSchemas[finding.kind as FindingKind].safeParse({ ...value, ...decision.patch });
  if (!edited.success) throw new UsageError(`${place}: patch does not fit: ${z.prettifyError(edited.error)}`);
  return edited.data;
}
