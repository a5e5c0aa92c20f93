// Runs a corpus's own scorer on our predictions. Knows files and processes; not what the figures mean.
import { execFileSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';

/** The rows of a JSONL file, one at a time. */
export async function* readJsonl(file: string): AsyncGenerator<Record<string, unknown>> {
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim()) yield JSON.parse(line) as Record<string, unknown>;
  }
}

/** Bytes of a file that may be gzipped. */
export function readMaybeGzipped(file: string): Uint8Array {
  const bytes = readFileSync(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/**
 * Writes predictions (and `gold`, when given) to temporary JSONL files, runs `node SCORER ARGS` with `PRED` (and `GOLD`)
 * replaced by those files and `--json`, and returns what it printed. Throws with the scorer's words when it fails.
 */
export function score(
  scorer: string,
  args: readonly string[],
  predictions: readonly unknown[],
  gold: readonly unknown[] = [],
): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-evaluate-'));
  const files: Readonly<Record<string, string>> = {
    PRED: join(folder, 'predictions.jsonl'),
    GOLD: join(folder, 'gold.jsonl'),
  };
  try {
    writeFileSync(join(folder, 'predictions.jsonl'), toJsonl(predictions));
    writeFileSync(join(folder, 'gold.jsonl'), toJsonl(gold));
    const filled = args.map((arg) => files[arg] ?? arg);
    // To a file, not a pipe: a scorer that ends by process.exit() may leave a pipe half written.
    const printed = join(folder, 'printed.json');
    const descriptor = openSync(printed, 'w');
    try {
      execFileSync(process.execPath, [scorer, ...filled, '--json'], { stdio: ['ignore', descriptor, 'inherit'] });
    } finally {
      closeSync(descriptor);
    }
    return JSON.parse(readFileSync(printed, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toJsonl(rows: readonly unknown[]): string {
  return `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
}

/** A number at a path of a scorer's result. Throws when it is not there: a figure that vanished is no zero. */
export function figure(result: unknown, path: string): number {
  let value: unknown = result;
  for (const key of path.split('/')) value = (value as Record<string, unknown> | undefined)?.[key];
  if (typeof value !== 'number')
    throw new Error(`the scorer gave no number at "${path}", but ${JSON.stringify(value)}`);
  return value;
}
