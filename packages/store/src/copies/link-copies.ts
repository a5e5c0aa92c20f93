// Links a story to the first printing of the same text, whichever of them was read first. Runs inside of an open transaction.
// Knows rows; how texts are compared is decided next door. A story is in the index exactly when it is no copy.
import { isAmong, keptInsert, keptQuery } from '../connect/kept-query.ts';
import { titleHash } from '../ledger/discover.ts';
import type { StoryLinkTable, StoryShingleTable } from '../schema/copy-tables.ts';
import type { StoryTable } from '../schema/tables.ts';
import type { Writing } from '../writing.ts';
import { type CopyKind, compareTexts, type TextLikeness } from './compare-texts.ts';
import { hashShingles, readWords, type TextWords, winnow } from './shingles.ts';

/** The words of a story as they stand now. */
export interface PrintedText {
  readonly versionId: string;
  readonly title: string | null;
  readonly text: string;
  readonly textHash: string;
}

/** A phrase that so many stories have is a stock phrase: it is neither looked up nor added to the index any more. */
const ownersMax = 100;
/** Texts compared for one story: those with most phrases in common. */
const comparedMax = 8;

interface Likely extends PrintedText {
  readonly story: Pick<StoryTable, 'id' | 'sourceId' | 'discoveredAt'>;
}

/**
 * Settles which printing a story is: called for each new version. Writes links and index rows; a link that no longer holds
 * is taken away. The same call a second time changes no row.
 */
export async function linkCopies(writing: Writing, story: StoryTable, printed: PrintedText): Promise<void> {
  const { db } = writing;
  const words = readWords(printed.text);
  const phrases = winnow(hashShingles(words));
  // A story without a version was never looked at.
  const isNew = story.versionId === null;
  if (!isNew) await db.deleteFrom('storyShingle').where('storyId', '=', story.id).execute();
  const owners = await ownersOf(writing, phrases);
  const match = await findPrinting(writing, story, { ...printed, words }, owners);
  const self: Likely = { ...printed, story };
  if (match === null) {
    if (!isNew) await unlink(writing, story.id);
    await index(writing, story.id, phrases, owners);
  } else if (isEarlier(story, match.other.story)) {
    if (!isNew) await unlink(writing, story.id);
    await index(writing, story.id, phrases, owners);
    await follow(writing, match.other, self, turned(match.likeness));
  } else {
    await follow(writing, self, match.other, match.likeness);
  }
}

/** Whether linking was done for the story: there are links or index rows of it. */
export async function isSettled({ db }: Writing, storyId: string): Promise<boolean> {
  const link = db.selectFrom('storyLink').select('storyId').where('storyId', '=', storyId);
  const shingle = db.selectFrom('storyShingle').select('storyId').where('storyId', '=', storyId).limit(1);
  return (await link.executeTakeFirst()) !== undefined || (await shingle.executeTakeFirst()) !== undefined;
}

/** For each phrase, the stories that have it. */
async function ownersOf({ db }: Writing, phrases: readonly number[]): Promise<Map<number, string[]>> {
  const owners = new Map<number, string[]>();
  for (const { hash, storyId } of await shinglesAmong(db, { phrases })) {
    const known = owners.get(hash);
    if (known === undefined) owners.set(hash, [storyId]);
    else known.push(storyId);
  }
  return owners;
}

const shinglesAmong = keptQuery((db, { phrases }: { readonly phrases: readonly number[] }) =>
  db
    .selectFrom('storyShingle')
    .selectAll()
    .where(isAmong(db, 'hash', phrases)),
);

/** The printing that shares most with this text; null when there is none. Copies are never candidates: their originals are. */
async function findPrinting(
  writing: Writing,
  story: StoryTable,
  printed: PrintedText & { readonly words: TextWords },
  owners: ReadonlyMap<number, readonly string[]>,
): Promise<{ readonly other: Likely; readonly likeness: TextLikeness } | null> {
  const { db } = writing;
  const counts = new Map<string, number>();
  for (const ids of owners.values())
    if (ids.length < ownersMax) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const id of await withSameText(writing, printed.textHash)) counts.set(id, Number.POSITIVE_INFINITY);
  counts.delete(story.id);
  const nearest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, comparedMax);
  let best: { other: Likely; likeness: TextLikeness } | null = null;
  const others = await read(db, { ids: nearest.map(([id]) => id) });
  for (const [id] of nearest) {
    const row = others.find((other) => other.id === id);
    if (row === undefined) continue;
    const other = likelyOf(row);
    const title = titleHash(printed.title);
    const printings = {
      sameSource: other.story.sourceId === story.sourceId,
      sameTitle: title !== null && title === titleHash(other.title),
    };
    const likeness = compareTexts(printed.text, other.text, printings, printed.words);
    if (likeness !== null && (best === null || likeness.shared > best.likeness.shared)) best = { other, likeness };
  }
  return best;
}

/** Stories with exactly this text, or the originals of those that are copies; also of texts too short for the index. */
async function withSameText({ db }: Writing, textHash: string): Promise<string[]> {
  const rows = await storiesWith(db, { textHash });
  return rows.map(({ id, originalId }) => originalId ?? id);
}

const storiesWith = keptQuery((db, { textHash }: { readonly textHash: string }) =>
  db
    .selectFrom('storyVersion')
    .innerJoin('story', (join) =>
      join.onRef('story.id', '=', 'storyVersion.storyId').onRef('story.versionId', '=', 'storyVersion.id'),
    )
    .leftJoin('storyLink', 'storyLink.storyId', 'story.id')
    .select(['story.id', 'storyLink.originalId'])
    .where('storyVersion.textHash', '=', textHash)
    .orderBy('story.discoveredAt')
    .orderBy('story.id')
    .limit(comparedMax),
);

const read = keptQuery((db, { ids }: { readonly ids: readonly string[] }) =>
  db
    .selectFrom('story')
    .innerJoin('storyVersion', 'storyVersion.id', 'story.versionId')
    .select(['story.id', 'story.sourceId', 'story.discoveredAt'])
    .select(['storyVersion.id as versionId', 'storyVersion.title', 'storyVersion.text', 'storyVersion.textHash'])
    .where(isAmong(db, 'story.id', ids)),
);

function likelyOf({ id, sourceId, discoveredAt, ...printed }: PrintedText & Likely['story']): Likely {
  return { ...printed, story: { id, sourceId, discoveredAt } };
}

function isEarlier(story: Likely['story'], other: Likely['story']): boolean {
  if (story.discoveredAt !== other.discoveredAt) return story.discoveredAt < other.discoveredAt;
  return story.id < other.id;
}

/** What the second text is to the first, when this is what the first is to the second. */
function turned({ kind, shared }: TextLikeness): TextLikeness {
  const kinds: Partial<Record<CopyKind, CopyKind>> = { shortened: 'extended', extended: 'shortened' };
  return { kind: kinds[kind] ?? kind, shared };
}

/** Makes `copy` and all its own copies those of `original`. */
async function follow(writing: Writing, copy: Likely, original: Likely, likeness: TextLikeness): Promise<void> {
  const { db, at, changed } = writing;
  const id = copy.story.id;
  const originalId = original.story.id;
  await db.deleteFrom('storyShingle').where('storyId', '=', id).execute();
  const moved = await db
    .updateTable('storyLink')
    .set({ originalId, linkedAt: at })
    .where('originalId', '=', id)
    .where('storyId', '!=', originalId)
    .returning('storyId')
    .execute();
  for (const { storyId } of moved) changed('story_link', storyId, storyId, 'update');
  const facts = {
    originalId,
    ...likeness,
    versionId: copy.versionId,
    comparedVersionId: original.versionId,
  } satisfies Omit<StoryLinkTable, 'storyId' | 'linkedAt'>;
  const known = await db.selectFrom('storyLink').selectAll().where('storyId', '=', id).executeTakeFirst();
  if (known !== undefined && (Object.keys(facts) as (keyof typeof facts)[]).every((key) => known[key] === facts[key]))
    return;
  await db
    .insertInto('storyLink')
    .values({ storyId: id, ...facts, linkedAt: at })
    .onConflict((conflict) => conflict.column('storyId').doUpdateSet({ ...facts, linkedAt: at }))
    .execute();
  changed('story_link', id, id, known === undefined ? 'insert' : 'update');
}

async function unlink({ db, changed }: Writing, storyId: string): Promise<void> {
  const gone = await db.deleteFrom('storyLink').where('storyId', '=', storyId).returning('storyId').execute();
  if (gone.length > 0) changed('story_link', storyId, storyId, 'tombstone');
}

async function index(
  { db }: Writing,
  storyId: string,
  phrases: readonly number[],
  owners: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  const rows = phrases.filter((hash) => (owners.get(hash)?.length ?? 0) < ownersMax).map((hash) => ({ hash, storyId }));
  await addShingles(db, rows);
}

const addShingles = keptInsert((db, rows: StoryShingleTable[]) => db.insertInto('storyShingle').values(rows));
