// The other printings of a story, for people: at other outlets, under other headlines, at other addresses. Reads; writes nothing.
import { sql } from 'kysely';
import type { Database, StoryTable } from '../schema/tables.ts';
import type { CopyKind } from './compare-texts.ts';

/**
 * One other printing. `original` was discovered first of all; `address` is the same story under another address, kept
 * without records of its own; the other kinds say what this printing is to the one that it was compared with.
 */
export interface Printing {
  readonly storyId: string;
  readonly kind: CopyKind | 'original' | 'address';
  /** Share of the shorter text's phrases that stand in the longer one; null for originals and addresses. */
  readonly shared: number | null;
  readonly url: string;
  /** Null when the story was never saved. */
  readonly title: string | null;
  readonly sourceName: string;
}

const printingsMax = 100;

/** The original first, then in the order of discovery. Empty when it was printed once; at most 100. */
export async function otherPrintings(db: Database, story: Pick<StoryTable, 'id' | 'duplicateOf'>): Promise<Printing[]> {
  const link = await db
    .selectFrom('storyLink')
    .select('originalId')
    .where('storyId', '=', story.duplicateOf ?? story.id)
    .executeTakeFirst();
  const originalId = link?.originalId ?? story.duplicateOf ?? story.id;
  const rows = await db
    .selectFrom('story')
    .leftJoin('storyLink', 'storyLink.storyId', 'story.id')
    .leftJoin('storyVersion', 'storyVersion.id', 'story.versionId')
    .leftJoin('source', 'source.id', 'story.sourceId')
    .select(['story.id', 'story.url', 'story.finalUrl', 'story.sourceId', 'story.duplicateOf', 'story.feedTitle'])
    .select(['storyLink.kind', 'storyLink.shared', 'storyVersion.title', 'source.name'])
    // One list of ids, each part of it out of an index: as conditions joined by “or” they would be looked for in all stories.
    .where(
      'story.id',
      'in',
      sql<string>`(select ${originalId} union select story_id from story_link where original_id = ${originalId}
        union select id from story where duplicate_of in (${originalId}, ${story.id}))`,
    )
    .where('story.id', '!=', story.id)
    .orderBy('story.discoveredAt')
    .orderBy('story.id')
    .limit(printingsMax)
    .execute();
  const printings = rows.map(
    (row): Printing => ({
      storyId: row.id,
      kind:
        row.duplicateOf !== null
          ? 'address'
          : row.id === originalId
            ? 'original'
            : ((row.kind ?? 'edited') as CopyKind),
      shared: row.shared,
      url: row.finalUrl ?? row.url,
      title: row.title ?? row.feedTitle,
      sourceName: row.name ?? row.sourceId,
    }),
  );
  return [
    ...printings.filter(({ kind }) => kind === 'original'),
    ...printings.filter(({ kind }) => kind !== 'original'),
  ];
}
