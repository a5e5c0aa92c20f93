// New readings on their way to the database, in a temporary file: the whole archive's would not fit into memory, and the
// database is to be locked only while it is written. Knows files; not what is in a reading.

import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
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
  readonly remove: () => void;
}

export function createSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-reextract-'));
  const file = join(folder, 'readings.jsonl');
  const stream = createWriteStream(file);
  return {
    write: async (reading) => {
      if (!stream.write(`${JSON.stringify(reading)}\n`)) await once(stream, 'drain');
    },
    read: async function* () {
      stream.end();
      await once(stream, 'finish');
      const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
      for await (const line of lines) yield rereadingSchema.parse(JSON.parse(line));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
