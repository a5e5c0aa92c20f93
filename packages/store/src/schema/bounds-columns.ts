// Fifteenth migration: the machine's bounds of evidence where a person has set others, and an index of all findings by rule.
// Knows columns alone.
import { type Kysely, sql } from 'kysely';

/** Adds them to a store of any age: until somebody sets others, the bounds of all evidence are the machine's. */
export async function addBounds(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('finding').addColumn('machine_start', 'integer').execute();
  await db.schema.alterTable('finding').addColumn('machine_end', 'integer').execute();
  await sql`drop index finding_decided_by_rule`.execute(db);
  await sql`create index finding_by_rule on finding (rule, status)`.execute(db);
}
