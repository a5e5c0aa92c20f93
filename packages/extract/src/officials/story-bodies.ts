// Which body of the story a general word stands for ("the board", "his department"). Knows the story's organizations.
import { foldedAt, isCapital, spanOf, tokenAt } from '../reading/reading.ts';
import { cue } from './cue-words.ts';
import { firstWhere } from './first-where.ts';
import { onOneLine } from './one-line.ts';
import { hasCue, type Story } from './story.ts';
import { answer, once } from './story-words.ts';
import { privateBody, publicBody } from './words.ts';

/** The public body whose name ends in the word (of the class `bodyHead`) and that is named nearest before token `at`, else first behind it; null without one. */
export function bodyOfHead(story: Story, word: string, at: number): string | null {
  const fitting = answer(story, 'bodies by head', word, () => fittingBodies(story, (name) => isHeadedBy(name, word)));
  return nearest(story, fitting, at);
}

/** "council", "city council", "council of Bend". */
function isHeadedBy(name: string, word: string): boolean {
  return name === word || name.endsWith(` ${word}`) || name.startsWith(`${word} of `);
}

const kinds = {
  board:
    /\b(?:council|board|selectboard|committee|commission|jury|authority|town meeting|selectmen|aldermen|supervisors|commissioners|(?:school|water|park|hospital|transit|sanitary|utility|fire) district|public schools|port of)\b/,
  boardOnly:
    /\b(?:board|trustees|supervisors|commissioners|selectmen|authority|(?:school|water|park|hospital|transit|sanitary|utility|fire) district|public schools|school committee)\b/,
  force:
    /\b(?:police(?: department)?|sheriff's (?:office|department)|highway patrol|patrol|fire department|fire district|coast guard)$|pd$|cso$/,
} as const;

/** The last public body of a kind that is named before token `at`, else the first behind it; null when the story has none. */
export function bodyBefore(story: Story, at: number, kind: keyof typeof kinds): string | null {
  const fitting = answer(story, 'bodies by kind', kind, () => fittingBodies(story, (name) => kinds[kind].test(name)));
  return nearest(story, fitting, at);
}

/** Characters between a body and a title that is tied to it by nearness alone, at most. */
const nearMax = 500;
/** Bodies looked at on either side of a token, at most. */
const lookMax = 300;

interface NamedBody {
  readonly name: string;
  readonly folded: string;
  readonly start: number;
  /** Number in the story's list of organizations; -1 for one in plain words. */
  readonly rank: number;
}

/** Every mention of an organization, and every body in plain words, in text order. */
function bodiesOf(story: Story): readonly NamedBody[] {
  return once(story, 'bodies', () => {
    const bodies = plainBodies(story);
    // Of bodies that begin at one place those with a name come first.
    const named: NamedBody[] = [];
    story.organizations.forEach(({ name, mentions }, rank) => {
      const folded = name.toLowerCase().replaceAll('’', "'");
      for (const { start } of mentions) named.push({ name, folded, start, rank });
    });
    return [...named, ...bodies].sort((a, b) => a.start - b.start);
  });
}

/** A body in plain words is public by its words. */
function isPublic(story: Story, { folded, rank }: NamedBody): boolean {
  return rank < 0 || answer(story, 'public', folded, () => publicBody.test(folded) && !privateBody.test(folded));
}

/** Places in the list of bodies of the public ones whose folded names fit. */
function fittingBodies(story: Story, fits: (name: string) => boolean): readonly number[] {
  const known = new Map<string, boolean>();
  const found: number[] = [];
  bodiesOf(story).forEach((body, index) => {
    const told = known.get(body.folded) ?? fits(body.folded);
    known.set(body.folded, told);
    if (told && isPublic(story, body)) found.push(index);
  });
  return found;
}

/** Of some bodies the name of the last before token `at`, else of the first behind it. */
function nearest(story: Story, fitting: readonly number[], at: number): string | null {
  if (fitting.length === 0) return null;
  const bodies = bodiesOf(story);
  const middle = firstBehind(bodies, story.reading.starts[at] ?? story.text.length);
  const next = firstWhere(fitting.length, (i) => (fitting[i] ?? 0) >= middle);
  const before = next > 0 ? fitting[next - 1] : undefined;
  if (before !== undefined && before >= middle - lookMax) return bodies[before]?.name ?? null;
  const behind = fitting[next];
  return behind === undefined || behind >= middle + lookMax ? null : (bodies[behind]?.name ?? null);
}

const plainHead =
  /\b(?:board|council|commission|committee|authority|district|jury|selectboard|trustees|commissioners|supervisors|Port of)\b/g;
const plainKinds = new Set(
  'school city town village county township borough parish planning zoning library port transit fire health police utility hospital water sewer park parks common election elections charter conservation housing airport select'.split(
    ' ',
  ),
);

const titleStart =
  /^(?:executive|commission\w*|director|police|chief|board|ceo|manager|spokes\w+|deputy|acting|interim|president)$/;

/** "the Central Basin water board", "the parish police jury": public bodies in lower case, with the capitals before them. */
function plainBodies(story: Story): NamedBody[] {
  const { reading } = story;
  const found: NamedBody[] = [];
  for (const { index } of reading.text.matchAll(plainHead)) {
    const head = tokenAt(reading, index);
    let from = head;
    if (isCapital(reading, head)) {
      let to = head + 2;
      while (to < head + 6 && isCapital(reading, to) && !titleStart.test(foldedAt(reading, to))) to++;
      const name = spanOf(reading, head, to).text;
      if (to > head + 2) found.push({ name, folded: name.toLowerCase(), start: index, rank: -1 });
      continue;
    }
    while (from > head - 3 && plainKinds.has(foldedAt(reading, from - 1))) from--;
    if (from === head && foldedAt(reading, head) !== 'selectboard') continue;
    const floor = Math.max(from - 4, reading.sentenceStarts[reading.sentenceOf[head] ?? 0] ?? 0);
    while (from > floor && isCapital(reading, from - 1) && !hasCue(story, from - 1, cue.article)) from--;
    const name = onOneLine(spanOf(reading, from, head + 1).text);
    found.push({ name, folded: name.toLowerCase(), start: reading.starts[from] ?? 0, rank: -1 });
  }
  return found;
}

/** The index of the first body that begins at character `here` or behind it. */
function firstBehind(bodies: readonly NamedBody[], here: number): number {
  return firstWhere(bodies.length, (i) => (bodies[i]?.start ?? 0) >= here);
}

/** Names of the organizations that are mentioned first to last between two characters, in the order of the story's list. */
export function bodiesWithin(story: Story, from: number, to: number): readonly string[] {
  const bodies = bodiesOf(story);
  const found: NamedBody[] = [];
  for (let i = firstBehind(bodies, from); i < bodies.length && (bodies[i]?.start ?? to) < to; i++) {
    const body = bodies[i];
    if (body && body.rank >= 0) found.push(body);
  }
  return [...new Set(found.sort((a, b) => a.rank - b.rank).map(({ name }) => name))];
}

/** The last organization named before token `at`, when it is a public body and near; else null. */
export function bodyNear(story: Story, at: number): string | null {
  const bodies = bodiesOf(story);
  const here = story.reading.starts[at] ?? story.text.length;
  const last = bodies[firstBehind(bodies, here) - 1];
  return last && here - last.start < nearMax && isPublic(story, last) ? last.name : null;
}
