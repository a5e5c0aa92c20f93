// Tests of a sign trace told to people.
import { describe, expect, test } from 'vitest';
import { traceSentence, traceSteps } from './trace.ts';

const byPack =
  'said (+1) × not (−1) × “hold anyone for federal agents” (+1 towards detainers) = −1: Ana Ruiz opposes detainers';

describe('a sign trace', () => {
  test('is read step by step as packs write it, and without their marks', () => {
    expect(traceSteps(byPack)).toEqual([
      { words: 'said', sign: 1 },
      { words: 'not', sign: -1 },
      { words: 'hold anyone for federal agents', sign: 1 },
    ]);
    expect(traceSteps('voted for (+1) × to end (−1) × the agreement (+1) = −1: opposes')).toHaveLength(3);
  });

  test('is a sentence with the result at its end', () => {
    expect(traceSentence(byPack)).toBe(
      '“said” speaks for what follows, “not” turns it round, “hold anyone for federal agents” is what the issue asks for: together, Ana Ruiz opposes detainers.',
    );
  });

  test('of another form stays as it is', () => {
    const nested =
      '“Here is a hand” argues for what the story tells of Ana Ruiz (said (+1) × supports (+1) × “the agreement” (+1 towards agreements) = +1: supports)';
    expect([traceSteps(nested), traceSentence(nested)]).toEqual([[], nested]);
    expect(traceSteps('signed (+1) × “287(g) agreement” (+1 towards agreements) = +1: supports')).toHaveLength(2);
    expect([traceSteps('because it says so'), traceSentence('because it says so')]).toEqual([[], 'because it says so']);
  });
});
