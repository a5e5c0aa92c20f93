// Tests of what is told of rules that came near.
import { expect, it } from 'vitest';
import { nearRules } from './near-rules.ts';

it('tells the nearest rule of a sentence and what it missed, and nothing of one without any', async () => {
  const ask = nearRules();
  const told = await ask('The council rejected the 287(g) agreement. The mayor of Mesa discussed a detainer.');
  expect(told.flatMap(({ misses }) => misses).join('\n')).toMatch(/“detainer”: the phrase counts only as/);
  expect(await ask('It rained on Sunday.')).toEqual([]);
});
