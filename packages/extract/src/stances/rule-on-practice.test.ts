// Whose practice it is when an office's own people tell of it.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../testing/shipped-stances.ts';

test('what a chief says that the department does is the chief’s and the department’s', () => {
  expect(positionsIn('The Salem Police Department does not use facial recognition, Chief Ann Park said.')).toEqual([
    'Salem Police Department opposes facial-recognition',
    'Ann Park opposes facial-recognition',
  ]);
  expect(
    positionsIn('Sheriff Ann Park said the Polk County jail turned over 46 people to immigration agents last year.'),
  ).toEqual(['Ann Park supports detainer-custody', 'Polk County jail supports detainer-custody']);
});

test('an office without a name, a crowd and somebody else’s office are nobody beside the speaker', () => {
  expect(positionsIn('The department does not use facial recognition, Chief Ann Park said.')).toEqual([
    'Ann Park opposes facial-recognition',
  ]);
  expect(positionsAmong(['Jo Lee'], 'The Salem Police Department uses facial recognition, Jo Lee said.')).not.toContain(
    'Salem Police Department supports facial-recognition',
  );
});

test('what it has been made illegal to build is complained of', () => {
  expect(positionsIn('Councilwoman Ann Park said the city had made it illegal to build duplexes.')).toEqual([
    'Ann Park supports upzoning',
  ]);
  expect(positionsIn('Councilwoman Ann Park said the city made it illegal to build duplexes.')).toEqual([]);
  expect(positionsIn('Councilwoman Ann Park said the law has made it a crime to sleep in parks.')).toEqual([]);
});
