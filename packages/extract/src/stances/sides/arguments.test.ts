// Arguments and reasons that could turn: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const ban = 'The council voted 5-2 to ban no-knock warrants.';
const board = 'The council voted 5-2 to create a civilian oversight board for police.';
const made = 'council supports civilian-oversight';
const more = 'The council voted 5-2 to hire 20 more police officers.';
const paid = 'council supports police-budget';
const passed = 'council supports use-of-force-limits';

const cases: readonly (readonly [string, readonly string[]])[] = [
  // Another course is told to do so.
  [`${ban} Chief Kim Wu said posting every policy could put officers at risk.`, [passed]],
  [`${ban} Chief Kim Wu said hiring rookies puts officers at risk.`, [passed]],
  [`${ban} Chief Kim Wu said it could put officers at risk.`, [passed, 'Kim Wu opposes use-of-force-limits']],
  [`${ban} Chief Kim Wu said the ban would put officers at risk.`, [passed, 'Kim Wu opposes use-of-force-limits']],
  // What should not be is as bad as it is called; what stands before "but" is granted.
  [
    `${board} Union chief Kim Wu said officers should not be judged by people without a badge.`,
    [made, 'Kim Wu opposes civilian-oversight'],
  ],
  [
    `${board} “I want good policing, but you will lose good officers over it,” said Chief Kim Wu.`,
    [made, 'Kim Wu opposes civilian-oversight'],
  ],
  [`${board} “You would lose good officers, but so be it,” said Chief Kim Wu.`, [made]],
  [`${board} Chief Kim Wu said the city has not lost good officers.`, [made]],
  [`${board} Chief Kim Wu said the department does not let officers do their jobs alone.`, [made]],
  [`${more} Jo Lee, a nurse, said the county needs every deputy it can get.`, [paid, 'Jo Lee supports police-budget']],
  [`${more} Jo Lee, a nurse, said more deputies will not fix anything.`, [paid, 'Jo Lee opposes police-budget']],
  [`${more} Jo Lee, a nurse, said more people will not come downtown.`, [paid]],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });

const known = ['Jo Lee'];
const capped = 'The council voted 5-2 to cap rent increases.';
const caps = 'council supports rent-control';
const against = 'Jo Lee opposes rent-control';

test('a quotation right behind an argument goes on with it', () => {
  const argued = `${capped} Jo Lee said small landlords will sell.`;
  expect(positionsAmong(known, `${argued} “If you do this, you get empty lots,” Lee said.`)).toEqual([
    caps,
    against,
    against,
  ]);
  expect(positionsAmong(known, `${argued} “I understand why people want it,” Lee said.`)).toEqual([caps, against]);
  expect(
    positionsAmong(known, `${argued} A pool opens in June. It has six lanes. “If it rains, we swim,” Lee said.`),
  ).toEqual([caps, against]);
});
