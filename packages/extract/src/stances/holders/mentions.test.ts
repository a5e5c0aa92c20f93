// Which places may hold positions, and which only end a name.
import { expect, test } from 'vitest';
import { createDocument, type Document } from '../../document.ts';
import { Vocabulary } from '../../reading/vocabulary.ts';
import type { Lexicon } from '../lexicon.ts';
import { createMentions } from './mentions.ts';

/** The names of the places in a sentence about St. Paul. */
function placesIn(text: string): readonly string[] {
  const document = createDocument({ id: 1, text }, new Vocabulary());
  const start = text.indexOf('St. Paul');
  const place = { name: 'St. Paul', type: 'city', inOrg: false, start, end: start + 'St. Paul'.length };
  const located = { ...document, places: [place] } as unknown as Document;
  const { placesIn: inSentence } = createMentions(located, {} as Lexicon, () => null);
  return inSentence(0).map(({ name }) => name);
}

test.each([
  'Housing Equity Now St. Paul denounced the vote.',
  'Later, Renters First St. Paul denounced the vote.',
  'It was Tenants United St. Paul that sued.',
])('a place that ends a name is not the city: %s', (text) => {
  expect(placesIn(text)).toEqual([]);
});

test.each([
  'St. Paul adopted a cap.',
  'On Monday St. Paul adopted a cap.',
  'In 2021 St. Paul adopted a cap.',
  'In Minnesota, St. Paul adopted a cap.',
  'Downtown St. Paul has a cap.',
  'Neighbors for Livable St. Paul sued.',
  'Residents of St. Paul sued.',
  'Meanwhile St. Paul sued.',
])('a city that stands by itself is one: %s', (text) => {
  expect(placesIn(text)).toEqual(['City of St. Paul']);
});
