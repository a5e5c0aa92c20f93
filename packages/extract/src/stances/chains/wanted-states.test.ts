import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const by = (words: string): readonly string[] =>
  positionsIn(`Councilman Jo Lee ${words}`).filter((one) => one.startsWith('Jo Lee'));

test.each([
  'wants the license plate readers off by June.',
  'said he wants the license plate readers down.',
  'wants the license plate readers out of this city.',
  'would like the license plate readers in the dumpster.',
])('a thing that is wanted gone by a word behind it is opposed: %s', (words) => {
  expect(by(words)).toEqual(['Jo Lee opposes alpr-cameras']);
});

test('a thing that is wanted somewhere is wanted', () => {
  expect(by('wants the license plate readers on Main Street.')).toEqual(['Jo Lee supports alpr-cameras']);
  expect(by('wants the ICE agreement dead.')).toEqual(['Jo Lee opposes ice-agreement']);
});

test('a state that does not last, or holds in one place, leaves the side open', () => {
  for (const words of [
    'wants the license plate readers off at night.',
    'wants the license plate readers on hold.',
    'wants the license plate readers out of schools.',
  ])
    expect(by(words)).toEqual([]);
});
