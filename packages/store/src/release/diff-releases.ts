// What changed between two releases: claims in use that came, went or say something else, and positions that turned round.
// Knows the tables of releases; decides nothing.
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { databaseFile } from './manifest.ts';
import { openRelease, type Release } from './open-release.ts';

export interface ReleasedClaim {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly status: string;
  readonly url: string;
}

export interface Flip {
  readonly holder: string;
  readonly issue: string;
  readonly before: string;
  readonly after: string;
  /** Where it stands: the stance, or the place whose latest position it is. */
  readonly id: string;
  readonly url: string;
}

/** In order of ids. */
export interface ReleaseDiff {
  readonly added: readonly ReleasedClaim[];
  readonly removed: readonly ReleasedClaim[];
  /** In both, with another status, label or value. `status` and `label` are those of the second release. */
  readonly changed: readonly (ReleasedClaim & {
    readonly before: { readonly label: string; readonly status: string };
  })[];
  /** Stances in both with another position. */
  readonly flippedStances: readonly Flip[];
  /** Places whose latest position on an issue is another one. */
  readonly flippedPlaces: readonly Flip[];
}

const other = 'earlier';

/** Compares the releases in two folders; claims are told apart by their ids. Throws `UsageError` when one is no release. */
export async function diffReleases(before: string, after: string): Promise<ReleaseDiff> {
  await openRelease(before).close();
  const release = openRelease(after);
  try {
    // Read-only, as the connection is that takes it in.
    await sql`attach database ${resolve(before, databaseFile)} as ${sql.ref(other)}`.execute(
      release.db.withoutPlugins(),
    );
    return await compare(release);
  } finally {
    await release.close();
  }
}

async function compare({ db }: Release): Promise<ReleaseDiff> {
  const plain = db.withoutPlugins();
  const columns = sql`c.id, c.kind, c.label, c.status, c.url`;
  const only = async (here: string, there: string) =>
    (
      await sql<ReleasedClaim>`select ${columns} from ${sql.table(`${here}.v_claim_current`)} c
        where not exists (select 1 from ${sql.table(`${there}.v_claim_current`)} o where o.id = c.id) order by c.id`.execute(
        plain,
      )
    ).rows;
  const changed = await sql<ReleasedClaim & { label_before: string; status_before: string }>`
    select ${columns}, o.label as label_before, o.status as status_before
    from main.v_claim_current c join ${sql.table(`${other}.v_claim_current`)} o on o.id = c.id
    where (c.label, c.status, c.value) <> (o.label, o.status, o.value) order by c.id`.execute(plain);
  const stances = await sql<Flip>`
    select c.holder, c.issue, o.position as before, c.position as after, c.id, c.url
    from main.v_stance c join ${sql.table(`${other}.v_stance`)} o on o.id = c.id
    where c.position <> o.position order by c.id`.execute(plain);
  const places = await sql<Flip>`
    select c.name || ', ' || c.state as holder, c.issue, o.position as before, c.position as after, c.place_id as id, c.url
    from main.v_city_stance c join ${sql.table(`${other}.v_city_stance`)} o on o.place_id = c.place_id and o.issue = c.issue
    where c.position <> o.position order by c.place_id, c.issue`.execute(plain);
  return {
    added: await only('main', other),
    removed: await only(other, 'main'),
    changed: changed.rows.map(({ label_before: label, status_before: status, ...claim }) => ({
      ...claim,
      before: { label, status },
    })),
    flippedStances: stances.rows,
    flippedPlaces: places.rows,
  };
}
