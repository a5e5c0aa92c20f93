// Frames that need a term near: it stands shortly before, or in the first sentences, which tell what a story is about.
import { expect, test } from 'vitest';
import { positionsIn } from '../testing/shipped-stances.ts';

const others = 'The pool opens in June. It has six lanes. Tickets cost $3. Children swim free. Towels are sold. ';
const later = `${others}The slide is new. It is blue.\n\n`;

test('what a story is about at its beginning is near to the last of its sentences', () => {
  const story = (first: string, last: string): readonly string[] => positionsIn(`${first}\n\n${later}${last}`);
  const shares = 'Sheriff Joe Hall said he will share the data with agencies in other states.';
  expect(story('License plate readers went up in Elko.', shares)).toEqual(['Joe Hall supports alpr-data-sharing']);
  expect(story('Weather stations went up in Elko.', shares)).toEqual([]);
  const group = 'The Elko Privacy Alliance wants the cameras removed.';
  expect(story('License plate readers went up in Elko.', group)).toEqual([
    'Elko Privacy Alliance opposes alpr-cameras',
  ]);
  expect(story('Traffic cameras went up in Elko.', group)).toEqual([]);
});

test('a term told in the middle of a story is near for six sentences', () => {
  const text = (between: string): string =>
    `The fair opens Friday. Rides cost $3. Parking is free. The barn is new. The city has license plate readers. ${between}Sheriff Joe Hall said he will share the data with agencies in other states.`;
  expect(positionsIn(text(''))).toEqual(['Joe Hall supports alpr-data-sharing']);
  expect(positionsIn(text(later))).toEqual([]);
});

test('"That would be a mistake" is open behind a demand to suspend what stands', () => {
  const told = 'Council member Nathan Cole asked the council to suspend the Flock contract.';
  expect(positionsIn(`${told} Council member Judy Frey said that would be a mistake.`)).toEqual([
    'Nathan Cole opposes alpr-cameras',
  ]);
});

test('"cut off" makes nothing smaller: "the cut" is another', () => {
  const cutOff = 'Nora Park called on the police to cut off out-of-state agencies from the plate reader data.';
  expect(positionsIn(`${cutOff} Councilman Brian Lee voted against the cut.`)).toEqual([
    'Nora Park opposes alpr-data-sharing',
  ]);
});

test('what police report on their readers is no sharing of data, and who feels like a suspect is not helped', () => {
  expect(
    positionsIn(
      'Nevada bars long storage of plate data, and it requires police to report how they use the cameras to the State Police.',
    ).filter((it) => it.includes('sharing')),
  ).toEqual([]);
  expect(positionsIn('Dan Moss told the council that the license plate readers make him feel like a suspect.')).toEqual(
    ['Dan Moss opposes alpr-cameras'],
  );
});

test('the readers and their data go by short names in a story about them alone', () => {
  const story = (last: string): readonly string[] => positionsIn(`License plate readers went up in Elko.\n\n${last}`);
  expect(story('Mayor Lou Finn said he would rather hire two officers than buy more readers.')).toEqual([
    'Lou Finn opposes alpr-cameras',
  ]);
  expect(story('Mayor Lou Finn said the town should send the cameras back to the company.')).toEqual([
    'Lou Finn opposes alpr-cameras',
  ]);
  expect(story('Chief Ana Soto said out-of-state departments were cut off in June.')).toEqual([
    'Ana Soto opposes alpr-data-sharing',
  ]);
  expect(story('Mayor Lou Finn does not believe that the images stay in Nevada.')).toEqual([]);
  expect(story('Mayor Lou Finn has asked for bids for new cameras at the pool.')).toEqual([]);
  expect(story('The town signed agreements to share a fire truck with Fallon.')).toEqual([]);
});

test('"twice" stands within a verb', () => {
  expect(positionsIn('The council has twice rejected plate readers.')).toEqual(['council opposes alpr-cameras']);
  expect(positionsIn('The council twice voted for plate readers.')).toEqual(['council supports alpr-cameras']);
});
