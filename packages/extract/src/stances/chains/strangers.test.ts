// What may stand between an act and its thing: a clause of whom something is asked, and how a thing is left.
import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test('what is left in place stays, and what is left goes', () => {
  expect(positionsIn('The board voted to leave the rent cap in place.')).toEqual(['board supports rent-control']);
  expect(positionsIn('The council voted to leave rent control alone.')).toEqual(['council supports rent-control']);
  // Who has no plans to leave a program is not against it.
  const stays =
    'The sheriff has no plans to leave the 287(g) program under which deputies check the status of inmates.';
  expect(positionsIn(stays)).not.toContain('sheriff opposes ice-agreement');
});

test('a clause tells which ones are required to do a thing', () => {
  const required = 'A 2024 Georgia law requires sheriffs who run jails to enter into 287(g) agreements.';
  expect(positionsIn(required)).toEqual(['2024 Georgia law supports ice-agreement']);
  expect(positionsIn('The mayor wants to fire officers who refuse to help ICE agents.')).toEqual([]);
  expect(positionsIn('A law requires training for sheriffs who refuse requests to hold people for ICE.')).toEqual([]);
});

test('whom a law binds may be told at length, by a clause or a number', () => {
  const holds = (text: string): void => expect(positionsIn(text)).toEqual(['State law supports police-budget']);
  holds('State law prohibits cities with more than 250,000 residents from cutting police budgets.');
  expect(positionsIn('The bill makes it mandatory for sheriffs who run jails to take part in 287(g).')).toEqual([
    'bill supports ice-agreement',
  ]);
  expect(positionsIn('The county required deputies who run the jail to honor detainers.')).toEqual([
    'county supports detainer-custody',
  ]);
  expect(positionsIn('The mayor urged voters who back rent control to stay home.')).toEqual([]);
  expect(positionsIn('The mayor asked officers who have the right to honor detainers for help.')).toEqual([]);
});

test('a verb in -ly is no adverb: “apply for an agreement”', () => {
  expect(positionsIn('A 2024 Georgia law requires sheriffs to apply for an agreement with ICE.')).toEqual([
    '2024 Georgia law supports ice-agreement',
  ]);
});

test('phrases stand between whoever opens a sentence and the verb', () => {
  expect(positionsIn('A judge in a 2021 Garfield County case ruled that rent control must end.').join()).not.toMatch(
    /Garfield/,
  );
});

describe('what becomes of a thing', () => {
  test('turns what is asked for', () => {
    const asked = 'Mayor Dina Walsh asked the city manager to';
    expect(positionsIn(`${asked} hand the license plate readers over to the state.`)).toEqual([]);
    expect(positionsIn(`${asked} keep the license plate readers dark.`)).toEqual([]);
    expect(positionsIn(`${asked} take the license plate readers offline.`)).toEqual([
      'Dina Walsh opposes alpr-cameras',
    ]);
    expect(positionsIn(`${asked} keep the license plate readers.`)).toEqual(['Dina Walsh supports alpr-cameras']);
  });
  test('may be what people are protected from', () => {
    expect(positionsIn('The council voted to protect residents from facial recognition.')).toEqual([]);
  });
});

test('what is not to be done against a thing is nothing against it', () => {
  const urged = (words: string): readonly string[] => positionsIn(`Councilman Jo Lee urged colleagues ${words}.`);
  for (const verb of ['undermining', 'hindering', 'sabotaging', 'disrupting'])
    expect(urged(`to stop ${verb} the rent control ordinance`)).toEqual([]);
  expect(urged('not to obstruct the 287(g) agreement')).toEqual([]);
  expect(urged('not to impede immigration raids')).toEqual([]);
  expect(urged('to stop using plate readers')).toEqual(['Jo Lee opposes alpr-cameras']);
  expect(urged('not to renew the 287(g) agreement')).toEqual(['Jo Lee opposes ice-agreement']);
});
