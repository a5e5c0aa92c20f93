// A roster into the store: entries are added, and those known already get the later date. Nothing is taken out, and no
// official, story or word is touched.
import { UsageError } from '@civicwire/shared';
import { storable } from '../hashing.ts';
import { type Context, inBatches, writing } from '../writing.ts';
import { type RosterFacts, type RosterLine, rosterEntry } from './roster-entries.ts';

export interface RosterImport {
  readonly added: number;
  /** Known entries that got a later date or another licence. */
  readonly updated: number;
  readonly unchanged: number;
  /** Lines whose name has no first or no last name. */
  readonly nameless: number;
}

/**
 * Imports the lines of one roster; the same ones a second time change no row. With `dryRun` only counts. Throws `UsageError`
 * for a roster without name or licence and for a date that is none.
 */
export async function importRoster(
  context: Context,
  facts: RosterFacts,
  lines: readonly RosterLine[],
  options: { readonly dryRun?: boolean } = {},
): Promise<RosterImport> {
  checkFacts(facts);
  const read = storable(lines).map((line) => rosterEntry(line, facts));
  const entries = new Map(read.flatMap((entry) => (entry === null ? [] : [[entry.id, entry] as const])));
  return writing(context, async ({ db }) => {
    const stored = await db
      .selectFrom('rosterEntry')
      .select(['id', 'asOf', 'licence'])
      .where('roster', '=', facts.roster)
      .execute();
    const known = new Map(stored.map((row) => [row.id, row]));
    const fresh = [...entries.values()].filter(({ id }) => !known.has(id));
    const renewed = [...entries.values()].filter((entry) => {
      const row = known.get(entry.id);
      return row !== undefined && row.asOf <= entry.asOf && (row.asOf !== entry.asOf || row.licence !== entry.licence);
    });
    if (options.dryRun !== true) {
      await inBatches(fresh, (rows) => db.insertInto('rosterEntry').values(rows).execute());
      const { asOf, licence } = facts;
      await inBatches(
        renewed.map(({ id }) => id),
        (ids) => db.updateTable('rosterEntry').set({ asOf, licence }).where('id', 'in', ids).execute(),
      );
    }
    return {
      added: fresh.length,
      updated: renewed.length,
      unchanged: entries.size - fresh.length - renewed.length,
      nameless: read.filter((entry) => entry === null).length,
    };
  });
}

function checkFacts({ roster, licence, asOf }: RosterFacts): void {
  if (roster.trim() === '') throw new UsageError('roster: has no name; expected one, as openstates');
  if (licence.trim() === '') throw new UsageError(`roster ${roster}: has no licence; expected one, as CC0-1.0`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) {
    throw new UsageError(`roster ${roster}: its date is "${asOf}"; expected YYYY-MM-DD`);
  }
}
