// How many spoke on which side of a measure, told without a verb, and those who came for something else.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const vote = 'The council voted 5-2 to cap rent increases.';
const said = (words: string): readonly string[] => positionsIn(`${vote} ${words}`).slice(1);

test('those who are counted behind people who spoke', () => {
  expect(
    said('Eleven people spoke about the cap on Monday evening at the library, nearly all of them in favor.'),
  ).toEqual(['most people supports rent-control']);
  expect(said('Eleven people spoke about the cap, eight of them against it.')).toEqual([
    'Eleven people opposes rent-control',
  ]);
  expect(said('Fourteen residents testified, nine in favor and five against.')).toEqual([
    'Fourteen residents supports rent-control',
    'five residents opposes rent-control',
  ]);
  expect(said('About 40 residents signed up to speak, most of them opposed.')).toEqual([
    'most residents opposes rent-control',
  ]);
});

test('those who spoke of something else, or did nothing', () => {
  expect(said('Eleven people spoke about the pool, nearly all of them in favor.')).toEqual([]);
  expect(said('Eleven people spoke, most of them for the pool.')).toEqual([]);
  expect(said('The motion had two members in favor and five against.')).toEqual([]);
  expect(said('Eleven people ate lunch, nearly all of them in favor of soup.')).toEqual([]);
  expect(said('Eleven people spoke, nearly all of them in Spanish.')).toEqual([]);
});
