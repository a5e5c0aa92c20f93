// Officials across stories as a person reads them: a list with what rosters say, and one official with everything known.
// Knows rows and derived evidence; changes nothing.
import { inUseStatuses } from '../save/merge-findings.ts';
import type { OfficialDecisionTable, OfficialTable, RosterEntryTable } from '../schema/official-tables.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, inBatches } from '../writing.ts';
import { findOfficial } from './find-records.ts';
import { pictureOf } from './official-picture.ts';
import { entryAgrees, type RosterEvidence, rosterEvidence, sortEvidence } from './roster-evidence.ts';

/** A canonical official with standing findings. */
export interface ListedOfficial extends OfficialTable {
  /** Rows merged into it by people's decisions. */
  readonly mergedRows: number;
  /** The best term that rosters propose; null without one. A person's link is `rosterEntryId`. */
  readonly roster: RosterEvidence | null;
}

export interface OfficialFilter {
  /** Only those that no person has linked to a roster. */
  readonly unlinked?: boolean;
}

/** How an official stands in one story. */
export interface OfficialInStory {
  readonly storyId: string;
  readonly url: string;
  readonly storyTitle: string | null;
  readonly seenOn: string;
  readonly officialId: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly organization: string | null;
  readonly jurisdiction: string | null;
  readonly tenure: string;
  readonly mentions: number;
}

export interface OfficialView {
  readonly official: OfficialTable;
  /** Rows merged into it. */
  readonly members: readonly OfficialTable[];
  /** Latest first. */
  readonly stories: readonly OfficialInStory[];
  readonly quotes: number;
  readonly stances: number;
  /** All that agree, best first. */
  readonly roster: readonly RosterEvidence[];
  readonly linked: RosterEntryTable | null;
  /** Decisions that name one of its rows, in order; undone ones too. */
  readonly decisions: readonly (OfficialDecisionTable & { readonly stands: boolean })[];
}

/** Every canonical official that a standing finding names, most findings first. Empty when there is none. */
export async function listOfficials({ db }: Context, filter: OfficialFilter = {}): Promise<ListedOfficial[]> {
  let query = db
    .selectFrom('official')
    .selectAll()
    .where((where) => where('id', '=', where.ref('canonicalOfficialId')))
    .where('findings', '>', 0);
  if (filter.unlinked === true) query = query.where('rosterEntryId', 'is', null);
  const officials = (await query.execute()).sort(mostFindingsFirst);
  const merged = await db
    .selectFrom('official')
    .select(({ fn }) => ['canonicalOfficialId as id', fn.countAll<number>().as('count')])
    .where((where) => where('id', '!=', where.ref('canonicalOfficialId')))
    .groupBy('canonicalOfficialId')
    .execute();
  const mergedRows = new Map(merged.map(({ id, count }) => [id, Number(count)]));
  const evidence = await readEvidence(db, officials);
  return officials.map((official) => ({
    ...official,
    mergedRows: mergedRows.get(official.id) ?? 0,
    roster: evidence.get(official.id)?.[0] ?? null,
  }));
}

/** In an order that no database's language changes. */
function mostFindingsFirst(a: OfficialTable, b: OfficialTable): number {
  if (a.findings !== b.findings) return b.findings - a.findings;
  if (a.name !== b.name) return (a.name ?? '') < (b.name ?? '') ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** What rosters say of these canonical officials, best first; an official of whom they say nothing is absent. */
async function readEvidence(
  db: Database,
  officials: readonly OfficialTable[],
): Promise<ReadonlyMap<string, readonly RosterEvidence[]>> {
  const known = await db
    .selectFrom('rosterEntry')
    .innerJoin('official', 'official.shortNameKey', 'rosterEntry.shortNameKey')
    .selectAll('rosterEntry')
    .distinct()
    .execute();
  const byName = Map.groupBy(known, ({ shortNameKey }) => shortNameKey);
  const agreeing = officials.flatMap((official) => {
    const entries = (byName.get(official.shortNameKey ?? '') ?? []).filter((entry) => entryAgrees(entry, official));
    return entries.length === 0 ? [] : [{ official, entries }];
  });
  const days = await readDays(
    db,
    agreeing.map(({ official }) => official.id),
  );
  return new Map(
    agreeing.map(({ official, entries }) => [
      official.id,
      sortEvidence(entries.map((entry) => rosterEvidence(entry, official, days.get(official.id) ?? new Map()))),
    ]),
  );
}

/** Days of the stories of canonical officials, over all their rows. */
async function readDays(db: Database, canonicalIds: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const days = new Map<string, Map<string, number>>();
  await inBatches(canonicalIds, async (ids) => {
    const rows = await db
      .selectFrom('official')
      .innerJoin('officialTally as tally', 'tally.officialId', 'official.id')
      .select(({ fn }) => [
        'official.canonicalOfficialId as id',
        'tally.value',
        fn.sum<number>('tally.findings').as('count'),
      ])
      .where('official.canonicalOfficialId', 'in', ids)
      .where('tally.aspect', '=', 'day')
      .groupBy(['official.canonicalOfficialId', 'tally.value'])
      .execute();
    for (const { id, value, count } of rows) {
      days.set(id, (days.get(id) ?? new Map<string, number>()).set(value, Number(count)));
    }
  });
  return days;
}

/**
 * The official that stands for the one whose id begins so (`given` may be merged into another). Throws `UsageError` when
 * no id, or more than one, begins so.
 */
export async function getOfficial({ db }: Context, given: string): Promise<OfficialView> {
  const { canonicalOfficialId: id } = await findOfficial(db, given);
  const official = await db.selectFrom('official').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const members = await db
    .selectFrom('official')
    .selectAll()
    .where('canonicalOfficialId', '=', id)
    .where('id', '!=', id)
    .orderBy('id')
    .execute();
  const ids = [id, ...members.map((member) => member.id)];
  const decisions = await db.selectFrom('officialDecision').selectAll().orderBy('position').execute();
  const standing = new Set(pictureOf(decisions).standing.map((decision) => decision.id));
  const linked = official.rosterEntryId;
  return {
    official,
    members,
    stories: await storiesOf(db, ids),
    quotes: await countStanding(db, 'quote', ids),
    stances: await countStanding(db, 'stance', ids),
    roster: (await readEvidence(db, [official])).get(id) ?? [],
    linked:
      linked === null
        ? null
        : ((await db.selectFrom('rosterEntry').selectAll().where('id', '=', linked).executeTakeFirst()) ?? null),
    decisions: decisions
      .filter(({ officialId, otherOfficialId }) => ids.includes(officialId) || ids.includes(otherOfficialId ?? ''))
      .map((decision) => ({ ...decision, stands: decision.kind === 'undo' || standing.has(decision.id) })),
  };
}

async function storiesOf(db: Database, officialIds: readonly string[]): Promise<OfficialInStory[]> {
  const rows = await db
    .selectFrom('officialMention as mention')
    .innerJoin('finding', 'finding.id', 'mention.findingId')
    .innerJoin('story', 'story.id', 'mention.storyId')
    .innerJoin('storyVersion as version', 'version.id', 'mention.versionId')
    .select(({ fn }) => fn.countAll<number>().as('mentions'))
    .select(['mention.storyId', 'story.url', 'version.title as storyTitle', 'mention.seenOn', 'mention.officialId'])
    .select(['mention.name', 'mention.title', 'mention.organization', 'mention.jurisdiction', 'mention.tenure'])
    .where('mention.officialId', 'in', officialIds)
    .where('finding.status', 'in', inUseStatuses)
    .groupBy(['mention.storyId', 'story.url', 'version.title', 'mention.seenOn', 'mention.officialId', 'mention.name'])
    .groupBy(['mention.title', 'mention.organization', 'mention.jurisdiction', 'mention.tenure'])
    .orderBy('mention.seenOn', 'desc')
    .orderBy('mention.storyId')
    .orderBy('mention.officialId')
    .execute();
  return rows.map((row) => ({ ...row, mentions: Number(row.mentions) }));
}

async function countStanding(db: Database, table: 'quote' | 'stance', officialIds: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .innerJoin('finding', 'finding.id', `${table}.id`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(`${table}.officialId`, 'in', officialIds)
    // Said the other way round SQLite would begin with all findings of these statuses.
    .where('finding.status', 'not in', ['rejected', 'superseded'])
    .executeTakeFirstOrThrow();
  return Number(count);
}
