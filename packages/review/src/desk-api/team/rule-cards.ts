// How each rule fares with editors, and which way it goes. Knows counts of the store.
import type { FindingKind, RuleReviews } from '@civicwire/store';
import type { DeskAnswer } from '../contract.ts';
import type { DeskServices } from '../handlers.ts';
import { precisionOf } from '../precision.ts';

const recentMs = 30 * 24 * 60 * 60 * 1000;
const rulesMax = 1_000;

type Card = DeskAnswer<'get_rules'>['rules'][number];

const none: RuleReviews = { reviewed: 0, accepted: 0 };

/** The cards, the most found first. */
export async function ruleCards({ store, clock, describeRule }: DeskServices): Promise<DeskAnswer<'get_rules'>> {
  const rows = await store.readView({
    view: 'v_rule_scorecard',
    order: ['rule', 'kind'],
    direction: 'asc',
    limit: rulesMax,
  });
  const split = await store.desk.ruleReviewsSplit(new Date(clock.nowMs() - recentMs).toISOString());
  const bySplit = new Map(split.map((one) => [one.rule, one]));
  const cards = rows.map((row): Card => {
    const rule = String(row.rule);
    const { recent, earlier } = bySplit.get(rule) ?? { recent: none, earlier: none };
    const [now, before] = [precisionOf(recent), precisionOf(earlier)];
    return {
      rule,
      kind: row.kind as FindingKind,
      reads: describeRule(rule),
      found: { count: Number(row.found), filter: { show: 'all', rule } },
      pending: Number(row.pending),
      accepted: Number(row.accepted),
      edited: Number(row.edited),
      rejected: Number(row.rejected),
      reopened: Number(row.reopened),
      precision: precisionOf({ reviewed: Number(row.reviewed), accepted: Number(row.accepted) }),
      recent: now,
      earlier: before,
      drift: driftOf(now, before),
    };
  });
  return { rules: cards.sort((a, b) => b.found.count - a.found.count || (a.rule < b.rule ? -1 : 1)) };
}

/** Two intervals that do not meet are a change; everything less may be chance. */
function driftOf(now: Card['recent'], before: Card['earlier']): Card['drift'] {
  if (now === null || before === null) return null;
  if (now.low > before.high) return 'up';
  return now.high < before.low ? 'down' : 'same';
}
