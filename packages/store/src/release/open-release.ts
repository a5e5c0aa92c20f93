// A release on disk as something that can be asked: are its files whole, which stories are in it, where does a claim come from.
// Knows the release's own files; no store.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { sqliteDialect } from '../connect/sqlite-dialect.ts';
import { sha256 } from '../hashing.ts';
import type { Database, Tables } from '../schema/tables.ts';
import { hashFile } from './cut-release.ts';
import { type Extraction, extractionBytes } from './extraction-bytes.ts';
import { databaseFile, manifestFile, type ReleaseFacts, readManifest } from './manifest.ts';
import { type Provenance, provenanceOf } from './provenance.ts';

/** A story of a release, with what its current version was read from. */
export interface ReleasedStory {
  readonly storyId: string;
  readonly versionId: string;
  readonly snapshotId: string;
  readonly rulesVersion: string;
}

export interface Release extends ReleaseFacts {
  /** The database of the release, read-only. */
  readonly db: Database;
  /** What is wrong with its files, a sentence each; empty when every byte is as it was cut. */
  checkFiles(): Promise<string[]>;
  /** A share of the saved stories, at least one, chosen by the seed: the same for the same release. Empty for an empty release. */
  sample(share: number, seed: string): Promise<ReleasedStory[]>;
  /** What extraction found in a story's current version, as bytes to compare with those of a new reading. */
  extractionOf(story: ReleasedStory): Promise<string>;
  provenance(id: string): Promise<Provenance | null>;
  close(): Promise<void>;
}

/** Opens the release in a folder. Throws `UsageError` when there is none. */
export function openRelease(folder: string): Release {
  const facts = readManifest(folder);
  const path = join(folder, databaseFile);
  if (!existsSync(path)) throw new UsageError(`${path}: is not there; expected the database of the release`);
  const file = new SqliteDatabase(path, { readonly: true });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file), plugins: [new CamelCasePlugin()] });
  return {
    ...facts,
    db,
    checkFiles: () => checkFiles(folder, facts),
    sample: (share, seed) => sample(db, share, seed),
    extractionOf: (story) => extractionOf(db, story),
    provenance: (id) => provenanceOf(db, id),
    close: () => db.destroy(),
  };
}

async function checkFiles(folder: string, { manifest }: ReleaseFacts): Promise<string[]> {
  const problems: string[] = [];
  for (const { path, bytes, sha256: expected } of manifest.files) {
    if (!existsSync(join(folder, path))) {
      problems.push(`${path}: is missing`);
      continue;
    }
    const found = await hashFile(folder, path);
    if (found.bytes !== bytes) problems.push(`${path}: has ${found.bytes} bytes; expected ${bytes}`);
    else if (found.sha256 !== expected) problems.push(`${path}: has SHA-256 ${found.sha256}; expected ${expected}`);
  }
  const listed = new Set([manifestFile, ...manifest.files.map(({ path }) => path)]);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
      .slice(folder.replace(/\/+$/, '').length + 1)
      .replaceAll('\\', '/');
    if (!listed.has(path)) problems.push(`${path}: is not in the manifest`);
  }
  return problems;
}

async function sample(db: Database, share: number, seed: string): Promise<ReleasedStory[]> {
  const { rows } = await sql<ReleasedStory>`
    select story_id, id as version_id, snapshot_id, rules_version from v_story_version where is_current = 1`.execute(
    db,
  );
  const count = Math.min(rows.length, Math.max(1, Math.round(rows.length * share)));
  return rows
    .map((story) => ({ story, lot: sha256(`${seed}\0${story.storyId}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ story }) => story);
}

async function extractionOf(db: Database, { storyId, versionId }: ReleasedStory): Promise<string> {
  const version = await sql<Omit<Extraction, 'findings'>>`
    select title, byline, published_at, text from v_story_version where id = ${versionId}`.execute(db);
  const findings = await sql<{ id: string; contentHash: string }>`
    select id, content_hash from finding where story_id = ${storyId} and found = 1`.execute(db);
  const [facts] = version.rows;
  if (facts === undefined) throw new Error(`release: version ${versionId} is missing`);
  return extractionBytes({ ...facts, findings: findings.rows });
}
