// The migration that adds what a page says of its story beside its words: the section that it stands in. Knows columns alone.
import type { Kysely } from 'kysely';

/** Versions that exist have none until their stories are read again (`reextract --publish`). */
export async function addPageFacts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('story_version').addColumn('section', 'text').execute();
}
