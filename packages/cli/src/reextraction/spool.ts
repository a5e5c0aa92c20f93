// New readings on their way to the database, in a temporary file: the whole archive's would not fit into memory, and the
// database is to be locked only while it is written. Knows files; not what is in a reading.

import { once } from 'node:events';
import { closeSync, createReadStream, createWriteStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { annotationSchema, articleSchema } from '@civicwire/shared';
import type { Rereading } from '@civicwire/store';
import { z } from 'zod';

const rereadingSchema = z.object({
  storyId: z.string(),
  versionId: z.string(),
  snapshotId: z.string(),
  rulesVersion: z.string(),
  article: articleSchema,
  annotation: annotationSchema,
});

export interface Spool {
  readonly write: (reading: Rereading) => Promise<void>;
  /** All readings in the order in which they came; call when all are written. */
  readonly read: () => AsyncGenerator<Rereading>;
  readonly close: () => void;
}

export function createSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-reextract-'));
  const descriptor = openSync(join(folder, 'readings.jsonl'), 'w+');
  // The open file lives on without its name: nothing is left behind, whatever ends the program.
  rmSync(folder, { recursive: true });
  const stream = createWriteStream('', { fd: descriptor, autoClose: false });
  return {
    write: async (reading) => {
      if (!stream.write(`${JSON.stringify(reading)}\n`)) await once(stream, 'drain');
    },
    read: async function* () {
      stream.end();
      await once(stream, 'finish');
      const input = createReadStream('', { fd: descriptor, start: 0, autoClose: false });
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
        yield rereadingSchema.parse(JSON.parse(line));
    },
    close: () => closeSync(descriptor),
  };
}
