import { expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Anna Weiss', 'Tom Ferraro', 'Rita Molina'];
const among = (text: string): readonly string[] => positionsAmong(people, text);

it('reads "it" as the one thing that the sentence before names', () => {
  const story =
    'Anna Weiss voted for the license plate cameras three years ago.\n\nWeiss said she favors a civilian review board. Tom Ferraro opposes it. Rita Molina called it a mistake.';
  const told = among(story);
  expect(told).toContain('Tom Ferraro opposes civilian-oversight');
  expect(told).toContain('Rita Molina opposes civilian-oversight');
  expect(told).not.toContain('Tom Ferraro opposes alpr-cameras');
  const law = among(
    'The council passed an ordinance in 2023 that bans camping in parks. Anna Weiss said she would repeal it. Tom Ferraro supports it.',
  );
  expect(law).toContain('Anna Weiss opposes homeless-encampments');
  expect(law).toContain('Tom Ferraro supports homeless-encampments');
});

it('takes no motion for what its mover is told to think', () => {
  const told = among(
    'Voters will decide in March whether to allow triplexes.\n\nThe vote to ask them came on a motion by Anna Weiss, who opposes the change. Rita Molina wanted to adopt it outright.',
  );
  expect(told).toContain('Anna Weiss opposes upzoning');
  expect(told).not.toContain('Rita Molina opposes upzoning');
});

it('reads "it" behind what a law bars as the law', () => {
  const told = among(
    'A state law bars counties from signing 287(g) agreements. Anna Weiss called it unconstitutional. Tom Ferraro supports it.',
  );
  expect(told).toContain('Anna Weiss supports ice-agreement');
  expect(told).toContain('Tom Ferraro opposes ice-agreement');
  const policy = 'The sheriff’s policy tells deputies not to ask people about their immigration status.';
  expect(among(`${policy} Tom Ferraro said he would rescind it on his first day.`)).toContain(
    'Tom Ferraro supports status-policing',
  );
});

it('reads "it" as nothing behind two things, many things, or another sentence', () => {
  for (const text of [
    'Anna Weiss favors a civilian review board and a rent cap. Tom Ferraro opposes it.',
    'Anna Weiss favors a civilian review board. The library has a new roof. Tom Ferraro likes it.',
    'Anna Weiss favors license plate readers. Rita Molina wrote a letter about parks. Tom Ferraro signed it.',
  ])
    expect(among(text).filter((one) => one.startsWith('Tom'))).toEqual([]);
});

it('reads no sheriff of any county as the one of the story', () => {
  const text =
    'A bill would cut state aid for any county whose sheriff does not cooperate with ICE. Sheriff Tom Ferraro declined to comment.';
  expect(among(text)).toEqual([]);
});

it('reads "it" as no part of what another thing is for', () => {
  const told = among(
    'Anna Weiss has held office since 2022. State law bars local police from detaining anyone for immigration reasons alone. Weiss said the law is right.\n\nWeiss has proposed a citizens committee to review any contact between city police and ICE. Tom Ferraro said he would vote against it.',
  );
  expect(told.filter((one) => one.includes('limit-ice-cooperation'))).toEqual([]);
});

it('begins a sentence behind a dateline that a hyphen ends', () => {
  const bill =
    'A bill that would forbid cities to let civilian boards investigate police officers cleared the Ohio House.';
  for (const dash of ['—', '-'])
    expect(among(`DAYTON ${dash} ${bill}`)).toEqual([expect.stringContaining('House opposes civilian-oversight')]);
});

it('calls no policy that comes first a purchase', () => {
  const told = among(
    'The board turned down a request to buy drones, saying it wants a surveillance policy first. Tom Ferraro urged the board to approve the purchase.',
  );
  expect(told.filter((one) => one.startsWith('Tom'))).toEqual([]);
});
