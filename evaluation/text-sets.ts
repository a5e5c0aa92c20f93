// The sets over plain text: quotes, places, people, officials, the founding stories, the polarity sentences. Knows their scorers.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { covers, type Span } from '@civicwire/shared';
import type { AnnotateRow, EvaluationSet, Row } from './evaluation-set.ts';
import { officialsSets } from './officials/officials-sets.ts';
import { figure, readJsonl, score } from './scoring.ts';

async function annotateFile(
  file: string,
  annotateRow: AnnotateRow,
  change: AnnotateRow = (row) => row,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readJsonl(file)) rows.push(annotateRow(change(row)));
  return rows;
}

function quotes(name: string, flags: readonly string[], figures: Readonly<Record<string, string>>): EvaluationSet {
  const gold = `eval/quotes/${name}.dev.jsonl`;
  return {
    name: `quotes ${name}`,
    needs: [gold],
    measure: async (shared, annotateRow) => {
      const predictions = await annotateFile(join(shared, gold), annotateRow);
      const result = score(join(shared, 'eval/quotes/score.mjs'), [join(shared, gold), 'PRED', ...flags], predictions);
      return Object.fromEntries(Object.entries(figures).map(([label, path]) => [label, figure(result, path)]));
    },
  };
}

/** The same measure on the documents of which one glyph is the quotation mark, and on the others. */
function quotesByGlyph(name: string, glyph: string, flags: readonly string[]): EvaluationSet {
  const file = `eval/quotes/${name}.dev.jsonl`;
  return {
    name: `quotes ${name} by glyph`,
    needs: [file],
    measure: async (shared, annotateRow) => {
      const rows: Row[] = [];
      for await (const row of readJsonl(join(shared, file))) rows.push(row);
      const measured = [true, false].map((wanted) => {
        const gold = rows.filter((row) => String(row.text).includes(glyph) === wanted);
        const scorer = join(shared, 'eval/quotes/score.mjs');
        const result = score(scorer, ['GOLD', 'PRED', ...flags], gold.map(annotateRow), gold);
        return { gold, result };
      });
      return Object.fromEntries(
        measured.flatMap(({ gold, result }, index) => {
          const label = index === 0 ? `with ${glyph}` : 'others';
          return [
            [`documents ${label}`, gold.length],
            [`direct F1 ${label}`, figure(result, 'kind/direct/iou/F1')],
            [`e2e F1 ${label}`, figure(result, 'e2e/F1')],
          ];
        }),
      );
    },
  };
}

function places(name: string, label: string, withPublisher: boolean, onlyCities: boolean): EvaluationSet {
  const gold = `eval/places/${name}.dev.jsonl`;
  return {
    name: `places ${label}`,
    needs: [gold],
    measure: async (shared, annotateRow) => {
      const home: AnnotateRow = ({ publisher_place, publisher, ...row }) =>
        withPublisher ? { ...row, publisher_place, publisher } : row;
      const predictions = (await annotateFile(join(shared, gold), annotateRow, home)).map((row) => ({
        id: row.id,
        places: onlyCities ? row.cities : row.places,
      }));
      const flags = onlyCities ? ['--ignore-other'] : [];
      const result = score(join(shared, 'eval/places/score.mjs'), [join(shared, gold), 'PRED', ...flags], predictions);
      return {
        'recognition F1': figure(result, 'recognition/exact/f1'),
        'Acc@161': figure(result, 'resolution/exact/acc161'),
        'e2e F1': figure(result, 'endToEnd161/exact/f1'),
      };
    },
  };
}

/** Of the toponyms that lie outside of the United States, how many are given a city of it. */
const nonUsToponyms: EvaluationSet = {
  name: 'places trnews non-US toponyms',
  needs: ['eval/places/trnews.dev.jsonl'],
  measure: async (shared, annotateRow) => {
    let abroad = 0;
    let wrong = 0;
    for await (const row of readJsonl(join(shared, 'eval/places/trnews.dev.jsonl'))) {
      const { publisher_place: _, publisher: __, ...bare } = row;
      const cities = annotateRow(bare).cities as readonly PlaceRow[];
      const gold = (row.places as readonly PlaceRow[]).filter(({ country }) => country && country !== 'US');
      abroad += gold.length;
      wrong += gold.filter((place) => cities.some((city) => city.start < place.end && place.start < city.end)).length;
    }
    return { toponyms: abroad, 'non-US given a US city': abroad ? wrong / abroad : 0 };
  },
};

interface PlaceRow {
  readonly start: number;
  readonly end: number;
  readonly country?: string | null;
}

/** Rows that a scorer of the founding stories prints as input for `annotate`. */
function inputsOf(scorer: string): Row[] {
  const lines = execFileSync(process.execPath, [scorer, '--input'], { encoding: 'utf8' }).split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Row);
}

const seeds: EvaluationSet = {
  name: 'seeds',
  needs: ['seeds/seeds.gold.json'],
  measure: async (shared, annotateRow) => {
    const scorer = join(shared, 'seeds/score.mjs');
    const result = score(scorer, ['PRED'], inputsOf(scorer).map(annotateRow));
    const at = (path: string): number => figure(result, `total/${path}`);
    return {
      'focus right (of 5)': at('focus/right'),
      'cities F1': at('cities/F1'),
      'officials named (of 15)': at('officials/name/hits'),
      'officials name+title F1': at('officials/name_title/F1'),
      'officials name+jurisdiction F1': at('officials/name_jurisdiction/F1'),
      'not officials': at('officials/not_officials'),
      'direct quotes F1': at('quotes/direct/F1'),
      'direct quotes, speaker by name': at('quotes/direct/speaker_by_name'),
      'indirect quotes F1': at('quotes/indirect_or_mixed/F1'),
      'stances P': at('stances/P'),
      'stances R': at('stances/R'),
      'wrong positions': at('stances/wrong_position'),
      'invented stances': at('stances/invented'),
    };
  },
};

const polarity: EvaluationSet = {
  name: 'polarity',
  needs: ['seeds/polarity-tests.json'],
  measure: async (shared, annotateRow) => {
    const scorer = join(shared, 'seeds/polarity.mjs');
    const result = score(scorer, ['PRED'], inputsOf(scorer).map(annotateRow));
    return {
      'sentences right (of 40)': figure(result, 'right'),
      'wrong positions': figure(result, 'wrong_position'),
      'extra records': figure(result, 'extra'),
    };
  },
};

/**
 * Mentions of people by name, micro-averaged. A mention of ours is right when it lies inside a gold mention (gold spans may
 * hold titles and appositions); a gold mention is found when one of ours lies inside it. Pronouns and common nouns of the
 * gold ("the mayor") are not asked for, but hold a name of ours if they have one.
 */
function people(name: string): EvaluationSet {
  const gold = `eval/people/${name}.dev.jsonl`;
  return {
    name: `people ${name}`,
    needs: [gold],
    measure: async (shared, annotateRow) => {
      let right = 0;
      let predicted = 0;
      let found = 0;
      let wanted = 0;
      for await (const row of readJsonl(join(shared, gold))) {
        const all = (row.people ?? []) as readonly GoldPerson[];
        const named = all.filter((span) => span.proper !== false);
        const said = (annotateRow({ id: row.id, text: row.text }).people as readonly PersonRow[]).flatMap(
          (person) => person.mentions,
        );
        right += said.filter((span) => all.some((outer) => covers(outer, span))).length;
        predicted += said.length;
        found += named.filter((outer) => said.some((span) => covers(outer, span))).length;
        wanted += named.length;
      }
      const precision = predicted ? right / predicted : 0;
      const recall = wanted ? found / wanted : 0;
      return { precision, recall, F1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
    },
  };
}

/** Of the one-word names of people named in full elsewhere, the share that we put into the chain of that person. */
const peopleChains: EvaluationSet = {
  name: 'people gum-people chains',
  needs: ['eval/people/gum-people.dev.jsonl'],
  measure: async (shared, annotateRow) => {
    const counts = { surname: [0, 0], first: [0, 0] } as const satisfies Record<string, [number, number]>;
    for await (const row of readJsonl(join(shared, 'eval/people/gum-people.dev.jsonl'))) {
      const named = ((row.people ?? []) as readonly ChainedPerson[]).filter(({ proper }) => proper !== false);
      const said = annotateRow({ id: row.id, text: row.text }).people as readonly PersonRow[];
      for (const short of named.filter(({ text }) => /^\p{Lu}[\p{L}-]+$/u.test(text))) {
        const full = named.filter(({ cluster, text }) => cluster === short.cluster && /^\p{Lu}\S* .*\S$/u.test(text));
        const words = full.flatMap(({ text }) => [text.split(' ')]);
        const kind = words.some((each) => each.at(-1) === short.text)
          ? 'surname'
          : words.some(([first]) => first === short.text)
            ? 'first'
            : null;
        if (kind === null) continue;
        const chain = said.find(({ mentions }) => mentions.some((span) => covers(short, span)));
        counts[kind][1]++;
        if (chain && full.some((outer) => chain.mentions.some((span) => covers(outer, span)))) counts[kind][0]++;
      }
    }
    const share = ([right, all]: readonly [number, number]): number => (all ? right / all : 0);
    return {
      'surnames alone': counts.surname[1],
      'in the right chain': share(counts.surname),
      'first names alone': counts.first[1],
      'first, in the right chain': share(counts.first),
    };
  },
};

interface ChainedPerson extends Span {
  readonly proper?: boolean;
  readonly text: string;
  readonly cluster: string;
}

interface GoldPerson extends Span {
  /** False for pronouns and common nouns. */
  readonly proper?: boolean;
}

interface PersonRow {
  readonly mentions: readonly Span[];
}

const spanFigures = { 'iou@.8 F1': 'iou@0.8/F1', 'e2e P': 'e2e/P', 'e2e R': 'e2e/R', 'e2e F1': 'e2e/F1' };

export const textSets: readonly EvaluationSet[] = [
  quotes('polnear', ['--cue-class=speech'], {
    ...spanFigures,
    'direct F1': 'kind/direct/iou/F1',
    'mixed F1': 'kind/mixed/iou/F1',
    'indirect P': 'kind/indirect/iou/P',
    'indirect F1': 'kind/indirect/iou/F1',
    'speaker given match': 'speaker/spanOrHead',
    'pronoun to (silver) name': 'speaker/resolvedSilver/acc',
  }),
  quotesByGlyph('polnear', "''", ['--cue-class=speech']),
  quotes('gum', ['--cue-class=speech'], {
    'e2e F1': 'e2e/F1',
    'direct F1': 'kind/direct/iou/F1',
    'pronoun to name': 'speaker/resolvedGold/acc',
    'pronouns (gold names)': 'speaker/resolvedGold/n',
  }),
  quotes('basil', [], {
    'speaker given match': 'speaker/spanOrHead',
    'canonical name': 'speaker/resolvedGold/acc',
    'ggt@.8 R': 'ggt@0.8/R',
  }),
  quotes('mini', ['--cue-class=speech'], { 'e2e F1': 'e2e/F1' }),
  places('lgl-us-cities', 'lgl-us-cities with publisher', true, true),
  places('lgl-us-cities', 'lgl-us-cities without publisher', false, true),
  places('lgl', 'lgl all toponyms', true, false),
  places('trnews', 'trnews all toponyms', false, false),
  nonUsToponyms,
  places('ambiguous-us-hu2014', 'ambiguous-us-hu2014', false, true),
  people('gum-people'),
  peopleChains,
  people('crossner-politics'),
  ...officialsSets,
  seeds,
  polarity,
];
