// The migrations that add what a page says of its story beside its words, and what operators say of their outlets' pages.
// Knows columns alone.
import type { Kysely } from 'kysely';

/** Sources that exist have no rules until the list is read again. */
export async function addPageRules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('source')
    .addColumn('page_rules', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}

/** Versions that exist have none until their stories are read again (`reextract --publish`). */
export async function addPageFacts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('story_version').addColumn('section', 'text').execute();
}
