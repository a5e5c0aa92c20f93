// Eleventh migration: which city each stance is of and whether it stands, in its own row, and indexes for a city's stances.
// Knows columns; how a place is found is in views/stance-places.ts.
import { type Kysely, sql } from 'kysely';
import { settledStances } from '../views/stance-places.ts';

/** Settles all stances anew. For a store whose stances were not written by `save`: a migration, a bulk load. */
export async function settleStancesAnew(db: Kysely<unknown>): Promise<void> {
  await sql`update stance set place_id = settled.place_id, place_from = settled.place_from, standing = settled.standing
    from (${sql.raw(settledStances())}) settled where settled.id = stance.id`.execute(db);
}

/** Adds them to a store of any age, filled from what it holds. */
export async function addStancePlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('stance').addColumn('place_id', 'text').execute();
  await db.schema.alterTable('stance').addColumn('place_from', 'text').execute();
  await db.schema
    .alterTable('stance')
    .addColumn('standing', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await settleStancesAnew(db);
  // A city's stances, the latest first.
  await sql`create index stance_of_place on stance (place_id, seen_on, id) where place_id is not null`.execute(db);
  // The latest position of each city on each issue, read from the index alone.
  await sql`create index stance_latest_of_place on stance (place_id, issue, seen_on desc, standing desc, id)
    where place_id is not null and standing > 0`.execute(db);
}
