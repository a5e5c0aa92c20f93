// Who opens a sentence and who only comes from there: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  // "which": what the clause tells is the group's, and not its founder's.
  [
    'Joyce Tillman is a founder of a group, which collected 2,600 signatures in support of the rent cap.',
    ['group supports rent-control'],
  ],
  [
    'The Tenants Union, which has 400 members, marched downtown Monday in support of the rent cap.',
    ['Tenants Union supports rent-control'],
  ],
  // Questions put to somebody are nobody's.
  ['The candidates were also asked whether police should be allowed to use chokeholds.', []],
  [
    'Residents also asked whether police should be allowed to use chokeholds.',
    ['Residents neutral use-of-force-limits'],
  ],
  // What is planned is a proposal.
  ['Rep. Lou Marsh plans to file a bill to ban chokeholds.', ['Lou Marsh supports use-of-force-limits']],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
