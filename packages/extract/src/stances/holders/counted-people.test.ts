// People told by their number as holders, and numbers that are nobody's.
import { expect, test } from 'vitest';
import { stancesIn } from '../../testing/shipped-stances.ts';

const said = (text: string): readonly string[] =>
  stancesIn(`The council voted 5-2 to cap rent increases. ${text}`)
    .map(({ holder, position }) => `${holder} ${position}`)
    .filter((words) => !words.startsWith('council '));

test('a number of people, a part of them and those of them who spoke hold what they say', () => {
  expect(said('Fourteen people spoke against the ordinance and five spoke in favor of it.')).toEqual([
    'Fourteen people opposes',
    'five people supports',
  ]);
  expect(said('Of the 22 residents who spoke, 13 opposed the cap.')).toEqual(['13 residents opposes']);
  expect(said('Seven people spoke about the ordinance, and six of them supported it.')).toEqual([
    'six people supports',
  ]);
  expect(said('Most of the 31 people who testified supported the cap.')).toEqual(['Most of the 31 people supports']);
  expect(said('Most of the 31 people who spoke during the two-hour hearing supported the cap.')).toEqual([
    'Most of the 31 people supports',
  ]);
  expect(said('Nine landlords spoke, most of them urging the council to vote no.')).toEqual([
    'most of the landlords opposes',
  ]);
  expect(said('More than 30 people spoke. Most of them opposed the cap.')).toEqual(['Most of the people opposes']);
  expect(said('Eleven residents addressed the council. Nine were in favor.')).toEqual(['Nine residents supports']);
  expect(said('Two of the seven council members said they would vote against the cap.')).toEqual([
    'Two council members opposes',
  ]);
});

test('numbers of nobody in particular, of things and of those who only are spoken of hold nothing', () => {
  expect(said('Two people were arrested. Three opposed the ordinance.')).toEqual([]);
  expect(said('None of the 12 people who spoke supported the cap.')).toEqual([]);
  expect(said('Few people supported the cap.')).toEqual([]);
  expect(said('Most were in favor.')).toEqual([]);
  expect(said('Councilman Jo Lee said 14 people opposed the cap in his district.')).toEqual([]);
  expect(said('Dozens of renters spoke. Two voted against it.')).toEqual([]);
});
