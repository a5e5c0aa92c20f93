// The tables of the review desk, for the compiler, and the migration that makes them: who works there, who holds what, what
// was done and by whom, what two people think of one item. What the columns mean is in desk-fields.ts.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from '../connect/database-address.ts';

export interface DeskUserTable {
  id: string;
  name: string;
  nameKey: string;
  role: string;
  passwordHash: string;
  disabledAt: string | null;
  createdAt: string;
  lastSeenAt: string | null;
}

interface DeskSessionTable {
  id: string;
  userId: string;
  createdAt: string;
  seenAt: string;
}

interface DeskRefusalTable {
  subject: string;
  refusals: number;
  lastAt: string;
}

interface DeskPreferenceTable {
  editor: string;
  preferences: string;
}

interface DeskViewTable {
  id: string;
  owner: string;
  name: string;
  filter: string;
  orderBy: string;
  shared: 0 | 1;
  createdAt: string;
}

interface DeskLeaseTable {
  findingId: string;
  editor: string;
  sessionId: string;
  takenAt: string;
  leasedUntil: string;
}

export interface DeskActionTable {
  id: string;
  position: number;
  editor: string;
  kind: string;
  about: string;
  findingId: string | null;
  items: number;
  undoes: string | null;
  requestHash: string;
  answer: string;
  at: string;
}

export interface DeskCommentTable {
  id: string;
  findingId: string;
  editor: string;
  text: string;
  at: string;
}

interface DoubleReviewTable {
  findingId: string;
  why: string;
  askedBy: string | null;
  state: string;
  askedAt: string;
  settledAt: string | null;
}

export interface OpinionTable {
  id: string;
  findingId: string;
  editor: string;
  verdict: string;
  patch: string | null;
  reason: string | null;
  seenValueHash: string;
  actionId: string;
  at: string;
  withdrawnAt: string | null;
}

export interface DeskTables {
  deskUser: DeskUserTable;
  deskSession: DeskSessionTable;
  deskRefusal: DeskRefusalTable;
  deskPreference: DeskPreferenceTable;
  deskView: DeskViewTable;
  deskLease: DeskLeaseTable;
  deskAction: DeskActionTable;
  deskComment: DeskCommentTable;
  doubleReview: DoubleReviewTable;
  opinion: OpinionTable;
}

/** How unsure a finding is: 0 at even odds, 0.5 where the machine is certain. One that nobody measured stands between. */
export const uncertaintySql = 'abs(coalesce(confidence, 0.75) - 0.5)';
/** What waits for a person. Written alike everywhere: only so do the databases see that an index of it will do. */
export const needsReviewSql = "(status = 'pending' or reopened = 1)";

// biome-ignore lint/suspicious/noExplicitAny: columns of every table
type Builder = CreateTableBuilder<string, any>;

/** Adds text columns named in `names`; a question mark makes one nullable. */
function texts(table: Builder, names: string): Builder {
  return names
    .split(' ')
    .reduce<Builder>(
      (all, name) =>
        name.endsWith('?')
          ? all.addColumn(name.slice(0, -1), 'text')
          : all.addColumn(name, 'text', (column) => column.notNull()),
      table,
    );
}

function keyed(db: Kysely<unknown>, name: string, key = 'id'): Builder {
  return db.schema.createTable(name).addColumn(key, 'text', (column) => column.primaryKey().notNull()) as Builder;
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await texts(keyed(db, 'desk_user'), 'name name_key role password_hash disabled_at? created_at last_seen_at?')
    .addUniqueConstraint('desk_user_by_name_key', ['name_key'] as never)
    .execute();
  await texts(keyed(db, 'desk_session'), 'user_id created_at seen_at').execute();
  await texts(keyed(db, 'desk_refusal', 'subject'), 'last_at')
    .addColumn('refusals', 'integer', (column) => column.notNull())
    .execute();
  await texts(keyed(db, 'desk_preference', 'editor'), 'preferences').execute();
  await texts(keyed(db, 'desk_view'), 'owner name filter order_by created_at')
    .addColumn('shared', 'integer', (column) => column.notNull())
    .addUniqueConstraint('desk_view_by_owner_name', ['owner', 'name'] as never)
    .execute();
}

async function createWork(db: Kysely<unknown>): Promise<void> {
  await texts(keyed(db, 'desk_lease', 'finding_id'), 'editor session_id taken_at leased_until').execute();
  await texts(keyed(db, 'desk_action'), 'editor kind about finding_id? undoes? request_hash answer at')
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('items', 'integer', (column) => column.notNull())
    .addUniqueConstraint('desk_action_by_position', ['position'] as never)
    .execute();
  await texts(keyed(db, 'desk_comment'), 'finding_id editor text at').execute();
  await texts(keyed(db, 'double_review', 'finding_id'), 'why asked_by? state asked_at settled_at?').execute();
  await texts(
    keyed(db, 'opinion'),
    'finding_id editor verdict patch? reason? seen_value_hash action_id at withdrawn_at?',
  ).execute();
  await db.schema.alterTable('decision').addColumn('undoes', 'text').execute();
  await db.schema.alterTable('decision').addColumn('action_id', 'text').execute();
}

/** What was done stays as it was written: the database itself refuses to alter or delete it. */
async function refuseRewriting(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const name of ['desk_action', 'desk_comment']) {
    if (dialect === 'postgres') {
      await sql`create trigger ${sql.ref(`${name}_append_only`)} before update or delete or truncate on ${sql.table(name)}
        for each statement execute function refuse_rewriting()`.execute(db);
      continue;
    }
    for (const act of ['update', 'delete']) {
      await sql`create trigger ${sql.ref(`${name}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(name)}
        begin select raise(abort, ${sql.lit(`${name} is append-only`)}); end`.execute(db);
    }
  }
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  const indexes: readonly (readonly [string, readonly string[]])[] = [
    ['desk_session', ['user_id']],
    ['desk_lease', ['session_id']],
    ['desk_action', ['editor', 'position']],
    ['desk_action', ['undoes']],
    ['desk_comment', ['finding_id']],
    ['double_review', ['state']],
    ['opinion', ['finding_id']],
    ['opinion', ['action_id']],
    ['decision', ['action_id']],
    ['decision', ['undoes']],
  ];
  for (const [on, names] of indexes) {
    await db.schema
      .createIndex(`${on}_by_${names.join('_')}`)
      .on(on)
      .columns([...names])
      .execute();
  }
  const review = sql.raw(needsReviewSql);
  await sql`create index finding_queue_by_date on finding (kind, created_at, id) where ${review}`.execute(db);
  await sql`create index finding_queue_by_uncertainty on finding (kind, (${sql.raw(uncertaintySql)}), id)
    where ${review}`.execute(db);
  await sql`create index finding_reopened on finding (created_at, id) where reopened = 1`.execute(db);
  await sql`create index finding_queue_same on finding (value_hash) where ${review}`.execute(db);
  await sql`create index finding_decided_by_rule on finding (rule, status)
    where status in ('accepted', 'rejected', 'edited')`.execute(db);
}

/** Adds the desk to a store of any age. */
export async function createDeskTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createPeople(db);
  await createWork(db);
  await refuseRewriting(db, dialect);
  await createIndexes(db);
}
