// What a queue is narrowed to, as conditions on findings. Knows tables; knows neither order nor pages.
import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../connect/database-address.ts';
import type { FindingKind } from '../save/finding-values.ts';
import type { FindingStatus } from '../save/merge-findings.ts';
import { needsReviewSql } from '../schema/desk-tables.ts';
import { dialectSql } from '../views/dialect-sql.ts';
import { dayOfStory, decidedFor, inUse } from '../views/fragments.ts';
import type { DeskWho } from './who.ts';

/** review: pending and reopened, without what waits for another person; second: a second opinion of mine is wanted; disputed: two opinions differ; standing: neither rejected nor superseded; published: a person stands behind it. */
export type QueueShow =
  | 'review'
  | 'reopened'
  | 'second'
  | 'disputed'
  | FindingStatus
  | 'standing'
  | 'published'
  | 'all';

/** All that are given must hold. */
export interface QueueFilter {
  /** `review` unless given. */
  readonly show?: QueueShow | undefined;
  readonly kind?: FindingKind | undefined;
  readonly issue?: string | undefined;
  readonly position?: string | undefined;
  readonly rule?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly storyId?: string | undefined;
  /** After merges. */
  readonly officialId?: string | undefined;
  /** A city there, or a stance that is of there (v_stance.place_id). */
  readonly placeId?: string | undefined;
  /** As placeId, of every place of the state: its USPS letters. */
  readonly state?: string | undefined;
  /** Stances whose place is not known. */
  readonly unplaced?: true | undefined;
  /** Days of stories, YYYY-MM-DD. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly confidenceMax?: number | undefined;
  /** In the evidence or the label, without regard to case. */
  readonly words?: string | undefined;
  readonly held?: 'mine' | 'others' | 'free' | undefined;
}

type Condition = RawBuilder<unknown>;

/** Of rows of `finding`, which has no alias: indexes of expressions name its columns plainly. */
export function queueConditions(filter: QueueFilter, who: DeskWho, at: string, dialect: Dialect): Condition[] {
  const show = filter.show ?? 'review';
  const waits = show === 'review' || show === 'second' ? [sql`not ${waitsForOthers(who)}`] : [];
  return [...whatCounts(filter, who, at, dialect), ...waits];
}

/** The same, with those that wait for another person. */
export function whatCounts(filter: QueueFilter, who: DeskWho, at: string, dialect: Dialect): Condition[] {
  const conditions = showConditions(filter.show ?? 'review');
  const add = <Value>(value: Value | undefined, condition: (given: Value) => Condition): void => {
    if (value !== undefined) conditions.push(condition(value));
  };
  add(filter.kind, (kind) => sql`kind = ${kind}`);
  add(filter.rule, (rule) => sql`rule = ${rule}`);
  add(filter.storyId, (id) => sql`story_id = ${id}`);
  add(filter.confidenceMax, (most) => sql`confidence <= ${most}`);
  add(filter.issue, (issue) => sql`finding.id in (select id from stance where issue = ${issue})`);
  add(
    filter.position,
    (position) => sql`exists (select 1 from stance t where t.id = finding.id and t.position = ${position})`,
  );
  add(
    filter.sourceId,
    (id) => sql`exists (select 1 from story s where s.id = finding.story_id and s.source_id = ${id})`,
  );
  add(filter.officialId, ofOfficial);
  add(
    filter.placeId,
    (id) => sql`finding.id in (select finding_id from city_mention where place_id = ${id}
      union all select id from v_stance where place_id = ${id})`,
  );
  add(filter.state, ofState);
  add(filter.unplaced, () => sql`finding.id in (select id from stance where place_id is null)`);
  if (filter.since !== undefined || filter.until !== undefined) {
    conditions.push(ofDays(filter.since ?? '0000-00-00', filter.until ?? '9999-99-99', dialect));
  }
  add(filter.words, (words) => {
    const like = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(lower(label) like ${like} escape '\\' or lower(text) like ${like} escape '\\')`;
  });
  add(filter.held, (held) => heldCondition(held, who, at));
  return conditions;
}

function showConditions(show: QueueShow): Condition[] {
  const inState = (state: string) => sql`finding.id in (select finding_id from double_review where state = ${state})`;
  switch (show) {
    case 'review':
      return [sql.raw(needsReviewSql)];
    case 'reopened':
      return [sql`reopened = 1`];
    case 'second':
      return [inState('open')];
    case 'disputed':
      return [inState('disputed')];
    case 'standing':
      return [sql.raw(inUse('finding'))];
    case 'published':
      return [sql.raw(decidedFor('finding'))];
    case 'all':
      return [];
    default:
      return [sql`status = ${show}`];
  }
}

/** I have judged it already and another has not, or it is for somebody to settle. */
function waitsForOthers(who: DeskWho): Condition {
  return sql`exists (select 1 from double_review d where d.finding_id = finding.id and ${waiting(who)})`;
}

/** The same as one list, for counting: few wait, and many are counted. */
export function amongWaiting(who: DeskWho): Condition {
  return sql`finding.id in (select d.finding_id from double_review d where ${waiting(who)})`;
}

function waiting({ editor }: DeskWho): Condition {
  return sql`(d.state = 'disputed' or (d.state = 'open' and exists (select 1 from opinion o
    where o.finding_id = d.finding_id and o.editor = ${editor} and o.withdrawn_at is null)))`;
}

function ofOfficial(id: string): Condition {
  const rows = sql`(select id from official where canonical_official_id = ${id})`;
  return sql`finding.id in (select finding_id from official_mention where official_id in ${rows}
    union all select id from quote where official_id in ${rows}
    union all select id from stance where official_id in ${rows})`;
}

function ofState(letters: string): Condition {
  const places = sql`(select id from place where state = ${letters})`;
  return sql`finding.id in (select finding_id from city_mention where place_id in ${places}
    union all select id from stance where place_id in ${places})`;
}

function ofDays(since: string, until: string, dialect: Dialect): Condition {
  const day = sql.raw(dayOfStory(dialectSql(dialect), 's', 'v'));
  return sql`exists (select 1 from story s join story_version v on v.id = finding.version_id where s.id = finding.story_id
    and ${day} >= ${since} and ${day} <= ${until})`;
}

function heldCondition(held: 'mine' | 'others' | 'free', { sessionId }: DeskWho, at: string): Condition {
  const lease = (whose: Condition) =>
    sql`exists (select 1 from desk_lease l where l.finding_id = finding.id and l.leased_until > ${at} ${whose})`;
  if (held === 'mine') return lease(sql`and l.session_id = ${sessionId}`);
  const byOthers = lease(sql`and l.session_id <> ${sessionId}`);
  return held === 'others' ? byOthers : sql`not ${byOthers}`;
}

/** Joined by “and”; true for none. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`1 = 1` : sql.join([...conditions], sql` and `);
}
