// Who is for a thing on terms is for it; what stands inside of the terms is no side.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const story = (words: string): readonly string[] =>
  positionsIn(`The Salem City Council will vote Monday on a cap on rents. ${words}`);

const supports = ['Ann Lee supports rent-control'];

for (const words of [
  'Mayor Ann Lee said she could support the cap only if small owners are left out.',
  'Mayor Ann Lee said she would vote for it only when she has seen the numbers.',
  'Mayor Ann Lee said she could back the cap, provided it ends in a year.',
  'Mayor Ann Lee said she might support the cap as long as it is reviewed.',
  'Mayor Ann Lee would back the cap if the county paid for the clerks.',
  'Mayor Ann Lee said she would be open to a cap so long as it ends.',
  'Mayor Ann Lee said she has no plans to change the cap.',
  'Mayor Ann Lee said she sees no need to revisit it.',
])
  test(`for it on terms, or as it stands: ${words}`, () => {
    expect(story(words)).toEqual(supports);
  });

for (const words of [
  'Mayor Ann Lee said she might support the cap.',
  'Mayor Ann Lee would support the cap.',
  'Mayor Ann Lee said she is open to changes to the cap.',
  'Mayor Ann Lee said the city could live with the cap.',
  'Mayor Ann Lee said she would support the cap only if it is rewritten.',
  'Mayor Ann Lee said she would back the cap only if it ran for a year, and it does not, so she will stay home.',
  'Mayor Ann Lee said she would decide on the cap only when she has read it.',
  'Mayor Ann Lee said she would be open to a park as long as it has no cap on rents.',
  'Mayor Ann Lee said the cap would not change how people live.',
])
  test(`no side: ${words}`, () => {
    expect(story(words)).toEqual([]);
  });

test('who is against a thing on terms is against it', () => {
  expect(story('Mayor Ann Lee said she could not support the cap unless small owners are left out.')).toEqual([
    'Ann Lee opposes rent-control',
  ]);
});
