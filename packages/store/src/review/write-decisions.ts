// Decisions of people, in a transaction that is open already. Knows findings and their decisions; does not know who asked, and
// what follows from a decision is next door.
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { contentId, stableJson } from '../hashing.ts';
import { type FindingKind, type FindingValue, valueSchemas } from '../save/finding-values.ts';
import { reopensDecided } from '../save/merge-findings.ts';
import type { Database, DecisionTable, FindingTable } from '../schema/tables.ts';
import { isoTimeAfter, type Writing } from '../writing.ts';
import { boundsOf, fieldsOf, findNear, machineBounds, type Place, placeAt, placeOf, wordsAt } from './bounds.ts';
import { type Decision, decisionOf } from './findings.ts';
import { type KnownFinding, perStory, type Standing } from './settle-findings.ts';

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

/** The decisions that count, in order: neither undone nor an undo. */
function standingDecisions<Row extends Pick<DecisionTable, 'id' | 'verdict' | 'undoes'>>(rows: readonly Row[]): Row[] {
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.filter(({ id, verdict }) => verdict !== 'undo' && !undone.has(id));
}

/**
 * Writes them in the order given. Throws `UsageError` as `decide` does; the caller's transaction is then to be given up. `known`:
 * the one finding that all of them are about, where the caller has read it in this transaction.
 */
export async function writeDecisions(
  transaction: Writing,
  drafts: readonly DecisionDraft[],
  known?: KnownFinding,
): Promise<WrittenDecision[]> {
  const written: WrittenDecision[] = [];
  await perStory(
    transaction,
    drafts,
    async (draft, finding, earlier) => {
      const decidedValue = decidedValueOf(finding, draft);
      const { patch, place } = await settlePlace(transaction.db, finding, draft);
      const row = {
        findingId: finding.id,
        position: earlier.length,
        editor: draft.editor,
        verdict: draft.verdict as string,
        patch: patch === undefined ? null : stableJson(patch),
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
        ...place,
        status: statusOf[draft.verdict],
        reopened: 0,
        decidedValue: decidedValue === null ? null : stableJson(decidedValue),
        seenValueHash: finding.valueHash,
      };
    },
    known,
  );
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
    const last = standingDecisions(earlier).at(-1);
    return { ...standingOf(finding, last), ...(await placeUnder(transaction.db, finding, last)) };
  });
}

/** How a finding stands under a decision, or under none, with what the machine says now. */
function standingOf(finding: FindingTable, decision: DecisionTable | undefined): Omit<Standing, keyof Place> {
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
    decidedValue: decision.verdict === 'reject' ? null : stableJson({ ...seen, ...fieldsOf(patch) }),
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

const isAsTheMachineSays = ({ machineStart }: FindingTable): boolean => machineStart === null;

async function textOf(db: Database, { versionId }: FindingTable): Promise<string> {
  const version = db.selectFrom('storyVersion').select('text').where('id', '=', versionId);
  return (await version.executeTakeFirstOrThrow()).text;
}

/** Where the evidence stands under a new decision, and its patch with the words of its bounds. Throws `UsageError` for bounds that cannot be. */
async function settlePlace(
  db: Database,
  finding: FindingTable,
  { patch }: DecisionDraft,
): Promise<{ readonly patch: DecisionDraft['patch']; readonly place: Place }> {
  const bounds = patch === undefined ? null : boundsOf(patch);
  if (bounds === null && isAsTheMachineSays(finding)) return { patch, place: placeOf(finding) };
  const text = await textOf(db, finding);
  const place = placeAt(finding, text, bounds);
  return {
    patch: bounds === null ? patch : { ...patch, text: wordsAt(text, bounds, patch?.text) },
    place,
  };
}

/** Where the evidence stands under a decision that stands already, or under none. */
async function placeUnder(db: Database, finding: FindingTable, decision: DecisionTable | undefined): Promise<Place> {
  const patch = JSON.parse(decision?.patch ?? '{}') as Readonly<Record<string, unknown>>;
  const bounds = boundsOf(patch);
  if (decision === undefined || (bounds === null && isAsTheMachineSays(finding))) {
    return isAsTheMachineSays(finding) ? placeOf(finding) : placeAt(finding, await textOf(db, finding), null);
  }
  const text = await textOf(db, finding);
  const isOfVersion = decision.versionId === finding.versionId;
  return placeAt(
    finding,
    text,
    bounds === null || isOfVersion ? bounds : findNear(text, String(patch.text), machineBounds(finding).start),
  );
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
  const edited = valueSchemas[finding.kind as FindingKind].safeParse({ ...value, ...fieldsOf(decision.patch ?? {}) });
  if (!edited.success) throw new UsageError(`${place}: patch does not fit: ${z.prettifyError(edited.error)}`);
  return edited.data;
}
