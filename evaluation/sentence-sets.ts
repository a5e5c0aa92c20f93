// The sets over single sentences: shapes run over five things, and openings and key sentences of stories. Knows their files and the counting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotateRow, EvaluationSet } from './evaluation-set.ts';

const folder = join(import.meta.dirname, 'sentences');

/** The things that a shape's X stands for, each with the issue whose proposition it is. */
const things = [
  ['ice-agreement', "the county's 287(g) agreement with ICE"],
  ['detainer-custody', 'a bill requiring sheriffs to honor ICE detainers'],
  ['rent-control', 'the proposed rent control ordinance'],
  ['civilian-oversight', 'a civilian oversight board'],
  ['alpr-cameras', 'the plan to install 40 license plate readers'],
] as const;

/** The holder of a shape that names none in its third column. */
const usualHolder = 'Ruiz';

interface Line {
  /** `+` supports, `-` opposes, `~` mixed, `0` nothing at all. */
  readonly sign: string;
  readonly issue: string;
  /** A word of the holder's name as it stands in the text. */
  readonly holder: string;
  readonly text: string;
  /** The story's headline; none for a sentence by itself. */
  readonly title?: string;
}

interface Found {
  readonly holder: string;
  readonly issue: string;
  readonly position: string;
}

const wanted: Readonly<Record<string, string>> = { '+': 'supports', '-': 'opposes', '~': 'mixed' };

function rowsOf(file: string): readonly (readonly string[])[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t'));
}

/** Each shape with each thing in it. */
export function shapes(): readonly Line[] {
  return rowsOf('shapes.tsv').flatMap(([sign = '', shape = '', holder = usualHolder]) =>
    things.map(([issue, thing]) => {
      const first = `${thing[0]?.toUpperCase()}${thing.slice(1)}`;
      return { sign, issue, holder, text: shape.replace(/^X/, first).replaceAll('X', thing) };
    }),
  );
}

/** Sentences with what their holder holds. */
export function sentences(file: string): readonly Line[] {
  return rowsOf(file).map(([issue = '', sign = '', holder = '', text = '']) => ({ sign, issue, holder, text }));
}

/** Sentences behind the opening of a story: `= issue, title, paragraphs by ¶`, then `sign, holder, sentence` for what stands behind those. */
export function behindOpenings(): readonly Line[] {
  let opening: { readonly issue: string; readonly title: string; readonly told: string } | null = null;
  return rowsOf('behind.tsv').flatMap(([first = '', second = '', third = '']) => {
    if (first.startsWith('= ')) {
      opening = { issue: first.slice(2), title: second, told: third };
      return [];
    }
    if (opening === null) throw new Error(`behind.tsv: "${third}" stands before the first line with "="`);
    const { issue, title, told } = opening;
    const text = `${told} ¶ ${third} ¶ The library opens at nine.`.replaceAll(' ¶ ', '\n\n');
    return [{ sign: first, issue, holder: second, text, title }];
  });
}

/** How many come out as wanted, and how many with another position than the wanted one; the rest is missed. */
export function countLines(
  annotateRow: AnnotateRow,
  lines: readonly Line[],
): { readonly right: number; readonly wrong: number } {
  let right = 0;
  let wrong = 0;
  for (const { sign, issue, holder, text, title = '' } of lines) {
    const row = annotateRow({ id: 'sentence', title, text, publisher_place: { name: 'Tucson', state: 'AZ' } });
    const own = (row.stances as readonly Found[]).filter(
      (stance) => stance.issue === issue && stance.holder.toLowerCase().includes(holder.toLowerCase()),
    );
    if (own.length === 0) right += sign === '0' ? 1 : 0;
    else if (own.every(({ position }) => position === wanted[sign])) right++;
    else wrong++;
  }
  return { right, wrong };
}

function setOf(name: string, lines: () => readonly Line[]): EvaluationSet {
  return {
    name: `sentences ${name}`,
    needs: [],
    measure: async (_shared, annotateRow) => {
      const all = lines();
      const { right, wrong } = countLines(annotateRow, all);
      return { 'sentences right': right / all.length, 'wrong positions': wrong };
    },
  };
}

export const sentenceSets: readonly EvaluationSet[] = [
  setOf('shapes', shapes),
  setOf('behind', behindOpenings),
  setOf('openings', () => sentences('openings.tsv')),
  setOf('unread', () => sentences('unread.tsv')),
];
