// Tests of what makes another thing of a phrase: limits that would be raised, things that do something in a clause of their own.
import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

describe('who would raise a limit', () => {
  test('is not for it', () => {
    expect(positionsIn('Councilor Ann Lee has proposed raising the cap on rent increases to 7 percent.')).toEqual([]);
    expect(positionsIn('Councilor Ann Lee proposed doubling the cap on rent increases.')).toEqual([]);
    expect(positionsIn('Councilor Ann Lee has proposed a cap on rent increases.')).toEqual([
      'Ann Lee supports rent-control',
    ]);
  });
});

describe('what is thrown out', () => {
  test('is not who had imposed it', () => {
    expect(positionsIn('The judge threw out a fee that the rent control ordinance had set.')).toEqual([]);
    expect(positionsIn('The judge threw out the rent control ordinance.')).toEqual(['judge opposes rent-control']);
  });
  test('may be what a budget does', () => {
    const budget = 'Mayor Ann Lee said she would not vote for a budget that touches the right-to-counsel program.';
    expect(positionsIn(budget)).toEqual([]);
    expect(positionsIn('Mayor Ann Lee voted for a deal that threatens the rent control program.')).toEqual([]);
    expect(positionsIn('Mayor Ann Lee said she would not vote for the right-to-counsel program.')).toEqual([
      'Ann Lee opposes eviction-protection',
    ]);
  });
});

describe('what is done to rules on a thing', () => {
  test('is not done to the thing', () => {
    expect(positionsIn('The council voted to loosen the rules on facial recognition.')).toEqual([]);
    expect(positionsIn('The council voted to give up facial recognition.')).toEqual([
      'council opposes facial-recognition',
    ]);
  });
});
