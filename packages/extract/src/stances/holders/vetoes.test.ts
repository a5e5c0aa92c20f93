// Whose veto is told, of what, and who sides with it.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cap = 'an ordinance that would have capped rent increases';

test('who vetoed is against what was vetoed, overridden or not', () => {
  expect(positionsIn(`The Salem City Council failed to override Mayor Ann Lee's veto of ${cap}.`)).toContain(
    'Ann Lee opposes rent-control',
  );
  expect(
    positionsIn(
      "Mayor Ann Lee's veto of a measure that would have ended the city's license plate reader program will stand.",
    ),
  ).toEqual(['Ann Lee supports alpr-cameras']);
  const bill = 'A bill that would have barred Salem police from helping federal immigration agents died Tuesday';
  expect(
    positionsIn(`${bill} when the City Council came up one vote short of overriding Mayor Ann Lee's veto.`),
  ).toEqual(['Ann Lee opposes limit-ice-cooperation']);
  expect(
    positionsIn("The Salem City Council overrode Mayor Ann Lee's veto and created a civilian police review board."),
  ).toContain('Ann Lee opposes civilian-oversight');
  expect(
    positionsIn('The Legislature passed a bill that lets cities cap rents over Gov. Ann Lee\u2019s veto.'),
  ).toEqual(['Legislature supports rent-control', 'Ann Lee opposes rent-control']);
  expect(positionsIn("Mayor Ann Lee's veto of the parks budget came as the council debated rent control.")).toEqual([]);
});

test('votes to override, to sustain and with the mayor are on the measure', () => {
  const said = (text: string): readonly string[] =>
    positionsIn(`An effort to override Mayor Ann Lee's veto of a cap on rent increases fell one vote short. ${text}`)
      .filter((words) => !words.startsWith('Ann Lee'))
      .map((words) => words.replace(' rent-control', ''));
  expect(said('Councilman Ray Poe voted to override.')).toEqual(['Ray Poe supports']);
  expect(said('Councilman Ray Poe voted no.')).toEqual(['Ray Poe opposes']);
  expect(said('Councilman Ray Poe voted to sustain the veto.')).toEqual(['Ray Poe opposes']);
  expect(said('Councilman Ray Poe voted for the override.')).toEqual(['Ray Poe supports']);
  expect(said('Councilman Ray Poe sided with the mayor.')).toEqual(['Ray Poe opposes']);
  expect(said('Councilwoman Dina Ruiz called the veto a mistake.')).toEqual(['Dina Ruiz supports']);
  expect(said('Councilman Ray Poe has not said how he will vote on an override.')).toEqual([]);
});
