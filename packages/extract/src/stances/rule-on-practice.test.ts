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

test('what a body took up or has done for a while is its practice; what happened in one night is none', () => {
  const salem = 'Salem Police Department';
  expect(positionsIn('The Salem Police Department began using facial recognition software in May.')).toEqual([
    `${salem} supports facial-recognition`,
  ]);
  expect(
    positionsIn('The Salem Police Department has been running photos through facial recognition software since May.'),
  ).toEqual([`${salem} supports facial-recognition`]);
  expect(positionsIn('The city began releasing body camera video in 2019.')).toEqual([
    'city supports body-camera-release',
  ]);
  expect(positionsIn('Police began using tear gas on the crowd at 9 p.m.')).toEqual([]);
  expect(positionsIn('A detective began using facial recognition to find him.')).toEqual([]);
  expect(positionsIn('The company began selling facial recognition software in May.')).toEqual([]);
});
