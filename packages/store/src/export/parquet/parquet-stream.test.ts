// Parquet files of every kind of column, read by DuckDB: nulls in all places, row groups, text of several bytes a letter.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { seededRandom } from '../../testing/seeded-random.ts';
import type { Dataset } from '../datasets.ts';
import type { RawRow } from '../read-rows.ts';
import { parquetStream } from './parquet-stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const columns = [
  { name: 'seq', type: 'integer' },
  { name: 'start', type: 'integer' },
  { name: 'confidence', type: 'number' },
  { name: 'found', type: 'boolean' },
  { name: 'text', type: 'string' },
  { name: 'nothing', type: 'string' },
] as const;
const dataset: Dataset = {
  name: 'rows',
  from: 'record',
  about: 'Rows.',
  key: 'seq',
  columns: columns.map((column) => ({ ...column, about: '' })),
};

/** Writes the rows in pages of 64 and reads them back; numbers as they are, 64-bit ones as text. */
async function throughDuck(rows: readonly RawRow[]): Promise<{ rows: unknown[][]; groups: number }> {
  async function* pages() {
    for (let from = 0; from < rows.length; from += 64) yield rows.slice(from, from + 64);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetStream(dataset, pages())) pieces.push(piece);
  const file = join(folder, 'rows.parquet');
  writeFileSync(file, Buffer.concat(pieces));
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const read = await duck.runAndReadAll(`select * from '${file}'`);
    const groups = await duck.runAndReadAll(`select count(distinct row_group_id) from parquet_metadata('${file}')`);
    return { rows: read.getRowsJson() as unknown[][], groups: Number(groups.getRowsJson()[0]?.[0]) };
  } finally {
    duck.closeSync();
  }
}

const shown = ([seq, start, confidence, found, ...texts]: RawRow): unknown[] => [
  seq === null ? null : String(seq),
  start,
  confidence,
  found === null ? null : found === 1,
  ...texts,
];

test('cells of every type come back as they are, with nulls anywhere, over several row groups', async () => {
  const random = seededRandom(5);
  const words = ['', 'Mesa', 'Peña “votó”', '🗳️ no', 'x'.repeat(300), 'a\u0000b\nc'];
  const maybe = <Value>(value: Value): Value | null => (random() < 0.2 ? null : value);
  const rows = Array.from(
    { length: 120_001 },
    (_, at): RawRow => [
      maybe(at * 100_000_000_003),
      maybe(Math.floor(random() * 4_000_000_000) - 2_000_000_000),
      maybe(random() - 0.5),
      maybe(random() < 0.5 ? 1 : 0),
      maybe(words[Math.floor(random() * words.length)] ?? ''),
      null,
    ],
  );
  const read = await throughDuck(rows);
  expect(read.groups).toBeGreaterThan(2);
  expect(read.rows).toHaveLength(rows.length);
  const wrong = rows.findIndex((row, at) => JSON.stringify(shown(row)) !== JSON.stringify(read.rows[at]));
  expect(wrong).toBe(-1);
});

test('long texts end a row group before memory does', async () => {
  const rows = Array.from({ length: 1_000 }, (_, at): RawRow => [at, 0, 0, 1, 'ö'.repeat(20_000), null]);
  const read = await throughDuck(rows);
  expect(read.groups).toBeGreaterThan(3);
  expect(read.rows.map((row) => (row[4] as string).length)).toEqual(rows.map(() => 20_000));
});

test('no rows are a file with columns', async () => {
  expect(await throughDuck([])).toEqual({ rows: [], groups: 0 });
});
