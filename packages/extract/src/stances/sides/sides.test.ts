// Who takes a side of a story's measure in words that do not name it, and what keeps such words from telling one.
import { expect, test } from 'vitest';
import { positionsAmong, stancesIn } from '../../testing/shipped-stances.ts';

const cap = 'The council voted 5-2 to cap rent increases.';
const end = 'The council voted 5-2 to end its contract with ICE.';

/** What a story says behind its first sentence. */
const said = (first: string, text: string): readonly string[] =>
  stancesIn(`${first} ${text}`)
    .map(({ holder, position }) => `${holder} ${position}`)
    .filter((words) => !words.startsWith('council '));

test('whoever is joined in a vote, and whoever joins, is on one side', () => {
  expect(said(cap, 'Councilman Jo Lee voted no, joined by Councilwoman Ann Park.')).toEqual([
    'Jo Lee opposes',
    'Ann Park opposes',
  ]);
  expect(said(cap, 'Councilman Jo Lee, joined by Councilwoman Ann Park, voted yes.')).toEqual([
    'Jo Lee supports',
    'Ann Park supports',
  ]);
  expect(said(cap, 'Councilman Jo Lee voted no, as did Councilwoman Ann Park.')).toEqual([
    'Jo Lee opposes',
    'Ann Park opposes',
  ]);
  expect(said(cap, 'Councilman Jo Lee joined Councilwoman Ann Park in voting no.')).toEqual([
    'Jo Lee opposes',
    'Ann Park opposes',
  ]);
  expect(said(cap, 'Councilwoman Ann Park joined the council in 2021.')).toEqual([]);
});

test('a condition or a mere feeling leaves a side half told', () => {
  expect(said(cap, 'Councilman Jo Lee said he supports the plan but wants a hearing first.')).toEqual(['Jo Lee mixed']);
  expect(said(cap, 'Councilman Jo Lee dislikes the plan but said the city has few choices.')).toEqual(['Jo Lee mixed']);
  expect(said(cap, 'Councilman Jo Lee supports the plan but wants higher fines.')).toEqual(['Jo Lee supports']);
});

test('a bare count is the vote told before it, and a vote on other business is not', () => {
  expect(said(cap, 'The vote was 5-2. Councilman Jo Lee voted no.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'It then took up the pool. Councilman Jo Lee voted no.')).toEqual([]);
  expect(said(cap, 'Councilman Jo Lee voted no on an unrelated motion.')).toEqual([]);
});

test('where a contract is to end, votes to keep it and votes to cancel have two directions', () => {
  expect(said(end, 'Councilman Jo Lee voted to keep it.')).toEqual(['Jo Lee supports']);
  expect(said(end, 'Councilman Jo Lee voted to cancel.')).toEqual(['Jo Lee opposes']);
  expect(said(end, 'Sheriff Jo Lee supports the contract.')).toEqual(['Jo Lee supports']);
  expect(said(end, 'Sheriff Jo Lee supports the contract with the school district.')).toEqual([]);
});

test('other places that did the same, or undid it, have their sides', () => {
  expect(said(cap, 'Lane County and Polk County have limits of their own.')).toEqual([
    'Lane County supports',
    'Polk County supports',
  ]);
  expect(said(end, 'Lane County has a similar agreement.')).toEqual(['Lane County supports']);
  expect(said(end, 'Lane County ended a similar agreement in 2021.')).toEqual(['Lane County opposes']);
  expect(said(cap, 'Lane County and Polk County have weaker limits.')).toEqual([]);
  expect(said(cap, 'Lane County has no such law.')).toEqual([]);
});

test('a side once taken, asked for, or foretold of something else is none', () => {
  expect(said(cap, 'Councilman Jo Lee once opposed the ordinance.')).toEqual([]);
  expect(said(cap, 'Councilman Jo Lee condemned the unrest.')).toEqual([]);
  expect(said(cap, 'Councilman Jo Lee, asked if he would support it, said he had no comment.')).toEqual([]);
  expect(said(cap, 'Councilman Jo Lee warned that the vote on the ordinance could run late.')).toEqual([]);
  expect(said(cap, 'Councilman Jo Lee warned that ending it would drive tenants out.')).not.toContain('Jo Lee opposes');
  expect(said(cap, 'Councilman Jo Lee warned that it would drive owners out.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'Councilman Jo Lee defended the decision to drop it.')).toEqual([]);
  expect(said(cap, 'Councilman Jo Lee defended the decision.')).toEqual(['Jo Lee supports']);
});

test('a vote on “it” is one on the measure, and who stands along with a voter voted so too', () => {
  expect(said(cap, 'Ten people came. Councilman Jo Lee voted against it.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'The 5-2 vote came after a long hearing. Councilman Jo Lee dissented.')).toEqual(['Jo Lee opposes']);
  expect(said(cap, 'The council then took up the pool. Councilman Jo Lee voted against it.')).toEqual([]);
  const people = ['Jo Lee', 'Ann Park', 'Raj Patel'];
  const list = 'Councilman Jo Lee voted no, along with Council members Ann Park and Raj Patel.';
  expect(positionsAmong(people, `${cap} ${list}`).slice(1)).toEqual([
    'Jo Lee opposes rent-control',
    'Ann Park opposes rent-control',
    'Raj Patel opposes rent-control',
  ]);
  expect(said(cap, 'Councilman Jo Lee met with the mayor along with Councilwoman Ann Park.')).toEqual([]);
  expect(said(cap, 'The planning commission recommended approval in July.')).toEqual(['planning commission supports']);
});

test('what stands before “but” is conceded, what stands behind it is not', () => {
  expect(said(cap, "“It won't fix everything, but it's a start,” said Councilwoman Ann Park.")).toEqual([
    'Ann Park supports',
  ]);
  expect(said(cap, "“It's a start, but we can't support it,” said Councilwoman Ann Park.")).toEqual([
    'Ann Park opposes',
  ]);
});
