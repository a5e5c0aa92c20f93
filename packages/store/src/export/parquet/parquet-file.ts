// The frame of a Parquet file: pages, row groups and the footer that tells where each is. Knows the format; no dataset.
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { type ColumnPage, type PhysicalType, physicalTypes } from './column-builder.ts';
import { type ThriftField, type ThriftValue, thriftStruct } from './thrift-writer.ts';

export interface ParquetColumn {
  readonly name: string;
  readonly type: PhysicalType;
}

const magic = Buffer.from('PAR1');
const optional = 1;
const plain = 0;
const runLength = 3;
const zstd = 6;
const utf8 = 0;
const dataPage = 0;

const compress = promisify(zstdCompress);
const fastest = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

interface WrittenColumn {
  readonly column: ParquetColumn;
  readonly page: ColumnPage;
  readonly header: Buffer;
  readonly body: Buffer;
}

/** A row group whose pages are being compressed. */
type Group = Promise<readonly WrittenColumn[]>;

/** Compresses one page of each column, on other threads; the next group may be read meanwhile. */
export function compressGroup(columns: readonly ParquetColumn[], pages: readonly ColumnPage[]): Group {
  return Promise.all(
    columns.map(async (column, index) => {
      const page = pages[index] as ColumnPage;
      const body = await compress(page.bytes, fastest);
      const header = thriftStruct([
        [1, { i32: dataPage }],
        [2, { i32: page.bytes.length }],
        [3, { i32: body.length }],
        [
          5,
          {
            struct: [
              [1, { i32: page.rows }],
              [2, { i32: plain }],
              [3, { i32: runLength }],
              [4, { i32: runLength }],
            ],
          },
        ],
      ]);
      return { column, page, header, body };
    }),
  );
}

/** Puts a file together: `begin`, then each group in order, then `end`. */
export class ParquetFile {
  readonly #columns: readonly ParquetColumn[];
  readonly #groups: ThriftValue[] = [];
  #offset = 0;
  #rows = 0;

  constructor(columns: readonly ParquetColumn[]) {
    this.#columns = columns;
  }

  begin(): Buffer {
    this.#offset = magic.length;
    return magic;
  }

  group(written: readonly WrittenColumn[]): Buffer {
    const rows = written[0]?.page.rows ?? 0;
    let size = 0;
    const chunks = written.map(({ column, page, header, body }): ThriftValue => {
      const offset = this.#offset;
      this.#offset += header.length + body.length;
      size += header.length + page.bytes.length;
      const sizes = { plain: header.length + page.bytes.length, packed: header.length + body.length };
      return {
        struct: [
          [2, { i64: offset }],
          [3, { struct: chunkFields(column, page, offset, sizes) }],
        ],
      };
    });
    this.#groups.push({
      struct: [
        [1, { list: chunks }],
        [2, { i64: size }],
        [3, { i64: rows }],
      ],
    });
    this.#rows += rows;
    return Buffer.concat(written.flatMap(({ header, body }) => [header, body]));
  }

  end(createdBy: string): Buffer {
    const root: ThriftValue = {
      struct: [
        [4, { text: 'schema' }],
        [5, { i32: this.#columns.length }],
      ],
    };
    const footer = thriftStruct([
      [1, { i32: 1 }],
      [2, { list: [root, ...this.#columns.map(schemaElement)] }],
      [3, { i64: this.#rows }],
      [4, { list: this.#groups }],
      [6, { text: createdBy }],
    ]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    return Buffer.concat([footer, length, magic]);
  }
}

/** Every column may be null; text is said to be UTF-8 in the old and the new way. */
function schemaElement({ name, type }: ParquetColumn): ThriftValue {
  const isText = type === 'BYTE_ARRAY';
  return {
    struct: [
      [1, { i32: physicalTypes[type] }],
      [3, { i32: optional }],
      [4, { text: name }],
      ...(isText ? ([[6, { i32: utf8 }]] as const) : []),
      ...(isText ? ([[10, { struct: [[1, { struct: [] }]] }]] as const) : []),
    ],
  };
}

function chunkFields(
  { name, type }: ParquetColumn,
  { rows, nulls, range }: ColumnPage,
  offset: number,
  sizes: { readonly plain: number; readonly packed: number },
): ThriftField[] {
  const bound = (value: number): ThriftValue => {
    const bytes = Buffer.alloc(type === 'INT32' ? 4 : 8);
    if (type === 'INT32') bytes.writeInt32LE(value);
    else bytes.writeBigInt64LE(BigInt(value));
    return { bytes };
  };
  const bounds: readonly ThriftField[] =
    range === null
      ? []
      : [
          [5, bound(range.max)],
          [6, bound(range.min)],
        ];
  return [
    [1, { i32: physicalTypes[type] }],
    [2, { list: [{ i32: plain }, { i32: runLength }] }],
    [3, { list: [{ text: name }] }],
    [4, { i32: zstd }],
    [5, { i64: rows }],
    [6, { i64: sizes.plain }],
    [7, { i64: sizes.packed }],
    [9, { i64: offset }],
    [12, { struct: [[3, { i64: nulls }], ...bounds] }],
  ];
}
