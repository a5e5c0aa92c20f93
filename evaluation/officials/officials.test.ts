import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readStories, storiesFromSources } from './compile.ts';
import { sameJurisdiction, sameName, sameOrganization, sameTitle, timeWords } from './likeness.ts';
import { figuresOf, type SaidOfficial, scoreStory } from './score.ts';
import { type GoldStory, parseStories } from './story-source.ts';

const stories = readStories();
const titles = fileURLToPath(new URL('../../packages/extract/data/titles/titles.json', import.meta.url));
const roles = new Set(
  (JSON.parse(readFileSync(titles, 'utf8')) as { readonly role: string }[]).map(({ role }) => role),
);

test('stories.jsonl is what the sources compile to', () => {
  expect(stories).toEqual(storiesFromSources());
});

test('every span holds its text, and no two mentions share a character', () => {
  for (const { id, text, officials } of stories) {
    const mentions = officials.flatMap((official) => official.mentions).toSorted((a, b) => a.start - b.start);
    for (const [index, mention] of mentions.entries()) {
      expect(text.slice(mention.start, mention.end), id).toBe(mention.text);
      expect(mention.start, id).toBeGreaterThanOrEqual(mentions[index - 1]?.end ?? 0);
    }
  }
});

test('every named official has a mention by the whole name, and a role of the controlled list', () => {
  for (const { id, officials } of stories)
    for (const { name, role, mentions } of officials) {
      expect(roles.has(role), `${id}: ${role}`).toBe(true);
      expect(
        mentions.some(({ kind }) => kind === (name === null ? 'office' : 'full')),
        `${id}: ${name}`,
      ).toBe(true);
    }
});

test('there are at least 60 short stories of their own, a third of them held out, and probes besides', () => {
  const first = stories.filter(({ part }) => !part.startsWith('probe'));
  expect(first.length).toBeGreaterThanOrEqual(60);
  expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
  expect(first.filter(({ part }) => part === 'held-out').length).toBe(Math.floor(first.length / 3));
  const counts = stories.map(({ text }) => text.split(/\s+/).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(80);
  expect(Math.max(...counts)).toBeLessThanOrEqual(220);
});

const source = `=== two-ruizes | Mesa, AZ
Acting Mayor {a Ana Ruiz} met farmer Ana Ruiz-Lee and Tom Ruiz. {a Ruiz} said the {c city clerk} and {?b staff} knew.
---
o a | Ana Ruiz | Acting Mayor / Councilwoman | mayor | City of Mesa | Mesa, AZ
o c | - | city clerk | city-staff | City of Mesa | Mesa, AZ
o? b | - | staff | city-staff | - | Mesa, AZ
p Tom Ruiz | farmer
p Ana Ruiz-Lee | farmer
`;
const [story] = parseStories(source, 'work') as [GoldStory];
const span = (text: string, from = 0, kind = 'full') => {
  const start = story.text.indexOf(text, from);
  return { start, end: start + text.length, text, kind };
};
const ruiz: SaidOfficial = {
  name: 'Ana Ruiz',
  title: 'Acting Mayor',
  role: 'mayor',
  organization: 'City of Mesa',
  jurisdiction: 'Mesa, AZ',
  mentions: [span('Ana Ruiz'), span('Ruiz', story.text.indexOf('. Ruiz'), 'surname')],
};
const clerk: SaidOfficial = {
  ...ruiz,
  name: null,
  title: 'city clerk',
  mentions: [span('the city clerk', 0, 'office')],
};

test('a mark becomes a span of the text without marks, and its kind follows from the name', () => {
  expect(story.text).not.toMatch(/[{}]/);
  expect(story.officials[0]?.mentions.map(({ text, kind }) => [text, kind])).toEqual([
    ['Ana Ruiz', 'full'],
    ['Ruiz', 'surname'],
  ]);
});

test('a source with a mark but no gold line, or a role of a person that the text does not hold, is refused', () => {
  expect(() => parseStories(source.replace('{c city', '{x city'), 'work')).toThrow('mark x has no gold line');
  expect(() => parseStories(source.replace('p Tom Ruiz | farmer', 'p Tom Ruiz | baker'), 'work')).toThrow('baker');
});

test('an answer like the gold is right in every figure, and an article before an office costs nothing', () => {
  const figures = figuresOf([scoreStory(story, [ruiz, clerk])]);
  expect(figures).toEqual({ ...Object.fromEntries(Object.keys(figures).map((name) => [name, 1])), 'not officials': 0 });
});

test('a namesake who holds no office is no hit for the official', () => {
  const figures = figuresOf([scoreStory(story, [{ ...ruiz, name: 'Tom Ruiz', mentions: [span('Tom Ruiz')] }, clerk])]);
  expect(figures).toMatchObject({ 'name P': 0, 'name R': 0, 'not officials': 1, 'mentions P': 0.5 });
});

test('an official listed twice lowers precision and is no extra person', () => {
  const figures = figuresOf([scoreStory(story, [ruiz, clerk, { ...ruiz, mentions: [] }])]);
  expect(figures).toMatchObject({ 'name P': 0.5, 'name R': 1, 'not officials': 0 });
});

test('a mention counts only in the chain of its own official', () => {
  const figures = figuresOf([
    scoreStory(story, [
      { ...ruiz, mentions: [span('Ana Ruiz')] },
      { ...clerk, mentions: [...clerk.mentions, ...ruiz.mentions.slice(1)] },
    ]),
  ]);
  expect(figures).toMatchObject({ 'mentions P': 2 / 3, 'mentions R': 2 / 3 });
});

test('names: nicknames and initials are the same person; another given name or generation is another', () => {
  expect(sameName('Robert "Buddy" Combs', 'Buddy Combs')).toBe('full');
  expect(sameName('J.D. Sauer', 'J.D. Sauer')).toBe('full');
  expect(sameName('Joel Garza', 'Garza')).toBe('surname');
  expect(sameName('Joel Garza', 'Irma Garza')).toBe(null);
  expect(sameName('Francis Doherty Jr.', 'Francis Doherty Sr.')).toBe(null);
});

test('titles: wording may differ, rank and office may not', () => {
  expect(sameTitle('Councilmembers', 'Council Member')).toBe(true);
  expect(sameTitle('State Sen.', 'state senator')).toBe(true);
  expect(sameTitle('Ward 2 Councilwoman', 'Councilwoman')).toBe(true);
  expect(sameTitle('Deputy Police Chief', 'Police Chief')).toBe(false);
  expect(sameTitle('Fire Chief', 'Police Chief')).toBe(false);
  expect(timeWords('then-Mayor')).toBe(timeWords('former mayor'));
  expect(timeWords('Mayor-elect')).toBe('elect');
});

test('jurisdictions: a county is not the city of its name, and a city needs its state', () => {
  expect(sameJurisdiction('Mesa, AZ', 'City of Mesa, Arizona')).toBe(true);
  expect(sameJurisdiction('Mesa County, CO', 'Mesa, CO')).toBe(false);
  expect(sameJurisdiction('Mesa, AZ', 'Mesa')).toBe(false);
  expect(sameJurisdiction('AZ', 'Arizona')).toBe(true);
  expect(sameJurisdiction('United States', 'U.S.')).toBe(true);
});

test('organizations: the place and "department" do not tell bodies apart, their kind does', () => {
  expect(sameOrganization('Mesa Police Department', 'Mesa police', 'Mesa, AZ')).toBe(true);
  expect(sameOrganization('Mesa City Council', 'Mesa council', 'Mesa, AZ')).toBe(true);
  expect(sameOrganization('Mesa City Council', 'City of Mesa', 'Mesa, AZ')).toBe(false);
  expect(sameOrganization('Mesa Police Department', 'Tempe Police Department', 'Mesa, AZ')).toBe(false);
  expect(sameOrganization('FBI', 'Federal Bureau of Investigation', 'United States')).toBe(true);
  expect(sameOrganization('Arizona House of Representatives', 'Arizona Legislature', 'AZ')).toBe(true);
});
