// “One” is the thing of the last “a …”, where a story has told what that is.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const told = 'Mo Vance, a retired trooper, said he would sign a 287(g) agreement with ICE in his first month.';
const by = (text: string): readonly string[] => positionsIn(text).filter((one) => one.startsWith('Kay Ruiz'));

test('one and such a thing are what the story told of', () => {
  expect(by(`${told} Captain Kay Ruiz said she would not sign one.`)).toEqual(['Kay Ruiz opposes ice-agreement']);
  expect(by(`${told} Captain Kay Ruiz said she opposes such an agreement.`)).toEqual([
    'Kay Ruiz opposes ice-agreement',
  ]);
});

test('one of several, a number, and another thing told of since are not', () => {
  expect(by(`${told} Captain Kay Ruiz said one of her deputies opposes it.`)).toEqual([]);
  expect(by(`${told} Fox has a plan for a new jail. Captain Kay Ruiz said she would support one.`)).toEqual([]);
  const other = 'Al Pratt wants an ordinance that would limit signs.';
  expect(by(`${told} ${other} Councilwoman Kay Ruiz said she would not support one.`)).toEqual([]);
});
