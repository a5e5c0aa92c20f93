// What reading a story's bytes gave → its version, findings and their rows. Runs inside of a transaction that is open already.
// Knows how records are written; neither states of stories nor who asked.
import type { Annotation, Article } from '@civicwire/shared';
import { contentId, sha256 } from '../hashing.ts';
import type { StoryTable, StoryVersionTable } from '../schema/tables.ts';
import { inBatches, type Writing } from '../writing.ts';
import { detailRows, writeDetailRows } from './detail-rows.ts';
import { type Drafts, draftFindings, type Refusal } from './finding-drafts.ts';
import { type MergedFinding, mergeFindings, settledValue } from './merge-findings.ts';

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
  const merged = await saveFindings(transaction, story, version.id, reading.rulesVersion, drafts);
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

/** Writes a version if the words changed since the last one, else keeps the last one. */
async function settleVersion(
  { db, at, changed }: Writing,
  story: StoryTable,
  { snapshotId, rulesVersion, article, annotation }: StoryReading,
  refusals: readonly Refusal[],
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const previous =
    story.versionId === null
      ? undefined
      : await db.selectFrom('storyVersion').selectAll().where('id', '=', story.versionId).executeTakeFirst();
  const { title, byline, publishedAt, modifiedAt, text } = article;
  const facts: Pick<StoryVersionTable, 'title' | 'byline' | 'publishedAt' | 'textHash'> = {
    title,
    byline,
    publishedAt,
    textHash: sha256(text),
  };
  const reading = {
    rulesVersion,
    notes: JSON.stringify(annotation.notes),
    refusals: JSON.stringify(refusals),
    refused: refusals.length,
  };
  // A new time of modification alone is no material change: many sites stamp every delivery of a page.
  const same =
    previous !== undefined &&
    (Object.keys(facts) as (keyof typeof facts)[]).every((field) => previous[field] === facts[field]);
  if (same) {
    if ((Object.keys(reading) as (keyof typeof reading)[]).some((field) => previous[field] !== reading[field])) {
      await db.updateTable('storyVersion').set(reading).where('id', '=', previous.id).execute();
    }
    return { id: previous.id, isNew: false };
  }
  const previousVersion = previous?.id ?? null;
  const id = contentId('version', story.id, title, byline, publishedAt, facts.textHash, previousVersion);
  await db
    .insertInto('storyVersion')
    .values({
      id,
      storyId: story.id,
      previousVersion,
      snapshotId,
      ...facts,
      modifiedAt,
      methods: JSON.stringify(article.methods),
      text,
      ...reading,
      createdAt: at,
    })
    .execute();
  changed('story_version', id, story.id, 'insert');
  return { id, isNew: true };
}

async function saveFindings(
  { db, at, changed }: Writing,
  story: StoryTable,
  versionId: string,
  rulesVersion: string,
  { findings: drafts }: Drafts,
): Promise<MergedFinding[]> {
  const stored =
    story.versionId === null
      ? []
      : await db.selectFrom('finding').selectAll().where('storyId', '=', story.id).execute();
  const merged = mergeFindings({ storyId: story.id, versionId, rulesVersion, at, drafts, stored });
  await inBatches(
    merged.map((finding) => finding.row),
    async (rows) => {
      const ids = rows.map((row) => row.id);
      if (stored.length > 0) await db.deleteFrom('finding').where('id', 'in', ids).execute();
      await db.insertInto('finding').values(rows).execute();
    },
  );
  const known = new Map(stored.map((row) => [row.id, row]));
  const settle = (draft: Drafts['findings'][number]) => ({ draft, value: settledValue(draft, known.get(draft.id)) });
  const touched = merged.flatMap(({ draft }) => (draft === null ? [] : [settle(draft)]));
  const replaced = touched.flatMap(({ draft }) => (known.has(draft.id) ? [draft.id] : []));
  await writeDetailRows(db, replaced, detailRows(story.id, versionId, touched, drafts.map(settle)));
  for (const { row, change } of merged) changed('finding', row.id, story.id, change);
  return merged;
}
