// Who acts together: names in a list behind a plural title, two bodies joined by "and"; and places that only tell which body is meant.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

test('two bodies that open a sentence together hold the same', () => {
  expect(positionsIn('The chamber of commerce and the police union oppose rent control.')).toEqual([
    'chamber of commerce opposes rent-control',
    'police union opposes rent-control',
  ]);
  expect(positionsIn('The local chapter of Harbor Light sent letters in favor of rent control.')).toEqual([
    'Harbor Light supports rent-control',
  ]);
});

test('a person beside a body in another phrase does not share its act', () => {
  const named = positionsAmong(['Ann Poe'], 'The police union, and not Ann Poe, opposes rent control.');
  expect(named).toEqual(['police union opposes rent-control']);
});

test('“since” behind a helper is a time, and opens no clause', () => {
  expect(positionsIn('State law has since barred cities from regulating rents.')).toEqual([
    'State law opposes rent-control',
  ]);
  expect(positionsIn('Rents have risen since the council barred cities from regulating rents.')).not.toContain(
    'Rents opposes rent-control',
  );
});

test('a day or a number stands between a measure and what it would do', () => {
  expect(positionsIn('Senators voted 33-16 for Senate Bill 214, which would ban rent control.')).toEqual([
    'Senators opposes rent-control',
  ]);
  expect(
    positionsIn('Ann Ruiz wants a court order that would stop the jail from holding people for ICE.'),
  ).not.toContain('court opposes detainer-custody');
});

test.each(['Councilmen', 'Alds.', 'Reps.', 'Commissioners'])(
  'a plural title before a list is of all in it: %s',
  (title) => {
    const story = `The council adopted a rent cap 5-4. Kim Hall voted no. So did ${title} Ann Poe, Jo Reed and Lou Park.`;
    expect(positionsAmong(['Kim Hall', 'Ann Poe', 'Jo Reed', 'Lou Park'], story)).toEqual(
      expect.arrayContaining(['Ann Poe', 'Jo Reed', 'Lou Park'].map((name) => `${name} opposes rent-control`)),
    );
  },
);
