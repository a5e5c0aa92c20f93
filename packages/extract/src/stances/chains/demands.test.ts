// What a demand reaches: not those it is made of, nor a deed that only justifies, nor "nothing".
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['Mayor Al Roe told opponents of the rent cap to go home.', []],
  ['Mayor Al Roe asked supporters of the rent cap to speak up.', []],
  ['Mayor Al Roe wants nothing done to weaken the rent cap.', []],
  ['Mayor Al Roe pressed the sheriff to justify a bill requiring jails to honor ICE detainers.', []],
  ['Mayor Al Roe pressed the sheriff to support the rent cap.', ['Al Roe supports rent-control']],
  ['Mayor Al Roe said the debate over a bill requiring jails to honor ICE detainers has been good for the city.', []],
  // An act whose verb is a part of the phrase leaves nothing of its sign.
  [
    'Sen. Al Roe introduced a bill. The bill would penalize counties that do not cooperate with ICE.',
    ['bill supports funding-penalty'],
  ],
  ['Sheriff Al Roe said he has no plans to leave the agreement with ICE.', ['Al Roe supports ice-agreement']],
  ['Sheriff Al Roe said he has no plans to exempt the agreement with ICE.', []],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
