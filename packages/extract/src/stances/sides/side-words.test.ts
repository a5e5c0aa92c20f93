// Which words take a side of a decided measure, and which of them speak of something else.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const cap = 'The council voted 5-2 to cap rent increases.';
const end = 'The council voted 5-2 to end its contract with ICE.';
const rejected = 'The council voted 5-2 to reject the rent control ordinance.';
const said = (first: string, text: string): readonly string[] =>
  positionsAmong(['Ann Park', 'Jo Lee'], `${first} ${text}`)
    .filter((words) => !words.startsWith('council '))
    .map((words) => words.split(' ').slice(0, -1).join(' '));

test('who joins the majority or the minority, and who casts the vote against', () => {
  expect(said(cap, 'Mayor Ann Park joined the majority.')).toEqual(['Ann Park supports']);
  expect(said(cap, 'Councilman Jo Lee voted with the minority.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'Councilman Jo Lee cast the vote against.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'Councilman Jo Lee joined the minority caucus.')).toEqual([]);
  expect(said(cap, 'Mayor Ann Park broke a 3-3 tie.')).toEqual(['Ann Park supports']);
  expect(said(cap, 'Mayor Ann Park broke a necktie rule.')).toEqual([]);
  const cameras = 'The council voted 5-2 to renew its contract for 20 license plate cameras.';
  expect(said(cameras, 'Councilman Jo Lee sided with the minority.')).toEqual(['Jo Lee opposes']);
});

test('who is a sponsor, wrote it with another, moved it or seconded it', () => {
  expect(said(cap, 'Councilwoman Ann Park is a co-sponsor.')).toEqual(['Ann Park supports']);
  expect(said(cap, 'Councilwoman Ann Park wrote the ordinance with Councilman Jo Lee.')).toEqual([
    'Ann Park supports',
    'Jo Lee supports',
  ]);
  expect(said(cap, 'Councilwoman Ann Park wrote the ordinance with the city attorney.')).toEqual(['Ann Park supports']);
  expect(said(cap, 'Councilwoman Ann Park made the motion and Councilman Jo Lee seconded it.')).toEqual([
    'Ann Park supports',
    'Jo Lee supports',
  ]);
  expect(said(cap, 'Councilwoman Ann Park made the motion to adjourn.')).toEqual([]);
});

test('who asks to vote it down, to let it lapse or to extend it', () => {
  expect(said(cap, 'Jo Lee asked the council to vote it down.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'Jo Lee urged members to throw it out.')).toEqual(['Jo Lee opposes']);
  expect(said(end, 'Jo Lee asked the council to let it lapse.')).toEqual(['Jo Lee opposes']);
  expect(said(end, 'Sheriff Jo Lee asked for a one-year extension.')).toEqual(['Jo Lee supports']);
  expect(said(cap, 'Jo Lee asked the council to turn the music down.')).toEqual([]);
  expect(said(cap, 'Jo Lee asked the council to let it rest.')).toEqual([]);
});

test('who is glad of a decision or sorry for it, and who will try again', () => {
  expect(said(cap, 'Ann Park said after the vote that she was relieved.')).toEqual(['Ann Park supports']);
  expect(said(cap, 'Jo Lee said he was disappointed but not surprised.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'Ann Park thanked council members.')).toEqual(['Ann Park supports']);
  expect(said(cap, 'Ann Park thanked the council for its time.')).toEqual([]);
  expect(said(cap, 'Jo Lee said he was disappointed that so few people came.')).toEqual([]);
  expect(said(rejected, 'Councilman Jo Lee said he will bring it back.')).toEqual(['Jo Lee supports']);
  expect(said(cap, 'Councilman Jo Lee said he will bring it back.')).toEqual([]);
});

test('petitions, mailers and suits against it', () => {
  expect(said(cap, 'The Salem Landlords Association has collected 340 signatures on a petition against it.')).toEqual([
    'Salem Landlords Association opposes',
  ]);
  expect(said(cap, 'The Salem Landlords Association mailed postcards against the measure.')).toEqual([
    'Salem Landlords Association opposes',
  ]);
  expect(said(cap, 'The Salem Landlords Association is prepared to sue.')).toEqual([
    'Salem Landlords Association opposes',
  ]);
  expect(said(cap, 'The Salem Landlords Association collected signatures against the pool.')).toEqual([]);
  expect(said(cap, 'The Salem Landlords Association has collected dues for 40 years.')).toEqual([]);
});
