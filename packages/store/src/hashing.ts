// Identity from content: the same facts give the same id on every run and every machine. Knows no table.
import { hash } from 'node:crypto';

const idLength = 32;

/** SHA-256 of bytes or of a text's UTF-8, as 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex');
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
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const item = value as Readonly<Record<string, unknown>>;
  const ordered = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(item).sort()) ordered[key] = inOrder(item[key]);
  return ordered;
}

/**
 * The value with every string such that every database can store it: lone surrogates and NUL become U+FFFD. Lengths and
 * therefore offsets stay as they are. What needs no change is given as it is.
 */
export function storable<Value>(value: Value): Value {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return value;
    return value.toWellFormed().replaceAll('\0', '\u{fffd}') as Value;
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => storable<unknown>(item));
    return (items.every((item, index) => item === value[index]) ? value : items) as Value;
  }
  const entries = Object.entries(value).map(([key, item]) => [key, storable<unknown>(item), item] as const);
  return entries.every(([, kept, item]) => kept === item) ? value : (Object.fromEntries(entries) as Value);
}
