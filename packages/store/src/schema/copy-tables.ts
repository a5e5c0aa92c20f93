// Second migration: which stories are one story printed again, the index that finds them, and the corrections of versions.
// Knows tables and what their columns mean; no text.
import { type Kysely, sql } from 'kysely';
import type { FieldDescription } from './fields.ts';

export interface StoryLinkTable {
  storyId: string;
  originalId: string;
  kind: string;
  shared: number;
  versionId: string;
  comparedVersionId: string;
  linkedAt: string;
}

export interface StoryShingleTable {
  hash: number;
  storyId: string;
}

export const copyFields: Readonly<Record<string, FieldDescription>> = {
  story_link: {
    about:
      'A story that is another one printed again, at another outlet or under another headline: linked, with records of its own. One row for each copy; originals have none.',
    columns: {
      story_id: 'The copy.',
      original_id: 'Of all its printings, the one that was discovered first.',
      kind: 'same-text, edited (a few words), shortened or extended: what the copy is to the version it was compared with.',
      shared: 'Share of the shorter text’s five-word phrases that stand in the longer one, 0 to 1.',
      version_id: 'Version of the copy that was compared.',
      compared_version_id: 'Version of the other printing that it was compared with.',
      linked_at: 'When the link was made or last changed.',
    },
  },
  story_shingle: {
    about:
      'Index of copies: a few five-word phrases of each story that is no copy itself. Working memory, made from the texts.',
    columns: {
      hash: 'Hash of the phrase, 32 bits with sign.',
      story_id: 'Story whose current version has it.',
    },
  },
};

/** Makes the tables, and room for corrections on each version. */
export async function createCopyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('story_link')
    .addColumn('story_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('original_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('shared', 'double precision', (column) => column.notNull())
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addColumn('compared_version_id', 'text', (column) => column.notNull())
    .addColumn('linked_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('story_shingle')
    .addColumn('hash', 'integer', (column) => column.notNull())
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('story_shingle_key', ['hash', 'story_id'])
    .execute();
  await db.schema.createIndex('story_link_by_original_id').on('story_link').columns(['original_id']).execute();
  await db.schema.createIndex('story_shingle_by_story_id').on('story_shingle').columns(['story_id']).execute();
  await db.schema.alterTable('story_version').addColumn('correction', 'text').execute();
  await db.schema.alterTable('story_version').addColumn('correction_from', 'text').execute();
}

/** Fourteenth migration: a story's other addresses are found without looking through all stories. */
export async function indexCopies(db: Kysely<unknown>): Promise<void> {
  await sql`create index story_by_duplicate_of on story (duplicate_of) where duplicate_of is not null`.execute(db);
}
