// Arguments and reasons that could turn: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const ban = 'The council voted 5-2 to ban no-knock warrants.';
const passed = 'council supports use-of-force-limits';

const cases: readonly (readonly [string, readonly string[]])[] = [
  // Another course is told to do so.
  [`${ban} Chief Kim Wu said posting every policy could put officers at risk.`, [passed]],
  [`${ban} Chief Kim Wu said hiring rookies puts officers at risk.`, [passed]],
  [`${ban} Chief Kim Wu said it could put officers at risk.`, [passed, 'Kim Wu opposes use-of-force-limits']],
  [`${ban} Chief Kim Wu said the ban would put officers at risk.`, [passed, 'Kim Wu opposes use-of-force-limits']],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
