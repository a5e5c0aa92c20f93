// Which group by name “the group” is, and where it is left without one.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

test('“the group” and “her group” are the last group that was named', () => {
  const named = (text: string): readonly string[] => positionsIn(text).slice(-1);
  expect(named('Salem Renters United met on Monday. The group opposes the rent cap.')).toEqual([
    'Salem Renters United opposes rent-control',
  ]);
  expect(
    named('A letter from the ACLU of Utah came in May. Staff read it. The organization opposes rent control.'),
  ).toEqual(['ACLU of Utah opposes rent-control']);
  expect(named('The group Homes For Everyone met on Monday. The group supports rent control.')).toEqual([
    'Homes For Everyone supports rent-control',
  ]);
  expect(named('The Valley Owners Alliance met on Monday. The alliance opposes rent control.')).toEqual([
    'Valley Owners Alliance opposes rent-control',
  ]);
});

test('who says what her group wants wants it, too', () => {
  expect(positionsAmong(['Ann Park'], 'Ann Park of Salem Renters United said her group wants a rent cap.')).toEqual([
    'Ann Park supports rent-control',
    'Salem Renters United supports rent-control',
  ]);
});

test('several groups, none, a body of the city and a name too far away are not called back', () => {
  expect(positionsIn('Salem Renters United and the Fair Rent Coalition met. The group opposes rent control.')).toEqual([
    'group opposes rent-control',
  ]);
  expect(positionsIn('The Salem Police Department met on Monday. The group opposes rent control.')).toEqual([
    'group opposes rent-control',
  ]);
  expect(positionsIn('Salem Renters United met on Monday. A trade group opposes rent control.')).not.toContain(
    'Salem Renters United opposes rent-control',
  );
  expect(
    positionsIn(
      'Salem Renters United met. It rained. It snowed. It hailed. The sun came out. The group opposes rent control.',
    ),
  ).toEqual(['group opposes rent-control']);
  expect(positionsIn('The Valley Owners Coalition met on Monday. The alliance opposes rent control.')).toEqual([
    'alliance opposes rent-control',
  ]);
});
