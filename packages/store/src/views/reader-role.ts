// The role that may read the views and nothing else, on PostgreSQL; what takes its place on SQLite. Knows rights, no view.
import { type Kysely, sql } from 'kysely';
import type { Context } from '../writing.ts';
import { views } from './all-views.ts';

export const readerRole = 'civicwire_reader';

/** Whether a reader can be let in, and in words how, or what is missing. */
export interface ReaderAccess {
  /** Null on SQLite, which has no roles. */
  readonly role: string | null;
  /** The role exists and may read every view; on SQLite always. */
  readonly ready: boolean;
  readonly note: string;
}

/**
 * Makes the role where this user may make roles, and lets it read these views. Roles belong to the whole server: another
 * program may be making it at this moment. Does nothing where it may not; `readerAccess` says so.
 */
export async function grantReading(db: Kysely<unknown>, viewNames: readonly string[]): Promise<void> {
  const grants = [
    `execute format('grant usage on schema %I to ${readerRole}', current_schema());`,
    `grant select on ${viewNames.join(', ')} to ${readerRole};`,
  ];
  await sql
    .raw(
      `do $body$ begin
        if not exists (select from pg_roles where rolname = '${readerRole}') then create role ${readerRole} nologin; end if;
      exception when insufficient_privilege or duplicate_object or unique_violation then null; end $body$`,
    )
    .execute(db);
  await sql
    .raw(
      `do $body$ begin
        if exists (select from pg_roles where rolname = '${readerRole}') then ${grants.join(' ')} end if;
      exception when insufficient_privilege then null; end $body$`,
    )
    .execute(db);
}

/** How programs that only read are let in. Changes nothing. */
export async function readerAccess({ db, dialect }: Pick<Context, 'db' | 'dialect'>): Promise<ReaderAccess> {
  if (dialect === 'sqlite') {
    return { role: null, ready: true, note: 'open the file read-only (sqlite3 -readonly FILE, or file:FILE?mode=ro)' };
  }
  const names = views.map((view) => view.name);
  const missing = await sql<{ name: string }>`select v.name from unnest(${names}::text[]) as v(name)
    where not exists (select from pg_roles where rolname = ${readerRole}
      and has_table_privilege(oid, quote_ident(current_schema()) || '.' || v.name, 'select'))`.execute(db);
  if (missing.rows.length === 0) {
    return {
      role: readerRole,
      ready: true,
      note: `create role NAME login password '…' in role ${readerRole}; NAME may read the views and nothing else`,
    };
  }
  return {
    role: readerRole,
    ready: false,
    note: `this user may not create roles; a user who may runs: create role ${readerRole}; then the owner of the views runs: grant select on ${names.join(', ')} to ${readerRole}`,
  };
}
