// Whole kinds of records as files, sent while they are read. Knows formats; each row is the store's.

import { type ExportRow, exportKinds, type Store, writeCsv } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { type Api, addOperation, type Guards } from './operation.ts';
import { oneOf } from './parameters.ts';
import { inLargeParts, textStream } from './text-stream.ts';

const types = { jsonl: 'application/jsonl; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' } as const;

/** Adds the operation. */
export function addExportOperation(api: Api, guards: Guards, store: Store): void {
  addOperation(api, guards, {
    method: 'get',
    path: '/exports/{kind}',
    id: 'export',
    summary: 'All records of one kind as a file',
    about:
      'In the order of their ids. A connection that breaks before the end leaves an unfinished chunked answer, never a shorter file that looks whole.',
    tag: 'exports',
    scopes: ['read:all', 'export'],
    pathParameters: z.object({ kind: oneOf(exportKinds, 'What to export.') }),
    query: z.strictObject({ format: oneOf(['jsonl', 'csv'], 'jsonl unless given.').optional() }),
    answer: { about: 'The file.', type: 'application/jsonl', schema: z.string() },
    handle: ({ context, path: { kind }, query: { format = 'jsonl' } }) => {
      const lines =
        format === 'csv'
          ? writeCsv(store.exportColumns(kind), store.exportRows(kind))
          : writeJsonl(store.exportRows(kind));
      return context.body(textStream(inLargeParts(lines)), 200, {
        'content-type': types[format],
        'content-disposition': `attachment; filename="${kind}.${format}"`,
        'cache-control': 'no-store',
      });
    },
  });
}

async function* writeJsonl(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
