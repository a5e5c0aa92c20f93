// What figures of the team are made of: every decision of a time, every opinion, and how rules fare. Reads rows; computes nothing.
import { sql } from 'kysely';
import type { FindingKind } from '../save/finding-values.ts';
import type { Context } from '../writing.ts';

export interface DecisionMoment {
  readonly editor: string;
  readonly verdict: 'accept' | 'reject' | 'edit';
  readonly at: string;
  readonly undone: boolean;
}

/** Decisions since a time, by editor, oldest first. An undo is no decision: it shows in what it took back. */
export async function decisionMoments({ db }: Context, since: string): Promise<DecisionMoment[]> {
  const rows = await db
    .selectFrom('decision')
    .select(({ exists, selectFrom }) => [
      'editor',
      'verdict',
      'decidedAt as at',
      exists(selectFrom('decision as undo').select('undo.id').whereRef('undo.undoes', '=', 'decision.id')).as('undone'),
    ])
    .where('decidedAt', '>=', since)
    .where('verdict', '!=', 'undo')
    .orderBy('editor')
    .orderBy('decidedAt')
    .execute();
  return rows.map(({ editor, verdict, at, undone }) => ({
    editor,
    verdict: verdict as DecisionMoment['verdict'],
    at,
    undone: Boolean(undone),
  }));
}

export interface OpinionGiven {
  readonly findingId: string;
  readonly kind: FindingKind;
  readonly editor: string;
  readonly verdict: 'accept' | 'reject' | 'edit';
  readonly state: string;
}

/** Opinions that stand, given since a time, by item, oldest first. */
export async function opinionsGiven({ db }: Context, since: string): Promise<OpinionGiven[]> {
  const rows = await db
    .selectFrom('opinion')
    .innerJoin('finding', 'finding.id', 'opinion.findingId')
    .innerJoin('doubleReview', 'doubleReview.findingId', 'opinion.findingId')
    .select(['opinion.findingId', 'finding.kind', 'opinion.editor', 'opinion.verdict', 'doubleReview.state'])
    .where('opinion.withdrawnAt', 'is', null)
    .where('opinion.at', '>=', since)
    .orderBy('opinion.findingId')
    .orderBy('opinion.at')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as FindingKind,
    verdict: row.verdict as OpinionGiven['verdict'],
  }));
}

/** How many findings of a rule people judged, and how many they accepted as they stood. */
export interface RuleReviews {
  readonly reviewed: number;
  readonly accepted: number;
}

/** Of one rule. */
export async function ruleReviews({ db }: Context, rule: string): Promise<RuleReviews> {
  // Written out, not bound: only so does SQLite see that the index of decided findings will do.
  const { rows } = await sql<{ status: string; count: number }>`select status, count(*) as count from finding
    where status in ('accepted', 'rejected', 'edited') and rule = ${rule} group by status`.execute(db);
  const count = (statuses: readonly string[]) =>
    rows.reduce((all, row) => all + (statuses.includes(row.status) ? Number(row.count) : 0), 0);
  return { reviewed: count(['accepted', 'rejected', 'edited']), accepted: count(['accepted']) };
}

export interface RuleReviewsSplit {
  readonly rule: string;
  readonly recent: RuleReviews;
  readonly earlier: RuleReviews;
}

/** Decisions that count, by rule, before a time and since: an item judged twice counts by its last word. */
export async function ruleReviewsSplit({ db }: Context, at: string): Promise<RuleReviewsSplit[]> {
  const { rows } = await sql<{ rule: string; recent: number; verdict: string; count: number }>`
    select rule, recent, verdict, count(*) as count from (
    select f.rule, case when d.decided_at >= ${at} then 1 else 0 end as recent, d.verdict
    from decision d join finding f on f.id = d.finding_id
    where d.verdict <> 'undo' and not exists (select 1 from decision u where u.undoes = d.id)
      and not exists (select 1 from decision n where n.finding_id = d.finding_id and n.position > d.position
        and n.verdict <> 'undo' and not exists (select 1 from decision u where u.undoes = n.id))
    ) judged group by rule, recent, verdict`.execute(db);
  const sum = (rule: string, recent: number): RuleReviews => {
    const own = rows.filter((row) => row.rule === rule && Number(row.recent) === recent);
    const count = (accepted: boolean) =>
      own.reduce((all, row) => all + (!accepted || row.verdict === 'accept' ? Number(row.count) : 0), 0);
    return { reviewed: count(false), accepted: count(true) };
  };
  return [...new Set(rows.map(({ rule }) => rule))].map((rule) => ({
    rule,
    recent: sum(rule, 1),
    earlier: sum(rule, 0),
  }));
}
