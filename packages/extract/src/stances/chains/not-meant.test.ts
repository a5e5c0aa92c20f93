import { expect, it } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const people = ['Anna Weiss', 'Rita Molina', 'Ruth Sandoval'];
const bought = 'The Salem City Council voted 5-2 Monday to buy 20 license plate readers for the police.\n\n';
const ofRita = (text: string): readonly string[] =>
  positionsAmong(people, bought + text).filter((one) => /^(?:Rita|Ruth|residents)/.test(one));

it.each([
  'Rita Molina was accused of opposing the readers to win votes.',
  'Rita Molina defended Weiss’s right to oppose the readers.',
  '“I couldn’t support the readers more,” Rita Molina said.',
  '“I couldn’t be more opposed to the readers,” Rita Molina said.',
  'Rita Molina said the readers would not stop crime by themselves, but would help.',
  'Rita Molina said she wants to see the contract before deciding.',
  '“It’s hard to see how anyone could oppose the readers,” Rita Molina said.',
  'Few residents oppose the readers, Rita Molina said.',
  'All but Anna Weiss and Rita Molina voted for the readers.',
  'Everyone except Rita Molina opposed the readers.',
  'All members but Rita Molina voted no.',
  'Rita Molina said her constituents oppose the readers.',
  'Rita Molina quoted Weiss as saying the readers are a waste of money.',
  '“I was going to vote no,” Rita Molina said.',
  'Rita Molina had planned to vote no.',
  'Rita Molina would have voted no, she said, had she been there.',
  'Had Rita Molina voted no, the purchase would have failed.',
  '“You oppose the readers,” Rita Molina told Weiss.',
  'Rita Molina said her client opposes the readers.',
  'Ferraro pretended to support the readers, Rita Molina said.',
  'Rita Molina said she would support the readers if she were a detective.',
  'Rita Molina said she would have supported the readers if they had come with a policy.',
  'Had Rita Molina and Ruth Sandoval voted no, the purchase would have failed.',
  'Rita Molina urged the council to vote no on the hotel tax.',
  'Rita Molina asked Weiss to reconsider her opposition.',
  'Rita Molina said she was less worried about the readers than about potholes.',
  'Rita Molina said she is not as worried about the readers as she was.',
  'Rita Molina said she had been wary of the readers but came around.',
  'Rita Molina said she would have backed readers on the bridges.',
  'Rita Molina voted no for the opposite reason, saying the city needs more of them.',
])('tells no side that is spelled out and not meant: %s', (text) => {
  expect(ofRita(text)).toEqual([]);
});

const ended = 'The Polk County commissioners voted 3-2 Monday to end the county’s 287(g) agreement with ICE.\n\n';

it.each([
  [
    'Sheriff Rita Molina said she does not need an agreement to call ICE.',
    'Rita Molina supports limit-ice-cooperation',
  ],
  [
    'Sheriff Rita Molina said only she can end the agreement, not the commissioners.',
    'Rita Molina opposes ice-agreement',
  ],
  [
    'Rita Molina said she does not support illegal immigration, but the agreement cost too much.',
    'Rita Molina supports ice-agreement',
  ],
  ['Rita Molina, who had voted to sign the agreement in 2019, voted to end it.', 'Rita Molina supports ice-agreement'],
])('does not take %s for one who %s', (text, position) => {
  expect(positionsAmong(people, ended + text)).not.toContain(position);
});

it('reads whom somebody joined in another matter as no side', () => {
  const told = `${bought}Weiss voted no.\n\n`;
  expect(positionsAmong(people, `${told}Rita Molina joined Weiss in a lawsuit over a sidewalk.`).join()).not.toContain(
    'Rita',
  );
  expect(positionsAmong(people, `${told}Rita Molina joined Weiss in voting no.`)).toContain(
    'Rita Molina opposes alpr-cameras',
  );
});

it('reads a vote of long ago as none on the measure', () => {
  expect(ofRita('Rita Molina, who cast the deciding no vote in 2019, said she has changed her mind.')).toEqual([]);
});

it('reads no side of a thing from the noun of its ban', () => {
  const told = positionsAmong(
    people,
    'Reno voters on Tuesday turned down a measure to repeal the city’s plate reader ban.',
  );
  expect(told).toEqual([]);
});

it.each([
  'Gov. Rita Molina signed a bill that bars cities from banning gas stoves and from capping rents.',
  'Gov. Rita Molina signed a bill that bars cities from banning gas stoves or capping rents.',
  'Mayor Rita Molina said she would stop at nothing to cap rents.',
  'Mayor Rita Molina failed to stop a rent cap.',
  'Mayor Rita Molina would not stand in the way of a rent cap.',
  'Mayor Rita Molina hired Weiss, a critic of the rent cap.',
  'Mayor Rita Molina was criticized by Weiss, who opposes the rent cap.',
])('gives nobody the sign of one of two things, or of somebody else: %s', (text) => {
  expect(positionsAmong(people, text).filter((one) => one.startsWith('Rita'))).toEqual([]);
});

it('reads asking for a vote as asking that it be held', () => {
  const kept = 'Dayton commissioners on Wednesday refused to abolish the police review board.';
  expect(positionsAmong(people, `${kept} Commissioner Rita Molina, who asked for the vote, sighed.`)).toEqual([
    'Dayton commissioners supports civilian-oversight',
  ]);
});

it('leaves a vote on something else out of the chain', () => {
  expect(ofRita('Rita Molina, the lone vote against the budget last month, supported the purchase.')).not.toContain(
    'Rita Molina opposes alpr-cameras',
  );
});

it.each([
  ['“I can’t support the readers,” Rita Molina said.', 'opposes'],
  ['Rita Molina said she wants to see the contract canceled.', 'opposes'],
  ['Rita Molina said the readers would not stop crime.', 'opposes'],
  ['Rita Molina said she was going to vote no.', 'opposes'],
  ['Rita Molina urged the council to vote no.', 'opposes'],
  ['Rita Molina is worried about the readers.', 'opposes'],
])('reads what is meant: %s', (text, position) => {
  expect(ofRita(text)).toContain(`Rita Molina ${position} alpr-cameras`);
});

it.each([
  ['stopped short Monday of telling the sheriff to quit', []],
  ['told the sheriff on Monday to quit', ['Polk County commissioners opposes ice-agreement']],
])('whoever stopped short of it did not do it, nor the opposite: %s', (did, told) => {
  expect(
    positionsIn(
      `Polk County commissioners ${did} a federal program under which jail officers check inmates’ immigration status.`,
    ),
  ).toEqual(told);
});

it('gives nobody a side by what others would be made to do, or by what the law allows already', () => {
  expect(positionsIn('Rita Molina would have deputies honor every detainer.')).toEqual([]);
  expect(positionsIn('Deputies honor every detainer.')).not.toEqual([]);
  const plan =
    'The Salem City Council rejected a proposal Monday to let the police review board subpoena officers.\n\n';
  const chief = 'Police Chief Jo Park said his department already gives the board what the law allows.';
  expect(positionsIn(plan + chief).filter((one) => one.includes('supports'))).toEqual([]);
});

it('leaves open a release that is to come at a time and not before', () => {
  expect(positionsIn('Police Chief Jo Park said he would release video when an investigation is over.')).not.toEqual(
    [],
  );
  expect(positionsIn('Chief Jo Park said he would release the video when the case is closed and not before.')).toEqual(
    [],
  );
});
