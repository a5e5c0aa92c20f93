import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

const calm = { retryAfterMs: null, busyAnswers: 0, random: 0 };

test('only 429 and 503 say that a host is busy', () => {
  expect([200, 304, 404, 500, 502].map((status) => backOffMs(status, calm))).toEqual([null, null, null, null, null]);
  expect([429, 503].map((status) => backOffMs(status, calm))).toEqual([60_000, 5_000]);
});

test('each further busy answer doubles the wait, up to an hour', () => {
  expect([1, 2, 3].map((busyAnswers) => backOffMs(503, { ...calm, busyAnswers }))).toEqual([10_000, 20_000, 40_000]);
  expect(backOffMs(429, { ...calm, busyAnswers: 1_000_000 })).toBe(3_600_000);
});

test('a host’s own word counts instead, and chance only ever makes a wait longer', () => {
  expect(backOffMs(429, { retryAfterMs: 7_200_000, busyAnswers: 9, random: 0 })).toBe(7_200_000);
  expect(backOffMs(429, { ...calm, random: 1 })).toBe(75_000);
});
