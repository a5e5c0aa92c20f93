// What a new extraction means for the findings of a story that are stored already. Decides; runs no query.
// A person's decision is never changed here: a machine that disagrees only reopens the finding.
import { contentId, stableJson } from '../hashing.ts';
import { type Bounds, findNear, type Place, placeAt } from '../review/bounds.ts';
import type { FindingTable } from '../schema/tables.ts';
import type { ChangeKind } from '../writing.ts';
import type { FindingDraft } from './finding-drafts.ts';
import { type FindingKind, type FindingValue, judgedHash } from './finding-values.ts';

/** `accepted`, `rejected` and `edited` are a person's word; the others are the machine's. */
export const findingStatuses = ['pending', 'accepted', 'rejected', 'edited', 'superseded'] as const;
export type FindingStatus = (typeof findingStatuses)[number];

/** A finding with one of these stands: it is exported and counted. */
export const inUseStatuses: readonly FindingStatus[] = ['pending', 'accepted', 'edited'];

/**
 * The others. To ask for findings of one story or official that stand, ask for those with none of these: told the ones above,
 * SQLite begins with all findings of the store that have them.
 */
export const outOfUseStatuses: readonly FindingStatus[] = ['rejected', 'superseded'];

/** Whether a person has decided. */
function isDecided(status: string): boolean {
  return status === 'accepted' || status === 'rejected' || status === 'edited';
}

export interface MergeInput {
  readonly storyId: string;
  readonly versionId: string;
  /** Of the version. */
  readonly text: string;
  readonly rulesVersion: string;
  readonly at: string;
  readonly drafts: readonly FindingDraft[];
  readonly stored: readonly FindingTable[];
}

export interface MergedFinding {
  readonly row: FindingTable;
  readonly change: ChangeKind;
  /** Absent when the extraction no longer finds it. */
  readonly draft: FindingDraft | null;
}

/** Only the findings whose rows change. The same extraction a second time gives none. */
export function mergeFindings(input: MergeInput): MergedFinding[] {
  const stored = new Map(input.stored.map((row) => [row.id, row]));
  const found = new Set(input.drafts.map((draft) => draft.id));
  const kept = input.drafts.flatMap((draft) => mergeFound(input, draft, stored.get(draft.id)) ?? []);
  const lost = input.stored.filter((row) => !found.has(row.id)).flatMap((row) => mergeLost(row, input.at) ?? []);
  return [...kept, ...lost];
}

/** The value that counts for a stored finding: a person's where there is one. */
export function settledValue(draft: FindingDraft, stored: FindingTable | undefined): FindingValue {
  const decided = stored?.decidedValue ?? null;
  return decided === null ? draft.value : (JSON.parse(decided) as FindingValue);
}

function machineFields(input: MergeInput, draft: FindingDraft) {
  const { start, end, text } = draft.evidence;
  return {
    versionId: input.versionId,
    rule: draft.rule,
    confidence: draft.confidence,
    start,
    end,
    text,
    label: draft.label,
    trace: draft.trace,
    value: stableJson(draft.value),
    valueHash: judgedHash(draft.kind, draft.value),
    contentHash: contentId(input.versionId, stableJson(draft)),
  };
}

function mergeFound(input: MergeInput, draft: FindingDraft, row: FindingTable | undefined): MergedFinding | null {
  const { storyId, rulesVersion, at } = input;
  const fields = machineFields(input, draft);
  if (row === undefined) {
    const fresh = { status: 'pending', reopened: 0, found: 1, decidedValue: null, seenValueHash: null } as const;
    const own = { machineStart: null, machineEnd: null };
    const times = { createdAt: at, updatedAt: at };
    return {
      row: { id: draft.id, storyId, kind: draft.kind, ...fields, rulesVersion, ...fresh, ...own, ...times },
      change: 'insert',
      draft,
    };
  }
  const decided = isDecided(row.status);
  const place = placeAnew(input, row, fields);
  const isLost = row.machineStart !== null && place.machineStart === null && place.text !== row.text;
  const reopened = decided && (disagrees(row, fields.valueHash) || isLost) ? 1 : 0;
  const status = decided ? row.status : 'pending';
  const same =
    row.contentHash === fields.contentHash && row.status === status && row.reopened === reopened && row.found === 1;
  if (same) return null;
  return {
    row: { ...row, ...fields, ...place, rulesVersion, status, reopened, found: 1, updatedAt: at },
    change: row.status === 'superseded' ? 'insert' : 'update',
    draft,
  };
}

/** The bounds of a finding that is found again: a person's stay, in a new version where their words stand there. */
function placeAnew({ versionId, text }: MergeInput, row: FindingTable, machine: Bounds): Place {
  const found = { start: machine.start, end: machine.end, machineStart: null, machineEnd: null };
  if (row.machineStart === null) return placeAt(found, text, null);
  return placeAt(found, text, row.versionId === versionId ? row : findNear(text, row.text, machine.start));
}

/** 1 where the machine, as the row has it, does not agree with the person's decision in it; else 0. Only for decided rows. */
export function reopensDecided(row: FindingTable): 0 | 1 {
  if (row.found === 0) return row.status === 'rejected' ? 0 : 1;
  return disagrees(row, row.valueHash) ? 1 : 0;
}

/** The machine says something else than both what the person saw and what the person decided. */
function disagrees(row: FindingTable, valueHash: string): boolean {
  const decidedHash =
    row.decidedValue === null
      ? null
      : judgedHash(row.kind as FindingKind, JSON.parse(row.decidedValue) as Record<string, unknown>);
  return valueHash !== row.seenValueHash && valueHash !== decidedHash;
}

function mergeLost(row: FindingTable, updatedAt: string): MergedFinding | null {
  if (row.found === 0) return null;
  if (!isDecided(row.status)) {
    return { row: { ...row, status: 'superseded', found: 0, updatedAt }, change: 'tombstone', draft: null };
  }
  // That a rejected finding is gone agrees with the person; that an accepted one is gone does not.
  const reopened = row.status === 'rejected' ? 0 : 1;
  return { row: { ...row, found: 0, reopened, updatedAt }, change: 'update', draft: null };
}
