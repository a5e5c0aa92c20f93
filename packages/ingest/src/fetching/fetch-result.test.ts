// What a failure means for the next attempt.
import { expect, test } from 'vitest';
import { type FetchFailure, isPostponed, isTemporary } from './fetch-result.ts';

test.each<FetchFailure>([
  'dns',
  'refused',
  'timed-out',
  'connection-lost',
  'held-back',
  'robots-unreachable',
  'http-408',
  'http-429',
  'http-500',
  'http-503',
])('%s may pass', (reason) => {
  expect(isTemporary(reason)).toBe(true);
});

test.each<FetchFailure>([
  'bad-address',
  'blocked-address',
  'robots',
  'too-large',
  'too-many-redirects',
  'wrong-type',
  'http-403',
  'http-404',
  'http-410',
])('%s stays', (reason) => {
  expect(isTemporary(reason)).toBe(false);
});

test('waiting for the host or its robots.txt uses up no attempt', () => {
  expect((['held-back', 'robots-unreachable', 'http-503', 'dns'] as const).map(isPostponed)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
