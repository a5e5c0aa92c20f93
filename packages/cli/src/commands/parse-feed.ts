// `civicwire parse-feed`: feed files in, one line of entries and warnings each out.
import { parseFeed } from '@civicwire/ingest';
import { UsageError } from '@civicwire/shared';
import { exitCode } from '../exit-code.ts';
import { writeJsonLine } from '../output.ts';
import { readBytes } from './extract-body.ts';

/** Exit code 1 when at least one file is no feed. A file that does not exist is a usage error. */
export async function parseFeedCommand(files: readonly string[]): Promise<number> {
  let failed = 0;
  for (const file of files) {
    const bytes = readBytes(file);
    if (bytes instanceof Error)
      throw new UsageError(`${file}: ${bytes.message}; expected a feed file`, { cause: bytes });
    const { ok, encoding, feed, entries, warnings } = parseFeed(bytes, {});
    if (!ok) failed++;
    await writeJsonLine({ file, ok, encoding, feed, entries, warnings });
  }
  return failed > 0 ? exitCode.someFailed : exitCode.done;
}
