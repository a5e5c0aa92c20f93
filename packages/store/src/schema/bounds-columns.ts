// Fifteenth migration: the machine's bounds of evidence where a person has set others, and an index of all findings by rule.
// Knows columns alone.
import { type Kysely, sql } from 'kysely';

/** Adds them to a store of any age: until somebody sets others, the bounds of all evidence are the machine's. */
export async function addBounds(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('finding').addColumn('machine_start', 'integer').execute();
  await db.schema.alterTable('finding').addColumn('machine_end', 'integer').execute();
  // For going from each rule to the next. Of the plain column SQLite would prefer it to indexes that find far fewer rows.
  await sql`create index finding_rules on finding (cast(rule as text))`.execute(db);
}
