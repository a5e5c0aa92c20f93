// Which body of the story a general word stands for ("the board", "his department"). Knows the story's organizations.
import type { Document } from '../document.ts';
import { foldedAt, isCapital, spanOf, tokenAt } from '../reading/reading.ts';
import { once } from './story-words.ts';
import { articles, privateBody, publicBody } from './words.ts';

const heads =
  /^(?:port|selectboard|board|committee|commission|council|jury|authority|agency|department|district|court|office|bureau|library|senate|assembly|house|legislature)$/;

/** The public body whose name ends in the word and that is named nearest before token `at`, else first behind it; null without one. */
export function bodyOfHead(document: Document, word: string, at: number): string | null {
  if (!heads.test(word)) return null;
  return nearest(document, at, (name) => name === word || name.endsWith(` ${word}`) || name.startsWith(`${word} of `));
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
export function bodyBefore(document: Document, at: number, kind: keyof typeof kinds): string | null {
  return nearest(document, at, (name) => kinds[kind].test(name));
}

/** Characters between a body and a title that is tied to it by nearness alone, at most. */
const nearMax = 500;
/** Bodies looked at on either side of a token, at most. */
const lookMax = 300;

interface NamedBody {
  readonly name: string;
  readonly folded: string;
  readonly start: number;
  readonly isPublic: boolean;
  /** Number in the story's list of organizations; -1 for one in plain words. */
  readonly rank: number;
}

/** Every mention of an organization, and every body in plain words, in text order. */
function bodiesOf(document: Document): readonly NamedBody[] {
  const { organizations } = document;
  return once(organizations, 'in text order', () =>
    organizations
      .flatMap(({ name, mentions }, rank) => {
        const folded = name.toLowerCase().replaceAll('’', "'");
        const isPublic = publicBody.test(folded) && !privateBody.test(folded);
        return mentions.map(({ start }): NamedBody => ({ name, folded, start, isPublic, rank }));
      })
      .concat(plainBodies(document))
      .sort((a, b) => a.start - b.start),
  );
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
function plainBodies({ reading }: Document): NamedBody[] {
  const found: NamedBody[] = [];
  for (const { index } of reading.text.matchAll(plainHead)) {
    const head = tokenAt(reading, index);
    let from = head;
    if (isCapital(reading, head)) {
      let to = head + 2;
      while (to < head + 6 && isCapital(reading, to) && !titleStart.test(foldedAt(reading, to))) to++;
      const name = spanOf(reading, head, to).text;
      if (to > head + 2) found.push({ name, folded: name.toLowerCase(), start: index, isPublic: true, rank: -1 });
      continue;
    }
    while (from > head - 3 && plainKinds.has(foldedAt(reading, from - 1))) from--;
    if (from === head && foldedAt(reading, head) !== 'selectboard') continue;
    const floor = Math.max(from - 4, reading.sentenceStarts[reading.sentenceOf[head] ?? 0] ?? 0);
    while (from > floor && isCapital(reading, from - 1) && !articles.has(foldedAt(reading, from - 1))) from--;
    const name = spanOf(reading, from, head + 1).text.replaceAll(/\s+/g, ' ');
    found.push({ name, folded: name.toLowerCase(), start: reading.starts[from] ?? 0, isPublic: true, rank: -1 });
  }
  return found;
}

/** The index of the first body that begins at character `here` or behind it. */
function firstBehind(bodies: readonly NamedBody[], here: number): number {
  let low = 0;
  let high = bodies.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bodies[middle]?.start ?? 0) >= here) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Names of the organizations that are mentioned first to last between two characters, in the order of the story's list. */
export function bodiesWithin(document: Document, from: number, to: number): readonly string[] {
  const bodies = bodiesOf(document);
  const found: NamedBody[] = [];
  for (let i = firstBehind(bodies, from); i < bodies.length && (bodies[i]?.start ?? to) < to; i++) {
    const body = bodies[i];
    if (body && body.rank >= 0) found.push(body);
  }
  return [...new Set(found.sort((a, b) => a.rank - b.rank).map(({ name }) => name))];
}

/** The last organization named before token `at`, when it is a public body and near; else null. */
export function bodyNear(document: Document, at: number): string | null {
  const bodies = bodiesOf(document);
  const here = document.reading.starts[at] ?? document.text.length;
  const last = bodies[firstBehind(bodies, here) - 1];
  return last?.isPublic && here - last.start < nearMax ? last.name : null;
}

function nearest(document: Document, at: number, fits: (name: string) => boolean): string | null {
  const bodies = bodiesOf(document);
  const middle = firstBehind(bodies, document.reading.starts[at] ?? document.text.length);
  for (let i = middle - 1; i >= Math.max(0, middle - lookMax); i--) {
    const body = bodies[i];
    if (body?.isPublic && fits(body.folded)) return body.name;
  }
  return bodies.slice(middle, middle + lookMax).find((body) => body.isPublic && fits(body.folded))?.name ?? null;
}
