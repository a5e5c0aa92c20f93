// What changed between two versions of a story, word by word, for people. Pure; knows no table and no markup.
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { StoryVersionTable } from '../schema/tables.ts';

/** Words in a row that both have, or only one of them. */
export interface DiffPiece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** `changed` passages have pieces of all kinds, the others one piece. A passage is one paragraph, or several of one change. */
export interface DiffPassage {
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  readonly pieces: readonly DiffPiece[];
}

export interface VersionChanges {
  readonly facts: readonly {
    readonly field: 'title' | 'byline' | 'published_at';
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** The whole text in order; empty when the text is the same. */
  readonly passages: readonly DiffPassage[];
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
}

type Words = Pick<StoryVersionTable, 'title' | 'byline' | 'publishedAt' | 'text'>;

/** Steps of the comparison (its cost is linear in text times steps); beyond, the old words are shown whole before the new ones. */
const stepsMax = 1_500;
/** With less in common than this, two passages are easier to read one after the other. */
const commonMin = 0.3;

/** Compares two versions. Bounded for any two texts. */
export function compareVersions(before: Words, after: Words): VersionChanges {
  const facts = (
    [
      ['title', before.title, after.title],
      ['byline', before.byline, after.byline],
      ['published_at', before.publishedAt, after.publishedAt],
    ] as const
  ).flatMap(([field, old, now]) => (old === now ? [] : [{ field, before: old, after: now }]));
  const passages = before.text === after.text ? [] : diffTexts(before.text, after.text);
  const count = (change: DiffPiece['change']): number =>
    passages
      .flatMap(({ pieces }) => pieces)
      .reduce((sum, piece) => sum + (piece.change === change ? countWords(piece.text) : 0), 0);
  return { facts, passages, wordsAdded: count('added'), wordsRemoved: count('removed') };
}

/** The pieces of a passage with unchanged words cut to `contextChars` beside each change. */
export function shortenPassage({ pieces }: DiffPassage, contextChars: number): DiffPiece[] {
  return pieces.map((piece, place) => {
    const head = place === 0 ? 0 : contextChars;
    const tail = place === pieces.length - 1 ? 0 : contextChars;
    const { change, text } = piece;
    if (change !== 'same' || text.length <= head + tail + 2) return piece;
    return { change, text: `${text.slice(0, head)} … ${text.slice(text.length - tail)}`.toWellFormed() };
  });
}

function diffTexts(before: string, after: string): DiffPassage[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const hunks = diffArrays(old, now, { maxEditLength: stepsMax }) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ];
  const passages: DiffPassage[] = [];
  let removed: string | null = null;
  for (const hunk of hunks) {
    const text = hunk.value.join('\n');
    if (hunk.removed) {
      removed = text;
      continue;
    }
    if (hunk.added && removed !== null) passages.push(...diffPassage(removed, text));
    else {
      if (removed !== null) passages.push(whole('removed', removed));
      passages.push(whole(hunk.added ? 'added' : 'same', text));
    }
    removed = null;
  }
  if (removed !== null) passages.push(whole('removed', removed));
  return passages;
}

function diffPassage(before: string, after: string): DiffPassage[] {
  const apart = [whole('removed', before), whole('added', after)];
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: stepsMax })?.map(
    ({ value, added, removed }): DiffPiece => ({
      change: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  if (pieces === undefined) return apart;
  const common = pieces.reduce((sum, { change, text }) => sum + (change === 'same' ? text.length : 0), 0);
  return common < commonMin * Math.min(before.length, after.length)
    ? apart
    : [{ change: 'changed', pieces: joinNeighbours(pieces) }];
}

const mereMark = /^[^\p{L}\p{N}\n]{1,2}$/u;

/** Changes with nothing but white space or a mark between them are one change: the old words, then the new ones. */
function joinNeighbours(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    const space = /\s+$/.exec(removed)?.[0] ?? '';
    const isShared = space !== '' && added.endsWith(space);
    const cut = (text: string) => (isShared ? text.slice(0, -space.length) : text);
    if (cut(removed) !== '') joined.push({ change: 'removed', text: cut(removed) });
    if (cut(added) !== '') joined.push({ change: 'added', text: cut(added) });
    if (isShared) joined.push({ change: 'same', text: space });
    [removed, added] = ['', ''];
  };
  for (const [place, { change, text }] of pieces.entries()) {
    const isNeighbour = removed + added !== '' && (pieces[place + 1]?.change ?? 'same') !== 'same';
    const isBetween = isNeighbour && mereMark.test(text);
    if (change === 'same' && !isBetween) {
      flush();
      joined.push({ change, text });
    } else {
      if (change !== 'added') removed += text;
      if (change !== 'removed') added += text;
    }
  }
  flush();
  return joined;
}

function whole(change: 'same' | 'added' | 'removed', text: string): DiffPassage {
  return { change, pieces: [{ change, text }] };
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
