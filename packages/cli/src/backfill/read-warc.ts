// A web archive (WARC, gzipped or not, or WACZ) → the pages in it. Knows the formats by their libraries; keeps one record in memory.
import { createReadStream, existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { UsageError } from '@civicwire/shared';
import { LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type Capture, captureBytesMax, type Unusable } from './capture.ts';

const unpackBrotli = promisify(brotliDecompress);

/**
 * Pages in the order of the archive: responses with status 200 that call themselves HTML. Redirects, pictures and
 * "revisit" records (the same bytes again) are passed over. An archive that breaks off gives what came before, and says so.
 * Throws `UsageError` when there is no such file.
 */
export async function* readArchive(file: string): AsyncGenerator<Capture | Unusable> {
  if (!existsSync(file)) throw new UsageError(`${file}: there is no such file; expected a WARC or WACZ archive`);
  try {
    if (/\.wacz$/i.test(file)) yield* readWacz(file);
    else yield* readRecords(createReadStream(file));
  } catch (error) {
    yield { problem: `${file}: ${(error as Error).message}; expected a sound archive, what came before was taken` };
  }
}

/** A WACZ is a zip with WARC files under archive/. */
async function* readWacz(file: string): AsyncGenerator<Capture | Unusable> {
  const zip: ZipFile = await openPromise(file);
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      if (!/^archive\/.*\.warc(?:\.gz)?$/i.test(entry.fileName)) continue;
      yield* readRecords(await zip.openReadStreamPromise(entry));
    }
  } finally {
    zip.close();
  }
}

async function* readRecords(stream: Readable): AsyncGenerator<Capture | Unusable> {
  let count = 0;
  for await (const record of new WARCParser(stream)) {
    // Every record is read to its end: the library waits for ever when it is to skip one that breaks off.
    const content = await readContent(record);
    const url = record.warcTargetURI ?? '';
    if (record.warcType === undefined || record.warcType === null) {
      yield { problem: `after ${count} records: found no WARC record, expected one; the rest is left out` };
      return;
    }
    count += 1;
    if (record._reader instanceof LimitReader && record._reader.limit > 0) {
      yield { problem: `${url}: the archive breaks off inside of it, expected a whole record` };
      return;
    }
    const capture = isPage(record) ? await toCapture(record, content) : null;
    if (capture) yield capture;
  }
  if (count === 0) yield { problem: 'found no WARC record, expected some' };
}

function isPage(record: WARCRecord): boolean {
  const type = record.httpHeaders?.headers.get('content-type') ?? '';
  const isHtml = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type);
  const isWeb = /^https?:/i.test(record.warcTargetURI ?? '');
  return record.warcType === 'response' && Number(record.httpHeaders?.statusCode) === 200 && isWeb && isHtml;
}

async function toCapture(record: WARCRecord, content: Uint8Array | null): Promise<Capture | Unusable> {
  const url = record.warcTargetURI ?? '';
  const headers = Object.fromEntries(
    [...(record.httpHeaders?.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const isBrotli = headers['content-encoding']?.trim().toLowerCase() === 'br';
  const bytes = content !== null && isBrotli ? await undoBrotli(content) : content;
  if (bytes === null)
    return { problem: `${url}: more than ${captureBytesMax} bytes or no sound Brotli, expected neither` };
  const contentType = headers['content-type'] ?? null;
  return { url, bytes, status: 200, contentType, headers, capturedAtMs: Date.parse(record.warcDate ?? '') || 0 };
}

/** The library undoes gzip, deflate and chunks; Brotli is left to us. Null when it is too large. */
async function readContent(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.byteLength;
    if (length <= captureBytesMax) chunks.push(chunk);
  }
  return length > captureBytesMax ? null : Buffer.concat(chunks);
}

function undoBrotli(bytes: Uint8Array): Promise<Uint8Array | null> {
  return unpackBrotli(bytes, { maxOutputLength: captureBytesMax }).catch(() => null);
}
