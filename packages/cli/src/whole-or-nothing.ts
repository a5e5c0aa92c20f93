// Makes a file or folder under a passing name beside its place, and puts it there when it is whole. Knows names on disk.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { explainWriting } from '@civicwire/store';

/**
 * Calls `make` with the passing name (for a folder: of an empty one that is there) and moves what it made to `place`, which
 * must be free then. When `make` fails, nothing stays behind. Throws `UsageError` for a place that cannot be written to.
 */
export async function wholeOrNothing<Result>(
  place: string,
  shape: 'file' | 'folder',
  make: (passing: string) => Promise<Result>,
): Promise<Result> {
  const parent = dirname(resolve(place));
  const passing = join(parent, `.${basename(place)}.partial-${process.pid}`);
  try {
    mkdirSync(shape === 'folder' ? passing : parent, { recursive: true });
    const result = await make(passing);
    renameSync(passing, place);
    return result;
  } catch (error) {
    throw explainWriting(error, place);
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
}
