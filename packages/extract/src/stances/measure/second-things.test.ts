// A state law beside a city's ordinance, a law of another year: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const city = 'Three people sued Salem on Monday, asking a judge to block an ordinance that bars camping in parks.';
const vote = 'The City Council approved the ordinance 6-2 in May.';
const last = (text: string): readonly string[] =>
  positionsAmong(['Ruth Bell'], text).filter((one) => one.startsWith('Ruth'));

test('a state law beside a city’s ordinance is not called back as the ordinance', () => {
  const text = `${city} The complaint cites a 2021 state law. ${vote} State Rep. Ruth Bell`;
  expect(last(`${text} has introduced a bill that would repeal the 2021 law.`)).toEqual([]);
  expect(last(`${text} said she opposes repealing the law.`)).toEqual([]);
  expect(last(`${text} opposes the ordinance.`)).toEqual(['Ruth Bell opposes homeless-encampments']);
});

test('a year tells which one is meant, where the story told it beside the thing', () => {
  const text = `${city} ${vote} State Rep. Ruth Bell opposes the 2019 ordinance.`;
  expect(last(text)).toEqual([]);
  expect(
    last(`The council adopted an ordinance in 2019 that bars camping in parks. Ruth Bell opposes the 2019 ordinance.`),
  ).toEqual(['Ruth Bell opposes homeless-encampments']);
});

test('what limits how a thing may be regulated has no plain sign', () => {
  expect(positionsIn('Council members oppose a law that limits how cities can regulate camping in parks.')).toEqual([]);
  expect(positionsIn('Council members oppose a bill that would limit how police can use facial recognition.')).toEqual([
    'Council members supports facial-recognition',
  ]);
});

test('a place is no measure', () => {
  const text = `Salem’s camping ban was upheld on Monday. The City Council approved the ban in May. Ruth Bell said`;
  expect(last(`${text} the park had become unsafe.`)).toEqual([]);
  expect(last(`${text} the Greenway had become unsafe.`)).toEqual([]);
});
