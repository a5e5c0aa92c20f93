import { describe, expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Ana Diaz', 'Jo Lee'];
const both = ['Ana Diaz opposes facial-recognition', 'Jo Lee opposes facial-recognition'];

function sorted(text: string): readonly string[] {
  return positionsAmong(people, text).toSorted();
}

describe('who made the paper that opens a sentence', () => {
  it('is each of those behind “by”', () => {
    expect(
      sorted('Legislation introduced last week by Reps. Ana Diaz and Jo Lee would ban facial recognition.'),
    ).toEqual(both);
    expect(sorted('The ordinance, sponsored by Councilors Ana Diaz and Jo Lee, would ban facial recognition.')).toEqual(
      both,
    );
    expect(sorted('A bill by Sen. Ana Diaz, D-Salem, and Rep. Jo Lee, R-Bend, would ban facial recognition.')).toEqual(
      both,
    );
    expect(sorted('An ordinance from Mayor Ana Diaz and Council Member Jo Lee would ban facial recognition.')).toEqual(
      both,
    );
    expect(sorted('A proposal filed by Council Member Jo Lee would ban facial recognition.')).toEqual([both[1]]);
  });

  it('is nobody where the verb tells of something else', () => {
    expect(sorted('A bill by Sen. Ana Diaz died, and nobody would ban facial recognition.')).toEqual([]);
    expect(sorted('A report by Council Member Jo Lee would ban facial recognition.')).not.toContain(both[1]);
    expect(sorted('The bill was read by Sen. Ana Diaz, who said Jo Lee would ban facial recognition.')).not.toContain(
      both[0],
    );
  });
});
