// The stances of a text by all packs that ship, for tests of what sentences tell. Knows where the packs lie; runs no other stage.
import { readdirSync, readFileSync } from 'node:fs';
import type { Stance } from '@civicwire/shared';
import { annotate } from '../annotate.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { createStancesStage } from '../stances/create-stances-stage.ts';
import { compilePacks } from '../stances/packs/compile-packs.ts';
import { formatProblem } from '../stances/packs/problem.ts';

const folder = new URL('../../data/packs/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const outcome = compilePacks(files.map((name) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') })));
if (!outcome.ok) throw new Error(outcome.problems.map(formatProblem).join('\n'));
const vocabulary = new Vocabulary();
const stages = [createStancesStage(vocabulary, outcome.packs)];

/** The stances of a text, in text order; empty when it has none. */
export function stancesIn(text: string, title?: string): readonly Stance[] {
  return annotate({ id: 1, text, ...(title === undefined ? {} : { title }) }, { vocabulary, stages }).stances;
}

/** "State law opposes rent-control" for each of them. */
export function positionsIn(text: string, title?: string): readonly string[] {
  return stancesIn(text, title).map(({ holder, position, issue }) => `${holder} ${position} ${issue}`);
}
