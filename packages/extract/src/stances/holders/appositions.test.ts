// Who a name with an apposition is: the person, and not the group or place that the words beside it name.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const among = (text: string): readonly string[] => positionsAmong(['Ann Poe', 'Jo Lee'], text);

test('a member of a group that is described speaks for herself', () => {
  expect(
    among('Ann Poe of the Salem Renters Alliance, a coalition of churches, asked that the council cap rents.'),
  ).toEqual(['Ann Poe supports rent-control']);
  expect(among('The Salem Renters Alliance, a coalition of churches, asked that the council cap rents.')).toEqual([
    'Salem Renters Alliance supports rent-control',
  ]);
});

test('what an apposition tells by “who” is told of the name before it', () => {
  expect(among('Jo Lee, a Democrat who opposed the rent cap, did not attend.')).toEqual([
    'Jo Lee opposes rent-control',
  ]);
  expect(among('Jo Lee met Ann Poe, and a Democrat who opposed the rent cap did not attend.')).toEqual([]);
});

test('a participle that opens the sentence is no verb of it', () => {
  expect(among('In written testimony, Jo Lee backed the pool but asked lawmakers to drop the rent cap.')).toEqual([
    'Jo Lee opposes rent-control',
  ]);
});

test('“who” behind a group is its member', () => {
  expect(among('Among them was Ann Poe of the Salem Renters Alliance, who urged the council to cap rents.')).toEqual([
    'Ann Poe supports rent-control',
  ]);
  expect(among('Among them was the Salem Renters Alliance, which urged the council to cap rents.')).toEqual([
    'Salem Renters Alliance supports rent-control',
  ]);
});
