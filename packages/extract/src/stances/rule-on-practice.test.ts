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

test('who says that somebody broke a rule is for the rule', () => {
  const found = (text: string) => positionsIn(text).filter((line) => /Park|Hill/.test(line));
  expect(found('Chief Ann Park said the officer violated a policy that bars sharing names with ICE.')).toEqual([
    'Ann Park opposes data-sharing',
  ]);
  expect(found('Councilman Ray Hill said deputies broke a rule that forbids helping immigration agents.')).toEqual([
    'Ray Hill supports limit-ice-cooperation',
  ]);
  expect(found('Chief Ann Park said the officer did not violate the policy that bars sharing names with ICE.')).toEqual(
    [],
  );
  expect(found('Chief Ann Park denied that the officer violated a policy that bars sharing names with ICE.')).toEqual(
    [],
  );
});

test('what an office will not have done to anybody is its head’s rule', () => {
  const told = (text: string) => positionsIn(`Immigration was the topic. ${text}`);
  expect(told('Sheriff Ann Park said victims will not be asked about their status.')).toEqual([
    'Ann Park opposes status-policing',
  ]);
  expect(told('Inmates will no longer be handed over to ICE, Sheriff Ann Park said.')).toEqual([
    'Ann Park opposes detainer-custody',
  ]);
  expect(told('Sheriff Ann Park said drivers were not asked for their papers at the roadblock.')).toEqual([]);
  expect(told('Sheriff Ann Park said inmates may not be handed over to ICE after all.')).toEqual([]);
  expect(told('Baker Ann Park said victims will not be asked about their status.')).toEqual([]);
});

test('what candidates say will go on is no complaint', () => {
  const said = 'said the jail would continue to hold inmates for ICE.';
  expect(positionsIn(`Both candidates ${said}`)).toEqual([]);
  expect(positionsIn(`Activists ${said}`)).toEqual(['Activists opposes detainer-custody']);
  expect(positionsIn('Both candidates said they would honor ICE detainers.')).toEqual([
    'Both candidates supports detainer-custody',
  ]);
});
