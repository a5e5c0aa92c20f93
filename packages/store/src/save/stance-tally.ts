// How many stances are in use by issue, month, position and basis, moved by what a story says before and after a change.
// Knows counts; does not know why a story changed.
import { sql } from 'kysely';
import { keptInsert, keptQuery } from '../connect/kept-query.ts';
import type { StanceTallyTable } from '../schema/reading-tables.ts';
import type { Database } from '../schema/tables.ts';
import { outOfUseStatuses } from './merge-findings.ts';

/** Counts by key; a key is the JSON list of issue, month, position and basis. */
export type StanceTally = ReadonlyMap<string, { readonly findings: number; readonly published: number }>;

const monthLength = 'YYYY-MM'.length;

/** The counts of one story as it stands. */
export async function tallyStances(db: Database, storyId: string): Promise<StanceTally> {
  const rows = await standingStances(db, { storyId });
  const counts = new Map<string, { findings: number; published: number }>();
  for (const { issue, seenOn, position, basis, status } of rows) {
    const key = JSON.stringify([issue, seenOn.slice(0, monthLength), position, basis]);
    const { findings, published } = counts.get(key) ?? { findings: 0, published: 0 };
    counts.set(key, { findings: findings + 1, published: published + (status === 'pending' ? 0 : 1) });
  }
  return counts;
}

const standingStances = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db
    .selectFrom('stance')
    .innerJoin('finding', 'finding.id', 'stance.id')
    .select(['stance.issue', 'stance.seenOn', 'stance.position', 'stance.basis', 'finding.status'])
    .where('stance.storyId', '=', storyId)
    .where('finding.status', 'not in', outOfUseStatuses),
);

const addTallies = keptInsert((db, rows: StanceTallyTable[]) =>
  db
    .insertInto('stanceTally')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['issue', 'month', 'position', 'basis']).doUpdateSet((row) => ({
        findings: row('stanceTally.findings', '+', row.ref('excluded.findings')),
        published: row('stanceTally.published', '+', row.ref('excluded.published')),
      })),
    ),
);

/** Moves the store's counts by the difference. Writes nothing when there is none. */
export async function moveStanceTally(db: Database, before: StanceTally, after: StanceTally): Promise<void> {
  const none = { findings: 0, published: 0 };
  const moved = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): StanceTallyTable[] => {
    const [was, is] = [before.get(key) ?? none, after.get(key) ?? none];
    const [findings, published] = [is.findings - was.findings, is.published - was.published];
    const [issue = '', month = '', position = '', basis = ''] = JSON.parse(key) as string[];
    return findings === 0 && published === 0 ? [] : [{ issue, month, position, basis, findings, published }];
  });
  await addTallies(db, moved);
  if (moved.some(({ findings }) => findings < 0))
    await db.deleteFrom('stanceTally').where('findings', '=', 0).execute();
}

/** A stance in use comes to stand under a person's word, or no longer does: its row and its count say so. */
export async function publishStance(db: Database, id: string, published: boolean): Promise<void> {
  await sql`update stance set standing = ${published ? 2 : 1} where id = ${id}`.execute(db);
  await sql`update stance_tally set published = published + ${published ? 1 : -1}
    where (issue, month, position, basis) in (
      select issue, substr(seen_on, 1, ${monthLength}), position, basis from stance where id = ${id})`.execute(db);
}
