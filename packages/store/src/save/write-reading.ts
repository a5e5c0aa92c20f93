// What reading a story's bytes gave → its version, findings and their rows. Runs inside of a transaction that is open already.
// Knows how records are written; neither states of stories nor who asked.
import type { Annotation, Article } from '@civicwire/shared';
import { keptInsert } from '../connect/kept-query.ts';
import { isSettled, linkCopies } from '../copies/link-copies.ts';
import { contentId, sha256 } from '../hashing.ts';
import { addOfficials, type DescribedOfficial, linkStory, settleStoryOfficials } from '../officials/link-story.ts';
import { refreshOfficials, tallying } from '../officials/official-tally.ts';
import { applyBounds, machineBounds } from '../review/bounds.ts';
import type { FindingTable, StoryTable, StoryVersionTable } from '../schema/tables.ts';
import { inBatches, isoTimeAfter, type Writing } from '../writing.ts';
import { detailRows, type Settled, writeDetailRows } from './detail-rows.ts';
import { type Drafts, draftFindings, type Refusal } from './finding-drafts.ts';
import type { OfficialValue } from './finding-values.ts';
import { type MergedFinding, mergeFindings, settledValue } from './merge-findings.ts';
import { readCorrection } from './read-correction.ts';

/** What the rules of one version read in one snapshot. */
export interface StoryReading {
  readonly snapshotId: string;
  readonly rulesVersion: string;
  readonly article: Article;
  readonly annotation: Annotation;
}

/** What was written. `refusals` are findings that were not stored because a span does not hold. */
export interface WrittenReading {
  readonly versionId: string;
  /** A first or materially changed version was written. */
  readonly newVersion: boolean;
  readonly inserted: number;
  readonly updated: number;
  readonly superseded: number;
  readonly refusals: readonly Refusal[];
}

/** Writes version and findings of a story as it stands; the same reading a second time writes nothing. The story's own row is the caller's. */
export async function writeReading(
  transaction: Writing,
  story: StoryTable,
  reading: StoryReading,
): Promise<WrittenReading> {
  const drafts = draftFindings(story.id, reading.article.text, reading.annotation);
  const version = await settleVersion(transaction, story, reading, drafts.refusals);
  if (version.isNew || !(await isSettled(transaction, story.id))) {
    const { title, text } = reading.article;
    await linkCopies(transaction, story, { versionId: version.id, title, text, textHash: sha256(text) });
  }
  const { rulesVersion, article } = reading;
  const found = { rulesVersion, text: article.text, versionId: version.id, seenOn: dayOf(story, article) };
  const { result: merged, officialIds } = await tallying(
    transaction,
    story.id,
    () => saveFindings(transaction, story, found, drafts),
    { isNew: story.versionId === null },
  );
  await refreshOfficials(transaction, officialIds);
  const count = (change: MergedFinding['change']) => merged.filter((finding) => finding.change === change).length;
  return {
    versionId: version.id,
    newVersion: version.isNew,
    inserted: count('insert'),
    updated: count('update'),
    superseded: count('tombstone'),
    refusals: drafts.refusals,
  };
}

type VersionFacts = Pick<StoryVersionTable, 'title' | 'byline' | 'publishedAt' | 'textHash'>;

/** Whether an article says what a version says. A new time of modification alone is no material change: many sites stamp every delivery of a page. */
export function isSameVersion(version: VersionFacts, { title, byline, publishedAt, text }: Article): boolean {
  return (
    version.title === title &&
    version.byline === byline &&
    version.publishedAt === publishedAt &&
    version.textHash === sha256(text)
  );
}

/** Writes a version if the words changed since the last one, else keeps the last one. */
async function settleVersion(
  { db, at, changed }: Writing,
  story: StoryTable,
  { snapshotId, rulesVersion, article, annotation }: StoryReading,
  refusals: readonly Refusal[],
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const versions =
    story.versionId === null
      ? []
      : await db.selectFrom('storyVersion').selectAll().where('storyId', '=', story.id).execute();
  const previous = versions.find((version) => version.id === story.versionId);
  const gained = readCorrection(article, versions);
  const { title, byline, section, publishedAt, modifiedAt, text } = article;
  const methods = JSON.stringify(article.methods);
  const facts: VersionFacts = { title, byline, publishedAt, textHash: sha256(text) };
  const settled = {
    rulesVersion,
    notes: JSON.stringify(annotation.notes),
    refusals: JSON.stringify(refusals),
    refused: refusals.length,
  };
  // Page data may tell of a correction while the words stay as they are: what the outlet says is material.
  const isReadAgain = previous?.snapshotId === snapshotId;
  if (previous !== undefined && isSameVersion(previous, article) && (isReadAgain || gained.correction === null)) {
    const earlier = versions.filter((version) => version.id !== previous.id && version.createdAt < previous.createdAt);
    // The same bytes read by better rules: what is told about the words is brought up to date, the words are the same.
    const reading = { ...settled, ...(isReadAgain ? { section, methods, ...readCorrection(article, earlier) } : {}) };
    if ((Object.keys(reading) as (keyof typeof reading)[]).some((field) => previous[field] !== reading[field])) {
      await db.updateTable('storyVersion').set(reading).where('id', '=', previous.id).execute();
      if (isReadAgain && previous.section !== section) changed('story_version', previous.id, story.id, 'update');
    }
    return { id: previous.id, isNew: false };
  }
  const previousVersion = previous?.id ?? null;
  const id = contentId('version', story.id, title, byline, publishedAt, facts.textHash, previousVersion);
  const createdAt = isoTimeAfter(at, previous?.createdAt);
  const row = { id, storyId: story.id, previousVersion, snapshotId, ...facts, modifiedAt, section, methods, text };
  await addVersions(db, [{ ...row, ...settled, ...gained, createdAt }]);
  changed('story_version', id, story.id, 'insert');
  return { id, isNew: true };
}

const addVersions = keptInsert((db, rows: StoryVersionTable[]) => db.insertInto('storyVersion').values(rows));

/** Where findings were found. */
interface FoundIn {
  readonly versionId: string;
  /** Of the version. */
  readonly text: string;
  readonly rulesVersion: string;
  /** Date of the story, YYYY-MM-DD. */
  readonly seenOn: string;
}

/** The day of a story: as the page says, else as the feed says, else when it was discovered. */
function dayOf(story: StoryTable, { publishedAt }: Article): string {
  const times = [publishedAt, story.feedPublishedAt];
  const time = times.find((candidate) => candidate !== null && /^\d{4}-\d{2}-\d{2}/.test(candidate));
  return (time ?? story.discoveredAt).slice(0, 'YYYY-MM-DD'.length);
}

async function saveFindings(
  transaction: Writing,
  story: StoryTable,
  { versionId, text, rulesVersion, seenOn }: FoundIn,
  { findings: drafts }: Drafts,
): Promise<MergedFinding[]> {
  const { db, at, changed } = transaction;
  const stored =
    story.versionId === null
      ? []
      : await db.selectFrom('finding').selectAll().where('storyId', '=', story.id).execute();
  const merged = mergeFindings({ storyId: story.id, versionId, text, rulesVersion, at, drafts, stored });
  const rows = merged.map((finding) => finding.row);
  if (stored.length > 0)
    await inBatches(rows, (some) => {
      const ids = some.map((row) => row.id);
      return db.deleteFrom('finding').where('id', 'in', ids).execute();
    });
  await addFindings(db, rows);
  const known = new Map(stored.map((row) => [row.id, row]));
  const all = drafts.map((draft) => ({ draft, value: settledValue(draft, known.get(draft.id)) }));
  const officials = await settleStoryOfficials(db, story.id, all.flatMap(describedOfficial));
  await addOfficials(transaction, officials.described);
  const changedIds = new Set(merged.flatMap(({ draft }) => (draft === null ? [] : [draft.id])));
  const touched = all.filter(({ draft }) => changedIds.has(draft.id));
  const replaced = [...changedIds].filter((id) => known.has(id));
  await writeDetailRows(db, replaced, detailRows({ storyId: story.id, versionId, seenOn, officials, all }, touched));
  // The rows were written as the machine reads them.
  for (const { row } of merged) if (row.machineStart !== null) await applyBounds(db, row, machineBounds(row));
  for (const { row, change } of merged) changed('finding', row.id, story.id, change);
  // A quote that stays as it was may be of an official whom the story now describes otherwise. What is new is linked already.
  if (stored.length === 0) return merged;
  for (const id of await linkStory(db, story.id, officials)) {
    if (!changedIds.has(id)) changed('finding', id, story.id, 'update');
  }
  return merged;
}

const addFindings = keptInsert((db, rows: FindingTable[]) => db.insertInto('finding').values(rows));

function describedOfficial({ draft, value }: Settled): DescribedOfficial[] {
  if (draft.kind !== 'official') return [];
  return [{ findingId: draft.id, value: value as OfficialValue, machineName: draft.value.name, found: true }];
}
