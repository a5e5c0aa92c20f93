import { expect, test } from 'vitest';
import { shareWithInterval } from './share-interval.ts';

test('the interval of a share is that of Wilson, and there is none without counts', () => {
  expect(shareWithInterval(0, 0)).toBeNull();
  const nine = shareWithInterval(9, 10);
  expect(nine?.value).toBe(0.9);
  expect(nine?.low).toBeCloseTo(0.596, 3);
  expect(nine?.high).toBeCloseTo(0.982, 3);
  expect(shareWithInterval(5, 5)).toMatchObject({ high: 1 });
});
