import { expect, test } from 'vitest';
import { monthsThrough, monthWords } from './months.ts';

test('months follow one another without a gap, a year at least', () => {
  expect(monthsThrough([])).toEqual([]);
  const year = monthsThrough(['2026-02']);
  expect([year.length, year[0], year.at(-1)]).toEqual([12, '2025-03', '2026-02']);
  const long = monthsThrough(['2026-01', '2024-11', '2026-01']);
  expect([long.length, long[0], long[1], long[2]]).toEqual([15, '2024-11', '2024-12', '2025-01']);
});

test('a month is said in words, and what is none as it is', () => {
  expect([monthWords('2026-03'), monthWords('soon')]).toEqual(['Mar 2026', 'soon']);
});
