// What a copy, a backup or a restoration printed: each table with its rows and hash. Knows no database.
import { toWire } from '@civicwire/shared';
import type { CopyResult } from '@civicwire/store';
import { writeData, writeJsonLine } from '../../output.ts';
import { showCount } from '../../progress.ts';
import { alignTable } from '../../tables.ts';

const hashShown = 16;

/** Writes the tables and a closing sentence, or all of it as one JSON line with the `facts` first. */
export async function writeTables(
  { schema, rows, tables }: CopyResult,
  sentence: string,
  { json, ...facts }: { readonly json: boolean } & Readonly<Record<string, unknown>>,
): Promise<void> {
  if (json) return writeJsonLine(toWire({ ...facts, schema, rows, tables }));
  const lines = alignTable([
    ['table', 'rows', 'hash'],
    ...tables.map((table) => [table.table, table.rows, table.hash.slice(0, hashShown)]),
  ]);
  return writeData(`${lines.join('\n')}\n${sentence}\n`);
}

/** Shows how far `work` is while it runs: a bar on a terminal, plain lines elsewhere. */
export async function withRowProgress<Result>(
  what: string,
  work: (onProgress: (done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  let done = 0;
  let bar: ReturnType<typeof showCount> | null = null;
  try {
    return await work((now, total) => {
      done = now;
      bar ??= showCount(what, total, () => done, 'rows');
    });
  } finally {
    // What is assigned in a callback is null to the compiler here.
    (bar as ReturnType<typeof showCount> | null)?.stop();
  }
}
