// Whole kinds of records as files, sent while they are read. Knows formats and their names; each row is the store's.

import { UsageError } from '@civicwire/shared';
import { type ExportFormat, exportFormats, exportKinds, type Store } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { bodyStream } from './body-stream.ts';
import { type Api, addOperation, type Guards } from './operation.ts';
import { flag, oneOf } from './parameters.ts';
import { ProblemError } from './problem.ts';

/** Each format that comes as a stream: its media type and the end of its file's name. */
const files = {
  jsonl: ['application/jsonl; charset=utf-8', 'jsonl'],
  csv: ['text/csv; charset=utf-8; header=present', 'csv'],
  parquet: ['application/vnd.apache.parquet', 'parquet'],
  'web-annotation': ['application/ld+json; charset=utf-8', 'jsonld'],
  graphml: ['application/graphml+xml; charset=utf-8', 'graphml'],
  'dna-csv': ['text/csv; charset=utf-8; header=present', 'dna.csv'],
} as const satisfies Partial<Record<ExportFormat, readonly [type: string, end: string]>>;

const formats = Object.keys(files) as [keyof typeof files, ...(keyof typeof files)[]];

/** Exports at the same time: each holds a connection to the database until it has been taken. */
const exportsMax = 2;

/** Adds the operation. */
export function addExportOperation(api: Api, guards: Guards, store: Store): void {
  const views = store.dictionary().filter(({ kind }) => kind === 'view');
  const kinds = [...exportKinds, ...views.map(({ name }) => name)] as [string, ...string[]];
  const streamed = formats.filter((format) => exportFormats[format] === 'stream').join(', ');
  let open = 0;
  const counted = async function* (first: Part, rest: AsyncGenerator<Part>): AsyncGenerator<Part> {
    open += 1;
    try {
      yield first;
      yield* rest;
    } finally {
      open -= 1;
      await rest.return(undefined);
    }
  };
  addOperation(api, guards, {
    method: 'get',
    path: '/exports/{kind}',
    id: 'export',
    summary: 'All records of one kind, or all rows of a view, as a file of one consistent state',
    about:
      'A connection that breaks before the end leaves an unfinished chunked answer, never a shorter file that looks whole. graphml and dna-csv hold stances; web-annotation holds findings, cities, officials, quotes or stances.',
    tag: 'exports',
    scopes: ['read:all', 'export'],
    pathParameters: z.object({ kind: oneOf(kinds, 'What to export: a kind of records or a view.') }),
    query: z.strictObject({
      format: oneOf(formats, `${streamed}; jsonl unless given.`).optional(),
      spreadsheet: flag(
        'true: CSV whose formulas are disarmed; false: exact bytes. true for the review desk and false for tokens unless given.',
      ).optional(),
    }),
    answer: { about: 'The file.', type: 'application/jsonl', schema: z.string() },
    handle: async ({ context, path: { kind }, query: { format = 'jsonl', spreadsheet }, reader }) => {
      if (open >= exportsMax) {
        throw new ProblemError(
          503,
          `${exportsMax} exports are under way; expected fewer: try again when one has ended`,
        );
      }
      const isForSpreadsheet = spreadsheet === undefined ? reader.csrf !== null : spreadsheet === 1;
      const rest = store.exportStream({ format, kind, forSpreadsheet: format === 'csv' && isForSpreadsheet });
      const first = await firstPart(rest);
      const [type, end] = files[format];
      const headers = {
        'content-type': type,
        'content-disposition': `attachment; filename="${kind}.${end}"`,
        'cache-control': 'no-store',
      };
      // Parts that nobody has begun to read do not end by themselves.
      const giveUp = () => void rest.return(undefined);
      if (context.req.method !== 'HEAD') return context.body(bodyStream(counted(first, rest), giveUp), 200, headers);
      giveUp();
      return context.body(null, 200, headers);
    },
  });
}

type Part = string | Uint8Array;

/** What is wrong with a request shows before the first part; once a status is sent, it would be too late to say so. */
async function firstPart(parts: AsyncGenerator<Part>): Promise<Part> {
  try {
    const { done, value } = await parts.next();
    return done ? '' : value;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new ProblemError(400, error.message, [{ in: 'query', name: 'format', problem: error.message }]);
  }
}
