// A folder of saved pages → captures. A page's address is the one that it gives itself.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPage } from '@civicwire/extract';
import { UsageError } from '@civicwire/shared';
import { readBytes } from '../commands/extract-body.ts';
import type { Capture, Unusable } from './capture.ts';

/**
 * Every .html and .html.gz file below a folder, in order of their paths. A page without a canonical address goes by the
 * address of its file. Throws `UsageError` when there is no such folder.
 */
export function* readHtmlFolder(folder: string): Generator<Capture | Unusable> {
  for (const file of filesBelow(folder)) {
    const bytes = readBytes(file);
    if (bytes instanceof Error) {
      yield { problem: `${file}: ${bytes.message}; expected HTML, gzipped or not` };
      continue;
    }
    const { facts } = readPage({ bytes, url: null, contentType: null });
    yield {
      url: facts?.canonicalUrl ?? pathToFileURL(file).href,
      bytes,
      status: 200,
      contentType: null,
      headers: {},
      capturedAtMs: statSync(file).mtimeMs,
    };
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.html?(?:\.gz)?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new UsageError(`${folder}: ${(error as Error).message}; expected a folder of .html files`, { cause: error });
  }
}
