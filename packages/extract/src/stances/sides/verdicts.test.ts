// Tests of verdicts on what was said right before: the measure, or a paper that somebody else asks for.
import { describe, expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

describe('“that goes too far”', () => {
  const lede = 'The City Council voted 5-2 Monday to cut off agencies in other states from its license plate readers.';
  const verdict = 'Councilwoman Fay Trent said that goes too far.';
  const ofTrent = (text: string): readonly string[] => positionsIn(text).filter((one) => one.startsWith('Fay'));
  test('is of the measure', () => {
    expect(ofTrent(`${lede} ${verdict}`)).toEqual(['Fay Trent supports alpr-data-sharing']);
  });
  test('is not of it behind a paper that somebody asks for', () => {
    expect(ofTrent(`${lede} Councilman Al Reed called for an ordinance on raffles. ${verdict}`)).toEqual([]);
    expect(ofTrent(`${lede} Councilman Al Reed proposed a stricter limit on barking. ${verdict}`)).toEqual([]);
  });
});

test('an order that opens what is quoted is the speaker’s, and a paper of somebody’s own that nobody told of is not the measure', () => {
  const told = 'The council voted 5-2 to buy license plate readers.';
  const stone = (text: string) =>
    positionsAmong(['Gina Stone'], `${told} ${text}`).filter((one) => one.startsWith('Gina Stone'));
  expect(stone('“Vote no,” Gina Stone told the council.')).toEqual(['Gina Stone opposes alpr-cameras']);
  expect(stone('“Please, get rid of them,” Gina Stone told the council.')).toEqual(['Gina Stone opposes alpr-cameras']);
  expect(stone('“They may get rid of them,” Gina Stone told the council.')).toEqual([]);
  expect(stone('Gina Stone opposes Reed’s bill.')).toEqual([]);
});
