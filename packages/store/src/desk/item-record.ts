// All that the desk shows of one item, in few questions: what most items have none of is asked for only where it is there.
// Reads; writes nothing.
import { sql } from 'kysely';
import { otherPrintings, type Printing } from '../copies/printings.ts';
import { type Decision, decisionOf, type Finding, findingOf } from '../review/findings.ts';
import type { Refusal } from '../save/finding-drafts.ts';
import type { FindingKind } from '../save/finding-values.ts';
import { type DeskCommentTable, needsReviewSql } from '../schema/desk-tables.ts';
import type { FindingTable } from '../schema/tables.ts';
import { type Context, isoTime } from '../writing.ts';
import { bulkMax } from './bulk.ts';
import { listComments } from './comments.ts';
import { type DoubleReview, readDoubleReview } from './double-review.ts';
import type { QueueLease } from './queue.ts';
import { revisionOf } from './revision.ts';
import type { DeskWho } from './who.ts';

/** An item with its story, the version that its offsets point into, and what people have said. */
export interface ItemRecord {
  readonly finding: Finding;
  readonly revision: string;
  readonly story: ItemStory;
  readonly version: ItemVersion;
  readonly source: { readonly id: string; readonly name: string };
  /** Of the story, oldest first. */
  readonly versions: readonly { readonly id: string; readonly createdAt: string }[];
  /** All of the story, this one too, in text order; superseded ones too. */
  readonly findings: readonly Finding[];
  readonly printings: readonly Printing[];
  /** The official across stories whom it names, quotes or gives a stance, after all merges and splits. */
  readonly official: ItemOfficial | null;
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  readonly comments: readonly DeskCommentTable[];
  readonly lease: QueueLease | null;
  readonly double: DoubleReview | null;
  /** Items of other stories that wait and say the same by the same rule, up to `bulkMax`. */
  readonly sameElsewhere: number;
}

interface ItemOfficial {
  readonly id: string;
  readonly name: string | null;
  readonly title: string | null;
}

interface ItemStory {
  readonly id: string;
  readonly url: string;
  readonly finalUrl: string | null;
  readonly feedTitle: string | null;
  readonly currentVersionId: string | null;
}

interface ItemVersion {
  readonly id: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly section: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly correction: string | null;
  readonly text: string;
  readonly notes: readonly string[];
  readonly refusals: readonly Refusal[];
}

interface ItemRow extends FindingTable, Omit<ItemStory, 'id'>, Omit<ItemVersion, 'id' | 'notes' | 'refusals' | 'text'> {
  readonly notes: string;
  readonly refusals: string;
  readonly versionText: string;
  readonly versionAt: string;
  readonly duplicateOf: string | null;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly holder: string | null;
  readonly sessionId: string | null;
  readonly leasedUntil: string | null;
  readonly isDouble: number;
  readonly isPrinted: number;
  readonly versions: number;
  readonly decisions: number;
  readonly comments: number;
  readonly sameElsewhere: number;
}

const flag = (condition: string) => sql.raw(`case when ${condition} then 1 else 0 end`);
const isPrinted = `s.duplicate_of is not null
  or exists (select 1 from story_link k where k.story_id = s.id)
  or exists (select 1 from story_link k where k.original_id = s.id)
  or exists (select 1 from story k where k.duplicate_of = s.id)`;

/** The item; null when there is none with this id. */
export async function readItem(context: Context, id: string, who: DeskWho): Promise<ItemRecord | null> {
  const { db, clock } = context;
  const at = isoTime(clock.nowMs());
  const head = sql<ItemRow>`select f.*, s.url, s.final_url, s.feed_title, s.version_id as current_version_id,
      s.duplicate_of, v.title, v.byline, v.section, v.published_at, v.modified_at, v.correction, v.notes, v.refusals,
      v.text as version_text, v.created_at as version_at, o.id as source_id, o.name as source_name,
      l.editor as holder, l.session_id, l.leased_until,
      ${flag('exists (select 1 from double_review d where d.finding_id = f.id)')} as is_double,
      ${flag(isPrinted)} as is_printed,
      (select count(*) from story_version y where y.story_id = f.story_id) as versions,
      (select count(*) from decision d where d.finding_id = f.id) as decisions,
      (select count(*) from desk_comment c where c.finding_id = f.id) as comments,
      (select count(*) from (select 1 from finding where value_hash = f.value_hash and rule = f.rule
        and story_id <> f.story_id and ${sql.raw(needsReviewSql)} limit ${bulkMax}) same) as same_elsewhere
    from finding f join story s on s.id = f.story_id join story_version v on v.id = f.version_id
    join source o on o.id = s.source_id
    left join desk_lease l on l.finding_id = f.id and l.leased_until > ${at}
    where f.id = ${id}`;
  const ofStory = db
    .selectFrom('finding')
    .selectAll()
    .where('storyId', '=', (where) => where.selectFrom('finding as one').select('one.storyId').where('one.id', '=', id))
    .orderBy('start')
    .orderBy('id');
  // In one, PostgreSQL would plan for longer than it reads.
  const official = sql<ItemOfficial>`select person.id, person.name, person.title from official person where person.id =
    (select named.canonical_official_id from official named where named.id = coalesce(
      (select official_id from quote where id = ${id}), (select official_id from stance where id = ${id}),
      (select official_id from official_mention where finding_id = ${id} limit 1)))`;
  const [{ rows }, findings, { rows: people }] = await Promise.all([
    head.execute(db),
    ofStory.execute(),
    official.execute(db),
  ]);
  const [row] = rows;
  const own = findings.find((finding) => finding.id === id);
  if (row === undefined || own === undefined) return null;
  const { storyId, duplicateOf } = row;
  return {
    ...partsOf(row, who),
    official: people[0] ?? null,
    finding: findingOf(own),
    revision: revisionOf(row, Number(row.decisions)),
    findings: findings.map(findingOf),
    versions:
      Number(row.versions) === 1
        ? [{ id: row.versionId, createdAt: row.versionAt }]
        : await versionsOf(context, storyId),
    printings: row.isPrinted === 1 ? await otherPrintings(db, { id: storyId, duplicateOf }) : [],
    decisions: Number(row.decisions) === 0 ? [] : await decisionsOf(context, id),
    comments: Number(row.comments) === 0 ? [] : await listComments(context, id),
    double: row.isDouble === 1 ? await readDoubleReview(db, id) : null,
  };
}

/** The kind of an item, which never changes; null when there is none with this id. */
export async function kindOf({ db }: Context, id: string): Promise<FindingKind | null> {
  const row = await db.selectFrom('finding').select('kind').where('id', '=', id).executeTakeFirst();
  return (row?.kind as FindingKind | undefined) ?? null;
}

function partsOf(
  row: ItemRow,
  who: DeskWho,
): Pick<ItemRecord, 'story' | 'version' | 'source' | 'lease' | 'sameElsewhere'> {
  const { url, finalUrl, feedTitle, currentVersionId, title, byline, section } = row;
  const { publishedAt, modifiedAt, correction, versionText: text, holder, leasedUntil, sessionId } = row;
  return {
    story: { id: row.storyId, url, finalUrl, feedTitle, currentVersionId },
    version: {
      ...{ id: row.versionId, title, byline, section, publishedAt, modifiedAt, correction, text },
      notes: JSON.parse(row.notes) as string[],
      refusals: JSON.parse(row.refusals) as Refusal[],
    },
    source: { id: row.sourceId, name: row.sourceName },
    lease:
      holder === null || leasedUntil === null
        ? null
        : { editor: holder, mine: sessionId === who.sessionId, until: leasedUntil },
    sameElsewhere: Number(row.sameElsewhere),
  };
}

function versionsOf({ db }: Context, storyId: string): Promise<{ id: string; createdAt: string }[]> {
  const versions = db.selectFrom('storyVersion').select(['id', 'createdAt']).where('storyId', '=', storyId);
  return versions.orderBy('createdAt').execute();
}

async function decisionsOf({ db }: Context, findingId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('findingId', '=', findingId)
    .orderBy('position')
    .execute();
  return rows.map(decisionOf);
}
