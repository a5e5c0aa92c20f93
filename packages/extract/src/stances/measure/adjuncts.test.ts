// What stands behind a noun that calls back: when and how something was done, or which other thing is meant.
import { expect, test } from 'vitest';
import { stancesIn } from '../../testing/shipped-stances.ts';

const said = (text: string): readonly string[] =>
  stancesIn(`The council voted 5-2 to cap rent increases. ${text}`)
    .slice(1)
    .map(({ holder, position }) => `${holder} ${position}`);

test('a time, a reading or a vote behind a noun leaves the thing what it is', () => {
  expect(said('The council approved the ordinance on its second reading.')).toEqual(['council supports']);
  expect(said('The council passed the ordinance in 2021.')).toEqual(['council supports']);
  expect(said('Mayor Ana Ruiz signed the ordinance in December.')).toEqual(['Ana Ruiz supports']);
  expect(said('The landlords opposed the ordinance from the start.')).toEqual(['landlords opposes']);
});

test('what a thing costs or how long it lasts leaves it what it is', () => {
  expect(said('Mayor Ana Ruiz signed the 12-page ordinance.')).toEqual(['Ana Ruiz supports']);
  expect(said('Mayor Ana Ruiz signed a 12-page ordinance.')).toEqual([]);
});

test('what a thing is on or for makes it another one', () => {
  expect(said('Mayor Ana Ruiz signed the ordinance on parks.')).toEqual([]);
  expect(said('Mayor Ana Ruiz signed the ordinance for a new pool.')).toEqual([]);
});
