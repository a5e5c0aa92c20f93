// What a release says of itself: which state of the store it is, what is in it, and the hash of every file. Knows the manifest's
// shape and its place; no database.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { sha256 } from '../hashing.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.strictObject({
  format: z.literal('civicwire-release/1'),
  name: z.string(),
  /** Number of the last change that is in it; 0 for an empty store. */
  seq: z.int().nonnegative(),
  /** When that was; null for an empty store. The time of cutting is not kept: the same state gives the same bytes. */
  last_change_at: z.string().nullable(),
  tool_version: z.string(),
  /** Rules and packs that current story versions were last read with, and how many each. */
  rules_versions: z.record(z.string(), z.int()),
  /** Rows of each table of the SQLite file. */
  counts: z.record(z.string(), z.int()),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().nonnegative(), sha256: hash })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFile = 'manifest.json';
export const databaseFile = 'civicwire.sqlite';

/** A release's manifest with the hash that names the release: SHA-256 of the manifest's bytes. */
export interface ReleaseFacts {
  readonly manifest: Manifest;
  readonly releaseHash: string;
}

/** Reads the manifest of a release's folder. Throws `UsageError` when there is none or it cannot be read. */
export function readManifest(folder: string): ReleaseFacts {
  const file = join(folder, manifestFile);
  let bytes: Buffer;
  let content: unknown;
  try {
    bytes = readFileSync(file);
    content = JSON.parse(bytes.toString());
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}; expected the manifest of a release`, { cause: error });
  }
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success)
    throw new UsageError(`${file}: ${z.prettifyError(parsed.error)}; expected the manifest of a release`);
  return { manifest: parsed.data, releaseHash: sha256(bytes) };
}
