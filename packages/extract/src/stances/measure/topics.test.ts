import { expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Anna Weiss', 'Tom Ferraro', 'Rita Molina'];
const among = (text: string): readonly string[] => positionsAmong(people, text);
const cameras =
  'The candidates were asked whether the county should buy license plate readers. Anna Weiss said it should.';

it('reads what is said of a topic that a paragraph has come to as nothing on the measure', () => {
  const told = among(
    `${cameras}\n\nAnna Weiss and Tom Ferraro were split on a civilian review board. Ferraro said it would cost too much. Rita Molina said a board would only slow down detectives.`,
  );
  expect(told.filter((one) => /^(?:Tom|Rita).*alpr/.test(one))).toEqual([]);
  expect(told).toContain('Rita Molina opposes civilian-oversight');
});

it('reads "a board" right behind the board as any such board', () => {
  const wants = 'Anna Weiss said the county should create a civilian review board.';
  expect(among(`${wants} Tom Ferraro said a board isn’t necessary.`)).toContain(
    'Tom Ferraro opposes civilian-oversight',
  );
  expect(among(`${wants} The park needs a fence. Rents are up. Tom Ferraro said a board would help.`)).not.toContain(
    'Tom Ferraro supports civilian-oversight',
  );
  expect(among(`${wants} Tom Ferraro sits on a board of an opera.`)).not.toContain(
    'Tom Ferraro supports civilian-oversight',
  );
});
