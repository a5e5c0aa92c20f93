import { expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Anna Weiss', 'Tom Ferraro', 'Rita Molina'];
const among = (text: string): readonly string[] => positionsAmong(people, text);
const caps = 'Anna Weiss said she supports rent control.';

it('reads who agrees or differs right behind a position', () => {
  const talk = among(
    'Anna Weiss said the city should repeal its camping ban. Tom Ferraro agreed. Rita Molina disagreed.',
  );
  expect(talk).toContain('Tom Ferraro opposes homeless-encampments');
  expect(talk).toContain('Rita Molina supports homeless-encampments');
  expect(among(`${caps} Tom Ferraro said he did not agree.`)).toContain('Tom Ferraro opposes rent-control');
  expect(among(`${caps}\n\nRita Molina took the opposite view.`)).toContain('Rita Molina opposes rent-control');
  expect(among(`${caps} Tom Ferraro said the same.`)).toContain('Tom Ferraro supports rent-control');
  expect(among('Anna Weiss favored a rent cap, but Rita Molina disagreed with her.')).toContain(
    'Rita Molina opposes rent-control',
  );
  expect(among(`${caps} “It works,” Weiss said. Tom Ferraro disagreed.`)).toContain('Tom Ferraro opposes rent-control');
});

it('reads a helping verb that stands for the whole of what was told', () => {
  const vote = among(
    'Anna Weiss said she would vote for a rent cap. Tom Ferraro said he would not. Rita Molina said she would, too.',
  );
  expect(vote).toContain('Tom Ferraro opposes rent-control');
  expect(vote).toContain('Rita Molina supports rent-control');
  const not = among(
    'Anna Weiss said she would not vote for a rent cap. Tom Ferraro said he would. Rita Molina said she would not, either.',
  );
  expect(not).toContain('Tom Ferraro supports rent-control');
  expect(not).toContain('Rita Molina opposes rent-control');
  expect(among('Anna Weiss favored a civilian review board; Tom Ferraro did not.')).toContain(
    'Tom Ferraro opposes civilian-oversight',
  );
  expect(among('Anna Weiss supports a civilian review board. Tom Ferraro does not.')).toContain(
    'Tom Ferraro opposes civilian-oversight',
  );
});

it('reads no agreement with something else, with half of it, or with one of two', () => {
  for (const other of [
    'Tom Ferraro agreed to a delay.',
    'Tom Ferraro agreed that rents are high.',
    'Tom Ferraro disagreed with the mayor on parks.',
    'Asked whether taxes should rise, Tom Ferraro said they should not.',
    'Tom Ferraro agreed, but wants a study.',
    'The pool should open in May, Rita Molina said, and Tom Ferraro agreed.',
    'The library needs a roof. Tom Ferraro disagreed.',
    'Tom Ferraro did not attend.',
    'Tom Ferraro might disagree.',
  ])
    expect(among(`${caps} ${other}`)).toEqual(['Anna Weiss supports rent-control']);
  expect(among('Anna Weiss voted for the rent cap ordinance. Tom Ferraro did not.')).not.toContain(
    'Tom Ferraro opposes rent-control',
  );
  expect(among(`${caps} Rita Molina disagreed. Tom Ferraro agreed.`)).not.toContain(
    'Tom Ferraro supports rent-control',
  );
  expect(
    among('Anna Weiss supports rent control and opposes license plate readers. Tom Ferraro disagreed.'),
  ).not.toContain('Tom Ferraro opposes rent-control');
  expect(among('Anna Weiss wants a rent cap, but only for old buildings. Tom Ferraro disagreed.')).not.toContain(
    'Tom Ferraro opposes rent-control',
  );
});

it('reads who would vote the same way again', () => {
  const vote = 'Anna Weiss voted for the rent cap ordinance and said she would do so again';
  expect(among(`${vote}.`)).toEqual(['Anna Weiss supports rent-control', 'Anna Weiss supports rent-control']);
  expect(among(`${vote} if rents rise.`).length).toBe(1);
  expect(among('Anna Weiss ran in 2020 and said she would do so again.')).toEqual([]);
});
