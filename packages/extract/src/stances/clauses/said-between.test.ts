// What may stand between a verb of saying and what is said: the speaker's own thought, and not another's.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const park = 'Councilwoman Ann Park said';

test('what a speaker still thinks is the speaker’s', () => {
  expect(positionsIn(`${park} she still believes the city needs a cap on rents.`)).toEqual([
    'Ann Park supports rent-control',
  ]);
  expect(positionsIn(`${park} in an interview Friday that she still thinks rent control is unfair.`)).toEqual([
    'Ann Park opposes rent-control',
  ]);
});

test('what others think, or nobody thinks, is not', () => {
  expect(positionsIn(`${park} residents still think rent control is unfair.`)).toEqual([]);
  expect(positionsIn(`${park} the mayor still believes the city needs a cap on rents.`)).toEqual([]);
  expect(positionsIn(`${park} critics call rent control a mistake.`)).toEqual(['critics opposes rent-control']);
  expect(positionsIn(`${park} she hopes rent control is fair.`)).toEqual([]);
});
