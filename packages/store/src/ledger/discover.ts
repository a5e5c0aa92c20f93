// Stories that a feed names: new ones become ledger rows, known ones are recognised by their identity layers.
// Knows URL keys, guids and titles; does not know how a URL is normalised.
import { contentId, normalise, storable } from '../hashing.ts';
import type { Database, StoryTable } from '../schema/tables.ts';
import { type Context, type Writing, writing } from '../writing.ts';
import { notDropped } from './progress.ts';
import type { StoryInput } from './records.ts';

/** What became of the stories of one feed, as ids in the order given. A story is in exactly one list. */
export interface Discovery {
  /** To be fetched. */
  readonly added: readonly string[];
  /** The same story is known under another source or address: kept as a row that points to it, not fetched. */
  readonly duplicates: readonly string[];
  /** Known, and the feed says that it changed: to be fetched again. */
  readonly updated: readonly string[];
  /** Known; nothing was done. */
  readonly known: readonly string[];
}

/** The id of a story. */
export function storyId(sourceId: string, urlKey: string): string {
  return contentId('story', sourceId, urlKey);
}

/** Hash of a title without case, white space and punctuation marks' variants; null for no title. */
export function titleHash(title: string | null | undefined): string | null {
  return title === null || title === undefined || normalise(title) === '' ? null : contentId('title', normalise(title));
}

/** The feed gives another time of change than before, and the story is not under way or linked to another one. */
function hasNews(row: Pick<StoryTable, 'state' | 'duplicateOf' | 'feedUpdatedAt'>, { updatedAt }: StoryInput): boolean {
  const terminal = row.state === 'saved' || row.state === 'dropped';
  return terminal && row.duplicateOf === null && Boolean(updatedAt) && updatedAt !== row.feedUpdatedAt;
}

/** The first known story that is the same as this one by a layer that can be trusted; null when there is none. */
async function findSameStory(db: Database, id: string, story: StoryInput): Promise<string | null> {
  const title = titleHash(story.title);
  const row = await db
    .selectFrom('story')
    .select('id')
    .where('id', '!=', id)
    .where('duplicateOf', 'is', null)
    .where((where) => {
      const layers = [where('urlKey', '=', story.urlKey), where('canonicalUrlKey', '=', story.urlKey)];
      // A guid alone proves nothing: there are feeds that give every entry the same one.
      if (story.guid && title !== null) {
        layers.push(
          where.and([
            where('sourceId', '=', story.sourceId),
            where('guid', '=', story.guid),
            where('titleHash', '=', title),
          ]),
        );
      }
      return where.or(layers);
    })
    .orderBy('discoveredAt')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

async function addStory({ db, at, changed }: Writing, id: string, story: StoryInput): Promise<boolean> {
  const duplicateOf = await findSameStory(db, id, story);
  await db
    .insertInto('story')
    .values({
      id,
      sourceId: story.sourceId,
      feedId: story.feedId ?? null,
      state: duplicateOf === null ? 'discovered' : 'dropped',
      dropReason: duplicateOf === null ? null : 'duplicate',
      dropDetail: duplicateOf === null ? null : 'the same address or guid is known already',
      duplicateOf,
      attempts: 0,
      deaths: 0,
      lane: story.lane ?? 0,
      nextAttemptAt: at,
      guid: story.guid ?? null,
      url: story.url,
      urlKey: story.urlKey,
      titleHash: titleHash(story.title),
      feedTitle: story.title ?? null,
      feedPublishedAt: story.publishedAt ?? null,
      feedUpdatedAt: story.updatedAt ?? null,
      discoveredAt: at,
    })
    .execute();
  changed('story', id, id, 'insert');
  return duplicateOf !== null;
}

/**
 * Makes a ledger row for each story that is not known. Calling it twice with the same stories changes nothing. A story
 * whose URL key is known under another source, or as the canonical address of another story, or whose guid and title are
 * known in this source, is linked (`duplicateOf`) and dropped as `duplicate`.
 */
export function discover(context: Context, stories: readonly StoryInput[]): Promise<Discovery> {
  const added: string[] = [];
  const duplicates: string[] = [];
  const updated: string[] = [];
  const known: string[] = [];
  if (stories.length === 0) return Promise.resolve({ added, duplicates, updated, known });
  return writing(context, async (transaction) => {
    const seen = new Set<string>();
    for (const story of storable(stories)) {
      const id = storyId(story.sourceId, story.urlKey);
      if (seen.has(id)) continue;
      seen.add(id);
      const row = await transaction.db
        .selectFrom('story')
        .select(['state', 'duplicateOf', 'feedUpdatedAt'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) {
        ((await addStory(transaction, id, story)) ? duplicates : added).push(id);
      } else if (hasNews(row, story)) {
        await transaction.db
          .updateTable('story')
          .set({
            state: 'discovered',
            attempts: 0,
            nextAttemptAt: transaction.at,
            ...notDropped,
            lane: story.lane ?? 0,
            feedUpdatedAt: story.updatedAt ?? null,
          })
          .where('id', '=', id)
          .execute();
        updated.push(id);
      } else {
        known.push(id);
      }
    }
    return { added, duplicates, updated, known };
  });
}
