// Structures in Thrift's compact protocol, as Parquet's metadata is written. Knows bytes; no structure of Parquet.

/** A field of a structure: its number, and what it holds. Numbers must rise. */
export type ThriftField = readonly [id: number, value: ThriftValue];

export type ThriftValue =
  | { readonly i32: number }
  | { readonly i64: number }
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  | { readonly struct: readonly ThriftField[] }
  | { readonly list: readonly ThriftValue[] };

const types = { i32: 5, i64: 6, text: 8, bytes: 8, list: 9, struct: 12 } as const;

type Kind = keyof typeof types;

/** Lists of this length and more say it in bytes of their own. */
const longList = 15;

/** The structure with these fields. */
export function thriftStruct(fields: readonly ThriftField[]): Buffer {
  const bytes: number[] = [];
  writeStruct(bytes, fields);
  return Buffer.from(bytes);
}

function writeStruct(bytes: number[], fields: readonly ThriftField[]): void {
  let last = 0;
  for (const [id, value] of fields) {
    bytes.push(((id - last) << 4) | types[kindOf(value)]);
    last = id;
    writeValue(bytes, value);
  }
  bytes.push(0);
}

function kindOf(value: ThriftValue): Kind {
  return Object.keys(value)[0] as Kind;
}

function writeValue(bytes: number[], value: ThriftValue): void {
  if ('struct' in value) writeStruct(bytes, value.struct);
  else if ('list' in value) writeList(bytes, value.list);
  else if ('text' in value) writeBytes(bytes, Buffer.from(value.text));
  else if ('bytes' in value) writeBytes(bytes, value.bytes);
  else writeVarint(bytes, zigzag('i32' in value ? value.i32 : value.i64));
}

function writeList(bytes: number[], items: readonly ThriftValue[]): void {
  const [first] = items;
  const type = first === undefined ? types.i32 : types[kindOf(first)];
  if (items.length < longList) bytes.push((items.length << 4) | type);
  else {
    bytes.push(0xf0 | type);
    writeVarint(bytes, items.length);
  }
  for (const item of items) writeValue(bytes, item);
}

function writeBytes(bytes: number[], content: Uint8Array): void {
  writeVarint(bytes, content.length);
  for (const byte of content) bytes.push(byte);
}

/** Small numbers of either sign as small numbers; by arithmetic, for bits end at 32. */
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Seven bits a byte, the lowest first. */
export function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}
