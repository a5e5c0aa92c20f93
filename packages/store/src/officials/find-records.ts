// From what a person types to a row: whole ids, the beginning of an id, or a story's address. Changes nothing.
import { UsageError } from '@civicwire/shared';
import type { OfficialDecisionTable, OfficialTable, RosterEntryTable } from '../schema/official-tables.ts';
import type { Database } from '../schema/tables.ts';

/** Fewer digits than these name nothing. */
const digitsMin = 6;

function idRange(given: string, what: string): { readonly from: string; readonly to: string } {
  const id = given.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(id) || id.length < digitsMin || id.length > 32) {
    throw new UsageError(`${what} ${given}: expected an id (32 hexadecimal digits, or the first ${digitsMin} or more)`);
  }
  return { from: id, to: `${id}g` };
}

function only<Row extends { readonly id: string }>(rows: readonly Row[], given: string, what: string): Row {
  const [row, another] = rows;
  if (row === undefined) throw new UsageError(`${what} ${given}: not in this database; expected the id of one`);
  if (another !== undefined) {
    throw new UsageError(`${what} ${given}: begins the ids ${row.id} and ${another.id}; expected more digits`);
  }
  return row;
}

/** The official whose id begins so. Throws `UsageError` when there is none or more than one. */
export async function findOfficial(db: Database, given: string): Promise<OfficialTable> {
  const { from, to } = idRange(given, 'official');
  const rows = await db
    .selectFrom('official')
    .selectAll()
    .where('id', '>=', from)
    .where('id', '<', to)
    .limit(2)
    .execute();
  return only(rows, given, 'official');
}

/** The decision about officials whose id begins so. Throws `UsageError` as `findOfficial` does. */
export async function findOfficialDecision(db: Database, given: string): Promise<OfficialDecisionTable> {
  const { from, to } = idRange(given, 'decision about officials');
  const query = db.selectFrom('officialDecision').selectAll().where('id', '>=', from).where('id', '<', to);
  return only(await query.limit(2).execute(), given, 'decision about officials');
}

/** The roster entry whose id begins so. Throws `UsageError` as `findOfficial` does. */
export async function findRosterEntry(db: Database, given: string): Promise<RosterEntryTable> {
  const { from, to } = idRange(given, 'roster entry');
  const query = db.selectFrom('rosterEntry').selectAll().where('id', '>=', from).where('id', '<', to);
  return only(await query.limit(2).execute(), given, 'roster entry');
}

/** The id of the story with this address, or whose id begins so. Throws `UsageError` as `findOfficial` does. */
export async function findStoryId(db: Database, given: string): Promise<string> {
  const byAddress = await db
    .selectFrom('story')
    .select('id')
    .where((where) => where.or([where('url', '=', given), where('urlKey', '=', given)]))
    .orderBy('discoveredAt')
    .orderBy('id')
    .executeTakeFirst();
  if (byAddress !== undefined) return byAddress.id;
  const { from, to } = idRange(given, 'story');
  const rows = await db
    .selectFrom('story')
    .select('id')
    .where('id', '>=', from)
    .where('id', '<', to)
    .limit(2)
    .execute();
  return only(rows, given, 'story').id;
}
