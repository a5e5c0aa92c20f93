// What "the ordinance" is where the story's measure loosens one.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const behind = (lede: string, text: string): readonly string[] =>
  positionsIn(`${lede}\n${text}`).filter((words) => !/^(?:City )?[Cc]ouncil /.test(words));

test.each([
  'The City Council voted 4-3 Wednesday to exempt new apartments from the rent control ordinance.',
  'The council voted 5-2 to weaken the city’s rent control ordinance.',
])('who adopted what a measure now loosens is not for the measure: %s', (lede) => {
  expect(behind(lede, 'Voters adopted the ordinance in 2021.')).toEqual([]);
  expect(behind(lede, 'Voters passed the ordinance two years ago.')).toEqual([]);
  expect(behind(lede, 'The mayor signed the ordinance when it was new.')).toEqual([]);
});

test('the measure itself is called back by what only it is called', () => {
  const lede = 'The City Council voted 4-3 Wednesday to exempt new apartments from the rent control ordinance.';
  expect(behind(lede, 'The mayor opposes the change.')).toEqual(['mayor supports rent-control']);
});

test('an ordinance that a story brings in is its measure', () => {
  const lede = 'The council voted 5-2 to adopt a rent control ordinance.';
  expect(behind(lede, 'The mayor opposes the ordinance.')).toEqual(['mayor opposes rent-control']);
});
