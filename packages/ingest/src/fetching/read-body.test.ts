// Decoding under a cap: every encoding, every layer, honest and hostile.
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';

const text = Buffer.from('The council voted 5 to 2. '.repeat(400));
const zeros = Buffer.alloc(8_000_000);
const roomy = { bytesMax: 1_000_000, atCap: 'refuse' } as const;

function read(
  bytes: Buffer,
  encoding: string | null,
  cap: Parameters<typeof readBody>[2] = roomy,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 1_000) chunks.push(bytes.subarray(at, at + 1_000));
  return readBody(Readable.from(chunks, { objectMode: false }), encoding, cap);
}

test.each([
  [null, text],
  ['identity', text],
  ['gzip', gzipSync(text)],
  ['x-gzip', gzipSync(text)],
  ['deflate', deflateSync(text)],
  ['deflate', deflateRawSync(text)],
  ['br', brotliCompressSync(text)],
  ['zstd', zstdCompressSync(text)],
  ['gzip, br', brotliCompressSync(gzipSync(text))],
])('%s is decoded', async (encoding, bytes) => {
  expect(Buffer.from(await read(bytes, encoding)).equals(text)).toBe(true);
});

test('an empty body is empty in every encoding that nobody applied', async () => {
  expect(await read(Buffer.alloc(0), null)).toHaveLength(0);
});

test.each([
  ['gzip', gzipSync(zeros)],
  ['deflate', deflateSync(zeros)],
  ['br', brotliCompressSync(zeros)],
  ['zstd', zstdCompressSync(zeros)],
  ['gzip, gzip', gzipSync(gzipSync(zeros))],
  [null, zeros],
])('a bomb in %s stops at the cap', async (encoding, bytes) => {
  await expect(read(bytes, encoding)).rejects.toMatchObject({ reason: 'too-large' });
});

test('where it is enough, the first bytes are kept', async () => {
  expect(await read(gzipSync(zeros), 'gzip', { bytesMax: 5_000, atCap: 'cut' })).toHaveLength(5_000);
});

test('a cut or forged stream is refused by name', async () => {
  await expect(read(gzipSync(text).subarray(0, 40), 'gzip')).rejects.toMatchObject({ reason: 'broken-encoding' });
  for (const encoding of ['gzip', 'deflate', 'br', 'zstd']) {
    await expect(read(text, encoding)).rejects.toMatchObject({ reason: 'broken-encoding' });
  }
});

test('unknown encodings and more than two layers are refused by name', async () => {
  await expect(read(text, 'compress')).rejects.toMatchObject({ reason: 'unsupported-encoding' });
  await expect(read(text, 'gzip, gzip, gzip')).rejects.toMatchObject({ reason: 'unsupported-encoding' });
});
