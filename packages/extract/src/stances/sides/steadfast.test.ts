// Who holds on to a side that the story tells of, and what is no side of theirs.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Jo Lee', 'Ann Park'];
const vote =
  'The council voted 5-2 to cap rent increases. Councilman Jo Lee voted no. Councilwoman Ann Park voted yes.';

const said = (text: string): readonly string[] => positionsAmong(people, `${vote} ${text}`).slice(3);

for (const words of [
  'Lee said he would do so again.',
  'Lee said the debate has not changed his mind.',
  'Lee stands by his vote.',
  '“I stand by that vote,” Lee said.',
  'Lee said he would not budge.',
  'Lee said Tuesday that he has no regrets.',
  'Lee told reporters that he does not regret his vote.',
])
  test(`the same side: ${words}`, () => {
    expect(said(words)).toEqual(['Jo Lee opposes rent-control']);
  });

for (const words of [
  'Lee said he has no regrets if rents fall.',
  'Lee might not change his mind.',
  'Lee said he would try again to fix the sewer.',
  'The mayor stands by his vote.',
  'A reporter asked whether Lee stands by his vote.',
])
  test(`no side: ${words}`, () => {
    expect(said(words)).toEqual([]);
  });

test('who wrote a draft and brings it back is still for it', () => {
  const draft = 'Councilwoman Ann Park wrote an ordinance that would cap rents. The committee tabled it in June.';
  expect(positionsAmong(people, `${draft} Park said she will bring it back.`)).toEqual([
    'Ann Park supports rent-control',
    'Ann Park supports rent-control',
  ]);
});
