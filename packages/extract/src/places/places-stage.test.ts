// The places stage as a whole: every rule's examples, referents, focus, and what it must not take.
import { readFileSync } from 'node:fs';
import type { AnnotateInput, PlaceMention } from '@civicwire/shared';
import { describe, expect, test } from 'vitest';
import { createDocument, type NamedPerson } from '../document.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { readMarks } from '../testing/marked-text.ts';
import { createPlacesStage } from './places-stage.ts';
import { leftoverRules, placeRules, textRules } from './rules/index.ts';

const vocabulary = new Vocabulary();
const gazetteer = readFileSync(new URL('../../data/places/gazetteer.tsv', import.meta.url), 'utf8');
const divisions = readFileSync(new URL('../../data/divisions/divisions.tsv', import.meta.url), 'utf8');
const stage = createPlacesStage(vocabulary, { gazetteer, divisions });

function placesOf(
  text: string,
  input: Partial<AnnotateInput> = {},
  people: readonly NamedPerson[] = [],
): readonly PlaceMention[] {
  return stage.run({ ...createDocument({ id: 1, text, ...input }, vocabulary), people }).places;
}
const named = (places: readonly PlaceMention[]): string[] => places.map((place) => `${place.name}, ${place.state}`);
const focusOf = (places: readonly PlaceMention[]): string[] => [
  ...new Set(named(places.filter((place) => place.focus))),
];

const rules = [...placeRules, ...leftoverRules, ...textRules];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.examples.yes.concat(rule.examples.no))('%s', (marked) => {
    const { text, spans } = readMarks(marked);
    expect(placesOf(text).map(({ start, end }) => ({ start, end }))).toEqual(spans);
  });
});

test('rule ids are unique', () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
});

test('a state behind the name decides for every mention of the name', () => {
  const places = placesOf('The mill in Springfield, Ore., closed. People in Springfield were sad.');
  expect(named(places)).toEqual(['Springfield, OR', 'Oregon, OR', 'Springfield, OR']);
  expect(places.map((place) => place.type)).toEqual(['city', 'state', 'city']);
});

test('the publisher’s home decides between places of one name, unless the outlet is national', () => {
  const text = 'A new clinic will open in Alexandria, the mayor said.';
  const home = { publisher_place: { name: 'Alexandria', state: 'Minnesota' } };
  expect(named(placesOf(text, home))).toEqual(['Alexandria, MN']);
  expect(named(placesOf(text, { ...home, publisher_national: true }))).not.toEqual(['Alexandria, MN']);
});

test('a neighbour that has its name alone pulls a shared name to its side', () => {
  expect(named(placesOf('Buses link Pasadena and Adelanto.'))).toEqual(['Pasadena, CA', 'Adelanto, CA']);
});

test('a county beside it tells a city’s state', () => {
  expect(named(placesOf('Deputies of the Pima County jail drove to Marana and to a farm near Benson.'))[2]).toBe(
    'Benson, AZ',
  );
});

test('a county and a city of shared names are those that lie together', () => {
  expect(
    named(placesOf('The Henry County sheriff said that a man of Paris was found near Dover.')).slice(0, 2),
  ).toEqual(['Henry County, TN', 'Paris, TN']);
});

test('Georgia is a state to its cities where no country is named', () => {
  expect(named(placesOf('A clinic in Albany closed. Georgia paid for it.'))).toEqual(['Albany, GA', 'Georgia, GA']);
  expect(named(placesOf('A clinic in Albany closed. Russia and Georgia paid for it.'))[0]).toBe('Albany, NY');
});

test('cities inside of the names of local bodies are kept and flagged', () => {
  const places = placesOf('The Mesa City Council thanked the Phoenix Police Department and Phoenix residents.');
  expect(places.map((place) => [place.text, place.inOrg])).toEqual([
    ['Mesa', true],
    ['Phoenix', true],
    ['Phoenix', false],
  ]);
});

test('a council of Kansas City is not one of Kansas', () => {
  expect(named(placesOf('The Kansas City Council met; so did the Mesa City Council.'))).toEqual([
    'Kansas City, MO',
    'Mesa, AZ',
  ]);
});

test.each([
  ['The mayor of New York City met lawmakers in Washington.', ['New York, NY', 'Washington, DC']],
  ['Schools in Boise and St. Louis, and in Saint Paul, closed.', ['Boise, ID', 'St. Louis, MO', 'St. Paul, MN']],
  ['Voters in Nashville, Louisville and Indianapolis decide.', ['Nashville, TN', 'Louisville, KY', 'Indianapolis, IN']],
  [
    'The town of Simsbury, Conn., and Hooksett, N.H., voted.',
    ['Simsbury, CT', 'Connecticut, CT', 'Hooksett, NH', 'New Hampshire, NH'],
  ],
  ['The Tuscon Police Department closed the road.', ['Tucson, AZ']],
  ['Winston-Salem’s manager flew to Coeur d’Alene.', ['Winston-Salem, NC', "Coeur d'Alene, ID"]],
])('%s', (text, expected) => {
  expect(named(placesOf(text))).toEqual(expected);
});

test('a county and the city of its name are two places', () => {
  const places = placesOf('The Los Angeles County Sheriff’s Department and the Los Angeles Police Department met.');
  expect(places.map(({ text, type, geoid }) => [text, type, geoid])).toEqual([
    ['Los Angeles County', 'county', '06037'],
    ['Los Angeles', 'city', '0644000'],
  ]);
});

test('a person’s name is no place, though a place has it', () => {
  const text = 'Dana Austin, a clerk in Tulsa, resigned. Austin gave no reason.';
  const mentions = [
    { start: 0, end: 11, text: 'Dana Austin' },
    { start: 41, end: 47, text: 'Austin' },
  ];
  const person: NamedPerson = {
    name: 'Dana Austin',
    mentions,
    given: 'Dana',
    surname: 'Austin',
    gender: null,
    usualPronoun: null,
  };
  expect(named(placesOf(text, {}, [person]))).toEqual(['Tulsa, OK']);
});

test('the focus is the city of headline, dateline and lead, not one named in passing', () => {
  const text =
    'Tempe council votes on bus lanes\n\nTEMPE - The Tempe City Council voted for bus lanes on Monday.\n\nMayor Ana Ruiz said a line from Denver was the model.\n\nResidents of Tempe had asked for it.';
  expect(focusOf(placesOf(text))).toEqual(['Tempe, AZ']);
});

test('a dateline alone is where the reporter sat, not what the story is about', () => {
  const text =
    'WASHINGTON - The mayor of Tucson asked senators for money on Monday.\n\nTucson has waited for a year, she said.';
  expect(focusOf(placesOf(text))).toEqual(['Tucson, AZ']);
});

test('a dateline that the title repeats is what the story is about', () => {
  const text = 'TEMPE - The chief has turned the offer down.\n\nNeighboring Mesa and Gilbert have had none.';
  expect(focusOf(placesOf(text, { title: 'Tempe chief turns offer down' }))).toEqual(['Tempe, AZ']);
});

test('the title that comes with a story weighs as a heading does', () => {
  const text = 'The councils of Tempe and Mesa met in Phoenix and in Chandler.';
  expect(focusOf(placesOf(text, { title: 'Chandler and Mesa share a budget' }))).toEqual(['Mesa, AZ', 'Chandler, AZ']);
});

test('a round-up may have several foci', () => {
  const text =
    'City councils act on rent.\n\nThe Oakland City Council passed a limit. The Sacramento City Council rejected one.';
  expect(focusOf(placesOf(text))).toEqual(['Oakland, CA', 'Sacramento, CA']);
});

test('compass points in front of a city are not its name', () => {
  expect(
    placesOf('Fire damaged a house in N.W. Rochester and another in South Phoenix.').map((place) => place.text),
  ).toEqual(['Rochester', 'Phoenix']);
});

test('a name that the story places elsewhere is a mention inside of longer names too', () => {
  const places = placesOf('Volunteers in Pasadena met at the Pasadena Job Center.');
  expect(places.map((place) => place.inOrg)).toEqual([false, true]);
});

test('a publisher abroad does not sit in a city of the United States', () => {
  const places = placesOf('Police in Oxford closed a road.', { publisher_place: { name: 'Oxford', admin1: 'ENG' } });
  expect(places.filter((place) => place.type === 'city')).toEqual([]);
});

test('a story abroad gives no small American towns', () => {
  const places = placesOf('French police flew from Germany to Churchill. The Germans agreed.');
  expect(places.filter((place) => place.type === 'city')).toEqual([]);
});

test('a state that is also somebody’s given name is that person', () => {
  const mentions = [{ start: 0, end: 12, text: 'Georgia Hall' }];
  const person: NamedPerson = {
    name: 'Georgia Hall',
    mentions,
    given: 'Georgia',
    surname: 'Hall',
    gender: null,
    usualPronoun: null,
  };
  expect(placesOf('Georgia Hall skates. Georgia began at four.', {}, [person])).toEqual([]);
});

test('a long list of names is read in time that grows with its length', () => {
  const text = gazetteer
    .split('\n')
    .slice(0, 4_000)
    .map((line) => line.split('\t')[2])
    .join(', ');
  expect(placesOf(text).length).toBeGreaterThan(3_000);
});

test('a text without places, or without text, gives none', () => {
  expect(placesOf('')).toEqual([]);
  expect(placesOf('The council met on Monday. It may vote in May.')).toEqual([]);
});
