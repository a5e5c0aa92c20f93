// What a member says later on as words for the member's vote, and what is none.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Jo Lee', 'Ann Park', 'Tom Berg'];
const vote = 'The council voted 5-2 to cap rent increases.';
const votes = 'Councilman Jo Lee voted no. Staff will print a guide. The cap takes effect in May.';

/** The positions that a story tells behind the vote. */
const said = (text: string): readonly string[] => positionsAmong(people, `${vote} ${votes}\n\n${text}`).slice(2);

test('what a member says first argues for the member’s vote', () => {
  expect(said('Lee said the money would be better spent on inspections.')).toEqual(['Jo Lee opposes rent-control']);
  expect(said('Buildings need new roofs, Lee said.')).toEqual(['Jo Lee opposes rent-control']);
});

test('a deed of the member’s own, another’s words and what may turn argue for nothing', () => {
  expect(said('Lee said he had asked for legal advice in the spring.')).toEqual([]);
  expect(said('Lee said he would bring a budget next month.')).toEqual([]);
  expect(said('Tom Berg said the money would be better spent on inspections.')).toEqual([]);
  expect(said('The pool opens in June.\n\n“We saw forty swimmers on the first day,” Lee said.')).toEqual([]);
  expect(said('Lee said the money might be spent on inspections, but nobody knows.')).toEqual([]);
});
