// How roll calls name those who voted, and what keeps a name from having a vote.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Ray Poe', 'Dina Ruiz', 'Joan Hahn'];
const cap = 'The Salem City Council voted 5-2 to cap rent increases.';

/** What the sentences behind the first one tell. */
const said = (text: string, first = cap): readonly string[] =>
  positionsAmong(people, `${first} ${text}`)
    .filter((words) => !/Council /.test(words))
    .map((words) => words.replace(/ \S+$/, ''));

test('names stand before and behind what tells a vote', () => {
  const no = ['Ray Poe opposes', 'Dina Ruiz opposes'];
  expect(said('The two no votes came from Ray Poe and Dina Ruiz.')).toEqual(no);
  expect(said('Against it were Ray Poe and Dina Ruiz.')).toEqual(no);
  expect(said('The dissenting votes were cast by Ray Poe and Dina Ruiz.')).toEqual(no);
  expect(said('Councilman Ray Poe joined Council members Dina Ruiz and Joan Hahn in voting no.')).toEqual([
    ...no,
    'Joan Hahn opposes',
  ]);
  expect(said('Council members Ray Poe and Dina Ruiz broke with the mayor and voted no.')).toEqual(no);
  const yes = ['Ray Poe supports', 'Dina Ruiz supports'];
  expect(said('In favor were Ray Poe and Dina Ruiz.')).toEqual(yes);
  expect(said('Supporting it were Ray Poe and Dina Ruiz.')).toEqual(yes);
});

test('the words before names may say what was voted on', () => {
  const no = ['Ray Poe opposes', 'Dina Ruiz opposes'];
  const yes = ['Ray Poe supports', 'Dina Ruiz supports'];
  for (const words of [
    'Voting for the cap were',
    'Voting in favor of the ordinance were',
    'Those supporting the measure were',
    'Backing the proposed cap were',
    'Voting to approve it were',
    'Those in favor were',
  ])
    expect(said(`${words} Council President Ray Poe and member Dina Ruiz.`), words).toEqual(yes);
  for (const words of [
    'Voting against the cap were',
    'Opposing the ordinance were',
    'Those against were',
    'Voting to reject it were',
  ])
    expect(said(`${words} Ray Poe and Dina Ruiz.`), words).toEqual(no);
  expect(
    said('Voting for the cap were Ray Poe and Dina Ruiz.', 'The Salem City Council rejected a rent cap 5-2.'),
  ).toEqual(yes);
});

test('what names stand behind may be another thing', () => {
  for (const words of [
    'Voting for the budget were',
    'Voting for the other ordinance were',
    'Voting against the amendment were',
    'In 2019, voting for the ordinance were',
    'Opposing that bill were',
  ])
    expect(said(`${words} Ray Poe and Dina Ruiz.`), words).toEqual([]);
  const repeal = 'The Salem City Council voted 5-2 to repeal the rent cap.';
  expect(said('Voting for the cap were Ray Poe and Dina Ruiz.', repeal)).toEqual([]);
  expect(said('Voting for the measure were Ray Poe and Dina Ruiz.', repeal)).toEqual([
    'Ray Poe opposes',
    'Dina Ruiz opposes',
  ]);
});

test('one vote may be told beside a name', () => {
  const no = ['Ray Poe opposes'];
  expect(said('Councilman Ray Poe was the sole member opposed.')).toEqual(no);
  expect(said('Councilman Ray Poe, the other no vote, did not speak.')).toEqual(no);
  expect(said('Councilman Ray Poe provided the lone vote in opposition.')).toEqual(no);
  expect(said('The lone no came from Councilman Ray Poe.')).toEqual(no);
});

test('who is excepted from a vote, or votes on other business, has none on the measure', () => {
  expect(said('All but Councilman Ray Poe voted yes.')).toEqual([]);
  expect(said('Every member but Councilman Ray Poe voted in favor.')).toEqual([]);
  expect(said('The council then voted 6-1 to repave Elm Street, with Councilman Ray Poe dissenting.')).toEqual([]);
  expect(said('The council also named a bridge for a veteran. Councilman Ray Poe voted no.')).toEqual([]);
  expect(said('Councilman Ray Poe asked whether members who voted no would explain themselves.')).toEqual([]);
});

test('a no is for what stands where the motion was to take it back, or to strip it of money', () => {
  const cut = "The Salem City Council stripped $240,000 for license plate readers from next year's budget.";
  expect(said('Councilman Ray Poe voted no.', cut)).toEqual(['Ray Poe supports']);
  const end = 'The Salem City Council ended its contract with ICE on Monday.';
  expect(said('Councilman Ray Poe voted no.', end)).toEqual(['Ray Poe supports']);
});

test('a settlement that brings the measure in is what is voted on, and a dissenter’s vote is no part of the body’s', () => {
  const deal =
    'The city of Salem will release body camera video of a fatal shooting under a settlement with a newspaper.';
  const vote =
    'The Salem City Council approved the settlement 6-1, with Councilwoman Dina Ruiz the lone vote against it.';
  expect(positionsAmong(people, `${deal} ${vote}`)).toEqual([
    'city of Salem supports body-camera-release',
    'Salem City Council supports body-camera-release',
    'Dina Ruiz opposes body-camera-release',
  ]);
  expect(
    said('A judge approved a settlement with the bus drivers. Councilman Ray Poe voted against the settlement.'),
  ).toEqual([]);
});
