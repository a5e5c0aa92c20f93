// Whose a department's policy, order or manual is: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    'Officers may not use chokeholds, according to the department’s new manual.',
    ['department supports use-of-force-limits'],
  ],
  [
    'Deputies may not ask people about their immigration status, according to a sheriff’s office directive.',
    ['sheriff’s office opposes status-policing'],
  ],
  [
    'Under a policy that Chief Ana Wu signed Monday, officers may not use chokeholds.',
    ['Ana Wu supports use-of-force-limits'],
  ],
  [
    'Salem police officers may chase drivers who flee under a policy that took effect Monday. Officers still may not use chokeholds.',
    ['Salem police opposes use-of-force-limits', 'Salem police supports use-of-force-limits'],
  ],
  [
    'The policy of the Salem Police Department bars officers from asking about immigration status.',
    ['Salem Police Department opposes status-policing'],
  ],
  [
    'An order signed by Gov. Lou Marsh bars state police from helping ICE.',
    ['Lou Marsh supports limit-ice-cooperation'],
  ],
  ['Under the policy, officers may not use chokeholds.', ['policy supports use-of-force-limits']],
  // Near misses: none yet, a court's, a condition, a limit.
  ['Under a proposed policy, officers may not use chokeholds.', []],
  ['Police may not use chokeholds under a court order.', []],
  ['If the policy passes, officers may not use chokeholds.', []],
  ['Officers may use chokeholds only when lives are at risk, under a policy adopted Monday.', []],
  ['Officers may not use chokeholds.', []],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });

test('what officers could not do under a change is not the policy that stands', () => {
  const story =
    'The proposal would write into the charter much of what is already in the Police Department’s policing policy. It goes further in two places.';
  const tell = 'tell ICE when a person will be released from custody.';
  expect(positionsIn(`${story} Officers couldn’t ${tell}`)).toEqual([]);
  expect(positionsIn(`${story} Officers may not ${tell}`)).toEqual(['Police Department opposes detainer-custody']);
});
