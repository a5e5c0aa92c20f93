// The gazetteer: what it holds, under which forms, and how names are folded.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stateCode } from '../states.ts';
import { openGazetteer } from './gazetteer.ts';
import { hashOf } from './key-hash.ts';
import { placeKey } from './place-key.ts';

const file = readFileSync(new URL('../../data/places/gazetteer.tsv', import.meta.url), 'utf8');
const gazetteer = openGazetteer(file);
const referents = (name: string): string[] =>
  (gazetteer.lookup(placeKey(name))?.entries ?? []).map((entry) => `${entry.letter} ${entry.region} ${entry.geoid}`);

test.each([
  ['St. Louis', 'saint louis'],
  ['Saint Louis', 'saint louis'],
  ['Coeur d’Alene', 'coeur dalene'],
  ['Winston-Salem', 'winston salem'],
  ['Ft. Worth', 'fort worth'],
  ['San José', 'san jose'],
])('%s is looked up as %s', (name, key) => {
  expect(placeKey(name)).toBe(key);
});

test.each([
  ['Phoenix', 'c AZ 0455000'],
  ['Boise', 'c ID 1608830'],
  ['Washington', 'c DC 1150000'],
  ['New York City', 'c NY 3651000'],
  ['Nashville', 'c TN 4752006'],
  ['Ventura', 'c CA 0665042'],
  ['Honolulu', 'd HI 1571550'],
  ['Simsbury', 't CT 0900368940'],
  ['Brooklyn', 'w NY 3604710022'],
  ['Los Angeles County', 'y CA 06037'],
  ['Orleans Parish', 'y LA 22071'],
  ['Arizona', 's AZ 04'],
  ['France', 'n FR '],
])('%s is known as %s', (name, referent) => {
  expect(referents(name)).toContain(referent);
});

test('every line can be found again, and names that no place has are not', () => {
  const keys = file
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(0, line.indexOf('\t')));
  expect(keys.length).toBeGreaterThan(25_000);
  for (const key of keys) {
    expect(gazetteer.lookup(key)?.key).toBe(key);
    expect(gazetteer.mayBegin(hashOf(key.split(' ')[0] ?? ''))).toBe(true);
  }
  expect(gazetteer.lookup('councilwoman')).toBeNull();
  expect(gazetteer.lookup('')).toBeNull();
});

test('every place of the country has a GEOID of its kind and lies where the country lies', () => {
  for (const line of file.split('\n').filter(Boolean)) {
    for (const { letter, geoid, lat, lon, name } of gazetteer.lookup(line.slice(0, line.indexOf('\t')))?.entries ??
      []) {
      const length = { c: 7, t: 10, w: 10, y: 5, s: 2 }[letter as string];
      if (length !== undefined) expect(geoid, name).toHaveLength(length);
      if ('cdtwys'.includes(letter))
        expect(lat > 15 && lat < 72 && (lon < -60 || lon > 170), `${name} ${lat} ${lon}`).toBe(true);
    }
  }
});

test.each([
  ['Calif.', 'CA'],
  ['N.C.', 'NC'],
  ['az', 'AZ'],
  ['West Virginia', 'WV'],
  ['Ontario', null],
])('the state %s is %s', (written, code) => {
  expect(stateCode(written)).toBe(code);
});
