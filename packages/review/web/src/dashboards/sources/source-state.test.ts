import { expect, test } from 'vitest';
import { byHealth, bySilence, daysWords, healthOf, type Source } from './source-state.ts';

const source = (name: string, more: Partial<Source> = {}): Source => ({
  ...{ id: name, name, home: null, feeds: 1, feeds_ok: 1, feeds_failing: 0, feeds_dead: 0, stories: 3, saved: 3 },
  ...{ dropped: 0, last_polled_at: '2026-03-04T17:40:00Z', last_discovered_at: null, last_saved_at: null },
  ...{ expected_gap_days: 7, silent_days: 2, alarms: [], alarmed_at: null, claims: {} },
  ...more,
});

test('a weekly paper may be silent for a week; the worst come first', () => {
  const sources = [
    source('weekly'),
    source('late', { silent_days: 9 }),
    source('very late', { silent_days: 30 }),
    source('failing', { feeds_failing: 1 }),
    source('silent', { alarms: ['silent for 30 days'] }),
  ];
  expect(sources.map(healthOf)).toEqual(['well', 'late', 'late', 'failing', 'alarmed']);
  expect(sources.toSorted(byHealth).map(({ name }) => name)).toEqual([
    ...['silent', 'failing', 'very late', 'late', 'weekly'],
  ]);
  expect(sources.toSorted(bySilence)[0]?.name).toBe('very late');
});

test('days are said as people would', () => {
  expect([0.01, 0.05, 0.5, 1, 2.54, 14.2].map(daysWords)).toEqual([
    ...['under an hour', '1 hour', '12 hours', '1 day', '2.5 days', '14 days'],
  ]);
});
