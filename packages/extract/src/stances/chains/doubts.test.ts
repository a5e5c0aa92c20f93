// Tests of what keeps a sentence from being its subject's own: deeds that nobody meant to do.
import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

describe('what was done unawares', () => {
  test('is no practice', () => {
    expect(positionsIn('The department accidentally shared its plate data with agencies in other states.')).toEqual([]);
    expect(positionsIn('The department had unknowingly let federal agents search its plate readers.')).toEqual([]);
    expect(positionsIn('The department shared its plate data with agencies in other states by mistake.')).toEqual([]);
  });
  test('is not what was done on purpose', () => {
    const shared = 'The department knowingly shared its plate data with agencies in other states.';
    expect(positionsIn(shared)).toEqual(['department supports alpr-data-sharing']);
  });
});
