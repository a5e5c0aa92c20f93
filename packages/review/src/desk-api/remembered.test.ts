import { expect, test } from 'vitest';
import { createRemembered } from './remembered.ts';

test('an answer is computed once for all who ask while it is young, and a failure is not kept', async () => {
  let nowMs = 0;
  let computed = 0;
  const remembered = createRemembered({ nowMs: () => nowMs });
  const ask = () => remembered.of('key', 100, async () => ++computed);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  nowMs = 100;
  expect(await ask()).toBe(1);
  nowMs = 101;
  expect(await ask()).toBe(2);
  const fail = () => remembered.of('other', 100, () => Promise.reject(new Error('no')));
  await expect(fail()).rejects.toThrow('no');
  expect(await remembered.of('other', 100, async () => 'yes')).toBe('yes');
});

test('more keys than there is room for drop the oldest', async () => {
  let computed = 0;
  const remembered = createRemembered({ nowMs: () => 0 });
  for (let key = 0; key <= 500; key += 1) await remembered.of(String(key), 1, async () => ++computed);
  await remembered.of('500', 1, async () => ++computed);
  await remembered.of('0', 1, async () => ++computed);
  expect(computed).toBe(502);
});
