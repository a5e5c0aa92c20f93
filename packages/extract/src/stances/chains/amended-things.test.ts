import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test.each([
  'Mayor Ann Lee has vetoed an amendment to the city’s sanctuary ordinance that would have let police hold people longer.',
  'Mayor Ann Lee vetoed an amendment to the 2021 sanctuary ordinance.',
  'The council approved an amendment to Salem’s rent control ordinance.',
  'Mayor Ann Lee vetoed changes to the sanctuary ordinance.',
])('whose way is not told, a change of a law is no side: %s', (text) => {
  expect(positionsIn(text)).toEqual([]);
});

test('an amendment that does a thing itself is one', () => {
  expect(positionsIn('The council approved an amendment to ban camping in city parks.')).toEqual([
    'council supports homeless-encampments',
  ]);
  expect(positionsIn('Mayor Ann Lee vetoed the sanctuary ordinance.')).toEqual(['Ann Lee opposes sanctuary-policy']);
});
