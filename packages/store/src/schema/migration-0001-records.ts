// The first migration: every table of the store. Frozen once released; later changes are new migrations.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from '../connect/database-address.ts';

type Columns<Names extends string> = CreateTableBuilder<string, Names>;

/** Adds text columns: those named with a trailing "?" may be null. */
function texts(table: Columns<never>, names: string): Columns<never> {
  return names
    .split(' ')
    .reduce(
      (builder, name) =>
        name.endsWith('?')
          ? builder.addColumn(name.slice(0, -1) as never, 'text')
          : builder.addColumn(name as never, 'text', (column) => column.notNull()),
      table,
    );
}

/** Adds columns of another type in the same notation. */
function columns(
  table: Columns<never>,
  type: 'integer' | 'bigint' | 'double precision',
  names: string,
): Columns<never> {
  return names
    .split(' ')
    .reduce(
      (builder, name) =>
        name.endsWith('?')
          ? builder.addColumn(name.slice(0, -1) as never, type)
          : builder.addColumn(name as never, type, (column) => column.notNull()),
      table,
    );
}

/** A table whose key is a content hash. */
function table(db: Kysely<unknown>, name: string): Columns<never> {
  return db.schema
    .createTable(name)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull()) as unknown as Columns<never>;
}

/** A table whose key is several columns. */
function keyedTable(db: Kysely<unknown>, name: string): Columns<never> {
  return db.schema.createTable(name) as unknown as Columns<never>;
}

async function createLedger(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await columns(
    columns(
      texts(table(db, 'source'), 'name home_name? home_state? home_geoid? alarms alarmed_at? created_at'),
      'integer',
      'national',
    ),
    'double precision',
    'expected_gap_days?',
  ).execute();
  await columns(
    columns(
      texts(
        table(db, 'feed'),
        'source_id url kind etag? last_modified? body_hash? last_polled_at? next_poll_at leased_until? last_error? warnings health created_at',
      ),
      'integer',
      'failures interval_ms? wish_ms? unchanged_answers conditional_off',
    ),
    'double precision',
    'overlap? failure_score',
  ).execute();
  await columns(
    texts(
      table(db, 'story'),
      'source_id feed_id? state drop_reason? drop_detail? next_attempt_at leased_until? last_error? guid? url url_key canonical_url? canonical_url_key? title_hash? duplicate_of? feed_title? feed_published_at? feed_updated_at? discovered_at snapshot_id? fetched_at? final_url? extraction_id? version_id? saved_at?',
    ),
    'integer',
    'attempts',
  ).execute();
  await columns(
    texts(table(db, 'snapshot'), 'encoding content_type? headers final_url fetched_at'),
    'integer',
    'size status',
  )
    .addColumn('bytes' as never, dialect === 'sqlite' ? 'blob' : 'bytea', (column) => column.notNull())
    .execute();
  await texts(table(db, 'extraction'), 'story_id snapshot_id rules_version payload created_at').execute();
}

async function createRecords(db: Kysely<unknown>): Promise<void> {
  await columns(
    texts(
      table(db, 'story_version'),
      'story_id previous_version? snapshot_id title? byline? published_at? modified_at? methods text text_hash rules_version notes refusals created_at',
    ),
    'integer',
    'refused',
  ).execute();
  await columns(texts(table(db, 'place'), 'geoid? name state? type'), 'double precision', 'lat? lon?').execute();
  await columns(
    columns(
      texts(table(db, 'city_mention'), 'finding_id story_id version_id place_id text'),
      'integer',
      'start end in_org focus',
    ),
    'double precision',
    'confidence',
  ).execute();
  await columns(
    texts(
      table(db, 'quote'),
      'story_id version_id kind group text speaker_text? speaker_name? speaker_type official_id? cue_text?',
    ),
    'integer',
    'part start end speaker_start? speaker_end? cue_start? cue_end?',
  ).execute();
  await columns(
    texts(
      table(db, 'stance'),
      'story_id version_id holder holder_type official_id? issue position basis act modality target? attributed_by? quote_id? text trace',
    ),
    'integer',
    'start end',
  ).execute();
}

async function createOfficials(db: Kysely<unknown>): Promise<void> {
  await columns(
    texts(
      table(db, 'official'),
      'scope name? name_key? short_name_key? surname_key? role? title? organization? jurisdiction? jurisdiction_id? first_seen? last_seen? canonical_official_id roster_entry_id?',
    ),
    'integer',
    'findings',
  ).execute();
  await columns(
    texts(
      table(db, 'official_mention'),
      'finding_id story_id version_id official_id kind text name? title? organization? jurisdiction? tenure seen_on',
    ),
    'integer',
    'start end',
  ).execute();
  await columns(texts(keyedTable(db, 'official_tally'), 'official_id aspect value'), 'integer', 'findings')
    .addPrimaryKeyConstraint('official_tally_key', ['official_id', 'aspect', 'value'] as never)
    .execute();
  await texts(keyedTable(db, 'official_split'), 'official_id story_id to_official_id')
    .addPrimaryKeyConstraint('official_split_key', ['story_id', 'official_id'] as never)
    .execute();
  await columns(
    texts(
      table(db, 'official_decision'),
      'kind official_id other_official_id? story_id? finding_ids? roster_entry_id? undoes? editor reason decided_at',
    ),
    'integer',
    'position',
  )
    .addUniqueConstraint('official_decision_by_position', ['position'] as never)
    .execute();
  await texts(
    table(db, 'roster_entry'),
    'roster licence as_of name name_key short_name_key role role_as_given jurisdiction jurisdiction_id? district? start_on? end_on?',
  ).execute();
}

async function createReview(db: Kysely<unknown>): Promise<void> {
  await columns(
    columns(
      texts(
        table(db, 'finding'),
        'story_id version_id kind status rule rules_version text label trace? value value_hash content_hash decided_value? seen_value_hash? created_at updated_at',
      ),
      'integer',
      'start end reopened found',
    ),
    'double precision',
    'confidence?',
  ).execute();
  await columns(
    texts(
      table(db, 'decision'),
      'finding_id editor verdict patch? reason? version_id seen_value seen_value_hash decided_at',
    ),
    'integer',
    'position',
  )
    .addUniqueConstraint('decision_by_finding_id_position', ['finding_id', 'position'] as never)
    .execute();
  await texts(
    db.schema
      .createTable('change')
      .addColumn('seq', 'bigint', (column) => column.primaryKey().notNull()) as unknown as Columns<never>,
    'entity entity_id story_id? kind at',
  ).execute();
  await db.schema
    .createTable('sequencer')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into sequencer (id, value) values (1, 0)`.execute(db);
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  const indexes: readonly (readonly [string, readonly string[]])[] = [
    ['feed', ['next_poll_at']],
    ['story', ['state', 'next_attempt_at', 'id']],
    ['story', ['url_key']],
    ['story', ['canonical_url_key']],
    ['story', ['source_id', 'guid']],
    ['story_version', ['story_id']],
    ['story_version', ['text_hash']],
    ['city_mention', ['finding_id']],
    ['city_mention', ['place_id']],
    ['official_mention', ['finding_id']],
    ['official_mention', ['official_id', 'story_id']],
    ['official_mention', ['story_id']],
    ['official', ['canonical_official_id']],
    ['official', ['short_name_key']],
    ['official_decision', ['official_id']],
    ['official_decision', ['other_official_id']],
    ['roster_entry', ['short_name_key']],
    ['roster_entry', ['roster']],
    ['quote', ['story_id']],
    ['stance', ['story_id']],
    ['quote', ['official_id']],
    ['stance', ['official_id']],
    ['stance', ['issue']],
    ['finding', ['story_id', 'start', 'id']],
    ['finding', ['status', 'id']],
  ];
  for (const [on, names] of indexes) {
    await db.schema
      .createIndex(`${on}_by_${names.join('_')}`)
      .on(on)
      .columns([...names])
      .execute();
  }
}

/** Rows of `decision` and `change` are written once: the database itself refuses to alter or delete them. */
async function refuseRewriting(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`create function refuse_rewriting() returns trigger language plpgsql as $body$
      begin raise exception '% is append-only', tg_table_name; end $body$`.execute(db);
  }
  for (const name of ['decision', 'official_decision', 'change']) {
    if (dialect === 'postgres') {
      await sql`create trigger ${sql.ref(`${name}_append_only`)} before update or delete or truncate on ${sql.table(name)}
        for each statement execute function refuse_rewriting()`.execute(db);
    } else {
      for (const act of ['update', 'delete']) {
        await sql`create trigger ${sql.ref(`${name}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(name)}
          begin select raise(abort, ${sql.lit(`${name} is append-only`)}); end`.execute(db);
      }
    }
  }
}

/** Creates every table, index and guard. Runs inside of one transaction on both databases. */
export async function createRecordTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createLedger(db, dialect);
  await createRecords(db);
  await createOfficials(db);
  await createReview(db);
  await createIndexes(db);
  await refuseRewriting(db, dialect);
}
