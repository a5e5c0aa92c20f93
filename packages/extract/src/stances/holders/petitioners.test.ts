// Who asks for something by a petition or letter, told at length.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    'A group called Harbor Light has collected about 900 signatures on a petition to take down the license plate readers.',
    ['Harbor Light opposes alpr-cameras'],
  ],
  [
    'Council Member Ana Diaz gathered 400 signatures on a petition asking the sheriff to end police chases.',
    ['Ana Diaz supports use-of-force-limits'],
  ],
  [
    'Harbor Light United, a nonprofit, submitted a petition with 1,140 signatures that calls on the council to reject the rent control ordinance.',
    ['Harbor Light United opposes rent-control'],
  ],
  ['The clerk counted 400 signatures on a petition to take down the license plate readers.', []],
  ['The group has signatures on a petition about license plate readers.', []],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
