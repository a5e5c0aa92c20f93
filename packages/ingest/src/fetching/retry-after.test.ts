// How long a host asks to be left alone.
import { expect, test } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const nowMs = Date.UTC(2026, 2, 3, 8, 0, 0);

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Tue, 03 Mar 2026 08:01:00 GMT', 60_000],
  ['Tue, 03 Mar 2026 07:00:00 GMT', 0],
  ['99999999', 86_400_000],
  ['soon', null],
  ['', null],
  [null, null],
])('%j is %j ms', (value, waitMs) => {
  expect(readRetryAfter(value, nowMs)).toBe(waitMs);
});
