// A dataset as a Parquet file, in pieces of a row group each. Knows how our column types look there; asks no database.
import { constants, zstdCompressSync } from 'node:zlib';
import { type BasicType, ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Dataset, DatasetColumn } from './datasets.ts';
import type { Pages, StoredRow } from './read-pages.ts';

/** A row group ends at either: as many rows as readers like, and as much text as memory likes. */
const groupRowsMax = 50_000;
const groupCharactersMax = 16_000_000;

const fastest = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Numbers of changes grow for ever; everything else that is counted stays small. */
const isLong = ({ name }: DatasetColumn): boolean => name === 'seq' || name === 'last_change_seq';

function parquetType(column: DatasetColumn): BasicType {
  switch (column.type) {
    case 'integer':
      return isLong(column) ? 'INT64' : 'INT32';
    case 'number':
      return 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    default:
      return 'STRING';
  }
}

type Cell = string | number | bigint | boolean | null;

function cellOf(column: DatasetColumn): (value: string | number | null) => Cell {
  if (column.type === 'boolean') return (value) => (value === null ? null : value === 1);
  return isLong(column) ? (value) => (value === null ? null : BigInt(value)) : (value) => value;
}

/** Columns of which most values differ: looking for repeated ones would cost more than the rest. */
const isDiverse = ({ name }: DatasetColumn): boolean =>
  ['id', 'text', 'trace', 'value', 'machine_value', 'start', 'end', 'text_hash', 'value_hash', 'content_hash'].includes(
    name,
  );

/** One row group after the other, then the footer. JSON is text there; every column may be null. */
export async function* parquetStream(dataset: Dataset, pages: Pages): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const columns = dataset.columns.map((column) => ({ column, cell: cellOf(column), data: [] as Cell[] }));
  const shape = columns.map(
    ({ column }): Omit<ColumnSource, 'data'> => ({
      name: column.name,
      type: parquetType(column),
      nullable: true,
      ...(isDiverse(column) ? { encoding: 'PLAIN' as const } : {}),
    }),
  );
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: shape.map((column) => ({ ...column, data: [] })) }),
    codec: 'ZSTD',
    compressors: { ZSTD: (input) => zstdCompressSync(input, fastest) },
    createdBy: 'civicwire',
  });
  const takeBytes = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  const writeGroup = async (): Promise<Uint8Array> => {
    const columnData = shape.map((column, index) => ({ ...column, data: columns[index]?.data ?? [] }));
    await writer.write({ columnData, rowGroupSize: groupRowsMax });
    for (const column of columns) column.data = [];
    return takeBytes();
  };
  let characters = 0;
  for await (const rows of pages) {
    for (const { column, cell, data } of columns) for (const row of rows) data.push(cell(row[column.name] ?? null));
    characters += charactersOf(rows, dataset.columns);
    if ((columns[0]?.data.length ?? 0) < groupRowsMax && characters < groupCharactersMax) continue;
    yield await writeGroup();
    characters = 0;
  }
  if ((columns[0]?.data.length ?? 0) > 0) yield await writeGroup();
  await writer.finish();
  yield takeBytes();
}

function charactersOf(rows: readonly StoredRow[], columns: readonly DatasetColumn[]): number {
  let characters = 0;
  for (const { name, type } of columns) {
    if (type === 'integer' || type === 'number' || type === 'boolean') continue;
    for (const row of rows) characters += String(row[name] ?? '').length;
  }
  return characters;
}
