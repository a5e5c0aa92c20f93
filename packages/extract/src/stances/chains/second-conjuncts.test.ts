// The second of two deeds that one verb reaches, and what of the first does not reach it.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test('a verb reaches the second deed over the first', () => {
  expect(
    positionsIn('A 2024 law requires jails to check the age of inmates and to notify ICE when they are released.'),
  ).toEqual(['2024 law supports detainer-custody']);
  expect(
    positionsIn(
      'State law bars officers from asking about wages and from jailing people solely on civil immigration warrants.',
    ),
  ).toContain('State law opposes detainer-custody');
  expect(
    positionsIn('Polk County does not allow deputies to arrest or hold a person on a civil immigration detainer.'),
  ).toEqual(['Polk County opposes detainer-custody']);
  expect(positionsIn('The council voted to end a parks program and to cap rents.')).toEqual([
    'council supports rent-control',
  ]);
});

test('what is ended, banned or denied first is not said of the second', () => {
  expect(positionsIn('The council voted to repeal a ban on rallies and to cap rents.')).toEqual([]);
  expect(positionsIn('The mayor asked the council to repeal a ban on rallies and to cap rents.')).toEqual([]);
  expect(positionsIn('The council voted not to fund parks and to cap rents.')).toEqual([]);
  expect(positionsIn('The council voted to hear a bid to stop patrols and to hold people for ICE.')).toEqual([]);
});
