// The packs that ship pass the tests inside them, and the stage reads what earlier stages found.
import { readdirSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Stance } from '@civicwire/shared';
import { expect, test } from 'vitest';
import { annotate } from '../annotate.ts';
import { createDocument } from '../document.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { createStanceReader } from './analyse-stances.ts';
import { createStancesStage } from './create-stances-stage.ts';
import { explainStances } from './explain-stances.ts';
import { compilePacks } from './packs/compile-packs.ts';
import { formatProblem } from './packs/problem.ts';
import { runPackTests } from './packs/run-pack-tests.ts';

const folder = new URL('../../data/packs/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const outcome = compilePacks(files.map((name) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') })));
if (!outcome.ok) throw new Error(outcome.problems.map(formatProblem).join('\n'));
const { packs } = outcome;
const vocabulary = new Vocabulary();
const stage = createStancesStage(vocabulary, packs);

const read = (text: string, ...before: readonly Stage[]): readonly Stance[] =>
  annotate({ id: 1, text }, { vocabulary, stages: [...before, stage] }).stances;
const said = (stances: readonly Stance[]): readonly string[] =>
  stances.map((stance) => `${stance.holder} ${stance.position} ${stance.issue}`);

test('packs that were kept on disk say the same as those that were just compiled', () => {
  const own = new Vocabulary();
  // Another stage's words come first, so that no number of a word is the same.
  for (const word of ['one', 'two', 'council', 'agreement']) own.intern(word);
  const kept = createStancesStage(own, deserialize(serialize(packs)) as typeof packs);
  const again = (text: string): readonly Stance[] =>
    annotate({ id: 1, text }, { vocabulary: own, stages: [kept] }).stances;
  const texts = packs.tests.filter((_, i) => i % 4 === 0).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.map(again)).toEqual(texts.map((text) => read(text)));
});

test('every test inside of the shipped packs passes', () => {
  const results = runPackTests(packs, (text) => read(text));
  expect(results.filter((result) => result.status === 'failed')).toEqual([]);
  expect(results.filter((result) => result.status === 'passed').length).toBeGreaterThan(400);
});

test('the evidence is the exact substring at its offsets', () => {
  const text = 'It rained.\n\nThe Mesa City Council voted 5-2 to repeal the sanctuary ordinance.';
  const [stance] = read(text);
  expect(stance && text.slice(stance.evidence.start, stance.evidence.end)).toBe(stance?.evidence.text);
  expect(stance?.evidence.text).toBe('Mesa City Council voted 5-2 to repeal the sanctuary ordinance');
});

test('the trace tells each factor with its sign and the product, and the rule names pack and version', () => {
  const [stance] = read('The council rejected a motion to end its 287(g) agreement.');
  expect(stance?.trace).toBe(
    'rejected (−1) × end (−1) × “287(g) agreement” (+1 towards ice-agreement) = +1: council supports ice-agreement',
  );
  expect(stance?.rule).toMatch(/^immigration-enforcement@\d+\.\d+\.\d+ rejects·ends·ice-deal$/);
});

test('a stance inside of a quotation is held by its speaker, under the name of the story', () => {
  const text = '“We will never cooperate with ICE,” she said. “It is not our job.”';
  const quoted: Stage = {
    name: 'quotes',
    run: (document) => ({
      ...document,
      people: [{ name: 'Ana Ruiz', mentions: [], given: 'Ana', surname: 'Ruiz', gender: 'female', usualPronoun: null }],
      officials: [
        {
          name: 'Ana Ruiz',
          title: 'Mayor',
          role: 'mayor',
          organization: null,
          jurisdiction: null,
          jurisdictionId: null,
          tenure: 'current',
          mentions: [],
          rule: 'r',
        },
      ],
      quotes: [
        {
          start: 0,
          end: 35,
          text: text.slice(0, 35),
          kind: 'direct',
          group: 'g',
          part: 0,
          speaker: null,
          speakerName: 'Ana Ruiz',
          speakerType: 'official',
          cue: null,
          rule: 'r',
        },
      ],
    }),
  };
  expect(read(text, quoted)).toMatchObject([
    { holder: 'Ana Ruiz', holderType: 'mayor', position: 'supports', issue: 'limit-ice-cooperation', act: 'promise' },
  ]);
});

test('a quotation of an unknown speaker gives no stance but a note', () => {
  const text = '“We will never cooperate with ICE,” it read.';
  const quoted: Stage = {
    name: 'quotes',
    run: (document) => ({
      ...document,
      quotes: [
        {
          start: 0,
          end: 35,
          text: text.slice(0, 35),
          kind: 'direct',
          group: 'g',
          part: 0,
          speaker: null,
          speakerName: null,
          speakerType: 'unknown',
          cue: null,
          rule: 'r',
        },
      ],
    }),
  };
  const result = annotate({ id: 1, text }, { vocabulary, stages: [quoted, stage] });
  expect(result.stances).toEqual([]);
  expect(result.notes.join()).toContain('the speaker is not known');
});

test('clauses of a draft are the proposer’s proposals, and a negative list header governs its items alone', () => {
  const text = `Organizers proposed a new rule for the police.\n\nHere is the proposed policy:\n\n1. The Department shall not cooperate with ICE.\n\n2. No city money shall be used for:\n\ni. Sharing arrest records with ICE;\n\nii. Honoring detainers.\n\n3. The Department shall document all contacts with ICE.`;
  const stances = read(text);
  expect(said(stances)).toEqual([
    'Organizers supports limit-ice-cooperation',
    'Organizers opposes data-sharing',
    'Organizers opposes detainer-custody',
    'Organizers supports contact-transparency',
  ]);
  expect(new Set(stances.map((stance) => `${stance.act} ${stance.modality}`))).toEqual(
    new Set(['policy-proposal proposed']),
  );
});

test('a later sentence that calls back to a petition has the petition’s own direction', () => {
  const first = 'Organizers filed a petition that asked police to not engage in immigration enforcement.';
  expect(said(read(`${first} The city manager recommended the council deny this petition.`))).toEqual([
    'city manager opposes limit-ice-cooperation',
  ]);
  expect(said(read(`${first} The council denied the petition on Monday.`))).toEqual([
    'council opposes limit-ice-cooperation',
  ]);
  expect(said(read(`${first} A petition to widen Elm Street was denied by the council.`))).toEqual([]);
  expect(said(read(`${first} The council read the petition.`))).toEqual([]);
});

test('a person accused of a practice never holds it', () => {
  expect(said(read('Critics accused Chief Kim Wu of cooperating with ICE.'))).toEqual([
    'Critics supports limit-ice-cooperation',
  ]);
  expect(said(read('Sen. Lou Marsh said Mayor Ana Ruiz refuses to cooperate with ICE.'))).toEqual([]);
});

test('an explanation names what was found, the product, and the nearest rule that did not fire', () => {
  const reader = createStanceReader(vocabulary, packs);
  const explain = (text: string) => explainStances(createDocument({ id: 1, text }, vocabulary), reader);
  expect(explain('The council rejected a 287(g) agreement.')).toMatchObject([
    {
      found: ['frame ice-deal: “287(g) agreement” (+1 towards ice-agreement)', 'act rejects: “rejected” (−1)'],
      stances: [expect.stringContaining('= −1: council opposes ice-agreement')],
    },
  ]);
  expect(explain('Officers work with ICE storm crews.')[0]?.misses.join()).toContain(
    'does not count: ice in another sense',
  );
  expect(explain('The county turns inmates over to the state.')[0]?.misses.join()).toContain(
    'nearest rule hand-over: matched',
  );
});

test('a page without stops is passed over with a note, in time that its length alone decides', () => {
  const text = 'police cooperate with ICE and '.repeat(20_000);
  const result = annotate({ id: 1, text }, { vocabulary, stages: [stage] });
  expect(result.stances).toEqual([]);
  expect(result.notes).toEqual([expect.stringContaining('at most 400 are judged')]);
});

test('the stage leaves a text without an issue phrase untouched', () => {
  const result = annotate({ id: 1, text: 'The Bears beat the Lions 3-1 on Friday.' }, { vocabulary, stages: [stage] });
  expect(result.stances).toEqual([]);
  expect(result.notes).toEqual([]);
});
