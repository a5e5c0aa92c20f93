// `civicwire extract-body`: pages in, article text and facts out.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPage } from '@civicwire/extract';
import { UsageError } from '@civicwire/shared';
import { exitCode } from '../exit-code.ts';
import { say, writeJsonLine } from '../output.ts';

const maxPageBytes = 64 * 1024 * 1024;

/** Writes a line for each file. Files that cannot be read are named on standard error; the rest goes on (exit code 1). */
export async function extractBodyCommand(paths: readonly string[]): Promise<number> {
  let failed = 0;
  for (const file of paths.flatMap(filesAt)) {
    const bytes = readBytes(file);
    if (bytes instanceof Error) {
      say(`extract-body: ${file}: ${bytes.message}; expected HTML, gzipped or not`);
      failed++;
      continue;
    }
    const { status, article, facts, notes } = readPage({ bytes, url: null, contentType: null });
    await writeJsonLine({
      id: basename(file)
        .replace(/\.gz$/, '')
        .replace(/\.html?$/, ''),
      title: facts?.title ?? null,
      byline: facts?.byline ?? null,
      section: facts?.section ?? null,
      published_at: facts?.publishedAt ?? null,
      modified_at: facts?.modifiedAt ?? null,
      body: article?.text ?? '',
      status,
      methods: article?.methods ?? facts?.methods ?? {},
      notes,
    });
  }
  return failed > 0 ? exitCode.someFailed : exitCode.done;
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.html?(?:\.gz)?$/.test(entry.name))
      .map((entry) => join(path, entry.name))
      .sort();
  } catch (error) {
    throw new UsageError(
      `${path}: ${(error as Error).message}; expected a file or a folder of .html or .html.gz files`,
      { cause: error },
    );
  }
}

/** Bytes of a file, unzipped when it is gzip; an error as a value when it cannot be read. */
export function readBytes(file: string): Uint8Array | Error {
  try {
    const bytes = readFileSync(file);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: maxPageBytes }) : bytes;
  } catch (error) {
    return error as Error;
  }
}
