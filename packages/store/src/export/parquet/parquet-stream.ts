// A dataset as a Parquet file, in pieces of a row group each. Knows how our column types look there; asks no database.
import type { Dataset, DatasetColumn } from '../datasets.ts';
import type { RawPages } from '../read-rows.ts';
import { ColumnBuilder, type PhysicalType } from './column-builder.ts';
import { compressGroup, ParquetFile } from './parquet-file.ts';

/** A row group ends at either: as many rows as readers like, and as many bytes as memory likes. */
const groupRowsMax = 50_000;
const groupBytesMax = 8_000_000;

/** Numbers of changes grow for ever; everything else that is counted stays small. */
const isLong = ({ name }: DatasetColumn): boolean => name === 'seq' || name === 'last_change_seq';

function physicalType(column: DatasetColumn): PhysicalType {
  switch (column.type) {
    case 'integer':
      return isLong(column) ? 'INT64' : 'INT32';
    case 'number':
      return 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    default:
      return 'BYTE_ARRAY';
  }
}

/** One row group after the other, then the footer. JSON is text there; every column may be null. */
export async function* parquetStream(dataset: Dataset, pages: RawPages): AsyncGenerator<Uint8Array> {
  const columns = dataset.columns.map((column) => ({ name: column.name, type: physicalType(column) }));
  const builders = columns.map(({ type }) => new ColumnBuilder(type, groupRowsMax));
  const file = new ParquetFile(columns);
  yield file.begin();
  let rows = 0;
  let pending: ReturnType<typeof compressGroup> | null = null;
  const endGroup = (): void => {
    pending = compressGroup(
      columns,
      builders.map((builder) => builder.take()),
    );
    // Whoever waits for it is told; a receiver that has gone away is not there to wait.
    pending.catch(() => {});
    rows = 0;
  };
  for await (const page of pages) {
    for (const row of page) {
      for (const [index, builder] of builders.entries()) builder.append(row[index] ?? null);
      rows += 1;
      if (rows < groupRowsMax && !isFull(builders, rows)) continue;
      if (pending !== null) yield file.group(await pending);
      endGroup();
    }
  }
  if (pending !== null) yield file.group(await pending);
  if (rows > 0) {
    endGroup();
    if (pending !== null) yield file.group(await pending);
  }
  yield file.end('civicwire');
}

/** Asked now and then: sizes are added up. */
function isFull(builders: readonly ColumnBuilder[], rows: number): boolean {
  if (rows % 256 !== 0) return false;
  return builders.reduce((sum, { size }) => sum + size, 0) >= groupBytesMax;
}
