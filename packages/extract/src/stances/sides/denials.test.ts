// Who denies what was alleged before, and what is no such denial.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const told =
  'An immigrant rights group accused Marion County deputies of running license plate searches for federal immigration agents.';
const behind = (text: string) =>
  positionsIn(`${told} ${text}`).filter((one) => one.endsWith(' alpr-data-sharing') && !one.includes('rights group'));

test('an official who denies the allegation says that it is not done', () => {
  const denied = ['Dana Hale opposes alpr-data-sharing'];
  expect(behind('Sheriff Dana Hale denied the allegation.')).toEqual(denied);
  expect(behind('Sheriff Dana Hale called the claims false.')).toEqual(denied);
  expect(behind('Sheriff Dana Hale denied sharing license plate data with federal agents.')).toEqual(denied);
});

test('a claim of something else, no denial and somebody nobody accuses tell nothing', () => {
  expect(behind('Sheriff Dana Hale denied a claim for overtime.')).toEqual([]);
  expect(behind('Sheriff Dana Hale denied the claim of a driver.')).toEqual([]);
  expect(behind('Sheriff Dana Hale did not deny the allegation.')).toEqual([]);
  expect(behind('Sheriff Dana Hale called the claims serious.')).toEqual([]);
  expect(behind('The group denied the allegation.')).toEqual([]);
  expect(positionsIn('Sheriff Dana Hale denied the allegation.')).toEqual([]);
});
