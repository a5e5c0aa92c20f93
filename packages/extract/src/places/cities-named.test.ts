import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citiesNamed } from './cities-named.ts';
import { openGazetteer } from './gazetteer.ts';

const gazetteer = openGazetteer(readFileSync(new URL('../../data/places/gazetteer.tsv', import.meta.url), 'utf8'));

test('cities of a name come with the most populous first, and none for what is no city', () => {
  const [first, ...others] = citiesNamed(gazetteer, 'Springfield');
  expect([first?.name, first?.state]).toEqual(['Springfield', 'MO']);
  expect(others.map(({ state }) => state)).toContain('IL');
  expect(citiesNamed(gazetteer, 'Mesa')[0]).toMatchObject({ state: 'AZ', geoid: '0446000' });
  expect(citiesNamed(gazetteer, 'no such place')).toEqual([]);
});
