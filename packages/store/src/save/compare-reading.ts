// What a new reading of a saved story would change, weighed by what people decided. Compares; writes nothing.
// Knows stored findings and new ones; merging them is decided next door.
import { keptQuery } from '../connect/kept-query.ts';
import { storable } from '../hashing.ts';
import type { FindingTable } from '../schema/tables.ts';
import type { Context } from '../writing.ts';
import { draftFindings, type FindingDraft } from './finding-drafts.ts';
import { type FindingKind, judgedHash } from './finding-values.ts';
import type { FindingStatus } from './merge-findings.ts';
import type { Rereading } from './republish.ts';
import { isSameVersion } from './write-reading.ts';

/** One side of a change. */
export interface ReadingSide {
  readonly label: string;
  readonly rule: string;
  readonly trace: string | null;
}

/** One finding that would not stay as it is. */
export interface FindingChange {
  /** `flipped`: another position of the same holder on the same issue; `changed`: another judgement besides (speaker, title, evidence …). */
  readonly what: 'added' | 'dropped' | 'flipped' | 'changed';
  readonly kind: FindingKind;
  /** Of stances; null for the other kinds. */
  readonly issue: string | null;
  readonly storyId: string;
  readonly findingId: string;
  /** Of the stored finding; `pending` for one that is new. */
  readonly status: FindingStatus;
  readonly evidence: string;
  readonly before: ReadingSide | null;
  readonly after: ReadingSide | null;
  /** `mends`: the machine did not agree with the person and now does; `breaks`: the other way round; null when neither. */
  readonly effect: 'mends' | 'breaks' | null;
}

/** What publishing a reading would change. */
export interface ReadingComparison {
  /** In text order; empty when the reading finds the same. */
  readonly changes: readonly FindingChange[];
  /** Title, byline, date or text are read otherwise: the story would have a new version. */
  readonly newVersion: boolean;
}

/** Compares a reading with the story's records. */
export async function compareReading({ db }: Context, reading: Rereading): Promise<ReadingComparison> {
  const { article, annotation } = storable({ article: reading.article, annotation: reading.annotation });
  const drafts = draftFindings(reading.storyId, article.text, annotation).findings;
  const [version] = await versionRow(db, { id: reading.versionId });
  const newVersion = version === undefined || !isSameVersion(version, article);
  // Most stories say what they said: for those the hashes will do.
  const hashes = await judgedHashes(db, { storyId: reading.storyId });
  if (saysTheSame(drafts, hashes)) return { changes: [], newVersion };
  const stored = await db.selectFrom('finding').selectAll().where('storyId', '=', reading.storyId).execute();
  const rows = new Map(stored.map((row) => [row.id, row]));
  const found = new Set(drafts.map((draft) => draft.id));
  const changes = [
    ...drafts.flatMap((draft) => changeOf(reading.storyId, rows.get(draft.id), draft) ?? []),
    ...stored.flatMap((row) => (found.has(row.id) ? [] : (changeOf(reading.storyId, row, null) ?? []))),
  ];
  return {
    changes: pairMoved(changes)
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ change }) => change),
    newVersion,
  };
}

const versionRow = keptQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom('storyVersion').select(['title', 'byline', 'publishedAt', 'textHash']).where('id', '=', id),
);

const judgedHashes = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db.selectFrom('finding').select(['id', 'valueHash']).where('storyId', '=', storyId).where('found', '=', 1),
);

/** Whether the drafts are the findings that stand, and each is judged alike. */
function saysTheSame(
  drafts: readonly FindingDraft[],
  stored: readonly Pick<FindingTable, 'id' | 'valueHash'>[],
): boolean {
  if (drafts.length !== stored.length) return false;
  const hashes = new Map(stored.map(({ id, valueHash }) => [id, valueHash]));
  return drafts.every(({ id, kind, value }) => hashes.get(id) === judgedHash(kind, value));
}

interface Placed {
  readonly change: FindingChange;
  readonly start: number;
  readonly end: number;
  readonly holder: string;
  readonly position: string;
}

function changeOf(storyId: string, row: FindingTable | undefined, draft: FindingDraft | null): Placed | null {
  const stood = row?.found === 1;
  if (!stood && draft === null) return null;
  const hash = draft === null ? null : judgedHash(draft.kind, draft.value);
  if (stood && hash === row.valueHash) return null;
  const value = (draft?.value ?? JSON.parse(row?.value ?? '{}')) as Readonly<Record<string, unknown>>;
  const before = stood ? (JSON.parse(row.value) as Readonly<Record<string, unknown>>) : null;
  const flips = before !== null && draft !== null && before.position !== value.position;
  return {
    change: {
      what: draft === null ? 'dropped' : before === null ? 'added' : flips ? 'flipped' : 'changed',
      kind: (draft?.kind ?? row?.kind) as FindingKind,
      issue: typeof value.issue === 'string' ? value.issue : null,
      storyId,
      findingId: draft?.id ?? row?.id ?? '',
      status: (row?.status ?? 'pending') as FindingStatus,
      evidence: draft?.evidence.text ?? row?.text ?? '',
      before: stood ? { label: row.label, rule: row.rule, trace: row.trace } : null,
      after: draft === null ? null : { label: draft.label, rule: draft.rule, trace: draft.trace },
      effect: row === undefined ? null : effectOn(row, hash),
    },
    start: draft?.evidence.start ?? row?.start ?? 0,
    end: draft?.evidence.end ?? row?.end ?? 0,
    holder: String(value.holder ?? ''),
    position: String(value.position ?? ''),
  };
}

function effectOn(row: FindingTable, hash: string | null): FindingChange['effect'] {
  const before = agreesWith(row, row.found === 1 ? row.valueHash : null);
  const after = agreesWith(row, hash);
  if (before === null || before === after) return null;
  return after ? 'mends' : 'breaks';
}

/** Whether a machine that says this (null: says nothing) agrees with the person; null when no person decided. */
function agreesWith(row: FindingTable, hash: string | null): boolean | null {
  switch (row.status as FindingStatus) {
    case 'accepted':
      return hash !== null && hash === row.seenValueHash;
    case 'rejected':
      return hash === null || hash !== row.seenValueHash;
    case 'edited':
      return (
        hash !== null &&
        row.decidedValue !== null &&
        hash === judgedHash(row.kind as FindingKind, JSON.parse(row.decidedValue) as Record<string, unknown>)
      );
    default:
      return null;
  }
}

/** A stance that is dropped and added again on other words of the same passage is one change, not two. */
function pairMoved(placed: readonly Placed[]): Placed[] {
  const added = placed.filter(({ change }) => change.what === 'added' && change.kind === 'stance');
  const paired = new Set<Placed>();
  const result = placed.map((item): Placed => {
    const { change } = item;
    if (change.what !== 'dropped' || change.kind !== 'stance') return item;
    const again = added.find(
      (other) =>
        !paired.has(other) &&
        other.holder === item.holder &&
        other.change.issue === change.issue &&
        other.start < item.end &&
        item.start < other.end,
    );
    if (again === undefined) return item;
    paired.add(again);
    const what = again.position === item.position ? 'changed' : 'flipped';
    return { ...item, change: { ...change, what, after: again.change.after } };
  });
  return result.filter((item) => !paired.has(item));
}
