// Reads one source file of the stance stories: head, text, `---`, gold lines (format: README.md). Knows text, no files.
import {
  acts,
  bases,
  holderTypes,
  issuesOf,
  modalities,
  positions,
  type StoryPack,
  type storyParts,
} from './codebook-ids.ts';

export type Part = (typeof storyParts)[number];
export type Position = (typeof positions)[number];

export interface GoldStance {
  readonly holder: string;
  readonly holder_type: string;
  readonly issue: string;
  readonly position: Position;
  readonly basis: (typeof bases)[number];
  readonly act: string;
  readonly modality: string;
  readonly evidence: { readonly start: number; readonly end: number; readonly text: string };
  /** Two careful readers could differ: the scorer neither asks for this stance nor minds it. */
  readonly ambiguous?: true;
}

export interface StanceStory {
  readonly id: string;
  readonly pack: StoryPack;
  readonly part: Part;
  readonly title: string;
  readonly publisher_place: { readonly name: string; readonly state: string };
  readonly text: string;
  readonly stances: readonly GoldStance[];
}

/** The story of one source file. Throws at the first line that does not hold, naming the story. */
export function parseStory(id: string, pack: StoryPack, part: Part, source: string): StanceStory {
  const [head = '', gold] = source.split(/^---$/m);
  const [title = '', place = '', ...body] = head.split('\n');
  const [name = '', state = ''] = place.split(', ');
  if (gold === undefined || !title || !/^[A-Z]{2}$/.test(state)) throw new Error(`${id}: malformed head`);
  const text = body.join('\n').trim();
  const lines = gold.split('\n').filter((line) => line.trim());
  const stances = lines.map((line) => goldLine(id, pack, text, line));
  return { id, pack, part, title, publisher_place: { name, state }, text, stances };
}

function goldLine(id: string, pack: StoryPack, text: string, line: string): GoldStance {
  const cells = line
    .replace(/^\? /, '')
    .split(' | ')
    .map((cell) => cell.trim());
  const [, holder, type] = /^(.+) \[([a-z-]+)\]$/.exec(cells[0] ?? '') ?? [];
  const [, issue = '', position, basis, act = '', modality = '', words = ''] = cells;
  const fail = (what: string): never => {
    throw new Error(`${id}: ${what} in "${line}"`);
  };
  if (cells.length !== 7 || !holder || !type) return fail('seven cells and a holder with its type are expected');
  if (pack === 'none' || !(issuesOf[pack] as readonly string[]).includes(issue))
    return fail(`no such issue "${issue}"`);
  if (!holderTypes.includes(type)) return fail(`no such type of holder "${type}"`);
  if (!acts.includes(act)) return fail(`no such act "${act}"`);
  if (!modalities.includes(modality)) return fail(`no such modality "${modality}"`);
  return {
    holder,
    holder_type: type,
    issue,
    position: positions.find((known) => known === position) ?? fail(`no such position "${position}"`),
    basis: bases.find((known) => known === basis) ?? fail(`no such basis "${basis}"`),
    act,
    modality,
    evidence: spanOf(text, words) ?? fail('evidence that does not stand exactly once in the text'),
    ...(line.startsWith('? ') ? { ambiguous: true as const } : {}),
  };
}

/** The span of `first words … last words`, or of all the words. Null when the first do not stand exactly once. */
function spanOf(text: string, words: string): GoldStance['evidence'] | null {
  const [first = '', last = first] = words.split(' … ');
  const start = text.indexOf(first);
  if (!first || start === -1 || text.includes(first, start + 1)) return null;
  const found = text.indexOf(last, last === first ? start : start + first.length);
  if (found === -1) return null;
  const end = found + last.length;
  return { start, end, text: text.slice(start, end) };
}
