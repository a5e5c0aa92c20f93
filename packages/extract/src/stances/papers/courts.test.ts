// What courts rule that may or must not be: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['A judge ruled Monday that Salem may cap rents.', ['judge supports rent-control']],
  ['An appeals court held in 2019 that cities have no power to cap rents.', ['appeals court opposes rent-control']],
  ['The county may cap rents, a judge ruled Friday.', ['judge supports rent-control']],
  [
    'An appeals court upheld the conviction, finding that police were free to use facial recognition.',
    ['appeals court supports facial-recognition'],
  ],
  [
    'A county judge ruled that the police review board can investigate officers.',
    ['judge supports civilian-oversight'],
  ],
  // Near misses: another matter, a condition, what is hoped, who else speaks.
  ['A judge ruled Monday that the lawsuit over the rent cap may go ahead.', []],
  ['A judge ruled that the mayor, who opposes the rent cap, may testify.', []],
  ['A judge ruled that Salem must hold a hearing before it can cap rents.', []],
  ['A judge will decide whether the city may cap rents.', []],
  ['Salem may cap rents, the mayor said after a judge ruled Friday.', []],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
