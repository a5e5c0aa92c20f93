// Retention of raw bytes by policy: what pages were stays known (hash, size, status, headers, times); their bytes go.
// Knows ages and references; the policy is the caller's. Without a policy everything is kept.
import { sql } from 'kysely';
import { removedBytes, removedEncoding } from '../ledger/snapshot-bytes.ts';
import { type Context, isoTime, writing } from '../writing.ts';

export interface RetentionPolicy {
  /** Snapshots fetched before now minus this lose their bytes. */
  readonly olderThanMs: number;
  /** Keep those from which a story version was read, so that every record can still be read again. */
  readonly keepReferenced: boolean;
}

/** What was, or with a dry run would be, removed. */
export interface Retention {
  readonly snapshots: number;
  /** As stored, compressed. */
  readonly bytes: number;
  /** Snapshots that keep their bytes. */
  readonly kept: number;
}

/** Rows changed in one transaction. */
const snapshotsAtOnce = 200;
/** Ids looked at in one query, about. Their beginnings are evenly spread, being hashes. */
const idsAtOnce = 50_000;

/**
 * Removes the bytes of snapshots that the policy gives up, a few at a time so that writers come in between. Bytes that a story
 * on its way still needs stay. A second run removes nothing. The same page fetched again brings its bytes back.
 */
export async function removeSnapshotBytes(
  context: Context,
  policy: RetentionPolicy,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Retention> {
  const before = isoTime(context.clock.nowMs() - policy.olderThanMs);
  const { count } = await context.db
    .selectFrom('snapshot')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('encoding', '!=', removedEncoding)
    .executeTakeFirstOrThrow();
  let [snapshots, bytes] = [0, 0];
  for (const beginning of beginnings(count)) {
    const rows = await needlessSnapshots(context, { ...policy, before, beginning });
    for (let from = 0; from < rows.length; from += snapshotsAtOnce) {
      const some = rows.slice(from, from + snapshotsAtOnce);
      const gone = dryRun ? some : await removeSome(context, some);
      snapshots += gone.length;
      bytes += gone.reduce((sum, row) => sum + row.bytes, 0);
    }
  }
  return { snapshots, bytes, kept: count - snapshots };
}

/** Beginnings of ids that part so many snapshots into lots of bounded size. */
function beginnings(count: number): readonly string[] {
  let digits = 0;
  while (count / 16 ** digits > idsAtOnce) digits += 1;
  return Array.from({ length: 16 ** digits }, (_, lot) => (digits === 0 ? '' : lot.toString(16).padStart(digits, '0')));
}

interface Needless {
  readonly id: string;
  readonly bytes: number;
}

/** Sets, so that the versions are read once for all snapshots: they have no index by snapshot. */
async function needlessSnapshots(
  { db }: Context,
  { before, beginning, keepReferenced }: RetentionPolicy & { readonly before: string; readonly beginning: string },
): Promise<readonly Needless[]> {
  const unreferenced = keepReferenced ? sql`except select snapshot_id from story_version` : sql``;
  const { rows } = await sql<Needless>`select id, octet_length(bytes) as bytes from snapshot where id in (
    select id from snapshot where encoding <> ${removedEncoding} and fetched_at < ${before} and id like ${`${beginning}%`}
    except select snapshot_id from story where state in ('fetched', 'extracted') ${unreferenced}) order by id`.execute(
    db,
  );
  return rows;
}

/** Those of them that no story on its way has taken up meanwhile. */
function removeSome(context: Context, some: readonly Needless[]): Promise<readonly Needless[]> {
  return writing(context, async ({ db }) => {
    const ids = some.map(({ id }) => id);
    const taken = await db
      .selectFrom('story')
      .select('snapshotId')
      .where('state', 'in', ['fetched', 'extracted'])
      .where('snapshotId', 'in', ids)
      .execute();
    const takenIds = new Set(taken.map(({ snapshotId }) => snapshotId));
    const gone = some.filter(({ id }) => !takenIds.has(id));
    if (gone.length === 0) return gone;
    const goneIds = gone.map(({ id }) => id);
    await db.updateTable('snapshot').set(removedBytes).where('id', 'in', goneIds).execute();
    return gone;
  });
}
