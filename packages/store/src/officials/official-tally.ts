// What an official's row shows follows from counts: how often each wording and each day occurs in standing findings.
// The counts are moved by what a story says before and after a change, so no story is ever read again.
// Knows counts; does not know why a story changed.
import { outOfUseStatuses } from '../save/merge-findings.ts';
import { settleOfficials, settleStory } from '../save/settle-stances.ts';
import { moveStanceTally, tallyStances } from '../save/stance-tally.ts';
import type { OfficialTable, OfficialTallyTable } from '../schema/official-tables.ts';
import type { Database } from '../schema/tables.ts';
import { inBatches, type Writing } from '../writing.ts';

/** A key of a count, as text that sorts and compares. */
type TallyKey = string;

const shownAspects = ['name', 'title', 'organization', 'jurisdiction'] as const;

async function countStory(db: Database, storyId: string): Promise<Map<TallyKey, number>> {
  const rows = await db
    .selectFrom('officialMention as mention')
    .innerJoin('finding', 'finding.id', 'mention.findingId')
    .select(['mention.findingId', 'mention.officialId', 'mention.seenOn', 'mention.name', 'mention.title'])
    .select(['mention.organization', 'mention.jurisdiction'])
    .distinct()
    .where('mention.storyId', '=', storyId)
    .where('finding.status', 'not in', outOfUseStatuses)
    .execute();
  const counts = new Map<TallyKey, number>();
  for (const row of rows) {
    const worded = shownAspects.map((aspect) => [aspect, row[aspect]] as const);
    for (const [aspect, value] of [...worded, ['day', row.seenOn] as const]) {
      if (value === null) continue;
      const key = JSON.stringify([row.officialId, aspect, value]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Runs a change of a story's findings and moves the counts of officials and stances by what it changed. Gives the result of
 * `work` and the officials whose counts moved; their rows are brought up to date by `refreshOfficials`.
 */
export async function tallying<Result>(
  { db }: Writing,
  storyId: string,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly officialIds: readonly string[] }> {
  const before = await countStory(db, storyId);
  const stancesBefore = await tallyStances(db, storyId);
  const result = await work();
  await moveStanceTally(db, stancesBefore, await tallyStances(db, storyId));
  await settleStory(db, storyId);
  const after = await countStory(db, storyId);
  const moved: OfficialTallyTable[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const findings = (after.get(key) ?? 0) - (before.get(key) ?? 0);
    const [officialId, aspect, value] = JSON.parse(key) as [string, string, string];
    if (findings !== 0) moved.push({ officialId, aspect, value, findings });
  }
  await inBatches(moved, (rows) =>
    db
      .insertInto('officialTally')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['officialId', 'aspect', 'value']).doUpdateSet((row) => ({
          findings: row('officialTally.findings', '+', row.ref('excluded.findings')),
        })),
      )
      .execute(),
  );
  const lowered = moved.filter(({ findings }) => findings < 0).map(({ officialId }) => officialId);
  await inBatches([...new Set(lowered)], (ids) =>
    db.deleteFrom('officialTally').where('officialId', 'in', ids).where('findings', '=', 0).execute(),
  );
  const officialIds = [...new Set(moved.map(({ officialId }) => officialId))];
  return { result, officialIds };
}

type Shown = Pick<
  OfficialTable,
  'name' | 'title' | 'organization' | 'jurisdiction' | 'findings' | 'firstSeen' | 'lastSeen'
>;

/**
 * Brings these rows, and the rows that stand for them, up to date with the counts. A canonical row shows the counts of all
 * rows merged into it, the others their own; a row without standing findings keeps its last wording.
 */
export async function refreshOfficials({ db, changed }: Writing, officialIds: readonly string[]): Promise<void> {
  await inBatches([...new Set(officialIds)], async (ids) => {
    const named = await db
      .selectFrom('official')
      .select(['canonicalOfficialId as id'])
      .where('id', 'in', ids)
      .execute();
    const targets = [...new Set([...ids, ...named.map(({ id }) => id)])];
    const rows = await db
      .selectFrom('official')
      .selectAll()
      .where((where) => where.or([where('id', 'in', targets), where('canonicalOfficialId', 'in', targets)]))
      .execute();
    const tallies = await readTallies(
      db,
      rows.map(({ id }) => id),
    );
    for (const row of rows.filter(({ id }) => targets.includes(id))) {
      const members = rows.filter(({ id, canonicalOfficialId }) => id === row.id || canonicalOfficialId === row.id);
      const shown = show(
        row,
        members.flatMap(({ id }) => tallies.get(id) ?? []),
      );
      const differs = (Object.keys(shown) as (keyof Shown)[]).filter((field) => shown[field] !== row[field]);
      if (differs.length === 0) continue;
      await db.updateTable('official').set(shown).where('id', '=', row.id).execute();
      if (differs.includes('jurisdiction')) await settleOfficials(db, [row.id]);
      if (differs.some((field) => (shownAspects as readonly string[]).includes(field))) {
        changed('official', row.id, null, 'update');
      }
    }
  });
}

interface Tally extends OfficialTallyTable {
  readonly last: string;
}

/** Wordings one by one; of the days the first, the last and their sum. */
async function readTallies(db: Database, ids: readonly string[]): Promise<Map<string, Tally[]>> {
  const tallies = new Map<string, Tally[]>();
  await inBatches(ids, async (batch) => {
    const wordings = await db
      .selectFrom('officialTally')
      .selectAll()
      .select('value as last')
      .where('officialId', 'in', batch)
      .where('aspect', 'in', shownAspects)
      .execute();
    const days = await db
      .selectFrom('officialTally')
      .select(({ fn }) => ['officialId', 'aspect', fn.min('value').as('value'), fn.max('value').as('last')])
      .select(({ fn }) => fn.sum<number>('findings').as('findings'))
      .where('officialId', 'in', batch)
      .where('aspect', '=', 'day')
      .groupBy(['officialId', 'aspect'])
      .execute();
    for (const row of [...wordings, ...days]) {
      tallies.set(row.officialId, [...(tallies.get(row.officialId) ?? []), { ...row, findings: Number(row.findings) }]);
    }
  });
  return tallies;
}

/** A person who merges B into A says that A is right: name and place are the row's own, title and body are everybody's. */
function show(row: OfficialTable, tallies: readonly Tally[]): Shown {
  const own = tallies.filter(({ officialId }) => officialId === row.id);
  const days = tallies.filter(({ aspect }) => aspect === 'day');
  const wording = (from: readonly Tally[], aspect: (typeof shownAspects)[number]): string | null =>
    from.length === 0 ? row[aspect] : mostFrequent(from.filter((tally) => tally.aspect === aspect));
  return {
    name: wording(own, 'name'),
    title: wording(tallies, 'title'),
    organization: wording(tallies, 'organization'),
    jurisdiction: wording(own, 'jurisdiction'),
    findings: days.reduce((sum, { findings }) => sum + findings, 0),
    firstSeen: days.map(({ value }) => value).sort()[0] ?? null,
    lastSeen:
      days
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? null,
  };
}

/** Of equally frequent ones the first in order of their characters, so that the order of stories does not matter. */
function mostFrequent(tallies: readonly Tally[]): string | null {
  const sums = new Map<string, number>();
  for (const { value, findings } of tallies) sums.set(value, (sums.get(value) ?? 0) + findings);
  const [best] = [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
