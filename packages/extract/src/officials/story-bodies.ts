// Which body of the story a general word stands for ("the board", "his department"). Knows the story's organizations.
import type { Document } from '../document.ts';
import { once } from './story-words.ts';
import { privateBody, publicBody } from './words.ts';

const heads =
  /^(?:board|committee|commission|council|jury|authority|agency|department|district|court|office|bureau|library|senate|assembly|house|legislature)$/;

/** The public body whose name ends in the word and that is named nearest before token `at`, else first behind it; null without one. */
export function bodyOfHead(document: Document, word: string, at: number): string | null {
  if (!heads.test(word)) return null;
  return nearest(document, at, (name) => name.endsWith(` ${word}`) || name.startsWith(`${word} of `));
}

const kinds = {
  board:
    /\b(?:council|board|committee|commission|jury|authority|town meeting|selectmen|aldermen|supervisors|commissioners|school district|public schools|park district)\b/,
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
}

/** Every mention of an organization, in text order. */
function bodiesOf({ organizations }: Document): readonly NamedBody[] {
  return once(organizations, 'in text order', () =>
    organizations
      .flatMap(({ name, mentions }) => {
        const folded = name.toLowerCase().replaceAll('’', "'");
        const isPublic = publicBody.test(folded) && !privateBody.test(folded);
        return mentions.map(({ start }): NamedBody => ({ name, folded, start, isPublic }));
      })
      .sort((a, b) => a.start - b.start),
  );
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
