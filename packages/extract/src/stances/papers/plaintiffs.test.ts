// Who sues where a phrase tells of them at length, and by which name the story goes on: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const suing = 'sued the city on Monday, asking a judge to strike down the rent cap.';

test('all who sue hold what they ask for, however long the story tells of them', () => {
  const both = `Four landlords who own houses downtown and a nonprofit that serves owners ${suing}`;
  expect(positionsIn(both).toSorted()).toEqual([
    'Four landlords opposes rent-control',
    'nonprofit opposes rent-control',
  ]);
  expect(positionsIn(`The owner of a hotel on Mill Street ${suing}`)).toEqual(['owner opposes rent-control']);
});

test('who sues without a name has the one that the story gives next', () => {
  const named = (opening: string, next: string): readonly string[] => [
    ...new Set(positionsAmong(['Ann Poe', 'Jo Lee'], `${opening} ${suing} ${next}`)),
  ];
  expect(named('A Salem woman who owns six houses', 'Ann Poe, 52, bought them in 2010.')).toEqual([
    'Ann Poe opposes rent-control',
  ]);
  expect(named('The mother of a man who lost his house', 'His mother, Ann Poe, owns six houses.')).toEqual([
    'Ann Poe opposes rent-control',
  ]);
  expect(
    named(
      'A landlord who lives in Salem and a homeowner who lives in Bend',
      'The lawsuit, filed in Polk County by Ann Poe and Jo Lee, runs to ten pages.',
    ),
  ).toEqual(['Ann Poe opposes rent-control', 'Jo Lee opposes rent-control']);
});

test('who is near, but not the one who sues, gives no name', () => {
  const named = (opening: string, next: string): readonly string[] =>
    positionsAmong(['Ann Poe'], `${opening} ${suing} ${next}`);
  expect(named('A Salem man who owns six houses', 'Ann Poe said she has not read the suit.')).toEqual([
    'Salem man opposes rent-control',
  ]);
  expect(named('Three men who own six houses', 'Ann Poe, 52, lives next door.')).toEqual([
    'Three men opposes rent-control',
  ]);
  expect(named('The mother of a man who lost his house', 'Ann Poe, 52, lives next door.')).toEqual([
    'mother opposes rent-control',
  ]);
});

test('a suit behind an aside asks for what its plaintiffs want, and what a law gives no power to do is no demand', () => {
  const story = 'A Salem man who owns six houses sued the city on Monday.';
  expect(positionsIn(`${story} The suit, filed in Polk County, asks a judge to strike down the rent cap.`)).toEqual([
    'Salem man opposes rent-control',
  ]);
  expect(
    positionsIn(
      'Two men sued Salem. The lawsuit argues that the law gives officers no power to ask about immigration status.',
    ),
  ).not.toContain('Two men supports status-policing');
});
