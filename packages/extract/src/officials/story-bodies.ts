// Which body of the story a general word stands for ("the board", "his department"). Knows the story's organizations.
import type { Document } from '../document.ts';
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

/** The last organization named before token `at`, when it is a public body and near; else null. */
export function bodyNear({ organizations, reading }: Document, at: number): string | null {
  const here = reading.starts[at] ?? reading.text.length;
  let last: { readonly name: string; readonly start: number } | null = null;
  for (const { name, mentions } of organizations)
    for (const { start } of mentions) if (start < here && (!last || start > last.start)) last = { name, start };
  const folded = last?.name.toLowerCase() ?? '';
  const isNear = last !== null && here - last.start < nearMax;
  return isNear && publicBody.test(folded) && !privateBody.test(folded) ? (last?.name ?? null) : null;
}

function nearest({ organizations, reading }: Document, at: number, fits: (name: string) => boolean): string | null {
  const here = reading.starts[at] ?? reading.text.length;
  let before: { readonly name: string; readonly start: number } | null = null;
  let behind: { readonly name: string; readonly start: number } | null = null;
  for (const { name, mentions } of organizations) {
    const folded = name.toLowerCase().replaceAll('’', "'");
    if (!fits(folded) || privateBody.test(folded) || !publicBody.test(folded)) continue;
    for (const { start } of mentions)
      if (start < here) before = before && before.start > start ? before : { name, start };
      else behind = behind && behind.start < start ? behind : { name, start };
  }
  return (before ?? behind)?.name ?? null;
}
