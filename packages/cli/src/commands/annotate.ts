// `civicwire annotate`: a stream of stories in, a stream of findings out, in flat memory.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Extractor } from '@civicwire/extract';
import { annotateLine, BadLine } from '../annotate-line.ts';
import { exitCode } from '../exit-code.ts';
import { loadExtractor } from '../load-extractor.ts';
import { say, writeJsonLine } from '../output.ts';

const progressEveryMs = 2_000;

/** Reads JSONL until the stream ends. A bad line is reported with its number and the rest goes on (exit code 1). */
export async function annotateCommand(input: Readable, options: { readonly packs?: string }): Promise<number> {
  const extractor = await loadExtractor(options.packs);
  const startedMs = Date.now();
  let lastProgressMs = startedMs;
  let lineNumber = 0;
  let failed = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNumber++;
    if (line.trim() === '') continue;
    const row = annotateOne(line, lineNumber, extractor);
    if (row) await writeJsonLine(row);
    else failed++;
    if (Date.now() - lastProgressMs >= progressEveryMs) {
      lastProgressMs = Date.now();
      say(`annotate: ${lineNumber} lines, ${(lineNumber / ((lastProgressMs - startedMs) / 1000)).toFixed(0)} a second`);
    }
  }
  if (failed > 0) say(`annotate: ${failed} of ${lineNumber} lines could not be read`);
  return failed > 0 ? exitCode.someFailed : exitCode.done;
}

function annotateOne(line: string, lineNumber: number, extractor: Extractor): Record<string, unknown> | null {
  try {
    return annotateLine(JSON.parse(line), extractor);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof BadLine) {
      say(`annotate: line ${lineNumber} of standard input: ${error.message}; expected a JSON object with id and text`);
      return null;
    }
    throw error;
  }
}
