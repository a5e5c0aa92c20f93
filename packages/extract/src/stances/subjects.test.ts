// Whose deed it is where the doer does not stand right before its verb: something is put between, or a side phrase tells who decided.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '../annotate.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { createStancesStage } from './create-stances-stage.ts';
import { compilePacks } from './packs/compile-packs.ts';
import { formatProblem } from './packs/problem.ts';

const folder = new URL('../../data/packs/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const outcome = compilePacks(files.map((name) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') })));
if (!outcome.ok) throw new Error(outcome.problems.map(formatProblem).join('\n'));
const vocabulary = new Vocabulary();
const stages = [createStancesStage(vocabulary, outcome.packs)];

const said = (text: string): readonly string[] =>
  annotate({ id: 1, text }, { vocabulary, stages }).stances.map(
    ({ holder, position, issue }) => `${holder} ${position} ${issue}`,
  );

test('what is put in between commas leaves a subject to its verb', () => {
  expect(said('Sheriff Joe Hall, after months of silence, signed a 287(g) agreement.')).toEqual([
    'Joe Hall supports ice-agreement',
  ]);
  expect(
    said('Councilman Tom Lee, who was held for an hour after a false hit, wants the license plate readers removed.'),
  ).toEqual(['Tom Lee opposes alpr-cameras']);
  expect(said("The county's policy, in place since 2021, forbids sweeps of encampments.")).toEqual([
    'county opposes homeless-encampments',
  ]);
});

test('a name put in is the holder, and somebody unknown before an apposition is none', () => {
  expect(said('The union, whose president, Al Roe, opposes rent control, met Monday.')).not.toContain(
    'union opposes rent-control',
  );
  expect(said('The mayor said Tom Lee, a tenant, and his neighbor, a landlord, opposed rent control.')).not.toContain(
    'mayor opposes rent-control',
  );
});

test('what opens a sentence governs nothing behind its comma', () => {
  const opened = 'Despite three hours of testimony against it, the city council approved an agreement with ICE.';
  expect(said(opened)).toEqual(['city council supports ice-agreement']);
  expect(said('With protesters chanting outside, the city council rejected rent control.')).toEqual([
    'city council opposes rent-control',
  ]);
});

test('who made the paper that an opening phrase names made what it rules', () => {
  expect(said('Under an ordinance the City Council passed in May, officers may not use chokeholds.')).toEqual([
    'City Council supports use-of-force-limits',
  ]);
  expect(said('Under a proposal from Commissioner Ana Diaz, the jail would honor ICE detainers.')).toContain(
    'Ana Diaz supports detainer-custody',
  );
});

test('the maker of a paper does not hold what others want or decide under it', () => {
  for (const text of [
    'Under a rule adopted by the council, opponents of rent control spoke first.',
    'Under an ordinance passed by the council, landlords who oppose rent control must register.',
    'Under a rule adopted by the council, officers who use chokeholds must file a report.',
    'Under a law that the sheriff opposed, deputies may not work with ICE.',
  ])
    expect(said(text)).toEqual([]);
});
