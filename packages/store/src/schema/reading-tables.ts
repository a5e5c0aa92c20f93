// Fourth migration: what makes reading quick. The date of its story on each record, counts of stances by month, indexes for
// the questions that are asked most. Knows tables and what their columns mean.
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../connect/database-address.ts';
import { dialectSql } from '../views/dialect-sql.ts';
import { dayOfStory } from '../views/fragments.ts';
import type { FieldDescription } from './fields.ts';

export interface StanceTallyTable {
  issue: string;
  month: string;
  position: string;
  basis: string;
  findings: number;
  published: number;
}

export const readingFields: Readonly<Record<string, FieldDescription>> = {
  stance_tally: {
    about: 'How many stances in use there are, by issue, month, position and basis: kept with each save and decision.',
    columns: {
      issue: 'Issue of a pack.',
      month: 'Month of the stories (YYYY-MM).',
      position: 'supports, opposes, mixed or neutral.',
      basis: 'position or practice.',
      findings: 'Stances in use; never 0.',
      published: 'Of those, accepted or edited by a person.',
    },
  },
};

/** Counts all stances anew. For a store whose stances were not written by `save`: a migration, a bulk load. */
export async function countStancesAnew(db: Kysely<unknown>): Promise<void> {
  await sql`delete from stance_tally`.execute(db);
  await sql`insert into stance_tally (issue, month, position, basis, findings, published)
    select t.issue, substr(t.seen_on, 1, 7), t.position, t.basis, count(*),
      sum(case when f.status in ('accepted', 'edited') then 1 else 0 end)
    from stance t join finding f on f.id = t.id where f.status in ('pending', 'accepted', 'edited')
    group by t.issue, substr(t.seen_on, 1, 7), t.position, t.basis`.execute(db);
}

async function addDates(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const day = sql.raw(dayOfStory(dialectSql(dialect), 's', 'v'));
  for (const table of ['city_mention', 'quote', 'stance']) {
    await db.schema
      .alterTable(table)
      .addColumn('seen_on', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await sql`update ${sql.table(table)} set seen_on = coalesce((select ${day} from story_version v join story s on s.id = v.story_id
      where v.id = ${sql.ref(`${table}.version_id`)}), '')`.execute(db);
  }
}

/** Marks the mention that a city's finding shows. */
async function markFirst(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('city_mention')
    .addColumn('is_first', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update city_mention set is_first = 1 where exists (select 1 from finding f where f.id = city_mention.finding_id
    and f."start" = city_mention."start" and f."end" = city_mention."end")`.execute(db);
}

async function addIndexes(db: Kysely<unknown>): Promise<void> {
  // The longer one takes its place.
  await db.schema.dropIndex('stance_by_issue').execute();
  const indexes: readonly (readonly [string, readonly string[]])[] = [
    ['city_mention', ['story_id']],
    ['stance', ['issue', 'seen_on']],
    ['place', ['geoid']],
    ['official', ['jurisdiction']],
  ];
  for (const [on, names] of indexes) {
    await db.schema
      .createIndex(`${on}_by_${names.join('_')}`)
      .on(on)
      .columns([...names])
      .execute();
  }
  // A city's timeline.
  await sql`create index city_mention_first on city_mention (place_id, seen_on, story_id) where is_first = 1`.execute(
    db,
  );
  // A holder's jurisdiction is in words: “Phoenix, AZ”.
  await sql`create index place_by_wording on place (cast(name || ', ' || state as text))`.execute(db);
  // The desk's list, however few of its findings are left to be decided on.
  await sql`create index finding_to_review on finding (story_id, "start", id) where status = 'pending' or reopened = 1`.execute(
    db,
  );
}

/** Adds them to a store of any age, filled from what it holds. */
export async function addReading(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addDates(db, dialect);
  await markFirst(db);
  await db.schema
    .createTable('stance_tally')
    .addColumn('issue', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('findings', 'bigint', (column) => column.notNull())
    .addColumn('published', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('stance_tally_key', ['issue', 'month', 'position', 'basis'])
    .execute();
  await countStancesAnew(db);
  await addIndexes(db);
}
