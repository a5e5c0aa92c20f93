// Stories whose first sentence but names the measure: it is the measure where nothing near it takes back or bars.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const sides = 'Councilman Jo Lee spoke in favor of the proposal. Councilwoman Ann Park spoke against it.';
const said = (lede: string, title: string): readonly string[] =>
  positionsIn(`${lede} ${sides}`, title).filter((words) => /Lee|Park/.test(words));

test('a measure that is only named, or put off, is what people speak on', () => {
  const board = ['Jo Lee supports civilian-oversight', 'Ann Park opposes civilian-oversight'];
  const title = 'Review board goes back to committee';
  expect(said('A proposal for a civilian police review board will wait until October.', title)).toEqual(board);
  expect(said('The union and its critics sparred Monday over plans for a civilian review board.', title)).toEqual(
    board,
  );
  const ban = ['Jo Lee supports homeless-encampments', 'Ann Park opposes homeless-encampments'];
  expect(
    said('A proposed ban on camping in city parks is on hold after the council tabled it.', 'Camping ban on hold'),
  ).toEqual(ban);
});

test('what takes it back, outside of its own name, leaves it open', () => {
  expect(
    said('A proposal to repeal the camping ban drew a crowd.', 'Crowd fills hall for camping ban repeal'),
  ).not.toContain('Jo Lee supports homeless-encampments');
  expect(
    said('A proposal for a review board drew a crowd that wants to dismantle it.', 'Fight to dismantle board'),
  ).toEqual([]);
  const cut = 'Twelve police positions would be cut under a budget that the mayor sent to the council.';
  expect(said(cut, 'Budget plan would cut police')).not.toContain('Jo Lee supports police-budget');
});

test('a vote that is announced in the first sentence is the one that people speak of', () => {
  const lede = 'The council will vote Monday on a contract for license plate readers.';
  expect(positionsIn(`${lede} Councilman Jo Lee said he will vote no.`, 'Camera contract on agenda')).toEqual([
    'Jo Lee opposes alpr-cameras',
  ]);
});

test('a headline that but names what a bill would end is no measure', () => {
  const text = (lede: string): string => `${lede}\nThe bill passed 92-5. Rep. Ann Poe voted against the bill.`;
  const ended = text('Police could no longer burst into homes unannounced under a bill that cleared the House.');
  expect(positionsIn(ended, 'Lawmakers look hard at no-knock raids').filter((one) => /Poe/.test(one))).toEqual([]);
});
