// From an extraction to records, in one transaction: story version, findings, their rows, change numbers, state.
// Knows the order of the steps; what a finding is and how findings merge is decided next door.
import { type Article, annotationSchema, articleSchema, Quarantine } from '@civicwire/shared';
import { z } from 'zod';
import { contentId, sha256 } from '../hashing.ts';
import { titleHash } from '../ledger/discover.ts';
import type { ExtractionTable, StoryTable, StoryVersionTable } from '../schema/tables.ts';
import { type Context, inBatches, isoTime, type Writing, writing } from '../writing.ts';
import { detailRows, writeDetailRows } from './detail-rows.ts';
import { type Drafts, draftFindings, type Refusal } from './finding-drafts.ts';
import { type MergedFinding, mergeFindings, settledValue } from './merge-findings.ts';

/** What saving did. `refusals` are findings that were not stored because a span does not hold. */
export type SaveResult =
  | {
      readonly outcome: 'saved';
      readonly versionId: string;
      /** A first or materially changed version was written. */
      readonly newVersion: boolean;
      readonly inserted: number;
      readonly updated: number;
      readonly superseded: number;
      readonly refusals: readonly Refusal[];
    }
  | { readonly outcome: 'duplicate'; readonly duplicateOf: string }
  /** The story that this page names as its canonical one is still on its way: it goes first, this one is tried again shortly. */
  | { readonly outcome: 'waits'; readonly waitsFor: string }
  | { readonly outcome: 'stale' };

const payloadSchema = z.object({ article: articleSchema, annotation: annotationSchema });
type Payload = z.infer<typeof payloadSchema>;

function readPayload(extraction: ExtractionTable): Payload {
  const parsed = payloadSchema.safeParse(JSON.parse(extraction.payload));
  if (parsed.success) return parsed.data;
  throw new Quarantine(
    'unreadable-extraction',
    `extraction ${extraction.id} of story ${extraction.storyId}: ${z.prettifyError(parsed.error)}; expected the shapes of @civicwire/shared`,
  );
}

/**
 * Saves what was extracted from a story and moves it from `extracted` to `saved`; a story whose text is saved already under
 * another address becomes its `duplicate`. A second call does nothing (`stale`). Throws `Quarantine` when the extraction
 * does not have the agreed shape, with nothing written.
 */
export function save(context: Context, storyId: string): Promise<SaveResult> {
  return writing(context, async (transaction): Promise<SaveResult> => {
    const { db } = transaction;
    const story = await db.selectFrom('story').selectAll().where('id', '=', storyId).executeTakeFirst();
    if (story?.state !== 'extracted' || story.extractionId === null) return { outcome: 'stale' };
    const extraction = await db
      .selectFrom('extraction')
      .selectAll()
      .where('id', '=', story.extractionId)
      .executeTakeFirstOrThrow();
    const { article, annotation } = readPayload(extraction);
    const ahead = story.versionId === null ? await findCanonicalAhead(transaction, story) : null;
    if (ahead !== null) {
      await waitFor(transaction, context, story);
      return { outcome: 'waits', waitsFor: ahead };
    }
    const original = story.versionId === null ? await findOriginal(transaction, story, article) : null;
    if (original !== null) {
      await finish(transaction, story, {
        state: 'dropped',
        dropReason: 'duplicate',
        dropDetail: `the same story as ${original}`,
        duplicateOf: original,
      });
      transaction.changed('story', storyId, storyId, 'update');
      return { outcome: 'duplicate', duplicateOf: original };
    }
    const drafts = draftFindings(storyId, article.text, annotation);
    const version = await settleVersion(transaction, story, extraction, article, annotation.notes, drafts.refusals);
    const merged = await saveFindings(transaction, story, version.id, extraction.rulesVersion, drafts);
    await finish(transaction, story, { state: 'saved', versionId: version.id, savedAt: transaction.at });
    if (version.isNew) transaction.changed('story', storyId, storyId, 'update');
    const count = (change: MergedFinding['change']) => merged.filter((finding) => finding.change === change).length;
    return {
      outcome: 'saved',
      versionId: version.id,
      newVersion: version.isNew,
      inserted: count('insert'),
      updated: count('update'),
      superseded: count('tombstone'),
      refusals: drafts.refusals,
    };
  });
}

/** A text shorter than this, in characters, may be a site's stock phrase and needs the same title to be called a duplicate. */
const ownWordsMin = 280;

const waitMs = 500;

/**
 * The unsettled story at the address that this page names as canonical; null when there is none. It is saved first, so that
 * of two addresses the canonical one is kept, whichever was fetched faster. Of two that name each other the smaller id is first.
 */
async function findCanonicalAhead({ db }: Writing, story: StoryTable): Promise<string | null> {
  if (story.canonicalUrlKey === null || story.canonicalUrlKey === story.urlKey) return null;
  const row = await db
    .selectFrom('story')
    .select('id')
    .where('urlKey', '=', story.canonicalUrlKey)
    .where('id', '!=', story.id)
    .where('state', 'in', ['discovered', 'fetched', 'extracted'])
    .where((where) =>
      where.or([
        where('canonicalUrlKey', 'is', null),
        where('canonicalUrlKey', '!=', story.urlKey),
        where('id', '<', story.id),
      ]),
    )
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Gives the story back for a moment, without counting an attempt. */
async function waitFor({ db }: Writing, { clock }: Context, story: StoryTable): Promise<void> {
  await db
    .updateTable('story')
    .set({
      leasedUntil: null,
      nextAttemptAt: isoTime(clock.nowMs() + waitMs),
      attempts: Math.max(0, story.attempts - 1),
    })
    .where('id', '=', story.id)
    .execute();
}

/** The story that has these words already, or that this page names as its canonical address under the same title. */
async function findOriginal({ db }: Writing, story: StoryTable, article: Article): Promise<string | null> {
  const byText = await db
    .selectFrom('storyVersion')
    .innerJoin('story', 'story.versionId', 'storyVersion.id')
    .select(['story.id', 'storyVersion.title'])
    .where('storyVersion.textHash', '=', sha256(article.text))
    .where('story.id', '!=', story.id)
    .orderBy('story.discoveredAt')
    .orderBy('story.id')
    .execute();
  const title = titleHash(article.title);
  const twin = byText.find((row) => article.text.length >= ownWordsMin || titleHash(row.title) === title);
  if (twin !== undefined) return twin.id;
  if (story.canonicalUrlKey === null || title === null) return null;
  // Some sites name their front page as canonical on every page: without the same title the address proves nothing.
  const byAddress = await db
    .selectFrom('story')
    .innerJoin('storyVersion', 'storyVersion.id', 'story.versionId')
    .select(['story.id', 'storyVersion.title'])
    .where('story.id', '!=', story.id)
    .where((where) =>
      where.or([
        where('story.urlKey', '=', story.canonicalUrlKey),
        where('story.canonicalUrlKey', '=', story.canonicalUrlKey),
      ]),
    )
    .orderBy('story.discoveredAt')
    .orderBy('story.id')
    .execute();
  return byAddress.find((row) => titleHash(row.title) === title)?.id ?? null;
}

/** Writes a version if the words changed since the last one, else keeps the last one. */
async function settleVersion(
  { db, at, changed }: Writing,
  story: StoryTable,
  extraction: ExtractionTable,
  article: Article,
  notes: readonly string[],
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
    rulesVersion: extraction.rulesVersion,
    notes: JSON.stringify(notes),
    refusals: JSON.stringify(refusals),
    refused: refusals.length,
  };
  // A new time of modification alone is no material change: many sites stamp every delivery of a page.
  const same =
    previous !== undefined &&
    (Object.keys(facts) as (keyof typeof facts)[]).every((field) => previous[field] === facts[field]);
  if (same) {
    const { rulesVersion, notes: oldNotes, refusals: oldRefusals } = previous;
    if (rulesVersion !== reading.rulesVersion || oldNotes !== reading.notes || oldRefusals !== reading.refusals) {
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
      snapshotId: extraction.snapshotId,
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

async function finish({ db }: Writing, story: StoryTable, result: Partial<StoryTable>): Promise<void> {
  await db
    .updateTable('story')
    .set({ ...result, extractionId: null, leasedUntil: null, attempts: 0, lastError: null })
    .where('id', '=', story.id)
    .execute();
  await db.deleteFrom('extraction').where('storyId', '=', story.id).execute();
}
