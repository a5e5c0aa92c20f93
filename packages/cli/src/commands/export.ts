// `civicwire export`: records of one kind on standard output.
import { systemClock, UsageError } from '@civicwire/shared';
import { type ExportKind, exportKinds, openStore, writeCsv } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { writeData, writeJsonLine } from '../output.ts';

/** Writes every row of the kind, as JSONL or CSV. */
export async function exportCommand(
  kind: string,
  options: { readonly db: string; readonly format: string },
): Promise<number> {
  if (!isExportKind(kind))
    throw new UsageError(`export: there is no kind "${kind}"; expected one of ${exportKinds.join(', ')}`);
  const store = await openStore(options.db, { clock: systemClock });
  try {
    if (options.format === 'csv') {
      for await (const line of writeCsv(store.exportColumns(kind), store.exportRows(kind))) await writeData(line);
    } else {
      for await (const row of store.exportRows(kind)) await writeJsonLine(row);
    }
    return exitCode.done;
  } finally {
    await store.close();
  }
}

function isExportKind(kind: string): kind is ExportKind {
  return (exportKinds as readonly string[]).includes(kind);
}
