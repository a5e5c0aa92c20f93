// What somebody whose side is known says in quotation marks, wherever it stands, and what is no word for that side.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Jo Lee', 'Ann Park'];
const vote =
  'The council voted 5-2 to cap rent increases. Councilman Jo Lee voted no. Councilwoman Ann Park voted yes.';

/** The positions that a story tells behind the votes. */
const said = (text: string): readonly string[] => positionsAmong(people, `${vote} ${text}`).slice(3);

const against = 'Jo Lee opposes rent-control';

for (const words of [
  '“If we do this, nobody builds here again,” Lee said.',
  "“I don't think a clerk should set a price,” Lee said.",
  '“Who pays for the roof when it leaks?” Lee asked.',
  '“It may be popular, but it does not add a single unit,” Lee said.',
  '“I understand why renters want this, but the answer is to build,” Lee said.',
  '“We tried that in the seventies,” Lee told the crowd.',
  '“Rent control is a nice pair of words,” Lee said.',
])
  test(`an opponent argues: ${words}`, () => {
    expect(said(words)).toEqual([against]);
  });

for (const words of [
  '“I understand why renters want this,” Lee said.',
  '“I know people are hurting,” Lee said.',
  '“I could live with it if it ended in five years,” Lee said.',
  '“It comes from good intentions,” Lee said.',
  '“We will see what the county says about that,” Lee said.',
  '“Thank you all for coming,” Lee said.',
  '“Not tonight,” Lee said.',
  '“I do have some concerns about the cost of this,” Park said.',
  '“I was wrong about the numbers,” Park said.',
])
  test(`no word for the speaker's side: ${words}`, () => {
    expect(said(words)).toEqual([]);
  });

test('each sentence of a quotation on the measure counts', () => {
  expect(said('“A price is not a policy,” Lee said. “If we build, rents come down.”')).toEqual([against, against]);
});

test('what stands before a sentence with "But" is granted', () => {
  expect(said('“I would not want my rent doubled either,” Lee said.')).toEqual([]);
  expect(said('“I want renters to be safe,” Lee said. “But a cap is not the way.”')).toEqual([against]);
});

test('what is said in the same breath as a position goes with it', () => {
  const breath = '“My father drove a bus,” said Tom Berg. “I oppose rent control.”';
  expect(positionsAmong(['Tom Berg'], `The council voted 5-2 to cap rent increases. ${breath}`)).toEqual([
    'council supports rent-control',
    'Tom Berg opposes rent-control',
    'Tom Berg opposes rent-control',
  ]);
});

test('what is said of another issue is none', () => {
  expect(said('“We need more police officers on the street,” Lee said.').filter((one) => one === against)).toEqual([]);
});

test('what is said of other business is none', () => {
  const aside = 'The clerk read the minutes. A pool opens in June. It has six lanes. It is heated.';
  expect(said(`${aside} “If it rains, we move the party inside,” Lee said.`)).toEqual([]);
});

const forum = 'Candidates met on Monday.\n\nTom Berg said he would hire more police officers. The force is short.\n\n';
const hires = 'Tom Berg supports police-budget';

test('a paragraph of two sentences and the quotation behind it are of one thing', () => {
  const told = (words: string): readonly string[] => positionsAmong(['Tom Berg', 'Jo Lee'], `${forum}${words}`);
  expect(told('“A call should not wait an hour,” Berg said.')).toEqual([hires, hires]);
  expect(told('“I would want to know the price of that,” Berg said.')).toEqual([hires]);
  expect(told('“A call should not wait an hour,” Lee said.')).toEqual([hires]);
  expect(told('The pool opens in June. It has six lanes.\n\n“A swim is good for all,” Berg said.')).toEqual([hires]);
});

test('a vote of the past does not tell for which side somebody speaks now', () => {
  const story = (voted: string): string =>
    `Polk County commissioners voted 3-2 Monday to end a contract under which the jail holds immigration detainees. Commissioner Jo Lee and Ann Park made up the majority.\n\n“This was never our job,” Lee said. She ${voted} to sign the contract in 2022.`;
  expect(
    positionsAmong(people, story('had voted')).filter((one) => one === 'Jo Lee supports ice-agreement'),
  ).toHaveLength(1);
  expect(positionsAmong(people, story('voted')).filter((one) => one === 'Jo Lee supports ice-agreement')).toHaveLength(
    2,
  );
});
