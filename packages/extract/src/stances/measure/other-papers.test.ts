import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const penalty =
  'The Senate passed a bill Tuesday that would withhold state money from cities that refuse to work with ICE.';

test("a city's own paper is not the state bill that is aimed at it", () => {
  for (const words of [
    'Mayor Ana Ruiz opposes the 2019 policy.',
    'Mayor Ana Ruiz said she wants the ordinance repealed.',
    "Mayor Ana Ruiz called the city's rule a mistake.",
    'Adair adopted its policy in 2019. Mayor Ana Ruiz voted for it.',
    'Mayor Ana Ruiz voted for the resolution in 2019.',
  ])
    expect(positionsIn(`${penalty} ${words}`).filter((one) => one.startsWith('Ana Ruiz'))).toEqual([]);
  expect(positionsIn(`${penalty} Mayor Ana Ruiz opposes the measure.`)).toContain('Ana Ruiz opposes funding-penalty');
});

test("the state's paper is not the city's measure", () => {
  const cap = 'The council approved an ordinance Monday that caps rent increases at 5 percent.';
  expect(positionsIn(`${cap} Mayor Jo Park supports the state's law.`)).not.toContain('Jo Park supports rent-control');
  expect(positionsIn(`${cap} Mayor Jo Park supports the ordinance.`)).toContain('Jo Park supports rent-control');
});

test('a paper of another year is another one', () => {
  const cap = 'The council adopted an ordinance in 2021 that caps rent increases at 5 percent.';
  expect(positionsIn(`${cap} Mayor Ana Ruiz supports the 2021 ordinance.`)).toContain('Ana Ruiz supports rent-control');
  expect(positionsIn(`${cap} Mayor Ana Ruiz supports the 2014 ordinance.`)).not.toContain(
    'Ana Ruiz supports rent-control',
  );
});

test('a resolution against a bill goes the other way than the bill', () => {
  const against =
    'The council voted 7-2 Monday for a resolution opposing a state bill that would cut aid to cities that limit cooperation with ICE.';
  expect(
    positionsIn(`${against} Councilman Bo Lee voted against the resolution. Mayor Ana Ruiz supports the bill.`),
  ).toEqual(expect.arrayContaining(['Bo Lee supports funding-penalty', 'Ana Ruiz supports funding-penalty']));
  expect(positionsIn(`${against} Sheriff Jo Park backs the resolution.`)).toContain('Jo Park opposes funding-penalty');
});
