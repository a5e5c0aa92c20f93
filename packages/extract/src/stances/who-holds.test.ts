// Whom sentences name as holders by common nouns, bare surnames and behind datelines, and who beside a verb is none.
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
const holders = (text: string): string =>
  annotate({ id: 1, text }, { vocabulary, stages: [stage] })
    .stances.map(({ holder, position }) => `${holder} ${position}`)
    .join(', ');

const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a dateline is no part of its sentence': [
    ['SALEM — About 40 residents marched downtown Friday to protest the rent cap.', 'residents opposes'],
    ['SALEM, Ore. (AP) — The council on Monday repealed the sanctuary ordinance.', 'council opposes'],
    ['SALEM — By a vote of 6-3, the council approved the rent cap.', 'council supports'],
  ],
};

for (const [rule, sentences] of Object.entries(cases))
  for (const [text, expected] of sentences) test(`${rule}: ${text}`, () => expect(holders(text)).toBe(expected));
