// Firms and groups that no list of names has as holders: by name, by the name’s first word, as "the company", and where nothing of the kind is one.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const told = 'Federal agents searched plate readers in Salem 46 times last year, records show.';
const behind = (text: string) => positionsIn(`${told} ${text}`).filter((one) => one.endsWith('alpr-data-sharing'));
const denied = ['Plate Safety opposes alpr-data-sharing'];

test('a firm holds what it says under its name, the name’s first word or as the company', () => {
  expect(behind('The vendor, Plate Safety, said it does not share plate data with federal agents.')).toEqual(denied);
  expect(
    behind('The city rents them from Plate Safety. Plate said it does not share plate data with federal agents.'),
  ).toEqual(denied);
  expect(
    behind('The city rents them from Plate Safety. The company said it does not share plate data with federal agents.'),
  ).toEqual(denied);
  expect(behind('Plate Safety, which is based in Reno, denied sharing plate data with federal agents.')).toEqual(
    denied,
  );
});

test('of two firms “the company” is neither, and a public office is none', () => {
  const two = 'The city rents them from Plate Safety and Lens Technologies.';
  expect(behind(`${two} The company said it does not share plate data with federal agents.`)).toEqual([]);
  expect(
    behind(
      'The Department of Public Safety opened in 1961. The company said it does not share plate data with federal agents.',
    ),
  ).toEqual([]);
});

test('a crowd with its purpose is one name, as is a single word that is called a group', () => {
  const cameras = 'The council voted 5-2 to buy license plate readers.';
  expect(positionsIn(`${cameras} Neighbors for Privacy opposes the cameras.`).at(-1)).toBe(
    'Neighbors for Privacy opposes alpr-cameras',
  );
  expect(positionsIn(`${cameras} Causa, an immigrant rights group, opposes the cameras.`).at(-1)).toBe(
    'Causa opposes alpr-cameras',
  );
  expect(positionsIn(`${cameras} Yesterday, a long day, opposes the cameras.`)).toHaveLength(1);
});
