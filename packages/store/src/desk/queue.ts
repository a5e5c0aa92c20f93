// Items in the order in which people take them, page by page. Knows orders and keys; what a filter means is next door.
// Each order is made of ranges that an index gives ready sorted, so that a page costs the same with a thousand and a million items.
import { type RawBuilder, sql } from 'kysely';
import { type FindingKind, findingKinds } from '../save/finding-values.ts';
import type { FindingStatus } from '../save/merge-findings.ts';
import { uncertaintySql } from '../schema/desk-tables.ts';
import { dialectSql } from '../views/dialect-sql.ts';
import { dayOfStory } from '../views/fragments.ts';
import { type Context, isoTime } from '../writing.ts';
import { allOf, type QueueFilter, queueConditions } from './queue-question.ts';
import type { DeskWho } from './who.ts';

export const queueOrders = ['uncertainty', 'impact', 'date'] as const;
/**
 * uncertainty: nearest to even odds first. date: found last first. impact: what a person decided on and the machine now
 * disputes, then stances, quotes, officials, cities, each found last first.
 */
export type QueueOrder = (typeof queueOrders)[number];

/** Place of an item in an order. */
export interface QueueKey {
  readonly rank: number;
  readonly at: number | string;
  readonly id: string;
}

export interface QueueRow {
  readonly id: string;
  readonly kind: FindingKind;
  readonly label: string;
  readonly text: string;
  readonly status: FindingStatus;
  readonly reopened: boolean;
  readonly rule: string;
  readonly confidence: number | null;
  readonly createdAt: string;
  readonly story: {
    readonly id: string;
    readonly title: string | null;
    readonly sourceName: string;
    readonly seenOn: string;
  };
  readonly lease: QueueLease | null;
}

export interface QueueLease {
  readonly editor: string;
  readonly mine: boolean;
  readonly until: string;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly next: QueueKey | null;
}

export interface QueueQuestion {
  readonly filter: QueueFilter;
  readonly order: QueueOrder;
  readonly after: QueueKey | null;
  readonly limit: number;
}

interface Range {
  readonly rank: number;
  readonly only: RawBuilder<unknown>;
}

const impactKinds: readonly FindingKind[] = ['stance', 'quote', 'official', 'city'];

function rangesOf({ kind, show = 'review' }: QueueFilter, order: QueueOrder): Range[] {
  const isReview = show === 'review';
  const kinds = kind === undefined ? (order === 'impact' ? impactKinds : findingKinds) : [kind];
  const ofKind = (one: FindingKind) => sql`kind = ${one}`;
  if (order !== 'impact') {
    return isReview ? kinds.map((one) => ({ rank: 0, only: ofKind(one) })) : [{ rank: 0, only: sql`1 = 1` }];
  }
  return [
    { rank: 0, only: sql`reopened = 1` },
    ...kinds.map((one, at) => ({ rank: at + 1, only: sql`${ofKind(one)} and reopened = 0` })),
  ];
}

/** One page of ids with their keys. */
export async function queueKeys(
  { db, dialect }: Context,
  question: QueueQuestion,
  who: DeskWho,
  at: string,
): Promise<QueueKey[]> {
  const { filter, order, after, limit } = question;
  const conditions = queueConditions(filter, who, at, dialect);
  const column = order === 'uncertainty' ? sql.raw(uncertaintySql) : sql.raw('created_at');
  const direction = sql.raw(order === 'uncertainty' ? 'asc' : 'desc');
  const beyond = sql.raw(order === 'uncertainty' ? '>' : '<');
  const keys: QueueKey[] = [];
  const ranges = Map.groupBy(rangesOf(filter, order), ({ rank }) => rank);
  for (const [rank, sameRank] of ranges) {
    if (after !== null && rank < after.rank) continue;
    if (keys.length >= limit) break;
    const from =
      after === null || rank > after.rank
        ? []
        : [
            sql`${column} ${beyond}= ${after.at} and (${column} ${beyond} ${after.at} or finding.id ${beyond} ${after.id})`,
          ];
    const { rows } = await sql<{ id: string; at: number | string }>`${sql.join(
      sameRank.map(
        ({ only }) => sql`select * from (
          select finding.id as id, ${column} as at from finding where ${allOf([only, ...conditions, ...from])}
          order by ${column} ${direction}, finding.id ${direction} limit ${limit}) one_kind`,
      ),
      sql` union all `,
    )}`.execute(db);
    const found = rows.map((row): QueueKey => ({ rank, at: row.at, id: row.id }));
    keys.push(
      ...(sameRank.length === 1
        ? found
        : found.sort(order === 'uncertainty' ? compareKeys : (a, b) => compareKeys(b, a))),
    );
  }
  return keys.slice(0, limit);
}

function compareKeys(a: QueueKey, b: QueueKey): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The place of an item in an order, whether or not a filter lets it through; null for an unknown one. */
export async function queueKeyOf(
  { db }: Pick<Context, 'db'>,
  id: string,
  order: QueueOrder,
  filter: QueueFilter,
): Promise<QueueKey | null> {
  const { rows } = await sql<{ kind: FindingKind; reopened: number; createdAt: string; unsure: number }>`
    select kind, reopened, created_at, ${sql.raw(uncertaintySql)} as unsure from finding where id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  if (order === 'uncertainty') return { rank: 0, at: row.unsure, id };
  if (order === 'date') return { rank: 0, at: row.createdAt, id };
  const kinds = filter.kind === undefined ? impactKinds : [filter.kind];
  return { rank: row.reopened === 1 ? 0 : kinds.indexOf(row.kind) + 1, at: row.createdAt, id };
}

/** One page. Pages stay right while items come and go. Empty when nothing is left. */
export async function listQueue(context: Context, question: QueueQuestion, who: DeskWho): Promise<QueuePage> {
  const at = isoTime(context.clock.nowMs());
  const limit = Math.min(500, Math.max(1, Math.trunc(question.limit)));
  const keys = await queueKeys(context, { ...question, limit: limit + 1 }, who, at);
  const page = keys.slice(0, limit);
  const rows = await queueRows(
    context,
    page.map(({ id }) => id),
    who,
  );
  return { rows, next: keys.length > limit ? (page.at(-1) ?? null) : null };
}

/** The rows of these items, in the order given; unknown ones are left out. */
export async function queueRows(context: Context, ids: readonly string[], who: DeskWho): Promise<QueueRow[]> {
  if (ids.length === 0) return [];
  const at = isoTime(context.clock.nowMs());
  const day = sql.raw(dayOfStory(dialectSql(context.dialect), 's', 'v'));
  const { rows } =
    await sql<QueueRecord>`select f.id, f.kind, f.label, f.text, f.status, f.reopened, f.rule, f.confidence,
      f.created_at, f.story_id, v.title, s.feed_title, o.name as source_name, ${day} as seen_on,
      l.editor as holder, l.session_id, l.leased_until
    from finding f join story_version v on v.id = f.version_id join story s on s.id = f.story_id
    join source o on o.id = s.source_id
    left join desk_lease l on l.finding_id = f.id and l.leased_until > ${at}
    where f.id in (${sql.join([...ids])})`.execute(context.db);
  const byId = new Map(rows.map((row) => [row.id, rowOf(row, who)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface QueueRecord
  extends Pick<QueueRow, 'id' | 'kind' | 'label' | 'text' | 'status' | 'rule' | 'confidence' | 'createdAt'> {
  readonly reopened: number;
  readonly storyId: string;
  readonly title: string | null;
  readonly feedTitle: string | null;
  readonly sourceName: string;
  readonly seenOn: string;
  readonly holder: string | null;
  readonly sessionId: string | null;
  readonly leasedUntil: string | null;
}

function rowOf(record: QueueRecord, who: DeskWho): QueueRow {
  const { storyId, title, feedTitle, sourceName, seenOn, holder, sessionId, leasedUntil, reopened, ...rest } = record;
  return {
    ...rest,
    reopened: reopened === 1,
    story: { id: storyId, title: title ?? feedTitle, sourceName, seenOn },
    lease:
      holder === null || leasedUntil === null
        ? null
        : { editor: holder, mine: sessionId === who.sessionId, until: leasedUntil },
  };
}
