// How many items there are of what, who holds how many, and what filters may say. Counts; changes nothing.
import { type RawBuilder, sql } from 'kysely';
import { type FindingKind, findingKinds } from '../save/finding-values.ts';
import { type FindingStatus, findingStatuses } from '../save/merge-findings.ts';
import { type Context, isoTime } from '../writing.ts';
import { allOf, amongWaiting, type QueueFilter, type QueueShow, whatCounts } from './queue-question.ts';
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
  const count = (by: 'kind' | 'status' | null, changes: QueueFilter) =>
    countBy(context, by, { ...filter, ...changes }, who);
  const byStatus = await count('status', { show: 'all' });
  const byKind = await count('kind', { kind: undefined });
  const ofStatus = (...of: readonly FindingStatus[]) => sum(of.map((status) => byStatus.get(status) ?? 0));
  const shown: (readonly [QueueShow, number])[] = [];
  for (const show of ['review', 'reopened', 'second', 'disputed'] as const) {
    shown.push([show, sum([...(await count(null, { show })).values()])]);
  }
  const at = isoTime(context.clock.nowMs());
  const { rows: holders } = await sql<{
    editor: string;
    items: number;
  }>`select editor, count(*) as items from desk_lease
    where leased_until > ${at} group by editor order by count(*) desc, editor`.execute(context.db);
  return {
    byShow: Object.fromEntries([
      ...shown,
      ...findingStatuses.map((status) => [status, ofStatus(status)] as const),
      ['standing', ofStatus('pending', 'accepted', 'edited')],
      ['published', ofStatus('accepted', 'edited')],
      ['all', ofStatus(...findingStatuses)],
    ]) as QueueCounts['byShow'],
    byKind: Object.fromEntries(findingKinds.map((kind) => [kind, byKind.get(kind) ?? 0])) as QueueCounts['byKind'],
    holders: holders.map(({ editor, items }) => ({ editor, items: Number(items) })),
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** All that a filter shows, less those that wait for somebody else: so the many are counted in an index alone. */
async function countBy(
  { db, dialect, clock }: Context,
  by: 'kind' | 'status' | null,
  filter: QueueFilter,
  who: DeskWho,
): Promise<Map<string, number>> {
  const { show = 'review' } = filter;
  const conditions = whatCounts(filter, who, isoTime(clock.nowMs()), dialect);
  const read = async (where: RawBuilder<unknown>): Promise<Map<string, number>> => {
    // Grouped, SQLite would begin with the index that has the groups, however few are counted.
    const [value, grouped] = by === null ? [sql`'all'`, sql``] : [sql.ref(by), sql`group by ${sql.ref(by)}`];
    const { rows } = await sql<{ value: string; count: number }>`select ${value} as value, count(*) as count
      from finding where ${where} ${grouped}`.execute(db);
    return new Map(rows.map((row) => [row.value, Number(row.count)]));
  };
  const counts = await read(allOf(conditions));
  if (show !== 'review' && show !== 'second') return counts;
  const waiting = await read(allOf([...conditions, amongWaiting(who)]));
  return new Map([...counts].map(([value, count]) => [value, count - (waiting.get(value) ?? 0)]));
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

/** What filters may say, up to 200 of each: issues the most used first, rules and sources by name. */
export async function queueChoices(context: Context): Promise<QueueChoices> {
  const { db } = context;
  // From each rule to the next one in the index: grouped, all findings would be read for some hundred rules.
  const { rows: rules } = await sql<{ rule: string }>`with recursive known(rule) as (
      select * from (select cast(rule as text) as rule from finding order by cast(rule as text) limit 1) first
      union all select (select cast(f.rule as text) from finding f where cast(f.rule as text) > known.rule
        order by cast(f.rule as text) limit 1) from known where known.rule is not null)
    select rule from known where rule is not null limit ${choicesMax}`.execute(db);
  const sources = await db
    .selectFrom('source')
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .limit(choicesMax)
    .execute();
  return { issues: await queueIssues(context), rules: rules.map(({ rule }) => rule), sources };
}
