import { expect, it } from 'vitest';
import { nameKeys, namesContradict } from './name-keys.ts';

it.each([
  ['Kate Gallego', 'kate gallego', 'kate gallego'],
  ['KATE  GALLEGO', 'kate gallego', 'kate gallego'],
  ['Raquel Terán', 'raquel teran', 'raquel teran'],
  ['J.D. Hale', 'jd hale', 'jd hale'],
  ['J. D. Hale', 'jd hale', 'jd hale'],
  ['Regina E. Romero', 'regina e romero', 'regina romero'],
  ['John Smith, Jr.', 'john smith jr', 'john smith'],
  ['Dr. Ana Ruiz', 'ana ruiz', 'ana ruiz'],
  ['William “Bill” Hart', 'william hart', 'william hart'],
  ['Siobhán O’Neil-Reyes', "siobhan o'neil-reyes", "siobhan o'neil-reyes"],
  ['J. Edgar Poole', 'j edgar poole', 'edgar poole'],
])('%s is compared as “%s”, for short “%s”', (name, nameKey, shortNameKey) => {
  expect(nameKeys(name)).toMatchObject({ nameKey, shortNameKey });
});

it.each(['Gallego', 'J. Smith', 'Mr. Smith', 'Smith Jr.'])('%s is no full name', (name) => {
  expect(nameKeys(name)).toMatchObject({ shortNameKey: null });
});

it('nothing is left of an address alone', () => {
  expect(nameKeys('Dr.')).toBeNull();
  expect(nameKeys('')).toBeNull();
});

it.each([
  ['John Smith Jr.', 'John Smith Sr.', true],
  ['John A. Smith', 'John B. Smith', true],
  ['John A. Smith', 'John Adam Smith', false],
  ['John Smith', 'John A. Smith Jr.', false],
])('%s and %s: certainly two people is %s', (a, b, two) => {
  const [left, right] = [nameKeys(a), nameKeys(b)];
  expect(left !== null && right !== null && namesContradict(left, right)).toBe(two);
});
