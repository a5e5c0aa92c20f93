// What those who sue hold by what they claim: through the stage and the shipped packs.
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
const stage = createStancesStage(vocabulary, outcome.packs);
/** "family opposes rent-control" for each stance of a text. */
const read = (text: string): readonly string[] =>
  annotate({ id: 1, text }, { vocabulary, stages: [stage] }).stances.map(
    ({ holder, position, issue }) => `${holder} ${position} ${issue}`,
  );

const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    'Landlords sued Salem. The lawsuit argues that the rent cap violates the state constitution.',
    ['Landlords opposes rent-control'],
  ],
  [
    'The family sued the city, alleging that officers used a chokehold on him.',
    ['family supports use-of-force-limits'],
  ],
  [
    'Six tenants sued Salem, saying the city refuses to release body camera video.',
    ['Six tenants supports body-camera-release'],
  ],
  // Near misses: who is sued, a noun alone, a rule against the thing.
  ['Two men sued Salem, saying the landlord raised the rent in spite of the rent cap.', []],
  ['The chief sued the city, claiming its rule against helping ICE violates a 2017 state law.', []],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(read(text)).toEqual(expected);
  });
