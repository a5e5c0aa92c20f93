// What is no side yet, and near misses that are one: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  // Not to resist is not to want it.
  ['The police union said it will not oppose the civilian review board.', []],
  ["Mayor Ana Ruiz said she won't stand in the way of rent control.", []],
  ['The police union does not oppose the civilian review board.', ['police union supports civilian-oversight']],
  ['The police union said it will oppose the civilian review board.', ['police union opposes civilian-oversight']],
  // Nor is what may still be done.
  ['Sheriff Dan Moss has not ruled out ending the 287(g) agreement.', []],
  ['Sheriff Dan Moss ruled out ending the 287(g) agreement.', ['Dan Moss supports ice-agreement']],
  // Without a signature.
  ['Mayor Ana Ruiz allowed the rent cap to become law without her signature.', []],
  // Another's words that somebody has heard.
  ['Councilwoman Kim Diaz said she is tired of hearing that license plate cameras are spying.', []],
  ['Councilwoman Kim Diaz said she is tired of license plate cameras.', ['Kim Diaz opposes alpr-cameras']],
  // What is admitted as a breach.
  ['Chief Joe Hall acknowledged that officers had cooperated with ICE in violation of policy.', []],
  // Which ones something is said of.
  ['Mayor Ana Ruiz said landlords who oppose rent control are greedy.', []],
  ['Officers who oppose the ban on chokeholds should quit, Mayor Ana Ruiz said.', []],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
