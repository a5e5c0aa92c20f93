// Division ids: derived, told by the table, or none.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDivisionFinder } from './division.ts';
import { openGazetteer } from './gazetteer.ts';
import type { PlaceLetter } from './place-record.ts';

const data = new URL('../../data/', import.meta.url);
const divisionOf = createDivisionFinder(readFileSync(new URL('divisions/divisions.tsv', data), 'utf8'));
const gazetteer = openGazetteer(readFileSync(new URL('places/gazetteer.tsv', data), 'utf8'));

test.each<readonly [string, PlaceLetter, string, string | null]>([
  ['phoenix', 'c', 'AZ', 'state:az/place:phoenix'],
  ['saint paul', 'c', 'MN', 'state:mn/place:st_paul'],
  ['coeur dalene', 'c', 'ID', 'state:id/place:coeur_d~alene'],
  ['pima county', 'y', 'AZ', 'state:az/county:pima'],
  ['acadia parish', 'y', 'LA', 'state:la/parish:acadia'],
  ['manchester', 't', 'VT', 'state:vt/place:manchester_town'],
  ['bath', 'w', 'MI', 'state:mi/county:clinton/place:bath_charter'],
  ['washington', 'c', 'DC', 'district:dc'],
  ['arizona', 's', 'AZ', 'state:az'],
  ['east los angeles', 'd', 'CA', null],
  ['nashville', 'c', 'TN', null],
  ['paris', 'f', 'FR', null],
])('%s (%s, %s)', (key, letter, region, expected) => {
  const entry = gazetteer.lookup(key)?.entries.find((each) => each.letter === letter && each.region === region);
  if (!entry) throw new Error(`the gazetteer lacks ${key}`);
  expect(divisionOf(entry)).toBe(expected === null ? null : `ocd-division/country:us/${expected}`);
});
