// The stances of a text by all packs that ship, for tests of what sentences tell. Knows where the packs lie; runs no other stage but the quotes', where people are given.
import { readdirSync, readFileSync } from 'node:fs';
import type { Stance } from '@civicwire/shared';
import { annotate } from '../annotate.ts';
import { readUsualPronouns } from '../names/name-tables.ts';
import { createQuotesStage } from '../quotes/quotes-stage.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { createStancesStage } from '../stances/create-stances-stage.ts';
import { compilePacks } from '../stances/packs/compile-packs.ts';
import { formatProblem } from '../stances/packs/problem.ts';

const folder = new URL('../../data/packs/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const outcome = compilePacks(files.map((name) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') })));
if (!outcome.ok) throw new Error(outcome.problems.map(formatProblem).join('\n'));
const names = readFileSync(new URL('../../data/given-names/usual-pronouns.txt', import.meta.url), 'utf8');
const usualPronouns = readUsualPronouns(names);
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

/** The same where those people, wherever their full name or surname is written, and what they say are known. */
export function positionsAmong(people: readonly string[], text: string, title?: string): readonly string[] {
  const known = [peopleStage(people), createQuotesStage(vocabulary), ...stages];
  const story = { id: 1, text, ...(title === undefined ? {} : { title }) };
  const { stances } = annotate(story, { vocabulary, stages: known });
  return stances.map(({ holder, position, issue }) => `${holder} ${position} ${issue}`);
}

function peopleStage(names: readonly string[]): Stage {
  return {
    name: 'names',
    run: (document) => ({
      ...document,
      people: names.map((name) => {
        const [given = null, surname = name] = name.split(' ');
        const found = [...document.text.matchAll(new RegExp(`(?:${given} )?${surname}`, 'g'))];
        const mentions = found.map(({ index, 0: words }) => ({
          start: index,
          end: index + words.length,
          text: words,
        }));
        return {
          name,
          gender: null,
          usualPronoun: usualPronouns.get(given?.toLowerCase() ?? '') ?? null,
          given,
          surname,
          mentions,
        };
      }),
    }),
  };
}
