// The officials of one story: which row each description names, and the story's mentions, quotes and stances linked to it.
// Knows one story and the decisions that concern it; merges are left to the row itself (canonical_official_id).
import { isAmong, keptInsert, keptQuery } from '../connect/kept-query.ts';
import { normalise } from '../hashing.ts';
import type { OfficialValue } from '../save/finding-values.ts';
import type { OfficialTable } from '../schema/official-tables.ts';
import type { Database } from '../schema/tables.ts';
import type { Writing } from '../writing.ts';
import { identifyOfficial, ownOfficialId } from './identify-official.ts';
import { followSplits, pictureOf } from './official-picture.ts';

/** A finding of kind official. */
export interface DescribedOfficial {
  readonly findingId: string;
  /** The value that counts: a person's where there is one. */
  readonly value: OfficialValue;
  /** The machine's name, by which quotes and stances know the official even when a person has corrected it. */
  readonly machineName: string | null;
  /** The last extraction found it: only then do names of quotes and stances mean it. */
  readonly found: boolean;
}

/** The officials of a story after splits and before merges. */
export interface StoryOfficials {
  /** Rows that the descriptions name, to be added where they are missing. */
  readonly described: readonly OfficialTable[];
  /** Official of a finding; null for a finding that is not among them. */
  ofFinding(findingId: string): string | null;
  /** Official of this name in the story; null when there is none. */
  ofName(name: string | null): string | null;
}

/** Says which official each finding names, by description and by the decisions of people. Writes nothing. */
export async function settleStoryOfficials(
  db: Database,
  storyId: string,
  findings: readonly DescribedOfficial[],
): Promise<StoryOfficials> {
  const own = await decidedOwnIds(
    db,
    findings.map(({ findingId }) => ownOfficialId(findingId)),
  );
  const rows = await splitsIn(db, { storyId });
  const splits = new Map(rows.map(({ officialId, toOfficialId }) => [officialId, toOfficialId]));
  const inOrder = [...findings].sort((a, b) => (a.findingId < b.findingId ? -1 : 1));
  const described = inOrder.map(({ findingId, value, machineName, found }) => {
    const ownId = ownOfficialId(findingId);
    const row = identifyOfficial(value, findingId, own.has(ownId));
    // What a person said of this finding is stronger than what its description gives now.
    const from = splits.has(ownId) ? ownId : row.id;
    const names = found ? [machineName, value.name] : [];
    return { findingId, row, officialId: followSplits(from, splits), names };
  });
  const byFinding = new Map(described.map(({ findingId, officialId }) => [findingId, officialId]));
  const byName = new Map(
    described.flatMap(({ names, officialId }) =>
      names.flatMap((name) => (name === null ? [] : [[normalise(name), officialId] as const])),
    ),
  );
  return {
    described: described.map(({ row }) => row),
    ofFinding: (findingId) => byFinding.get(findingId) ?? null,
    ofName: (name) => (name === null ? null : (byName.get(normalise(name)) ?? null)),
  };
}

/**
 * The rows of single findings that a person's word is about. Such a finding stays with its row when a later extraction
 * learns more of the official: the person's word was about this passage, not about a name.
 */
async function decidedOwnIds(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const decided = new Set<string>();
  const about = await decisionsAbout(db, { ids });
  if (about.length === 0) return decided;
  const undos = await db.selectFrom('officialDecision').selectAll().where('kind', '=', 'undo').execute();
  for (const { officialId, otherOfficialId } of pictureOf([...about, ...undos]).standing) {
    decided.add(officialId);
    if (otherOfficialId !== null) decided.add(otherOfficialId);
  }
  return decided;
}

const decisionsAbout = keptQuery((db, { ids }: { readonly ids: readonly string[] }) =>
  db
    .selectFrom('officialDecision')
    .selectAll()
    .where((where) => where.or([isAmong(db, 'official_id', ids), isAmong(db, 'other_official_id', ids)]))
    .where('kind', 'in', ['merge', 'link', 'apart'])
    .orderBy('position'),
);

const splitsIn = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db.selectFrom('officialSplit').selectAll().where('storyId', '=', storyId),
);

/** Adds the rows that are missing. */
export async function addOfficials({ db, changed }: Writing, rows: readonly OfficialTable[]): Promise<void> {
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  for (const { id } of await addMissing(db, unique)) changed('official', id, null, 'insert');
}

const addMissing = keptInsert((db, rows: OfficialTable[]) =>
  db
    .insertInto('official')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id'),
);

/**
 * Makes the story's mentions, quotes and stances point to these officials; rows that do already are left alone. Gives the
 * findings whose rows now point elsewhere.
 */
export async function linkStory(db: Database, storyId: string, officials: StoryOfficials): Promise<readonly string[]> {
  const relinked: string[] = [];
  const mentions = await mentionsIn(db, { storyId });
  for (const { findingId, officialId: stored } of mentions) {
    const officialId = officials.ofFinding(findingId) ?? stored;
    if (officialId === stored) continue;
    await db.updateTable('officialMention').set({ officialId }).where('findingId', '=', findingId).execute();
    relinked.push(findingId);
  }
  const quotes = await quotesIn(db, { storyId });
  for (const { id, officialId: stored, name } of quotes) {
    const officialId = officials.ofName(name);
    if (officialId === stored) continue;
    await db.updateTable('quote').set({ officialId }).where('id', '=', id).execute();
    relinked.push(id);
  }
  const stances = await stancesIn(db, { storyId });
  for (const { id, officialId: stored, name } of stances) {
    const officialId = officials.ofName(name);
    if (officialId === stored) continue;
    await db.updateTable('stance').set({ officialId }).where('id', '=', id).execute();
    relinked.push(id);
  }
  return relinked;
}

const mentionsIn = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db.selectFrom('officialMention').select(['findingId', 'officialId']).distinct().where('storyId', '=', storyId),
);
const quotesIn = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db.selectFrom('quote').select(['id', 'officialId', 'speakerName as name']).where('storyId', '=', storyId),
);
const stancesIn = keptQuery((db, { storyId }: { readonly storyId: string }) =>
  db.selectFrom('stance').select(['id', 'officialId', 'holder as name']).where('storyId', '=', storyId),
);

/** The official findings of a stored story. */
export async function describedOfficials(db: Database, storyId: string): Promise<DescribedOfficial[]> {
  const rows = await db
    .selectFrom('finding')
    .select(['id', 'value', 'decidedValue', 'found'])
    .where('storyId', '=', storyId)
    .where('kind', '=', 'official')
    .execute();
  return rows.map(({ id, value, decidedValue, found }) => {
    const machine = JSON.parse(value) as OfficialValue;
    const decided = decidedValue === null ? null : (JSON.parse(decidedValue) as OfficialValue);
    return { findingId: id, value: decided ?? machine, machineName: machine.name, found: found === 1 };
  });
}
