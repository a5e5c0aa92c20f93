// Who does a thing for the sake of another: not those who are trained or told to.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['Sheriff Al Roe assigned six deputies to help ICE arrest people.', ['Al Roe opposes limit-ice-cooperation']],
  ['Six deputies were assigned to help ICE arrest people.', []],
  ['Eight officers have been trained to question inmates about their immigration status.', []],
  // A paper that a judge may sign orders nothing yet.
  ['The plaintiff is asking for damages and a court order that would bar the jail from honoring ICE detainers.', []],
  // Whoever is named behind who opposed a measure has not made it.
  [
    'The measure, opposed by the sheriff, bars deputies from asking about immigration status.',
    ['measure opposes status-policing'],
  ],
  [
    'The petition, signed by 900 residents of Polk County, asks the county to end its agreement with ICE.',
    ['residents opposes ice-agreement'],
  ],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
