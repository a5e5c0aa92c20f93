// The values of one column of one row group, as bytes from the moment they come: no value of a group is kept as an object, so that
// memory stays flat. Knows Parquet's plain encoding; no dataset.
import { writeVarint } from './thrift-writer.ts';

/** Parquet's physical types that we use, by their numbers there. */
export const physicalTypes = { BOOLEAN: 0, INT32: 1, INT64: 2, DOUBLE: 5, BYTE_ARRAY: 6 } as const;
export type PhysicalType = keyof typeof physicalTypes;

export type Cell = string | number | null;

/** A column's page before compression, and what its metadata says. */
export interface ColumnPage {
  readonly bytes: Buffer;
  readonly rows: number;
  readonly nulls: number;
  /** Of whole numbers; null for others, and where all are null. */
  readonly range: { readonly min: number; readonly max: number } | null;
}

const firstBytes = 64 * 1024;
const bytesPerUnit = 3;
const lengthBytes = 4;
const bitsPerByte = 8;

/** Takes cells one after the other; `take` gives the page and begins anew. */
export class ColumnBuilder {
  readonly #type: PhysicalType;
  #values = Buffer.allocUnsafe(firstBytes);
  #length = 0;
  #present: Uint8Array;
  #rows = 0;
  #nulls = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;

  constructor(type: PhysicalType, rowsMax: number) {
    this.#type = type;
    this.#present = new Uint8Array(rowsMax);
  }

  /** Bytes of values so far. */
  get size(): number {
    return this.#length;
  }

  append(cell: Cell): void {
    this.#present[this.#rows] = cell === null ? 0 : 1;
    this.#rows += 1;
    if (cell === null) this.#nulls += 1;
    else if (this.#type === 'BYTE_ARRAY') this.#appendText(String(cell));
    else this.#appendNumber(Number(cell));
  }

  #appendText(text: string): void {
    this.#ensure(lengthBytes + bytesPerUnit * text.length);
    const written = this.#values.write(text, this.#length + lengthBytes, 'utf8');
    this.#values.writeUInt32LE(written, this.#length);
    this.#length += lengthBytes + written;
  }

  #appendNumber(value: number): void {
    this.#ensure(bitsPerByte);
    if (this.#type === 'BOOLEAN') {
      // A byte each for now; packed when the page is taken.
      this.#values[this.#length] = value;
      this.#length += 1;
    } else if (this.#type === 'DOUBLE') this.#length = this.#values.writeDoubleLE(value, this.#length);
    else {
      if (value < this.#min) this.#min = value;
      if (value > this.#max) this.#max = value;
      if (this.#type === 'INT32') this.#length = this.#values.writeInt32LE(value, this.#length);
      else this.#length = this.#values.writeBigInt64LE(BigInt(value), this.#length);
    }
  }

  #ensure(more: number): void {
    if (this.#length + more <= this.#values.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#values.copy(larger, 0, 0, this.#length);
    this.#values = larger;
  }

  take(): ColumnPage {
    const values = this.#values.subarray(0, this.#length);
    const levels = definitionLevels(this.#present.subarray(0, this.#rows), this.#nulls);
    const bytes = Buffer.concat([levels, this.#type === 'BOOLEAN' ? packBits(values) : values]);
    const range = this.#min > this.#max ? null : { min: this.#min, max: this.#max };
    const page = { bytes, rows: this.#rows, nulls: this.#nulls, range };
    [this.#length, this.#rows, this.#nulls] = [0, 0, 0];
    [this.#min, this.#max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    return page;
  }
}

/** Which values are there: one run where all are or none is, else a bit each; in front of it its length. */
function definitionLevels(present: Uint8Array, nulls: number): Buffer {
  const head: number[] = [];
  let bits: Uint8Array = new Uint8Array();
  if (nulls === 0 || nulls === present.length) {
    writeVarint(head, present.length * 2);
    head.push(nulls === 0 ? 1 : 0);
  } else {
    bits = packBits(present);
    writeVarint(head, bits.length * 2 + 1);
  }
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(head.length + bits.length);
  return Buffer.concat([length, Buffer.from(head), bits]);
}

/** Bytes of 0 and 1 as bits, the lowest first. */
function packBits(flags: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(flags.length / bitsPerByte));
  for (let at = 0; at < flags.length; at += 1)
    if (flags[at] !== 0) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  return bits;
}
