// What speakers say of a thing in plain words: second predicates, other things that are said first, futures of "continue", what a body does as a rule.
import { expect, test } from 'vitest';
import { positionsIn } from '../testing/shipped-stances.ts';

test('a second predicate is told of the same thing, unless the two differ or another subject stands between', () => {
  expect(positionsIn('Mayor Ana Ruiz said the 287(g) agreement has its flaws but should stay.')).toEqual([
    'Ana Ruiz supports ice-agreement',
  ]);
  expect(positionsIn('Mayor Ana Ruiz said the 287(g) agreement is a mess and should be scrapped.')).toEqual([
    'Ana Ruiz opposes ice-agreement',
  ]);
  expect(positionsIn('Mayor Ana Ruiz said the 287(g) agreement wastes money but saves lives.')).toEqual([]);
  expect(positionsIn('Mayor Ana Ruiz said the 287(g) agreement has flaws but it was the clerk who should go.')).toEqual(
    [],
  );
});

test('what is said first does not hide what is said behind "and that"', () => {
  expect(positionsIn('Mayor Ana Ruiz said crime is down and that she would end the 287(g) agreement.')).toEqual([
    'Ana Ruiz opposes ice-agreement',
  ]);
  expect(positionsIn('Mayor Ana Ruiz said drivers think that the council should end the 287(g) agreement.')).toEqual(
    [],
  );
});

test('the future of "continue" and "have to" is that of the verb behind it', () => {
  expect(positionsIn('Sheriff Joe Hall said his deputies will continue to book unlicensed drivers.')).toEqual([
    'Joe Hall opposes arrest-discretion',
  ]);
  expect(positionsIn('Sheriff Joe Hall said his deputies will have to work with ICE.')).toEqual([
    'Joe Hall opposes limit-ice-cooperation',
  ]);
});

test('what a body does as a rule counts, one case does not', () => {
  expect(positionsIn('Salem police shootings drew a crowd. The city posts body camera video within 60 days.')).toEqual([
    'city supports body-camera-release',
  ]);
  expect(positionsIn('Salem police shootings drew a crowd. The city posted body camera video Monday.')).toEqual([]);
});

test('what is insisted or suggested in a bare verb is asked for, and not done by whom it names', () => {
  expect(positionsIn('Commissioner Ana Ruiz insisted that the county end its 287(g) agreement.')).toEqual([
    'Ana Ruiz opposes ice-agreement',
  ]);
  expect(positionsIn('Commissioner Ana Ruiz insisted that the county ended its 287(g) agreement.')).not.toContain(
    'Ana Ruiz opposes ice-agreement',
  );
});

test('a family, an assembly and an ally are no adverbs between a name and its verb', () => {
  expect(positionsIn('Mayor Ana Ruiz said her family opposes the rent cap.')).toEqual(['family opposes rent-control']);
  expect(positionsIn("Councilman Lee's ally has called on the council to cap rents.")).toEqual([]);
  expect(positionsIn('Mayor Ana Ruiz recently called on the council to cap rents.')).toEqual([
    'Ana Ruiz supports rent-control',
  ]);
});

test('a “not” that tells which ones are meant turns nothing', () => {
  const said = (words: string): readonly string[] =>
    positionsIn(`Immigration was the topic. State Sen. Pat Oaks said ${words}.`);
  const supports = ['Pat Oaks supports funding-penalty'];
  expect(said('cities that will not help ICE should not get state money')).toEqual(supports);
  expect(said("cities that won't help ICE shouldn't get state money")).toEqual(supports);
  expect(said('cities that do not obey the law should not get state money')).toEqual([]);
});
