// A release: one state of the store as files that need nothing else, with a manifest that holds their hashes.
// Knows what goes into a release; where it stands in the end is the caller's.
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openConsistentReader } from '../export/consistent-reader.ts';
import { writeDataPackage } from '../export/data-package.ts';
import { datasets, evidenceDatasets, viewDatasets } from '../export/datasets.ts';
import { writeSqliteFile } from '../export/sqlite-file.ts';
import { explainWriting, type WrittenFile } from '../export/write-stream.ts';
import type { Context } from '../writing.ts';
import { databaseFile, type Manifest, manifestFile, type ReleaseFacts, readManifest } from './manifest.ts';

export interface ReleaseInput {
  readonly name: string;
  readonly toolVersion: string;
}

/** What a release of the present state would be. */
export type ReleaseState = Pick<Manifest, 'seq' | 'last_change_at' | 'rules_versions'>;

/** The present state, without writing anything. */
export async function releaseState({ db }: Context): Promise<ReleaseState> {
  const plain = db.withoutPlugins();
  const { rows } = await sql<{ seq: number; at: string | null }>`
    select s.value as seq, (select at from change where seq = s.value) as at from sequencer s`.execute(plain);
  const rules = await sql<{ version: string; stories: number }>`
    select v.rules_version as version, count(*) as stories from story s join story_version v on v.id = s.version_id
    group by v.rules_version`.execute(plain);
  const sorted = rules.rows.sort((a, b) => (a.version < b.version ? -1 : 1));
  return {
    seq: rows[0]?.seq ?? 0,
    last_change_at: rows[0]?.at ?? null,
    rules_versions: Object.fromEntries(sorted.map(({ version, stories }) => [version, stories])),
  };
}

/**
 * Writes one consistent state into an empty folder: the SQLite file, the data package, the manifest, all read-only. The same
 * state under the same name gives the same bytes. Throws `ServiceUnavailable` when the disk is full.
 */
export async function cutRelease(context: Context, input: ReleaseInput, folder: string): Promise<ReleaseFacts> {
  const reader = await openConsistentReader(context);
  try {
    const state = await releaseState(reader.context);
    const facts = { name: input.name, tool_version: input.toolVersion, seq: state.seq };
    const tables = [...viewDatasets(), ...evidenceDatasets()];
    const counts = await writeSqliteFile(reader.context, tables, join(folder, databaseFile), facts);
    const records = datasets(reader.context).filter((dataset) => dataset.from === 'record');
    const resources = await writeDataPackage(reader.context, records, folder, {
      name: input.name,
      title: `Civicwire release ${input.name}`,
      version: String(state.seq),
    });
    const files = [
      await hashFile(folder, databaseFile),
      await hashFile(folder, 'datapackage.json'),
      ...resources.map(({ file }) => file),
    ];
    const manifest: Manifest = {
      format: 'civicwire-release/1',
      name: input.name,
      ...state,
      tool_version: input.toolVersion,
      counts,
      files,
    };
    writeFileSync(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
    for (const { path } of [...files, { path: manifestFile }]) chmodSync(join(folder, path), 0o444);
    return readManifest(folder);
  } catch (error) {
    throw explainWriting(error, folder);
  } finally {
    await reader.close();
  }
}

/** Size and hash of a file, read in pieces. */
export async function hashFile(folder: string, path: string): Promise<WrittenFile> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(join(folder, path))) hash.update(piece as Buffer);
  return { path, bytes: statSync(join(folder, path)).size, sha256: hash.digest('hex') };
}
