// Papers under a bare noun: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const rest = ' A hearing is set for June. The room holds 80 people. Nobody spoke.';

const cases: readonly (readonly [string, readonly string[]])[] = [
  // Whoever announced the policy shortly before holds it.
  [
    `Salem deputies will no longer chase drivers for traffic violations, Sheriff Lou Marsh said Friday. The policy, which took effect Monday, limits pursuits to violent crimes.${rest}`,
    ['Lou Marsh supports use-of-force-limits', 'Lou Marsh supports use-of-force-limits'],
  ],
  // Nobody is told to have written it.
  [`Salem may get new rules. The ordinance would prohibit facial recognition.${rest}`, []],
  [`Salem may get new rules. The petition would cap rent increases at 5%.${rest}`, []],
  [`A proposed ordinance in Salem would bar camping in parks.${rest}`, []],
  // A paper that is told apart, and a text that has nothing else.
  [
    `Salem has old rules. An ordinance adopted in 2020 prohibits police from sharing data with ICE.${rest}`,
    ['ordinance opposes data-sharing'],
  ],
  ['Under the policy, officers may not use chokeholds.', ['policy supports use-of-force-limits']],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
