// Findings and stories as an editor reads them, in pages. Knows rows and their JSON; changes nothing.

import { sql } from 'kysely';
import { otherPrintings, type Printing } from '../copies/printings.ts';
import { type Source, type Story, sourceOf } from '../ledger/records.ts';
import type { Refusal } from '../save/finding-drafts.ts';
import type { FindingKind, FindingValue } from '../save/finding-values.ts';
import type { FindingStatus } from '../save/merge-findings.ts';
import type { OfficialTable } from '../schema/official-tables.ts';
import type { Database, DecisionTable, FindingTable, StoryVersionTable } from '../schema/tables.ts';
import type { Context } from '../writing.ts';

/** A finding with its values read. `value` is the machine's, `decidedValue` the person's (null when rejected or undecided). */
export interface Finding
  extends Omit<FindingTable, 'kind' | 'status' | 'reopened' | 'found' | 'value' | 'decidedValue'> {
  readonly kind: FindingKind;
  readonly status: FindingStatus;
  /** The machine has come to disagree with a person's decision: to be looked at again. */
  readonly reopened: boolean;
  /** The last extraction found it. */
  readonly found: boolean;
  readonly value: FindingValue;
  readonly decidedValue: FindingValue | null;
}

export interface Decision extends Omit<DecisionTable, 'patch' | 'seenValue' | 'verdict'> {
  /** undo: the decision `undoes` was taken back. */
  readonly verdict: 'accept' | 'reject' | 'edit' | 'undo';
  readonly patch: Readonly<Record<string, unknown>> | null;
  readonly seenValue: FindingValue;
}

export interface StoryVersion extends Omit<StoryVersionTable, 'methods' | 'notes' | 'refusals'> {
  readonly methods: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** What `listFindings` may be narrowed to. `needsReview`: pending ones and reopened ones. */
export interface FindingFilter {
  readonly status?: FindingStatus;
  readonly kind?: FindingKind;
  readonly storyId?: string;
  readonly needsReview?: boolean;
  /** `nextKey` of the page before. */
  readonly afterKey?: string | null;
  /** Rows a page; 1 to 1000. */
  readonly limit: number;
}

export interface FindingPage {
  readonly findings: readonly (Finding & { readonly storyTitle: string | null })[];
  /** To be given as `afterKey`; null on the last page. */
  readonly nextKey: string | null;
}

/** A row of `finding` in the reader's shape. */
export function findingOf(row: FindingTable): Finding {
  return {
    ...row,
    kind: row.kind as FindingKind,
    status: row.status as FindingStatus,
    reopened: row.reopened === 1,
    found: row.found === 1,
    value: JSON.parse(row.value) as FindingValue,
    decidedValue: row.decidedValue === null ? null : (JSON.parse(row.decidedValue) as FindingValue),
  };
}

/** A row of `decision` in the reader's shape. */
export function decisionOf(row: DecisionTable): Decision {
  return {
    ...row,
    verdict: row.verdict as Decision['verdict'],
    patch: row.patch === null ? null : (JSON.parse(row.patch) as Record<string, unknown>),
    seenValue: JSON.parse(row.seenValue) as FindingValue,
  };
}

function versionOf(row: StoryVersionTable): StoryVersion {
  return {
    ...row,
    methods: JSON.parse(row.methods) as Record<string, string>,
    notes: JSON.parse(row.notes) as string[],
    refusals: JSON.parse(row.refusals) as Refusal[],
  };
}

/** One page of findings, in the order of stories and of the text within a story. Pages stay right while rows are added. */
export async function listFindings(context: Context, filter: FindingFilter): Promise<FindingPage> {
  const limit = Math.min(1000, Math.max(1, Math.trunc(filter.limit)));
  let query = context.db
    .selectFrom('finding')
    .innerJoin('storyVersion', 'storyVersion.id', 'finding.versionId')
    .selectAll('finding')
    .select('storyVersion.title as storyTitle');
  if (filter.status !== undefined) query = query.where('finding.status', '=', filter.status);
  if (filter.kind !== undefined) query = query.where('finding.kind', '=', filter.kind);
  if (filter.storyId !== undefined) query = query.where('finding.storyId', '=', filter.storyId);
  if (filter.needsReview === true) {
    // Written out, not bound: only so does SQLite see that the index of what is to be reviewed will do.
    query = query.where(sql<boolean>`(finding.status = 'pending' or finding.reopened = 1)`);
  }
  const after = readKey(filter.afterKey);
  if (after !== null) {
    query = query.where((where) =>
      where(
        where.refTuple('finding.storyId', 'finding.start', 'finding.id'),
        '>',
        where.tuple(after.storyId, after.start, after.id),
      ),
    );
  }
  const rows = await query
    .orderBy('finding.storyId')
    .orderBy('finding.start')
    .orderBy('finding.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    findings: page.map(({ storyTitle, ...row }) => ({ ...findingOf(row), storyTitle })),
    nextKey: rows.length > limit && last !== undefined ? `${last.storyId}.${last.start}.${last.id}` : null,
  };
}

function readKey(key: string | null | undefined): { storyId: string; start: number; id: string } | null {
  const [, storyId, start, id] = /^([0-9a-f]+)\.(\d+)\.([0-9a-f]+)$/.exec(key ?? '') ?? [];
  return storyId === undefined || start === undefined || id === undefined
    ? null
    : { storyId, start: Number(start), id };
}

/** A story with everything an editor needs to read it. */
export interface StoryView {
  readonly story: Story;
  readonly source: Source | null;
  /** The current version; null when the story was not saved. */
  readonly version: StoryVersion | null;
  /** All versions, oldest first. */
  readonly versions: readonly StoryVersion[];
  /** In text order, superseded ones too. */
  readonly findings: readonly Finding[];
  /** Where else it was printed, the first printing first. */
  readonly printings: readonly Printing[];
}

/** The story, or null when there is none with this id. */
export async function getStory({ db }: Context, id: string): Promise<StoryView | null> {
  const story = await db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst();
  if (story === undefined) return null;
  const source = await db.selectFrom('source').selectAll().where('id', '=', story.sourceId).executeTakeFirst();
  const versions = (
    await db.selectFrom('storyVersion').selectAll().where('storyId', '=', id).orderBy('createdAt').execute()
  ).map(versionOf);
  const findings = await db
    .selectFrom('finding')
    .selectAll()
    .where('storyId', '=', id)
    .orderBy('start')
    .orderBy('id')
    .execute();
  const version = versions.find((candidate) => candidate.id === story.versionId) ?? null;
  return {
    story,
    source: source === undefined ? null : sourceOf(source),
    version,
    versions,
    findings: findings.map(findingOf),
    printings: await otherPrintings(db, story),
  };
}

/** The story with this URL key or address, or null. */
export async function findStory(context: Context, urlOrKey: string): Promise<StoryView | null> {
  const row = await context.db
    .selectFrom('story')
    .select('id')
    .where((where) =>
      where.or([where('urlKey', '=', urlOrKey), where('url', '=', urlOrKey), where('id', '=', urlOrKey)]),
    )
    .orderBy('discoveredAt')
    .orderBy('id')
    .executeTakeFirst();
  return row === undefined ? null : getStory(context, row.id);
}

/** A finding with its story, the version that its offsets point into, and all decisions, oldest first. */
export interface FindingView {
  readonly finding: Finding;
  readonly story: Story;
  readonly version: StoryVersion;
  readonly decisions: readonly Decision[];
  /** The official across stories whom it names, quotes or gives a stance, after all merges and splits; null without one. */
  readonly official: OfficialTable | null;
}

/** The finding, or null when there is none with this id. */
export async function getFinding({ db }: Context, id: string): Promise<FindingView | null> {
  const row = await db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const story = await db.selectFrom('story').selectAll().where('id', '=', row.storyId).executeTakeFirstOrThrow();
  const version = await db
    .selectFrom('storyVersion')
    .selectAll()
    .where('id', '=', row.versionId)
    .executeTakeFirstOrThrow();
  const decisions = await db
    .selectFrom('decision')
    .selectAll()
    .where('findingId', '=', id)
    .orderBy('position')
    .execute();
  const official = await officialOf(db, row);
  return {
    finding: findingOf(row),
    story,
    version: versionOf(version),
    decisions: decisions.map(decisionOf),
    official,
  };
}

async function officialOf(db: Database, { id, kind }: FindingTable): Promise<OfficialTable | null> {
  const officialId = await linkedOfficialId(db, id, kind as FindingKind);
  if (officialId === null) return null;
  const official = await db
    .selectFrom('official')
    .innerJoin('official as canonical', 'canonical.id', 'official.canonicalOfficialId')
    .selectAll('canonical')
    .where('official.id', '=', officialId)
    .executeTakeFirst();
  return official ?? null;
}

async function linkedOfficialId(db: Database, id: string, kind: FindingKind): Promise<string | null> {
  if (kind === 'city') return null;
  if (kind !== 'official') {
    const row = await db.selectFrom(kind).select('officialId').where('id', '=', id).executeTakeFirst();
    return row?.officialId ?? null;
  }
  const mentions = db.selectFrom('officialMention').select('officialId').where('findingId', '=', id);
  return (await mentions.limit(1).executeTakeFirst())?.officialId ?? null;
}
