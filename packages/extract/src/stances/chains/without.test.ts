import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const agreement = 'without the county’s agreement with ICE';
const by = (text: string): readonly string[] => positionsIn(text).filter((one) => one.startsWith('Tom Hale'));

test('who does not want to be without a thing is for it', () => {
  const hale = 'Sheriff Tom Hale said he would not want to run the jail without the ICE agreement.';
  expect(by(hale)).toEqual(['Tom Hale supports ice-agreement']);
});

test('who does without a thing, or could, takes no side by that', () => {
  for (const words of [
    `he could run the jail ${agreement}`,
    `going ${agreement} would hurt the city`,
    `he would vote for a new jail only ${agreement}`,
  ])
    expect(by(`Sheriff Tom Hale said ${words}.`)).not.toContain('Tom Hale opposes ice-agreement');
});

test('who refuses a thing on terms is not simply against it', () => {
  expect(by('Councilman Tom Hale would not support the license plate readers without an audit.')).toEqual([]);
  expect(by('Councilman Tom Hale would not support the license plate readers.')).toEqual([
    'Tom Hale opposes alpr-cameras',
  ]);
});

test('being without anything else leaves a side as it is', () => {
  expect(by('Sheriff Tom Hale signed a 287(g) agreement without telling commissioners.')).toEqual([
    'Tom Hale supports ice-agreement',
  ]);
});
