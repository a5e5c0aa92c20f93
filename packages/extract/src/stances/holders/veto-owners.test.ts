import { describe, expect, it } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const of = (text: string): readonly string[] => positionsIn(text).filter((one) => one.startsWith('Ana Diaz'));

describe('whose a veto is', () => {
  it('is told by its owner, with the contrary of what was vetoed', () => {
    expect(of('The council failed to override Mayor Ana Diaz’s veto of a rent control ordinance.')).toEqual([
      'Ana Diaz opposes rent-control',
    ]);
    expect(
      of(
        'The council fell a vote short of overriding Mayor Ana Diaz’s veto of a budget that would have cut 11 police positions.',
      ),
    ).toEqual(['Ana Diaz supports police-budget']);
    expect(
      of('The House overrode Gov. Ana Diaz’s second veto of a bill that bars cities from limiting rents.'),
    ).toEqual(['Ana Diaz supports rent-control']);
    expect(of('A bill to ban facial recognition died when senators failed to override Gov. Ana Diaz’s veto.')).toEqual([
      'Ana Diaz supports facial-recognition',
    ]);
  });

  it('stays open where it is a right, a threat or of something else', () => {
    expect(of('Mayor Ana Diaz’s veto power does not reach the rent control ordinance.')).toEqual([]);
    expect(of('Mayor Ana Diaz’s veto of the parking plan came a day after rent control failed.')).toEqual([]);
    expect(of('A report on facial recognition came out before senators upheld Gov. Ana Diaz’s veto.')).toEqual([]);
  });

  it('leaves open who cheers it', () => {
    const lede = 'The council voted Monday to ban camping in parks.';
    expect(positionsIn(`${lede} Mayor Ana Diaz’s veto of the camping ban drew cheers from advocates.`)).not.toContain(
      'advocates supports homeless-encampments',
    );
  });
});
