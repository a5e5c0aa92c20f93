// Unpacks a document that was stored packed (sitemap.xml.gz). Knows no HTTP: a Content-Encoding is gone by now.
import { gunzipSync } from 'node:zlib';

/** The bytes themselves when they are no gzip file; null when they unpack to more than `bytesMax` or are broken. */
export function unpackGzip(bytes: Uint8Array, bytesMax: number): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: bytesMax });
  } catch {
    return null; // Too large or cut off: the caller refuses the document either way.
  }
}
