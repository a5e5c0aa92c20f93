// What became of a measure that is the subject of its sentence, and whose vote that was.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test('a measure passes or fails in a body', () => {
  expect(
    positionsIn(
      'An ordinance that would ban camping in city parks passed its first reading on a 5-2 vote of the Salem City Council.',
    ),
  ).toEqual(['Salem City Council supports homeless-encampments']);
  expect(positionsIn('A proposal to cap rents failed 3-4 Monday before the Salem City Council.')).toEqual([
    'Salem City Council opposes rent-control',
  ]);
  expect(
    positionsIn(
      'A bill that would require every sheriff to sign an agreement with ICE passed the Oregon Senate 18-12.',
    ),
  ).toEqual(['Oregon Senate supports ice-agreement']);
  expect(positionsIn('A cap on rent increases sailed through the Salem City Council on Monday, 8-1.')).toEqual([
    'Salem City Council supports rent-control',
  ]);
  expect(positionsIn('A plan to buy license plate readers died on a 3-3 tie in the Salem City Council.')).toEqual([]);
});

const taken = 'The Salem City Council took up an ordinance that would cap rent increases.';

test('votes on what a story calls back are those of its one body', () => {
  expect(positionsIn(`${taken} The ordinance failed, 3-4.`)).toEqual(['Salem City Council opposes rent-control']);
  expect(positionsIn(`${taken} It passed 5-2.`)).toEqual(['Salem City Council supports rent-control']);
  expect(positionsIn(`${taken} The planning commission met in May. The ordinance passed 5-2.`)).toEqual([]);
});

test('what has not been voted on, was put off, or is another motion is nobody’s', () => {
  expect(positionsIn(`${taken} If it passes, the cap would take effect in July.`)).toEqual([]);
  expect(positionsIn(`${taken} The motion to approve it failed for lack of a second.`)).toEqual([]);
  expect(positionsIn(`${taken} Councilman Jo Lee offered an amendment. The motion failed 2-5.`)).toEqual([]);
  expect(positionsIn(`${taken} Councilman Jo Lee made one more try. His motion failed 2-5.`)).toEqual([]);
  expect(positionsIn(`${taken} A motion to table the ordinance failed 2-5.`)).toEqual([]);
  expect(
    positionsIn('A cap on rent increases won praise from tenants, and a road bond passed the Oregon Senate.'),
  ).toEqual(['tenants supports rent-control']);
  expect(positionsIn('A ban on no-knock warrants would die unless it clears the Oregon Senate by Friday.')).toEqual([]);
});
