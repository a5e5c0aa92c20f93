// What tells one state of an item from another, for people who decide on what they saw. Knows findings and decisions.
import type { Database, FindingTable } from '../schema/tables.ts';

const hashLength = 24;

/** Changes whenever the machine says something else of the item, or a person decides on it. */
export function revisionOf(finding: Pick<FindingTable, 'contentHash' | 'found'>, decisions: number): string {
  return `${finding.contentHash.slice(0, hashLength)}.${finding.found}.${decisions}`;
}

/** Findings with the number of decisions on each, those taken back too. */
export function withDecisions(db: Database) {
  return db
    .selectFrom('finding')
    .selectAll('finding')
    .select(({ selectFrom }) =>
      selectFrom('decision')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('decision.findingId', '=', 'finding.id')
        .as('decisions'),
    );
}

/** The items' revisions; unknown ones are left out. */
export async function readRevisions(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await withDecisions(db)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ decisions, ...finding }) => [finding.id, revisionOf(finding, Number(decisions))]));
}
