// `civicwire export`: records, views or a whole store, on standard output or at a place of their own.

import { existsSync, rmSync, statSync } from 'node:fs';
import { systemClock, UsageError } from '@civicwire/shared';
import {
  type ExportFormat,
  type ExportRequest,
  exportFormats,
  openStore,
  type Store,
  writeStream,
} from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { wholeOrNothing } from '../whole-or-nothing.ts';

export interface ExportOptions {
  readonly db: string;
  readonly format: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly spreadsheet?: boolean;
  readonly json?: boolean;
}

/** Writes the export; with `out`, what is there already is kept unless `force` is given, and nothing half-written stays behind. */
export async function exportCommand(kind: string | undefined, options: ExportOptions): Promise<number> {
  const request = readRequest(kind, options);
  const store = await openStore(options.db, { clock: systemClock });
  try {
    if (options.out === undefined) await writeOut(store, request);
    else await writeAt(store, request, options.out, options);
    return exitCode.done;
  } finally {
    await store.close();
  }
}

function readRequest(kind: string | undefined, options: ExportOptions): ExportRequest {
  const { format } = options;
  if (!isFormat(format))
    throw new UsageError(
      `export: there is no format "${format}"; expected one of ${Object.keys(exportFormats).join(', ')}`,
    );
  if (options.spreadsheet === true && format !== 'csv')
    throw new UsageError(`export: --spreadsheet is for csv, not ${format}`);
  if (options.out === undefined) {
    if (options.json === true) throw new UsageError('export: --json describes what --out writes; expected both');
    if (exportFormats[format] !== 'stream')
      throw new UsageError(`export: ${format} is a ${exportFormats[format]}; expected --out with a place for it`);
    if (format === 'parquet' && process.stdout.isTTY)
      throw new UsageError('export: parquet is no text; expected --out, or standard output that goes to a file');
  } else if (options.force !== true && existsSync(options.out)) {
    throw new UsageError(`export: ${options.out} is there already; expected a new name, or --force to replace it`);
  }
  return { format, kind, forSpreadsheet: options.spreadsheet };
}

async function writeOut(store: Store, request: ExportRequest): Promise<void> {
  for await (const piece of store.exportStream(request)) await writeData(piece);
}

async function writeAt(store: Store, request: ExportRequest, out: string, options: ExportOptions): Promise<void> {
  const shape = exportFormats[request.format];
  const isFolder = existsSync(out) && statSync(out).isDirectory();
  if (existsSync(out) && isFolder !== (shape === 'folder'))
    throw new UsageError(
      `export: ${out} is a ${isFolder ? 'folder' : 'file'}; expected a ${shape === 'folder' ? 'folder' : 'file'} or nothing there`,
    );
  const written = await wholeOrNothing(out, shape === 'folder' ? 'folder' : 'file', async (place) => {
    const result =
      shape === 'stream'
        ? await writeCounted(store, request, place, out)
        : { path: out, rows: await store.exportTo(request, place) };
    if (options.force === true) rmSync(out, { recursive: true, force: true });
    return result;
  });
  if (options.json) await writeJsonLine({ format: request.format, ...written });
  else say(`export: wrote ${out}`);
}

/** `rows` is null for formats that are no list of rows. */
async function writeCounted(store: Store, request: ExportRequest, place: string, out: string): Promise<object> {
  let rows: number | null = null;
  const pieces = store.exportStream(request, (count) => {
    rows = (rows ?? 0) + count;
  });
  return { ...(await writeStream(pieces, place, out)), rows };
}

function isFormat(name: string): name is ExportFormat {
  return Object.hasOwn(exportFormats, name);
}
