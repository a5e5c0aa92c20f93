// Whose mind a spokesman tells, and who opens a sentence with a participle.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test('a spokesman tells what the official thinks', () => {
  expect(positionsIn('The mayor opposes the rent cap, her spokesman said.')).toEqual(['mayor opposes rent-control']);
  expect(positionsIn('The mayor opposes the rent cap, a spokesman said.')).toEqual(['mayor opposes rent-control']);
  expect(positionsIn('A spokesman for the mayor said she opposes the rent cap.')).toEqual([
    'mayor opposes rent-control',
  ]);
});

test('a spokesman without a name tells of somebody else', () => {
  expect(positionsIn('The cap waits on a desk.\nA spokeswoman said he plans to sign the rent cap.')).toEqual([]);
  expect(positionsIn('The cap waits on a desk.\nA spokesman said Friday that she will veto the rent cap.')).toEqual([]);
});

test('others tell nothing of what an official thinks', () => {
  expect(positionsIn('The mayor opposes the rent cap, a landlord said.')).toEqual([]);
  expect(positionsIn('A spokesman for the mayor declined to say whether she opposes the rent cap.')).toEqual([]);
});

test('who opens with a participle stands behind its comma', () => {
  const words = 'Calling the rent cap a waste, the mayor urged the council to build.';
  expect(positionsIn(words)).toEqual(['mayor opposes rent-control']);
  expect(positionsIn('Looking at the rent cap, the mayor shook her head.')).toEqual([]);
});

test('what somebody agreed that is so is said', () => {
  expect(positionsIn('The mayor agreed that the rent cap goes too far.')).toEqual(['mayor opposes rent-control']);
  expect(positionsIn('The mayor agreed to read the rent cap.')).toEqual([]);
});
