// Identity from content: the same facts give the same id on every run and every machine. Knows no table.
import { createHash } from 'node:crypto';

const idLength = 32;

/** SHA-256 of bytes or of a text's UTF-8, as 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** An id of 32 hexadecimal digits from the parts that make something what it is. Null and the empty string differ. */
export function contentId(...parts: readonly (string | number | null)[]): string {
  return sha256(JSON.stringify(parts)).slice(0, idLength);
}

/** Wording without its accidents: case, white space, quotation marks and dashes. For comparing, never for showing. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** JSON with object keys in order, so that equal values give equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/**
 * A copy in which every string can be stored by every database: lone surrogates and NUL become U+FFFD. Lengths and
 * therefore offsets stay as they are.
 */
export function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\u{fffd}') as Value;
  if (Array.isArray(value)) return value.map((item) => storable<unknown>(item)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, storable<unknown>(item)])) as Value;
}
