// Decodes a response body while counting: no layer may let more than the cap through. Knows no HTTP but Content-Encoding.
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { FetchStopped } from './fetch-result.ts';

const layersMax = 2;

export interface BodyCap {
  /** Decoded bytes, for every layer. */
  readonly bytesMax: number;
  /** At the cap: refuse the document, or keep what fits (robots.txt). */
  readonly atCap: 'refuse' | 'cut';
}

/**
 * The decoded body. Throws FetchStopped: 'too-large', 'unsupported-encoding', 'broken-encoding'; other errors are the connection's.
 * gzip, deflate (with zlib header or raw), br and zstd; at most two layers.
 */
export async function readBody(body: Readable, contentEncoding: string | null, cap: BodyCap): Promise<Uint8Array> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > layersMax)
    throw new FetchStopped(
      'unsupported-encoding',
      `${encodings.length} layers of Content-Encoding, expected at most ${layersMax}`,
    );
  const first = await takeFirst(body);
  const layers = encodings
    .reverse()
    .flatMap((name, index) => [createCounter(cap), createDecoder(name, index === 0 ? first.chunk : null)]);
  const collector = createCollector(cap);
  try {
    await pipeline([first.rest, ...layers, collector.sink]);
  } catch (error) {
    if (!(error instanceof CapReached)) throw explain(error, encodings);
    if (cap.atCap === 'refuse')
      throw new FetchStopped('too-large', `more than ${cap.bytesMax} decoded bytes, expected at most that`);
  } finally {
    body.destroy();
  }
  return collector.bytes();
}

class CapReached extends Error {}

/** Keeps bytes up to the cap, then fails. */
function createCollector(cap: BodyCap): { readonly sink: Writable; bytes(): Uint8Array } {
  const chunks: Buffer[] = [];
  let size = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const room = cap.bytesMax - size;
      const kept = chunk.length <= room ? chunk : chunk.subarray(0, room);
      chunks.push(kept);
      size += kept.length;
      done(kept.length < chunk.length ? new CapReached() : null);
    },
  });
  return { sink, bytes: () => Buffer.concat(chunks, size) };
}

/**
 * Passes the bytes of an inner layer through up to the cap, then fails: a layer must not grow without end either.
 * Where the outcome may be cut, decoding needs room to get that far.
 */
function createCounter(cap: BodyCap): Transform {
  const bytesMax = cap.atCap === 'cut' ? cap.bytesMax * 20 : cap.bytesMax;
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytesMax) done(new CapReached());
      else done(null, chunk);
    },
  });
}

function createDecoder(name: string, first: Buffer | null): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    case 'deflate':
      return first === null || hasZlibHeader(first) ? createInflate() : createInflateRaw();
    default:
      throw new FetchStopped(
        'unsupported-encoding',
        `Content-Encoding ${JSON.stringify(name.slice(0, 40))}, expected gzip, deflate, br or zstd`,
      );
  }
}

/** RFC 1950: method 8, and the first two bytes a multiple of 31. Some servers send raw RFC 1951 data under the same name. */
function hasZlibHeader(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}

async function takeFirst(body: Readable): Promise<{ chunk: Buffer; rest: Readable }> {
  const iterator = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const next = await iterator.next();
  if (next.done) return { chunk: Buffer.alloc(0), rest: Readable.from([]) };
  const chunk = next.value;
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield chunk;
    for (let more = await iterator.next(); !more.done; more = await iterator.next()) yield more.value;
  };
  return { chunk, rest: Readable.from(rest(), { objectMode: false }) };
}

function explain(error: unknown, encodings: readonly string[]): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (
    !/^(?:Z_|ERR__?ZLIB|ERR_BROTLI|ERR__ERROR|ZSTD|ERR_PADDING|ERR_ZSTD)/.test(code) &&
    !/^ERR_+[A-Z]+_FORMAT/.test(code)
  )
    return error;
  return new FetchStopped(
    'broken-encoding',
    `the body is not sound ${encodings.join(', ')} (${code}), expected a whole one`,
  );
}
