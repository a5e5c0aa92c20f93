import { expect, it } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const people = ['Anna Weiss', 'Tom Ferraro', 'Rita Molina'];
const bought =
  'The Salem City Council voted 5-2 Monday to buy 20 license plate readers for the police. Anna Weiss and Tom Ferraro voted no.\n\n';
const ofRita = (text: string): readonly string[] =>
  positionsAmong(people, bought + text).filter((one) => one.startsWith('Rita') && one.includes('alpr-cameras'));

it.each([
  'An amendment to delete the data after seven days failed. Rita Molina voted against it.',
  'Ferraro proposed an amendment to cut the number to 10. Rita Molina voted no on the amendment.',
  'Before the final vote, Weiss offered an amendment to cut the number in half. Rita Molina voted for it.',
  'The council first voted 6-1 for an amendment on retention, with Rita Molina dissenting.',
  'Weiss moved to table the item. Rita Molina voted no.',
  'Weiss moved to adjourn. The motion passed 6-1, with Rita Molina opposed.',
  'Weiss tried to cut the number to 10; the amendment failed 2-5, with Rita Molina in favor.',
  'A motion to table the purchase failed 3-4. Rita Molina voted yes.',
])('reads a vote on an amendment or on procedure as none on the measure: %s', (text) => {
  expect(ofRita(text)).toEqual([]);
});

it('reads "it" behind a bill of another body as that bill', () => {
  expect(ofRita('The state Senate passed a bill to limit the readers. Rita Molina voted for it.')).toEqual([
    'Rita Molina opposes alpr-cameras',
  ]);
});

it.each([
  ['Rita Molina voted against it.', 'opposes'],
  ['The purchase passed after an hour of talk. Rita Molina voted no.', 'opposes'],
  ['A similar bill failed in the Senate. Rita Molina said she supports it.', 'supports'],
])('goes on reading votes on the measure: %s', (text, position) => {
  expect(ofRita(text)).toEqual([`Rita Molina ${position} alpr-cameras`]);
});

it('takes a motion behind a vote to table for the motion to table', () => {
  const said = (vote: string): readonly string[] =>
    positionsIn(`A bill would cap rents statewide. ${vote} Sen. Ann Poe made the motion.`).filter((words) =>
      /Poe supports/.test(words),
    );
  expect(said('The Judiciary Committee voted 13-9 to table the bill.')).toEqual([]);
  expect(said('The Judiciary Committee voted Tuesday to kill the bill.')).toEqual([]);
  expect(said('The Judiciary Committee voted 9-4 to approve the bill.')).toContain('Ann Poe supports rent-control');
});
