// A stream of pieces into a new file, hashed on the way. Knows files; not what is in them.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { ServiceUnavailable, UsageError } from '@civicwire/shared';

/** `path` is relative to the folder that it belongs to, with slashes. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes all pieces to a file that must not exist yet. Throws `UsageError` when it does, `ServiceUnavailable` when the disk is full. */
export async function writeStream(
  pieces: AsyncIterable<string | Uint8Array>,
  file: string,
  path: string,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await using target = await open(file, 'wx');
    for await (const piece of pieces) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(buffer);
      bytes += buffer.length;
      await target.writeFile(buffer);
    }
  } catch (error) {
    throw explainWriting(error, file);
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** A failure to write, in words: what, where, what was expected. Any other error as it is. */
export function explainWriting(error: unknown, place: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return new ServiceUnavailable(`${place}: the disk is full; expected room for what is written`, { cause: error });
  if (code === 'EEXIST')
    return new UsageError(`${place}: is there already; expected a name that is free`, { cause: error });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'SQLITE_CANTOPEN'].includes(code))
    return new UsageError(`${place}: ${(error as Error).message}; expected a place that this user may write to`, {
      cause: error,
    });
  return error;
}
