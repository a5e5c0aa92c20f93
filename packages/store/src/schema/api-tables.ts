// Seventh migration: the tokens by which programs read and decide, and indexes for lists that begin with the newest row.
// Knows tables and what their columns mean; checks no token.
import type { Kysely } from 'kysely';
import type { FieldDescription } from './fields.ts';

export interface ApiTokenTable {
  id: string;
  name: string;
  scopes: string;
  secretHash: string;
  requestsPerMinute: number;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
}

export const apiFields: Readonly<Record<string, FieldDescription>> = {
  api_token: {
    about: 'A token by which a program may use the API. The token itself is shown once and kept nowhere.',
    columns: {
      id: 'First part of the token, which is no secret.',
      name: 'Who or what has it; decisions made with it are kept under this name.',
      scopes: 'JSON list of what it may do: read:published, read:all, export, decide, admin.',
      secret_hash: 'SHA-256 of the secret part, which has 256 random bits.',
      requests_per_minute: 'How many requests it may send in a minute.',
      created_at: 'When it was made.',
      expires_at: 'From when it is no longer good; null for never.',
      revoked_at: 'When it was revoked; null while it was not.',
    },
  },
};

/** Lists of the API that begin with the newest row, and the columns that order them. */
const newestFirst: readonly (readonly [string, readonly string[]])[] = [
  ['story', ['discovered_at', 'id']],
  ['quote', ['seen_on', 'id']],
  ['stance', ['seen_on', 'id']],
  ['finding', ['created_at', 'id']],
  ['decision', ['decided_at', 'id']],
];

/** Adds the table and the indexes. */
export async function createApiTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('api_token')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('requests_per_minute', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('revoked_at', 'text')
    .execute();
  for (const [on, names] of newestFirst) {
    await db.schema
      .createIndex(`${on}_by_${names.join('_')}`)
      .on(on)
      .columns([...names])
      .execute();
  }
}
