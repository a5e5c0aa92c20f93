// The bounds of a finding's evidence: the machine's, or others that a person has set. Wherever they come from, the words are
// those of the version's text. Knows a finding, a patch and a text; knows no decision.
import { UsageError } from '@civicwire/shared';
import type { FindingKind } from '../save/finding-values.ts';
import type { Database, FindingTable } from '../schema/tables.ts';

/** Half-open, UTF-16 code units of a version's text. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** Where a finding's evidence stands; `machineStart` and `machineEnd` are null where its bounds are the machine's. */
export type Place = Pick<FindingTable, 'start' | 'end' | 'text' | 'machineStart' | 'machineEnd'>;

type Patch = Readonly<Record<string, unknown>>;

/** The bounds that the machine gave. */
export function machineBounds({ start, end, machineStart, machineEnd }: Omit<Place, 'text'>): Bounds {
  return { start: machineStart ?? start, end: machineEnd ?? end };
}

/** A finding's place as it is. */
export function placeOf({ start, end, text, machineStart, machineEnd }: Place): Place {
  return { start, end, text, machineStart, machineEnd };
}

/** A patch without what it says of the evidence. */
export function fieldsOf(patch: Patch): Patch {
  const { start: _start, end: _end, text: _text, ...fields } = patch;
  return fields;
}

/** The bounds that a patch sets; null when it sets none. Throws `UsageError` for half of them. */
export function boundsOf({ start, end, text }: Patch): Bounds | null {
  if (start === undefined && end === undefined && text === undefined) return null;
  if (Number.isSafeInteger(start) && Number.isSafeInteger(end)) return { start: Number(start), end: Number(end) };
  throw new UsageError('patch: expected start and end together, offsets into the text of the story version');
}

/**
 * The words at bounds. Throws `UsageError` where there are none: bounds outside of the text, nothing but white space, half of a
 * character at an end, or other words than `expected`.
 */
export function wordsAt(text: string, { start, end }: Bounds, expected: unknown): string {
  const words = text.slice(Math.max(0, start), end);
  const isInText = start >= 0 && start < end && end <= text.length && words.trim() !== '';
  if (!isInText || !words.isWellFormed()) {
    throw new UsageError(`patch: no words from ${start} to ${end}; expected bounds of words in the version's text`);
  }
  if (expected !== undefined && expected !== words) {
    throw new UsageError(`patch: other words stand from ${start} to ${end}; expected text to be exactly those`);
  }
  return words;
}

/** A finding's place with a person's bounds, or with the machine's for null. */
export function placeAt(finding: Omit<Place, 'text'>, text: string, bounds: Bounds | null): Place {
  const machine = machineBounds(finding);
  const own = bounds !== null && (bounds.start !== machine.start || bounds.end !== machine.end) ? bounds : null;
  const { start, end } = own ?? machine;
  return {
    ...{ start, end, text: text.slice(start, end) },
    machineStart: own === null ? null : machine.start,
    machineEnd: own === null ? null : machine.end,
  };
}

/** Where these words stand, nearest to an offset; null when nowhere. */
export function findNear(text: string, words: string, near: number): Bounds | null {
  if (words === '') return null;
  const before = text.lastIndexOf(words, near);
  const after = text.indexOf(words, near);
  const starts = [before, after].filter((at) => at >= 0).sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  const [start] = starts;
  return start === undefined ? null : { start, end: start + words.length };
}

/** The rows under a finding get its bounds: of mentions the one that had them before. */
export async function applyBounds(
  db: Database,
  { id, kind, start, end, text }: Pick<FindingTable, 'id' | 'kind' | 'start' | 'end' | 'text'>,
  before: Bounds,
): Promise<void> {
  const span = { start, end, text };
  switch (kind as FindingKind) {
    case 'quote':
    case 'stance':
      await db
        .updateTable(kind as 'quote' | 'stance')
        .set(span)
        .where('id', '=', id)
        .execute();
      return;
    case 'city':
    case 'official':
      await db
        .updateTable(kind === 'city' ? 'cityMention' : 'officialMention')
        .set(span)
        .where('findingId', '=', id)
        .where('start', '=', before.start)
        .where('end', '=', before.end)
        .execute();
  }
}
