// What an official's row shows follows from counts: how often each wording and each day occurs in standing findings.
// The counts are moved by what a story says before and after a change, so no story is ever read again.
// Knows counts; does not know why a story changed.
import { isAmong, keptInsert, keptQuery } from '../connect/kept-query.ts';
import { outOfUseStatuses } from '../save/merge-findings.ts';
import { settleOfficials, settleStory } from '../save/settle-stances.ts';
import { moveStanceTally, type StanceTally, tallyStances } from '../save/stance-tally.ts';
import type { OfficialTable, OfficialTallyTable } from '../schema/official-tables.ts';
import type { Database } from '../schema/tables.ts';
import { inBatches, type Writing } from '../writing.ts';

/** A key of a count, as text that sorts and compares. */
type TallyKey = string;

const shownAspects = ['name', 'title', 'organization', 'jurisdiction'] as const;

async function countStory(db: Database, storyId: string): Promise<Map<TallyKey, number>> {
  const rows = await standingMentions(db, { storyId });
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

const standingMentions = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db
    .selectFrom('officialMention as mention')
    .innerJoin('finding', 'finding.id', 'mention.findingId')
    .select(['mention.findingId', 'mention.officialId', 'mention.seenOn', 'mention.name', 'mention.title'])
    .select(['mention.organization', 'mention.jurisdiction'])
    .distinct()
    .where('mention.storyId', '=', storyId)
    .where('finding.status', 'not in', outOfUseStatuses),
);

const addTallies = keptInsert((db, rows: OfficialTallyTable[]) =>
  db
    .insertInto('officialTally')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['officialId', 'aspect', 'value']).doUpdateSet((row) => ({
        findings: row('officialTally.findings', '+', row.ref('excluded.findings')),
      })),
    ),
);

/**
 * Runs a change of a story's findings and moves the counts of officials and stances by what it changed. Gives the result of
 * `work` and the officials whose counts moved; their rows are brought up to date by `refreshOfficials`.
 */
export async function tallying<Result>(
  { db }: Writing,
  storyId: string,
  work: () => Promise<Result>,
  /** A story without any record has nothing to count before. */
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<{ readonly result: Result; readonly officialIds: readonly string[] }> {
  const before: ReadonlyMap<TallyKey, number> = isNew ? new Map() : await countStory(db, storyId);
  const stancesBefore: StanceTally = isNew ? new Map() : await tallyStances(db, storyId);
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
  await addTallies(db, moved);
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
    const named = await canonicalOf(db, { ids });
    const targets = [...new Set([...ids, ...named.map(({ id }) => id)])];
    const rows = await membersOf(db, { ids: targets });
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
      await setShown(db, { id: row.id, ...shown });
      if (differs.includes('jurisdiction')) await settleOfficials(db, [row.id]);
      if (differs.some((field) => (shownAspects as readonly string[]).includes(field))) {
        changed('official', row.id, null, 'update');
      }
    }
  });
}

const canonicalOf = keptQuery((db, { ids }: { readonly ids: readonly string[] }) =>
  db
    .selectFrom('official')
    .select(['canonicalOfficialId as id'])
    .where(isAmong(db, 'id', ids)),
);

const membersOf = keptQuery((db, { ids }: { readonly ids: readonly string[] }) =>
  db
    .selectFrom('official')
    .selectAll()
    .where((where) => where.or([isAmong(db, 'id', ids), isAmong(db, 'canonical_official_id', ids)])),
);

const setShown = keptQuery(
  (
    db,
    { id, name, title, organization, jurisdiction, findings, firstSeen, lastSeen }: Shown & { readonly id: string },
  ) =>
    db
      .updateTable('official')
      .set({ name, title, organization, jurisdiction, findings, firstSeen, lastSeen })
      .where('id', '=', id),
);

interface Tally extends OfficialTallyTable {
  readonly last: string;
}

/** Wordings one by one; of the days the first, the last and their sum. */
async function readTallies(db: Database, ids: readonly string[]): Promise<Map<string, Tally[]>> {
  const tallies = new Map<string, Tally[]>();
  for (const row of [...(await wordingsOf(db, { ids })), ...(await daysOf(db, { ids }))]) {
    const known = tallies.get(row.officialId);
    const tally = { ...row, findings: Number(row.findings) };
    if (known === undefined) tallies.set(row.officialId, [tally]);
    else known.push(tally);
  }
  return tallies;
}

const wordingsOf = keptQuery((db, { ids }: { readonly ids: readonly string[] }) =>
  db
    .selectFrom('officialTally')
    .selectAll()
    .select('value as last')
    .where(isAmong(db, 'official_id', ids))
    .where('aspect', 'in', shownAspects),
);

const daysOf = keptQuery((db, { ids }: { readonly ids: readonly string[] }) =>
  db
    .selectFrom('officialTally')
    .select(({ fn }) => ['officialId', 'aspect', fn.min('value').as('value'), fn.max('value').as('last')])
    .select(({ fn }) => fn.sum<number>('findings').as('findings'))
    .where(isAmong(db, 'official_id', ids))
    .where('aspect', '=', 'day')
    .groupBy(['officialId', 'aspect']),
);

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
