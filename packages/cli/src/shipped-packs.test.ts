// The tests of the shipped packs through all stages: what the stances stage alone gets right may still be lost on the way to it.
import { readdirSync, readFileSync } from 'node:fs';
import { testPacks } from '@civicwire/extract';
import { holderTypes, type Stance } from '@civicwire/shared';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { annotateLine } from './annotate-line.ts';
import { loadExtractor } from './load-extractor.ts';

const extractor = await loadExtractor();

test('the shipped packs pass their tests through the whole extractor', { timeout: 180_000 }, async () => {
  const results = testPacks(extractor);
  const failed = results.filter(({ status }) => status === 'failed');
  expect(failed).toEqual([]);
  expect(results.filter(({ status }) => status === 'passed').length).toBeGreaterThan(400);
});

test('every kind of holder that the shipped packs name is on the list of all', async () => {
  const folder = new URL('../../extract/data/packs/', import.meta.url);
  const named = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const pack = parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly holders?: object };
      return Object.keys(pack.holders ?? {});
    });
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((type) => !holderTypes.includes(type))).toEqual([]);
});

const said = (text: string): readonly string[] =>
  (annotateLine({ id: 'story', text }, extractor).stances as readonly Stance[]).map(
    (stance) => `${stance.holder} ${stance.position} ${stance.issue}: ${stance.evidence.text}`,
  );
const vote = 'The Mesa City Council voted 5-2 Monday to cap rent increases.';

test('what holders say right beside their own position argues for it', () => {
  const story = `${vote}\n\nCouncilwoman Helen Park voted no. “Landlords will simply walk away,” Park said.`;
  expect(said(story).slice(1)).toEqual([
    'Helen Park opposes rent-control: Councilwoman Helen Park voted no.',
    'Helen Park opposes rent-control: “Landlords will simply walk away,”',
  ]);
  const spread = `${vote}\n\nMayor Ana Ruiz praised the vote.\n\nA pool opens in May.\n\n“With the cap our nurses and cooks stay here,” Ruiz said.`;
  expect(said(spread).at(-1)).toBe('Ana Ruiz supports rent-control: “With the cap our nurses and cooks stay here,”');
});

test('words that are too few, stand behind other business or are another one’s argue for nothing', () => {
  const park = `${vote}\n\nCouncilwoman Helen Park voted no.`;
  for (const more of [
    '“Not me,” Park said.',
    '\n\nThe pool opens in May.\n\n“We saw forty swimmers on the first day,” Park said.',
    '“We saw forty swimmers on the first day,” Councilman Lee said.',
    'Tenants need help, Park said, but not like this.',
  ])
    expect(said(`${park} ${more}`)).toHaveLength(2);
  // In her own words she turns and asks for her side.
  for (const own of ['“Tenants need help, but not like this,” Park said.', '“Who will paint these houses?” Park said.'])
    expect(said(`${park} ${own}`).at(-1)).toMatch(/^Helen Park opposes rent-control: “/);
});

test('who speaks for a body beside what the body wants speaks for it', () => {
  const union = `${vote}\n\nThe Mesa Landlord Association opposes the ordinance.`;
  const found = said(`${union} Its president, Roy Tipton, said most owners have no money for repairs.`);
  expect(found.at(-1)).toBe('Roy Tipton opposes rent-control: most owners have no money for repairs');
  expect(said(`${union} Its office on Elm Street is closed, Roy Tipton said in a short letter Monday.`)).toHaveLength(
    2,
  );
});

test('capitals before a verb of demanding or judging are a body that no list knows', () => {
  expect(said(`${vote}\n\nMesa Rental Owners testified against it.`).at(-1)).toMatch(/^Mesa Rental Owners opposes/);
  expect(said(`${vote}\n\nLast Tuesday Testified against it, a film, opened.`)).toHaveLength(1);
});

test('whoever gathers for a thing holds what they came for, unless another could be meant', () => {
  expect(said(`${vote}\n\nDozens of renters packed the chamber to support the cap.`).at(-1)).toMatch(
    /^renters supports rent-control/,
  );
  expect(said(`${vote}\n\nRenters came with Sen. Lou Marsh to support the cap.`)).toHaveLength(1);
});

test('a last name behind “and” is a member of the list, though no list of names has it', () => {
  const list = said(`${vote}\n\nCouncil members Amy Truax, Dirk Olafson and Pete Sand also voted no.`);
  expect(list.filter((stance) => stance.includes('opposes'))).toHaveLength(3);
});

test('“but not” behind a thing leaves it open', () => {
  expect(said('Mayor Ana Ruiz supports rent control in old houses but not in new ones.')).toEqual([]);
});

test('a verdict that the verb gives is not counted twice', () => {
  expect(said('Mayor Ana Ruiz criticized rent control as a costly mistake.')[0]).toMatch(
    /^Ana Ruiz opposes rent-control/,
  );
});

test('members vote on a proposal that no body is told to have decided', () => {
  const tie = 'A proposal to ban camping in city parks failed on a 3-3 tie Monday.';
  expect(
    said(`${tie}\n\nCouncilwoman Sue Egan voted no. Councilman Art Diaz voted yes.`).map((line) => line.split(':')[0]),
  ).toEqual(['Sue Egan opposes homeless-encampments', 'Art Diaz supports homeless-encampments']);
  expect(said(`${tie}\n\nCouncilwoman Sue Egan dissented.`)).toEqual([]);
});

test('who says what his own office will do says what he will do', () => {
  const own = 'Sheriff Nora Quist said her office will no longer share license plate data with federal agencies.';
  expect(said(own)[0]).toMatch(/^Nora Quist opposes alpr-data-sharing/);
  expect(said(own.replace('her office', 'the library'))).toEqual([]);
});

test('an apposition between a name and its verb hides nobody behind its nouns', () => {
  const praise = `${vote}\n\nMesa Homes First, a group of builders and renters, praised the vote.`;
  expect(said(praise).at(-1)).toMatch(/^Mesa Homes First supports/);
  const member = `${vote}\n\nCouncilman Mike Stroud, one of the two who opposed the cap, said it ties the hands of owners.`;
  expect(said(member).some((line) => line.startsWith('Mike Stroud opposes'))).toBe(true);
  expect(said(member).some((line) => /^(?:law|cap|ordinance) /.test(line))).toBe(false);
});

test('what a council did once is no position of the speaker', () => {
  const story = 'Councilman Jim Vang proposed to end the rent cap. “Cranes left the month we passed it,” Vang said.';
  expect(said(story).filter((line) => line.includes('supports'))).toEqual([]);
});

test('each sentence of a quotation on the measure is a reason', () => {
  const story = `${vote}\n\nCouncilwoman Helen Park voted no. “Landlords will simply walk away,” Park said. “They did so in Erie.”`;
  expect(said(story).slice(2)).toEqual([
    'Helen Park opposes rent-control: “Landlords will simply walk away,”',
    'Helen Park opposes rent-control: “They did so in Erie.”',
  ]);
});

test('who praises a decider right behind a decision praises the decision', () => {
  const veto = 'Mayor Ana Ruiz vetoed an ordinance that would cap rent increases.';
  expect(said(`${veto}\n\nCouncilman Art Diaz applauded the mayor.`).at(-1)).toMatch(/^Art Diaz opposes rent-control/);
  expect(
    said(`${veto}\n\nCouncilman Art Diaz met the mayor. Councilman Jo Lee praised the mayor of Erie.`),
  ).toHaveLength(1);
});

const holders = (text: string): readonly string[] =>
  (annotateLine({ id: 'story', text }, extractor).stances as readonly Stance[]).map(
    (stance) => `${stance.holder} ${stance.position} ${stance.issue}`,
  );

test('a place, its state and a body’s branch between a holder and its verb are no holders', () => {
  expect(holders('Salem, Oregon, outlawed the use of facial recognition by police in 2021.')).toEqual([
    'City of Salem opposes facial-recognition',
  ]);
  expect(
    holders('Commissioners in Cass County, North Dakota, passed a resolution supporting the 287(g) agreement.'),
  ).toEqual(['Commissioners supports ice-agreement']);
  expect(holders('Rep. Al Roe, a Republican from Oconee County who sponsored the 287(g) bill, spoke.')).toEqual([
    'Al Roe supports ice-agreement',
  ]);
});

test('behind a quotation it is the speaker who asks, and “Lee’s support” is Lee’s', () => {
  expect(
    holders('“You are making us unsafe,” Maureen Doyle told the council, asking it to end the 287(g) agreement.'),
  ).toEqual(['Maureen Doyle opposes ice-agreement', 'Maureen Doyle opposes ice-agreement']);
  expect(holders('Mayor Ana Ruiz said Ann Lee’s support for the 287(g) agreement surprised her.')).toEqual([
    'Ann Lee supports ice-agreement',
  ]);
});

test('a “Council” in the title of a member is not the council', () => {
  const story =
    'The Boise City Council met on Monday.\n\nThe 287(g) agreement was opposed by Council member Dana Ruiz.';
  expect(holders(story)).toEqual(['Dana Ruiz opposes ice-agreement']);
});

test('what the ordinance says is held by the council that adopted it', () => {
  const story =
    'LANCASTER — City Council voted 5-2 Tuesday night to bar police from assisting in immigration enforcement.\n\nThe ordinance prohibits officers from asking people about their immigration status.';
  expect(holders(story)).toEqual([
    'City Council supports limit-ice-cooperation',
    'City Council opposes status-policing',
  ]);
});

test('where a headline speaks of changes to what stands, “the changes” are not what stands', () => {
  const text =
    'A committee voted 3-1 to loosen the surveillance law.\n\nThe council adopted it long ago.\n\nIt also set up a privacy advisory board.\n\nMayor Ana Ruiz asked for the changes.';
  const stances = annotateLine({ id: 'story', title: 'Committee backs changes to surveillance law', text }, extractor)
    .stances as readonly Stance[];
  expect(stances.filter(({ holder }) => holder === 'Ana Ruiz')).toEqual([]);
});

test('a name with a hyphen stands whole in a list behind a plural title', () => {
  const kept = 'The Mesa City Council agreed to keep 34 license plate cameras.';
  const roll = 'The vote was 5-2, with council members Dana Pfeil and Luis Ortega-Marsh opposed.';
  expect(said(`${kept} ${roll}`).slice(1)).toEqual([
    'Dana Pfeil opposes alpr-cameras: Dana Pfeil and Luis Ortega-Marsh opposed',
    'Luis Ortega-Marsh opposes alpr-cameras: Dana Pfeil and Luis Ortega-Marsh opposed',
  ]);
});

test('of two people before “but said” either may be meant', () => {
  const story = 'Police Chief Ann Park opposes license plate readers.';
  const lee = 'Councilman Jo Lee, who has pushed to get rid of the readers,';
  const end = 'but said it doesn’t change his mind.';
  expect(said(`${story} ${lee} gives the chief credit for being open ${end}`).join()).not.toContain(
    'Ann Park opposes alpr-cameras: chief',
  );
});
