// Tests of the queue in an address.
import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

describe('an address', () => {
  it('says what the queue is narrowed to, its order and the item', () => {
    expect(readAddress('?kind=stance&confidence_max=0.7&order=date&item=ab12&words=jail%20pact')).toEqual({
      filter: { kind: 'stance', confidence_max: 0.7, words: 'jail pact' },
      order: 'date',
      itemId: 'ab12',
    });
  });

  it('leaves open what is missing, empty or unknown', () => {
    expect(readAddress('')).toEqual({ filter: {}, order: 'uncertainty', itemId: null });
    expect(readAddress('?colour=red&order=size&issue=')).toEqual({ filter: {}, order: 'uncertainty', itemId: null });
  });
});
