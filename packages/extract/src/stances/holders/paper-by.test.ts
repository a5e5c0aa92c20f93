// Tests of papers that a relative clause tells of behind their maker.
import { describe, expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

describe('a paper by somebody', () => {
  test('holds what its clause tells, and so does who made it', () => {
    const ban = 'An amendment by Councilwoman Fay Trent that would have banned facial recognition failed 3-4.';
    expect(positionsIn(ban)).toEqual(['Fay Trent opposes facial-recognition']);
    const own = "Councilwoman Fay Trent's amendment, which would have banned facial recognition, failed 3-4.";
    expect(positionsAmong(['Fay Trent'], own)).toEqual(['Fay Trent opposes facial-recognition']);
  });
  test('is what a body rejects', () => {
    const rejected =
      'The council rejected an amendment by Councilwoman Fay Trent that would have banned facial recognition.';
    expect(positionsIn(rejected)).toContain('council supports facial-recognition');
    expect(positionsIn(rejected)).toContain('Fay Trent opposes facial-recognition');
  });
  test('is nothing where the clause tells of a person', () => {
    expect(positionsIn('The council heard from Councilwoman Fay Trent, who would ban facial recognition.')).toEqual([]);
  });
});
