// THE list of export formats: what each takes, and whether it comes as a stream or needs a place of its own. Knows which writer
// makes it.
import { UsageError } from '@civicwire/shared';
import { type FindingKind, findingKinds } from '../save/finding-values.ts';
import type { Context } from '../writing.ts';
import { type ConsistentReader, openConsistentReader } from './consistent-reader.ts';
import { writeDataPackage } from './data-package.ts';
import { type Dataset, datasetOf, datasets, evidenceDatasets, viewDatasets } from './datasets.ts';
import { dnaCsvStream, writeDnaFile } from './dna.ts';
import { graphmlStream } from './graphml.ts';
import { parquetStream } from './parquet/parquet-stream.ts';
import { counted } from './read-pages.ts';
import { readRows } from './read-rows.ts';
import { writeSqliteFile } from './sqlite-file.ts';
import { csvStream, jsonlStream } from './text-streams.ts';
import { webAnnotationStream } from './web-annotation.ts';
import { explainWriting } from './write-stream.ts';

/** `stream` formats can go anywhere; a `file` or `folder` must be given a place. */
export const exportFormats = {
  jsonl: 'stream',
  csv: 'stream',
  parquet: 'stream',
  'web-annotation': 'stream',
  graphml: 'stream',
  'dna-csv': 'stream',
  dna: 'file',
  sqlite: 'file',
  'data-package': 'folder',
} as const;
export type ExportFormat = keyof typeof exportFormats;

export interface ExportRequest {
  readonly format: ExportFormat;
  /** A kind of records or a view; `all` for formats that hold many. The format's usual one when left out. */
  readonly kind?: string | undefined;
  /** CSV for files that people open with a click: formulas are disarmed. */
  readonly forSpreadsheet?: boolean | undefined;
}

/**
 * The export as pieces of one consistent state. Holds a read transaction until it is read to its end or given up (`return`).
 * `onRows` is told how many rows each page of a kind or view has. Throws `UsageError` for an unknown kind, a kind that the format
 * cannot hold, and a format that needs a place.
 */
export async function* exportStream(
  context: Context,
  request: ExportRequest,
  onRows: (count: number) => void = () => {},
): AsyncGenerator<string | Uint8Array> {
  const open = streamOf(context, request, onRows);
  const reader = await openConsistentReader(context);
  try {
    yield* open(reader.context);
  } finally {
    await reader.close();
  }
}

type Pieces = AsyncGenerator<string | Uint8Array>;

/** Checks the request before anything is opened. */
function streamOf(
  context: Context,
  request: ExportRequest,
  onRows: (count: number) => void,
): (reading: Context) => Pieces {
  const { format, kind } = request;
  switch (format) {
    case 'jsonl':
    case 'csv':
    case 'parquet': {
      const dataset = datasetOf(context, kind ?? 'findings');
      const pages = (reading: Context) => counted(readRows(reading, dataset), onRows);
      if (format === 'jsonl') return (reading) => jsonlStream(dataset, pages(reading));
      if (format === 'parquet') return (reading) => parquetStream(dataset, pages(reading));
      const csvReader = request.forSpreadsheet === true ? 'spreadsheet' : 'exact';
      return (reading) => csvStream(dataset, pages(reading), csvReader);
    }
    case 'web-annotation': {
      const findingKind = findingKindOf(kind ?? 'findings');
      return (reading) => webAnnotationStream(reading, findingKind);
    }
    case 'graphml':
    case 'dna-csv':
      expectKind(format, kind, 'stances');
      return format === 'graphml' ? graphmlStream : dnaCsvStream;
    default:
      throw new UsageError(`export: ${format} is no stream; expected a file or folder to write it to`);
  }
}

/** The kind of finding that a kind of records is made of; null for all of them. */
function findingKindOf(kind: string): FindingKind | null {
  const byKind: Readonly<Record<string, FindingKind | null>> = {
    findings: null,
    cities: 'city',
    officials: 'official',
    quotes: 'quote',
    stances: 'stance',
  };
  const found = byKind[kind];
  if (found === undefined)
    throw new UsageError(
      `export: web-annotation holds ${findingKinds.join(', ')}; there is no kind "${kind}" of them; expected one of ${Object.keys(byKind).join(', ')}`,
    );
  return found;
}

function expectKind(format: ExportFormat, kind: string | undefined, only: string): void {
  if (kind !== undefined && kind !== only)
    throw new UsageError(`export: ${format} holds ${only}, not "${kind}"; expected no kind or ${only}`);
}

/**
 * Writes one consistent state to a new file (`dna`, `sqlite`) or into an empty folder (`data-package`); gives the rows of each
 * dataset. Throws `UsageError` for a kind that the format cannot hold and a place that cannot be written to,
 * `ServiceUnavailable` when the disk is full.
 */
export async function exportTo(
  context: Context,
  request: ExportRequest,
  place: string,
): Promise<Readonly<Record<string, number>>> {
  const write = placeWriterOf(context, request, place);
  const reader = await openConsistentReader(context);
  try {
    return await write(reader);
  } catch (error) {
    throw explainWriting(error, place);
  } finally {
    await reader.close();
  }
}

function placeWriterOf(
  context: Context,
  { format, kind }: ExportRequest,
  place: string,
): (reader: ConsistentReader) => Promise<Readonly<Record<string, number>>> {
  switch (format) {
    case 'dna':
      expectKind(format, kind, 'stances');
      return async (reader) => ({ stances: await writeDnaFile(reader.context, place) });
    case 'sqlite': {
      const chosen = choose(context, kind, [...viewDatasets(), ...evidenceDatasets()]);
      return async (reader) => writeSqliteFile(reader.context, chosen, place, {});
    }
    case 'data-package': {
      const chosen = choose(context, kind, datasets(context));
      const facts = { name: 'civicwire', title: 'Civicwire: cities, officials, quotes and stances in local news' };
      return async (reader) => {
        const written = await writeDataPackage(reader.context, chosen, place, facts);
        return Object.fromEntries(written.map(({ dataset, rows }) => [dataset.name, rows]));
      };
    }
    default:
      throw new UsageError(`export: ${format} is a stream; expected ${Object.keys(exportFormats).join(', ')}`);
  }
}

function choose(context: Context, kind: string | undefined, all: readonly Dataset[]): readonly Dataset[] {
  return kind === undefined || kind === 'all' ? all : [datasetOf(context, kind)];
}
