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

/** The positions told in one sentence behind the vote. */
const aside = (text: string): readonly string[] => positionsAmong(people, `${vote}\n\n${text}`).slice(1);

test('who is said in an aside to have made or opposed the measure argues for that in the same sentence', () => {
  const both = ['Ann Park supports rent-control', 'Ann Park supports rent-control'];
  expect(
    aside('Councilwoman Ann Park, who wrote the ordinance, said families are leaving the city every month.'),
  ).toEqual(both);
  expect(
    aside('“Families are leaving every single month,” said Councilwoman Ann Park, who sponsored the ordinance.'),
  ).toEqual(both);
  expect(
    aside('Councilman Tom Berg, who voted against the ordinance, said repairs will stop in older buildings.'),
  ).toEqual(['Tom Berg opposes rent-control', 'Tom Berg opposes rent-control']);
  expect(
    aside('Councilwoman Ann Park, who introduced the ordinance, said a rent cap without inspectors is a slogan.'),
  ).toEqual(both);
});

test('what the author plans, what surprised nobody, and one act with its words are no second position', () => {
  const once = ['Ann Park supports rent-control'];
  expect(
    aside('Councilwoman Ann Park, who wrote the ordinance, said she has no plans to change the date of it.'),
  ).toEqual(once);
  expect(
    aside('Councilwoman Ann Park, who wrote the ordinance, said she was not surprised by the crowd on Monday.'),
  ).toEqual(once);
  expect(
    aside('Councilwoman Ann Park voted for the ordinance, saying families are leaving the city every month.'),
  ).toEqual(once);
  expect(
    aside('Councilwoman Ann Park, who wrote the ordinance, said the rules might look different, but nobody knows how.'),
  ).toEqual(once);
  expect(
    aside('Councilwoman Ann Park, who grew up on Mill Street, said families are leaving the city every month.'),
  ).toEqual([]);
});

test('what is not liked either is granted to the other side', () => {
  expect(said('“I don’t like these rents either,” Lee said.')).toEqual([]);
});

/** The positions told behind a sheriff's plea for an agreement. */
const beside = (text: string): readonly string[] =>
  positionsAmong(
    ['Dale Roe'],
    `Sheriff Dale Roe urged the county board to sign a 287(g) agreement with ICE. ${text}`,
  ).slice(1);

test('among many issues a bare fact in the story’s own words argues for none', () => {
  const own = ['Dale Roe supports ice-agreement'];
  expect(beside('Roe said nine officers have been trained since spring.')).toEqual([]);
  expect(beside('Roe said the training lasts four weeks and is given in Georgia.')).toEqual([]);
  expect(beside('Roe said the county should have joined years ago.')).toEqual(own);
  expect(beside('Roe said the training costs the county nothing at all.')).toEqual(own);
  expect(beside('“Nine officers have been trained since spring,” Roe said.')).toEqual(own);
});

test('whoever speaks for an official is not the official', () => {
  expect(beside('A spokesman for the sheriff said the county should have joined years ago.')).toEqual([]);
});

test('who is not against such a thing argues for no side by that', () => {
  expect(said('Lee said the cap is too low. “I’m not against limits,” Lee said.')).toHaveLength(
    said('Lee said the cap is too low.').length,
  );
});

test('who is glad of what stands does not argue by that against it', () => {
  const told = (text: string): readonly string[] => positionsAmong(['Tom Hale'], text);
  const own = told(`${banned} “We are not going to arrest our way out of this,” Hale said.`);
  for (const words of [
    'Police Chief Tom Hale said he is happy to have the ordinance and doubts it can do more.',
    '“I’d rather have the law than not,” Hale said in an interview. “It gives an officer a reason to start talking.”',
    '“I’m glad we have the ordinance,” Hale said. “It starts a talk about shelter and beds.”',
  ]) {
    expect(told(`${banned} ${words} “We are not going to arrest our way out of this,” Hale said.`)).toEqual(own);
  }
  const more = '“The cells are full of people who need a bed,” Hale said.';
  expect(told(`${banned} “We are not going to arrest our way out of this,” Hale said. ${more}`).length).toBeGreaterThan(
    own.length,
  );
});

const banned = 'Salem made it a misdemeanor to sleep in parks last year. Police Chief Tom Hale spoke of it Monday.';

test('what somebody says in other words before another thing comes up is no reason for it', () => {
  const against = 'She is against buying facial recognition software.';
  const told = (text: string): readonly string[] => positionsAmong(['Ann Park'], text);
  expect(
    told(`${vote} Police Chief Ann Park said the roof of the station needs to be mended soon. ${against}`),
  ).toEqual(told(`${vote} Police Chief Ann Park spoke for an hour. ${against}`));
});

test('what somebody says of the thing itself is a reason before another telling, too', () => {
  const told = (text: string): readonly string[] =>
    positionsAmong(['Carol Anders'], `${vote}\n\nThe pool opens in May.\n\nCarol Anders said ${text}`).slice(1);
  const limits = 'If elected, she said, she would limit pursuits to violent felonies.';
  expect(told(`she supported the original law because chases kill people. ${limits}`)).toHaveLength(2);
  expect(told(`she learned to drive when she was nine years old on a farm. ${limits}`)).toHaveLength(1);
});
