// From one picture of who is who to the next: the derived columns and rows, the stories concerned, the change numbers.
// Knows what follows from a picture; does not know what was decided.
import { settleOfficials } from '../save/settle-stances.ts';
import { inBatches, type Writing } from '../writing.ts';
import { addOfficials, describedOfficials, linkStory, settleStoryOfficials } from './link-story.ts';
import type { Picture } from './official-picture.ts';
import { refreshOfficials, tallying } from './official-tally.ts';

/** What another picture means: officials that stand for themselves or somebody else now, and stories told apart. */
export interface PictureChange {
  readonly merges: readonly { readonly officialId: string; readonly before: string; readonly after: string }[];
  readonly links: readonly {
    readonly officialId: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Stories in which another official stands now. */
  readonly storyIds: readonly string[];
}

/** Compares two pictures. */
export function comparePictures(before: Picture, after: Picture): PictureChange {
  const merges = [...new Set([...before.merged.keys(), ...after.merged.keys()])].map((officialId) => ({
    officialId,
    before: before.canonicalOf(officialId),
    after: after.canonicalOf(officialId),
  }));
  const links = [...new Set([...before.links.keys(), ...after.links.keys()])].map((officialId) => ({
    officialId,
    before: before.links.get(officialId) ?? null,
    after: after.links.get(officialId) ?? null,
  }));
  const key = (split: Picture['splits'][number]) => [split.storyId, split.officialId, split.toOfficialId].join(' ');
  const [had, has] = [new Set(before.splits.map(key)), new Set(after.splits.map(key))];
  const moved = [...before.splits, ...after.splits].filter((split) => had.has(key(split)) !== has.has(key(split)));
  return {
    merges: merges.filter((item) => item.before !== item.after),
    links: links.filter((item) => item.before !== item.after),
    storyIds: [...new Set(moved.map(({ storyId }) => storyId))].sort(),
  };
}

/**
 * Writes what follows from the picture. The rows of officials that it names must be there. `decided` are the officials that
 * the decision names: a finding with a row of its own keeps to it only while a decision about it stands.
 */
export async function applyPicture(
  transaction: Writing,
  picture: Picture,
  change: PictureChange,
  decided: readonly string[],
): Promise<void> {
  const { db, changed } = transaction;
  const concerned = new Set<string>();
  for (const { officialId, before, after } of change.merges) {
    await db.updateTable('official').set({ canonicalOfficialId: after }).where('id', '=', officialId).execute();
    for (const id of [officialId, before, after]) concerned.add(id);
  }
  for (const { officialId, after } of change.links) {
    await db.updateTable('official').set({ rosterEntryId: after }).where('id', '=', officialId).execute();
  }
  const told = new Set([...change.merges, ...change.links].map(({ officialId }) => officialId));
  for (const id of told) changed('official', id, null, 'update');
  for (const storyId of change.storyIds) {
    await db.deleteFrom('officialSplit').where('storyId', '=', storyId).execute();
    const splits = picture.splits.filter((split) => split.storyId === storyId);
    await inBatches(splits, (rows) => db.insertInto('officialSplit').values(rows).execute());
  }
  const own = await db
    .selectFrom('official')
    .innerJoin('officialMention', 'officialMention.officialId', 'official.id')
    .select('officialMention.storyId')
    .distinct()
    .where('official.id', 'in', decided)
    .where('official.scope', '=', 'story')
    .execute();
  for (const storyId of new Set([...change.storyIds, ...own.map((row) => row.storyId)])) {
    for (const id of await relinkStory(transaction, storyId)) concerned.add(id);
  }
  await refreshOfficials(transaction, [...concerned]);
  await settleOfficials(
    db,
    change.merges.map(({ officialId }) => officialId),
  );
}

/** Links a story's records anew and gives the officials whose counts moved. */
async function relinkStory(transaction: Writing, storyId: string): Promise<readonly string[]> {
  const { db, changed } = transaction;
  const { officialIds } = await tallying(transaction, storyId, async () => {
    const officials = await settleStoryOfficials(db, storyId, await describedOfficials(db, storyId));
    await addOfficials(transaction, officials.described);
    for (const id of await linkStory(db, storyId, officials)) changed('finding', id, storyId, 'update');
  });
  return officialIds;
}
