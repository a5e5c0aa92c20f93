// How many items there are of what, who holds how many, and what filters may say. Counts; changes nothing.
import { sql } from 'kysely';
import { type FindingKind, findingKinds } from '../save/finding-values.ts';
import { type FindingStatus, findingStatuses } from '../save/merge-findings.ts';
import { type Context, isoTime } from '../writing.ts';
import { allOf, type QueueFilter, type QueueShow, queueConditions } from './queue-question.ts';
import type { DeskWho } from './who.ts';

export interface QueueCounts {
  readonly byShow: Readonly<Record<QueueShow, number>>;
  /** Of what the filter shows, whatever kind it names. */
  readonly byKind: Readonly<Record<FindingKind, number>>;
  /** The most first. */
  readonly holders: readonly { readonly editor: string; readonly items: number }[];
}

/** Counts under a filter. */
export async function countQueue(context: Context, filter: QueueFilter, who: DeskWho): Promise<QueueCounts> {
  const { db, dialect } = context;
  const at = isoTime(context.clock.nowMs());
  const where = (changes: QueueFilter) => allOf(queueConditions({ ...filter, ...changes }, who, at, dialect));
  const one = async (show: QueueShow): Promise<number> => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from finding where ${where({ show })}`.execute(db);
    return Number(rows[0]?.count ?? 0);
  };
  const { rows: statuses } = await sql<{ status: string; count: number }>`
    select status, count(*) as count from finding where ${where({ show: 'all' })} group by status`.execute(db);
  const { rows: kinds } = await sql<{ kind: string; count: number }>`
    select kind, count(*) as count from finding where ${where({ kind: undefined })} group by kind`.execute(db);
  const { rows: holders } = await sql<{
    editor: string;
    items: number;
  }>`select editor, count(*) as items from desk_lease
    where leased_until > ${at} group by editor order by count(*) desc, editor`.execute(db);
  const ofStatus = findingStatuses.map(
    (status) => [status, Number(statuses.find((row) => row.status === status)?.count ?? 0)] as const,
  );
  const ofShow = await Promise.all(
    (['review', 'reopened', 'second', 'disputed'] as const).map(async (show) => [show, await one(show)] as const),
  );
  const sum = (...of: readonly FindingStatus[]) =>
    ofStatus.reduce((total, [status, count]) => total + (of.includes(status) ? count : 0), 0);
  const summed = [
    ['standing', sum('pending', 'accepted', 'edited')],
    ['published', sum('accepted', 'edited')],
    ['all', sum(...findingStatuses)],
  ] as const;
  return {
    byShow: Object.fromEntries([...ofShow, ...ofStatus, ...summed]) as QueueCounts['byShow'],
    byKind: Object.fromEntries(
      findingKinds.map((kind) => [kind, Number(kinds.find((row) => row.kind === kind)?.count ?? 0)]),
    ) as QueueCounts['byKind'],
    holders: holders.map(({ editor, items }) => ({ editor, items: Number(items) })),
  };
}

export interface QueueChoices {
  readonly issues: readonly string[];
  readonly rules: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
}

const choicesMax = 200;

/** Issues of stances in use, the most used first, up to 200. */
export async function queueIssues({ db }: Context): Promise<string[]> {
  const rows = await db
    .selectFrom('stanceTally')
    .select('issue')
    .groupBy('issue')
    .orderBy(({ fn }) => fn.sum('findings'), 'desc')
    .orderBy('issue')
    .limit(choicesMax)
    .execute();
  return rows.map(({ issue }) => issue);
}

/** What filters may say, the most used first, up to 200 of each. Reads all findings: not for every request. */
export async function queueChoices(context: Context): Promise<QueueChoices> {
  const { db } = context;
  const rules = await db
    .selectFrom('finding')
    .select('rule')
    .groupBy('rule')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('rule')
    .limit(choicesMax)
    .execute();
  const sources = await db
    .selectFrom('source')
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .limit(choicesMax)
    .execute();
  return { issues: await queueIssues(context), rules: rules.map(({ rule }) => rule), sources };
}
