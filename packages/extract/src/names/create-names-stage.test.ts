// The names stage: every rule's examples, and how mentions become persons and organizations.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDocument, type Document } from '../document.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { readMarks } from '../testing/marked-text.ts';
import { createNamesStage } from './create-names-stage.ts';
import { nameRules } from './rules/index.ts';

const table = (path: string): string => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');
const vocabulary = new Vocabulary();
const stage = createNamesStage(vocabulary, {
  surnames: table('surnames/surnames.txt'),
  givenNames: table('given-names/given-names.txt'),
  nicknames: table('nicknames/nicknames.txt'),
  commonWords: table('common-words/common-words.txt'),
  placeLookalikes: table('given-names/place-lookalikes.txt'),
  usualPronouns: table('given-names/usual-pronouns.txt'),
});
const run = (text: string): Document => stage.run(createDocument({ id: 1, text }, vocabulary));
const people = (text: string): string[] =>
  run(text).people.map(({ name, mentions }) => `${name}: ${mentions.map((mention) => mention.text).join(', ')}`);
const organizations = (text: string): string[] =>
  run(text).organizations.map(({ name, mentions }) => `${name}: ${mentions.map((mention) => mention.text).join(', ')}`);

test.each(
  nameRules.flatMap(({ id, examples }) => [...examples.yes, ...examples.no].map((marked) => [id, marked] as const)),
)('%s: %s', (_, marked) => {
  const { text, spans } = readMarks(marked);
  const found = run(text)
    .people.flatMap(({ mentions }) => mentions)
    .sort((a, b) => a.start - b.start);
  expect(found.map((mention) => mention.text)).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
});

test('a surname alone, a nickname and a suffix lead to one person under the fullest name', () => {
  expect(
    people(
      'William “Bill” Tanaka Jr. won. Bill Tanaka thanked his staff. “We did it,” Tanaka said. Tanaka’s rival left.',
    ),
  ).toEqual(['William “Bill” Tanaka Jr.: William “Bill” Tanaka Jr., Bill Tanaka, Tanaka, Tanaka']);
});

test('two persons of one surname are told apart by title, else by nearness', () => {
  expect(
    people(
      'Councilwoman Rita Alvarez and Sheriff Paul Alvarez argued.\n\nSheriff Alvarez left.\n\nNobody followed.\n\nThe room was still.\n\nLater Alvarez came back.',
    ),
  ).toEqual(['Rita Alvarez: Rita Alvarez', 'Paul Alvarez: Paul Alvarez, Alvarez']);
});

test('gender comes from titles and pronouns in the text, never from the given name', () => {
  const of = (text: string): unknown => run(text).people.map(({ surname, gender }) => [surname, gender]);
  expect(of('Councilwoman Rita Alvarez spoke.')).toEqual([['Alvarez', 'female']]);
  expect(of('Rita Alvarez spoke.')).toEqual([['Alvarez', null]]);
  expect(of('Robin Castellano said he would run.')).toEqual([['Castellano', 'male']]);
  expect(of('Robin Castellano spoke. She will run.')).toEqual([['Castellano', 'female']]);
  expect(of('Robin Castellano, his aide, spoke.')).toEqual([['Castellano', null]]);
  // One pronoun that is not usual for the name may be another's, two are not.
  expect(of('Angela Castellano spoke. He will run.')).toEqual([['Castellano', null]]);
  expect(of('Angela Castellano spoke. He will run. Castellano said he is glad.')).toEqual([['Castellano', 'male']]);
  expect(of('Councilman Angela Castellano spoke.')).toEqual([['Castellano', 'male']]);
  expect(of('Robin Castellano, whose son was hurt, spoke.')).toEqual([['Castellano', null]]);
});

test.each([
  'Monday was cold in San Marcos and in Marion, Ohio.',
  'COUNCIL APPROVES NEW BUDGET',
  'Residents Demand Answers After Water Main Break',
  'The Taylor Grazing Act of 1934 and Proposition 8 were read.',
  'Officials met at Roosevelt High School, near Lincoln Park and Jefferson Avenue.',
  'The Rev. and the mayor met in May.',
])('nobody is named in: %s', (text) => {
  expect(people(text)).toEqual([]);
});

test.each([
  ['The Eastport City Council met. The Council voted.', ['Eastport City Council: Eastport City Council, Council']],
  [
    'Northside Housing Alliance (NHA) sued. “It is time,” NHA said.',
    ['Northside Housing Alliance: Northside Housing Alliance, NHA, NHA'],
  ],
  [
    'Tulsa police called the Tulsa Police Department.',
    ['Tulsa Police Department: Tulsa police, Tulsa Police Department'],
  ],
  ['The Harlan County Sheriff’s Office agreed.', ['Harlan County Sheriff’s Office: Harlan County Sheriff’s Office']],
  ['The Orcutt administration agreed.', ['Orcutt administration: Orcutt administration']],
  ['The nonprofit Bread in Common paid.', ['Bread in Common: Bread in Common']],
  [
    'The City of Salem and the University of Oregon agreed.',
    ['City of Salem: City of Salem', 'University of Oregon: University of Oregon'],
  ],
  [
    'The Maricopa County Sheriff’s Office called. MCSO and the NHA left.',
    ['Maricopa County Sheriff’s Office: Maricopa County Sheriff’s Office, MCSO'],
  ],
  ['Phoenix PD called. PPD left.', ['Phoenix Police Department: Phoenix PD, PPD']],
  ['A spokesman for MCSO left.', ['MCSO: MCSO']],
  [
    'Agents of Immigration and Customs Enforcement (ICE) left. ICE agents returned on thin ice.',
    ['U.S. Immigration and Customs Enforcement: Immigration and Customs Enforcement, ICE, ICE'],
  ],
  ['The council heard Council Member Ana Ruiz.', []],
  [
    'The Ohio Police Chiefs Association met the Ohio Mayors Alliance.',
    ['Ohio Police Chiefs Association: Ohio Police Chiefs Association', 'Ohio Mayors Alliance: Ohio Mayors Alliance'],
  ],
  ['Police Chiefs Ana Ruiz and Lee Ode met the mayors.', []],
])('organizations of: %s', (text, expected) => {
  expect(organizations(text)).toEqual(expected);
});

test('every mention is the exact substring at its span', () => {
  const text =
    'Mayor Ana Ruiz of the City of Salem met Ruiz’s critics.\nANA RUIZ\nSalem Police Chief Lee Ode (SPD) left.';
  const { people: found, organizations: bodies } = run(text);
  for (const { mentions } of [...found, ...bodies])
    for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
});

test('a surname that very many persons bear is left to none of them where it stands alone', () => {
  const letters = [...'bcdfghjklmnprst'];
  const given = letters.flatMap((first) => letters.map((second) => `Zu${first}o${second}a`));
  const { people: found } = run(given.map((name) => `Mayor ${name} Alvarez left. Alvarez came back.`).join(' '));
  expect(found).toHaveLength(given.length);
  expect(found.flatMap(({ mentions }) => mentions).filter(({ text }) => text === 'Alvarez')).toEqual([]);
});

test('the notes of one text do not reach into the next', () => {
  const story = 'Mayor Ana Ruiz of the City of Salem spoke. “Yes,” Ruiz said. She left.';
  const before = run(story);
  run('The Tulsa City Council and Sheriff Lee Ode (SPD) agreed. '.repeat(40));
  expect(run(story)).toEqual(before);
});

test.each(['Sheriff’s ', 'Council and ', '(ICE) ', 'Ana Ruiz, ', 'Ana Ruiz ', 'Smith, ', 'Council ', 'Mayor ', '“'])(
  'a text of nothing but %j, thousands of times, is read without an error and without a search that grows with its square',
  (unit) => {
    const { people: found } = run(unit.repeat(20_000));
    expect(found.length).toBeLessThan(2);
  },
);
