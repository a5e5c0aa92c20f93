// Keeps in each stance's row which city it is of and whether it stands, so that a city's stances are found by an index. Runs in
// the transaction of whatever it follows from: the story, its officials, the places that there are. Knows rows; how a place is
// found is in views/stance-places.ts.
import { type RawBuilder, sql } from 'kysely';
import { keptQuery } from '../connect/kept-query.ts';
import type { Database, PlaceTable } from '../schema/tables.ts';
import { settledStances } from '../views/stance-places.ts';
import { inBatches } from '../writing.ts';

interface SettledStance {
  readonly id: string;
  readonly placeId: string | null;
  readonly placeFrom: string | null;
  readonly standing: number;
}

/** The stances of a story. */
export async function settleStory(db: Database, storyId: string): Promise<void> {
  const stored = await storedIn(db, { storyId });
  if (stored.length > 0) await writeSettled(db, stored, await settledIn(db, { storyId }));
}

interface Story {
  readonly storyId: string;
}

const storedIn = keptQuery((db, { storyId }: Story) =>
  db.selectFrom('stance').select(['id', 'placeId', 'placeFrom', 'standing']).where('storyId', '=', storyId),
);

const settledIn = keptQuery((db, { storyId }: Story) => ({
  compile: () => sql<SettledStance>`${sql.raw(settledStances())} where t.story_id = ${storyId}`.compile(db),
}));

/** The stances of everybody for whom one of these officials stands, and their own. */
export function settleOfficials(db: Database, officialIds: readonly string[]): Promise<void> {
  return inBatches(officialIds, (ids) =>
    settle(
      db,
      sql`t.official_id in (select o.id from official o where o.id in (${sql.join(ids)}) or o.canonical_official_id in (${sql.join(ids)}))`,
    ),
  );
}

/** The stances of those who govern a place that is called like one of these: there may be two of that name now. */
export function settlePlaces(db: Database, places: readonly PlaceTable[]): Promise<void> {
  const named = places.filter(({ geoid, state }) => geoid !== null && state !== null);
  const wordings = [...new Set(named.map(({ name, state }) => `${name}, ${state}`))];
  return inBatches(wordings, (batch) =>
    settle(
      db,
      sql`t.official_id in (select one.id from official one join official o on o.id = one.canonical_official_id
        where o.jurisdiction in (${sql.join(batch)}))`,
    ),
  );
}

/** Settles these. Writes only rows that change. */
async function settle(db: Database, which: RawBuilder<unknown>): Promise<void> {
  const { rows: stored } = await sql<SettledStance>`select t.id, t.place_id, t.place_from, t.standing from stance t
    where ${which}`.execute(db);
  if (stored.length === 0) return;
  const { rows: settled } = await sql<SettledStance>`${sql.raw(settledStances())} where ${which}`.execute(db);
  await writeSettled(db, stored, settled);
}

async function writeSettled(
  db: Database,
  stored: readonly SettledStance[],
  settled: readonly SettledStance[],
): Promise<void> {
  const before = new Map(stored.map((row) => [row.id, row]));
  for (const { id, placeId, placeFrom, standing } of settled) {
    const known = before.get(id);
    if (known?.placeId === placeId && known.placeFrom === placeFrom && known.standing === standing) continue;
    await setSettled(db, { id, placeId, placeFrom, standing });
  }
}

const setSettled = keptQuery((db, { id, placeId, placeFrom, standing }: SettledStance) =>
  db.updateTable('stance').set({ placeId, placeFrom, standing }).where('id', '=', id),
);
