// Fresh, empty databases for tests: a SQLite file in a temporary folder, and a PostgreSQL database when a server is given
// by CIVICWIRE_TEST_POSTGRES. Knows servers; does not know what is tested.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Dialect } from '../connect/database-address.ts';

export { seededRandom } from './seeded-random.ts';
export { openWatched, type PlainRow, type WatchedStore } from './watched-store.ts';

export interface TestDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

export interface TestDialect {
  readonly name: Dialect;
  create(): Promise<TestDatabase>;
}

async function createFile(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-store-'));
  return {
    url: `sqlite:${join(folder, 'store.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs one statement on a server, in a connection of its own; gives its rows, none where it gives none. */
export async function onServer(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

async function createOnServer(server: string): Promise<TestDatabase> {
  const name = `civicwire_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: async () => void (await onServer(server, `drop database ${name} with (force)`)) };
}

/** SQLite always, PostgreSQL when there is a server. */
export function testDialectsOn(server: string | undefined): readonly TestDialect[] {
  const sqlite: TestDialect = { name: 'sqlite', create: createFile };
  if (server === undefined || server === '') return [sqlite];
  return [sqlite, { name: 'postgres', create: () => createOnServer(server) }];
}

export const testDialects = testDialectsOn(process.env.CIVICWIRE_TEST_POSTGRES);
