// Where a page ended, as text that means nothing to others. Knows which list and which filters it belongs to; reads no row.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parameterProblem } from './problem.ts';

type CursorValue = string | number;

const cursorSchema = z.tuple([
  z.string(),
  z.string(),
  z
    .array(z.union([z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u), z.number()]))
    .min(1)
    .max(4),
]);

/** The filters of a request in a few characters, whatever their order. */
function fingerprint(filters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

/** The cursor after a row with these values. */
export function writeCursor(
  list: string,
  filters: Readonly<Record<string, unknown>>,
  values: readonly CursorValue[],
): string {
  return Buffer.from(JSON.stringify([list, fingerprint(filters), values])).toString('base64url');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * The values in a cursor; null when there is none. Throws a problem that says what is wrong with one that was not given by
 * this list under these filters. `kinds` are the types that the values must have.
 */
export function readCursor(
  text: string | undefined,
  list: string,
  filters: Readonly<Record<string, unknown>>,
  kinds: readonly ('string' | 'number')[],
): readonly CursorValue[] | null {
  if (text === undefined) return null;
  const { success, data } = cursorSchema.safeParse(parse(text));
  if (!success) {
    throw parameterProblem(
      'query',
      'after',
      'not a cursor; expected “next” of an answer of this list, as it was given',
    );
  }
  const [ownList, ownFilters, values] = data;
  if (ownList !== list || values.length !== kinds.length || values.some((value, at) => typeof value !== kinds[at])) {
    throw parameterProblem('query', 'after', 'a cursor of another list; expected “next” of an answer of this list');
  }
  if (ownFilters !== fingerprint(filters)) {
    throw parameterProblem(
      'query',
      'after',
      'a cursor of other filters; expected the same parameters as in the request whose answer gave it (limit may differ)',
    );
  }
  return values;
}
