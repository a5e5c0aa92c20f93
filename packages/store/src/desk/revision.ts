// What tells one state of an item from another, for people who decide on what they saw. Knows findings and decisions.
import type { Database, FindingTable } from '../schema/tables.ts';

const hashLength = 24;

/** Changes whenever the machine says something else of the item, or a person decides on it. */
function revisionOf(finding: Pick<FindingTable, 'contentHash' | 'found'>, decisions: number): string {
  return `${finding.contentHash.slice(0, hashLength)}.${finding.found}.${decisions}`;
}

/** The items' rows and revisions; unknown ones are left out. */
export async function readRevisions(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly finding: FindingTable; readonly revision: string }>> {
  if (ids.length === 0) return new Map();
  const findings = await db
    .selectFrom('finding')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  const counted = await db
    .selectFrom('decision')
    .select(({ fn }) => ['findingId', fn.countAll<number>().as('count')])
    .where('findingId', 'in', [...ids])
    .groupBy('findingId')
    .execute();
  const counts = new Map(counted.map(({ findingId, count }) => [findingId, count]));
  return new Map(
    findings.map((finding) => [finding.id, { finding, revision: revisionOf(finding, counts.get(finding.id) ?? 0) }]),
  );
}
