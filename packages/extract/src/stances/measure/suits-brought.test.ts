// Who is for the lawsuit is against what it is over; who fights it is for that.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const sued = 'A group of landlords sued the city on Friday to overturn its cap on rent increases.';
const by = (text: string, name: string): readonly string[] => positionsIn(text).filter((one) => one.startsWith(name));

test('a lawsuit is called back with the sign of whoever sues', () => {
  expect(by(`${sued} Councilman Jo Lee said he supports the suit.`, 'Jo Lee')).toEqual(['Jo Lee opposes rent-control']);
  expect(by(`${sued} Mayor Ana Ruiz called the lawsuit frivolous.`, 'Ana Ruiz')).toEqual([
    'Ana Ruiz supports rent-control',
  ]);
  expect(by(`${sued} Councilman Jo Lee said the suit has no merit.`, 'Jo Lee')).toEqual([
    'Jo Lee supports rent-control',
  ]);
});

test('a suit for records asks for them', () => {
  const asked = 'The Boise Ledger sued the sheriff, asking a judge to order the release of body camera video.';
  expect(by(`${asked} Councilman Jo Lee said he supports the lawsuit.`, 'Jo Lee')).toEqual([
    'Jo Lee supports body-camera-release',
  ]);
});

test('who defends a lawsuit is sued, and who asks about it says nothing', () => {
  expect(by(`${sued} Mayor Ana Ruiz said the city will defend the lawsuit.`, 'Ana Ruiz')).toEqual([]);
  expect(by(`${sued} Councilman Jo Lee asked whether insurance would cover the suit.`, 'Jo Lee')).toEqual([]);
});

test('a verdict on the suit is none on what it is over', () => {
  const held = 'Two men sued Ada County on Tuesday, saying the jail illegally held them for ICE.';
  expect(by(`${held} Commissioner Jo Lee said the suit was long overdue.`, 'Jo Lee')).not.toContain(
    'Jo Lee supports detainer-custody',
  );
});
