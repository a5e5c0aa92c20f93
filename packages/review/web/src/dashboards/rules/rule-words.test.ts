import { expect, test } from 'vitest';
import { compareRules, precisionWords, type RuleCard } from './rule-words.ts';

const card = (rule: string, found: number, more: Partial<RuleCard> = {}): RuleCard => ({
  ...{ rule, kind: 'stance', reads: null, found: { count: found, filter: {} }, pending: 0, accepted: 0, edited: 0 },
  ...{ rejected: 0, reopened: 0, precision: null, recent: null, earlier: null, drift: null },
  ...more,
});
const precision = (accepted: number, reviewed: number, low: number, high: number) => ({
  ...{ accepted, reviewed, share: accepted / reviewed, low, high },
});

test('rules are ordered by what is found, by how bad they may be, by which way they go', () => {
  const cards = [
    card('unread', 9),
    card('lucky', 2, { precision: precision(1, 1, 0.2, 1), drift: 'up' }),
    card('poor', 5, { precision: precision(20, 40, 0.35, 0.65), drift: 'down' }),
  ];
  const names = (order: Parameters<typeof compareRules>[0]) =>
    cards.toSorted(compareRules(order)).map((one) => one.rule);
  expect(names('found')).toEqual(['unread', 'poor', 'lucky']);
  expect(names('worst')).toEqual(['poor', 'lucky', 'unread']);
  expect(names('drift')).toEqual(['poor', 'lucky', 'unread']);
  expect(names('unreviewed')).toEqual(['unread', 'lucky', 'poor']);
});

test('a precision is said with its interval', () => {
  expect(precisionWords(precision(20, 25, 0.609, 0.911))).toBe('80 % of 25 (61 to 91 %)');
  expect(precisionWords(null)).toBe('not reviewed');
});
