// The officials stage: every rule's examples, then whole stories of ours.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDocument, type Document } from '../document.ts';
import { createNamesStage } from '../names/create-names-stage.ts';
import { createPlacesStage } from '../places/places-stage.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { readMarks } from '../testing/marked-text.ts';
import { createOfficialsStage } from './create-officials-stage.ts';
import { officialRules, storyRules } from './rules/index.ts';

const table = (path: string): string => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');
const vocabulary = new Vocabulary();
const stages = [
  createNamesStage(vocabulary, {
    surnames: table('surnames/surnames.txt'),
    givenNames: table('given-names/given-names.txt'),
    nicknames: table('nicknames/nicknames.txt'),
    commonWords: table('common-words/common-words.txt'),
    placeLookalikes: table('given-names/place-lookalikes.txt'),
    usualPronouns: table('given-names/usual-pronouns.txt'),
  }),
  createPlacesStage(vocabulary, {
    gazetteer: table('places/gazetteer.tsv'),
    divisions: table('divisions/divisions.tsv'),
  }),
  createOfficialsStage(vocabulary, {
    titles: table('titles/titles.json'),
    presidents: table('presidents/presidents.tsv'),
    placeCounties: table('place-counties/place-counties.tsv'),
  }),
];
const run = (text: string): Document =>
  stages.reduce((document, stage) => stage.run(document), createDocument({ id: 1, text }, vocabulary));

test.each(
  [...officialRules, ...storyRules].flatMap(({ id, examples }) =>
    [...examples.yes, ...examples.no].map((marked) => [id, marked] as const),
  ),
)('%s: %s', (_, marked) => {
  const { text, spans } = readMarks(marked);
  const found = run(text)
    .officials.flatMap(({ mentions }) => mentions)
    .filter(({ kind }) => kind !== 'office')
    .sort((a, b) => a.start - b.start);
  expect(found.map((mention) => mention.text)).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
});

test.each(
  [...officialRules, ...storyRules].flatMap(({ id, examples }) =>
    (examples.todo ?? []).map((marked) => [id, marked] as const),
  ),
)('%s, not yet read: %s', (_, marked) => {
  const { text, spans } = readMarks(marked);
  const found = run(text).officials.flatMap(({ mentions }) => mentions.map((mention) => mention.text));
  expect(found).not.toEqual(spans.map(({ start, end }) => text.slice(start, end)));
});

test('a jurisdiction that no word of the title tells comes from the story, with a note', () => {
  const document = run('The river rose in Salem, Oregon. Salem was dry by noon. Mayor Ana Ruiz spoke.');
  expect(document.officials.map(({ jurisdiction, jurisdictionId }) => [jurisdiction, jurisdictionId])).toEqual([
    ['Salem, OR', 'ocd-division/country:us/state:or/place:salem'],
  ]);
  expect(document.notes.filter((note) => note.startsWith('officials: Salem, OR'))).toHaveLength(1);
});

test('a title says of what time it is', () => {
  const tenures = run(
    'Former Mayor Ana Ruiz, Acting Police Chief Lee Okafor, Councilwoman-elect Dana Whitlow and then-Sheriff Bo Lane met Clerk Jo Park of Salem, Oregon.',
  ).officials.map(({ tenure }) => tenure);
  expect(tenures).toEqual(['former', 'acting', 'elect', 'former', 'current']);
});

test.each([
  "Two men want to be the county's next sheriff. Republican Gary Weston said he would keep it.",
  'Gary Weston hopes to become the next sheriff of Salem, Oregon.',
  'Dana Whitlow is running for the city’s next mayor. “I will,” Whitlow said.',
  'Whoever becomes the next police chief must answer to it, Lee Okafor said.',
])('an office that people want is nobody’s: %s', (text) => {
  expect(run(text).officials).toEqual([]);
});

test('offices over and over cost time that grows with the text', () => {
  expect(run('In May, Mayor Ana Ruiz of Salem spoke to the County Board. '.repeat(4000)).officials).toHaveLength(1);
});

const folder = new URL('../../fixtures/officials/', import.meta.url);
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
interface Expected {
  readonly officials: readonly {
    readonly name: string | null;
    readonly title: string;
    readonly role: string;
    readonly jurisdiction: string | null;
  }[];
  readonly notOfficials: readonly string[];
}

test.each(cases)('the story “%s” has the officials expected, and nobody else', (name) => {
  const text = readFileSync(new URL(`${name}/input.txt`, folder), 'utf8');
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected;
  const document = run(text);
  const wantsOffices = expected.officials.some((official) => official.name === null);
  const found = document.officials
    .filter((official) => wantsOffices || official.name !== null)
    .map((official) => ({
      name: official.name,
      title: official.title,
      role: official.role,
      jurisdiction: official.jurisdiction,
    }));
  const key = (official: { readonly name: string | null }): string => official.name ?? '';
  expect(found.sort((a, b) => key(a).localeCompare(key(b)))).toEqual(
    [...expected.officials].sort((a, b) => key(a).localeCompare(key(b))),
  );
  expect(document.officials.map(key).filter((official) => expected.notOfficials.includes(official))).toEqual([]);
});

test('every mention is the exact substring at its span', () => {
  const text = 'The city manager of Salem, Oregon, met Mayor Ana Ruiz. The mayor said no. “No,” Ruiz said.';
  const { officials } = run(text);
  expect(officials.map(({ name, mentions }) => [name, mentions.map(({ kind }) => kind)])).toEqual([
    [null, ['office']],
    ['Ana Ruiz', ['full', 'office', 'surname']],
  ]);
  for (const { mentions } of officials)
    for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
});
