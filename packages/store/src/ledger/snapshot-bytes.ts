// How a snapshot's bytes stand in the store: compressed, or removed by retention while the rest of the row stays.
// Knows bytes, no page.
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const expand = promisify(gunzip);

export const keptEncoding = 'gzip';
/** Id (hash), size, status and headers still say what was there. */
export const removedEncoding = 'removed';

interface StoredBytes {
  readonly bytes: Uint8Array;
  readonly encoding: string;
}

/** Bytes as they came → the columns. */
export async function packBytes(bytes: Uint8Array): Promise<StoredBytes> {
  return { bytes: await compress(bytes), encoding: keptEncoding };
}

/** The columns → bytes as they came; null when they were removed. */
export async function unpackBytes({ bytes, encoding }: StoredBytes): Promise<Uint8Array | null> {
  return encoding === removedEncoding ? null : expand(bytes);
}

/** What takes the place of the bytes. */
export const removedBytes: StoredBytes = { bytes: new Uint8Array(0), encoding: removedEncoding };
