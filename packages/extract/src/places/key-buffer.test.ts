// A key that is read character by character is the key of the whole string, and is found under the same hash.
import { expect, test } from 'vitest';
import { clearKey, closedHash, createKeyBuffer, readKey } from './key-buffer.ts';
import { hashOf } from './key-hash.ts';
import { placeKey } from './place-key.ts';

const always = (): boolean => true;

function read(text: string, mayGoOn: (hash: number) => boolean = always): string | null {
  const key = createKeyBuffer();
  if (!readKey(key, text, 0, text.length, mayGoOn)) return null;
  const written = String.fromCharCode(...key.codes.subarray(0, key.length));
  expect(key.hash).toBe(hashOf(written));
  return written;
}

test.each([
  'Springfield',
  'St. Louis',
  'St.Louis',
  'Sault Ste. Marie',
  'Mt.  Vernon',
  'Ft.\u00a0Worth',
  'East St. Louis Park',
  'Winston-Salem',
  'Minneapolis – St. Paul',
  'Coeur d’Alene',
  'San José',
  'Białystok',
  'Martha’s Vineyard',
  'Raleigh/Durham',
  'Reading, ',
  'St',
  'Ste.',
  'Stow',
  '86’d & Co. (9)',
])('the key of “%s” is read as it is spelt', (name) => {
  expect(read(name)).toBe(placeKey(name));
});

test('a short form that ends the key is written out once a word may follow', () => {
  const key = createKeyBuffer();
  readKey(key, 'East St.', 0, 8, always);
  expect(key.hash).toBe(hashOf('east st'));
  expect(closedHash(key)).toBe(hashOf('east saint'));
  clearKey(key);
  readKey(key, 'Stow', 0, 4, always);
  expect(closedHash(key)).toBe(hashOf('stow'));
});

test('reading ends where no name goes on, or none is as long', () => {
  expect(read('New York City', (hash) => hash === hashOf('new'))).toBeNull();
  expect(read('A'.repeat(1000))).toBeNull();
});
