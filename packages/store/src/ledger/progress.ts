// A story's steps from one state to the next: fetched bytes in, extraction in, put aside, put back.
// Knows states and payloads; does not know what is in a page.
import { keptQuery } from '../connect/kept-query.ts';
import { sha256, storable } from '../hashing.ts';
import type { SnapshotTable } from '../schema/tables.ts';
import { type Context, isoTime, writing } from '../writing.ts';
import { givenBack, stepDone } from './lease.ts';
import { readStory } from './one-story.ts';
import { type Story, workOfState } from './records.ts';
import { packBytes, removedEncoding, unpackBytes } from './snapshot-bytes.ts';

/** One answer of a web server, as it came. */
export interface SnapshotInput {
  readonly bytes: Uint8Array;
  readonly status: number;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** After all redirects. */
  readonly finalUrl: string;
  readonly fetchedAtMs: number;
}

export interface Snapshot extends Omit<SnapshotTable, 'headers' | 'bytes' | 'encoding'> {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** `moved`: to the next state. `unchanged`: the same bytes as before, the story is saved again as it was. `stale`: another worker was faster, nothing was done. */
export type Progress = 'moved' | 'unchanged' | 'stale';

/** Keeps the bytes (once per content) and moves the story from `discovered` to `fetched`. */
export async function recordSnapshot(
  context: Context,
  storyId: string,
  snapshot: SnapshotInput,
): Promise<{ readonly snapshotId: string; readonly progress: Progress }> {
  const snapshotId = sha256(snapshot.bytes);
  const stored = await packBytes(snapshot.bytes);
  const progress = await writing(context, async ({ db, at }): Promise<Progress> => {
    const story = await readStory(db, storyId);
    if (story?.state !== 'discovered') return 'stale';
    const fetchedAt = isoTime(snapshot.fetchedAtMs);
    await keepSnapshot(db, {
      id: snapshotId,
      ...stored,
      size: snapshot.bytes.length,
      status: snapshot.status,
      contentType: snapshot.contentType,
      headers: JSON.stringify(storable(snapshot.headers)),
      finalUrl: snapshot.finalUrl,
      fetchedAt,
    });
    const unchanged = story.versionId !== null && story.snapshotId === snapshotId;
    const seen = unchanged ? story : { snapshotId, fetchedAt, finalUrl: snapshot.finalUrl };
    await moveFetched(db, {
      id: storyId,
      state: unchanged ? 'saved' : 'fetched',
      nextAttemptAt: at,
      snapshotId: seen.snapshotId,
      fetchedAt: seen.fetchedAt,
      finalUrl: seen.finalUrl,
    });
    return unchanged ? 'unchanged' : 'moved';
  });
  return { snapshotId, progress };
}

const keepSnapshot = keptQuery((db, snapshot: SnapshotTable) => {
  const { id, bytes, encoding, size, status, contentType, headers, finalUrl, fetchedAt } = snapshot;
  return (
    db
      .insertInto('snapshot')
      .values({ id, bytes, encoding, size, status, contentType, headers, finalUrl, fetchedAt })
      // Bytes that retention removed are there again.
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ bytes, encoding, fetchedAt })
          .where('snapshot.encoding', '=', removedEncoding),
      )
  );
});

type Fetched = Pick<Story, 'id' | 'state' | 'nextAttemptAt' | 'snapshotId' | 'fetchedAt' | 'finalUrl'>;

const moveFetched = keptQuery((db, { id, state, nextAttemptAt, snapshotId, fetchedAt, finalUrl }: Fetched) =>
  db
    .updateTable('story')
    .set({ ...stepDone, state, nextAttemptAt, snapshotId, fetchedAt, finalUrl })
    .where('id', '=', id),
);

/** The snapshot with its bytes as they came, or null when there is none with this id or retention removed its bytes. */
export async function getSnapshot(context: Context, id: string): Promise<Snapshot | null> {
  const [row] = await snapshotRow(context.db, { id });
  return row === undefined ? null : snapshotOf(row);
}

/** A row of `snapshot` in the caller's shape; null when its bytes were removed. */
export async function snapshotOf(row: SnapshotTable): Promise<Snapshot | null> {
  const { encoding: _, ...facts } = row;
  const bytes = await unpackBytes(row);
  return bytes && { ...facts, bytes, headers: JSON.parse(row.headers) as Record<string, string> };
}

const snapshotRow = keptQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom('snapshot').selectAll().where('id', '=', id),
);

/** What a snapshot was, whether or not its bytes are still there. */
export interface SnapshotFacts extends Omit<Snapshot, 'bytes'> {
  /** False: retention removed the bytes; id, size and status say what they were. */
  readonly kept: boolean;
}

/** What is known of a snapshot, without reading its bytes; null when there is none with this id. */
export async function describeSnapshot({ db }: Context, id: string): Promise<SnapshotFacts | null> {
  const row = await db
    .selectFrom('snapshot')
    .select(['id', 'encoding', 'size', 'status', 'contentType', 'headers', 'finalUrl', 'fetchedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { encoding, headers, ...facts } = row;
  return { ...facts, headers: JSON.parse(headers) as Record<string, string>, kept: encoding !== removedEncoding };
}

function whoDropped({ owner }: Context, at: string, { state }: Story) {
  return { droppedAt: at, droppedBy: owner, droppedIn: workOfState[state] ?? null };
}

/** What a story says that is not put aside, or no longer. */
export const notDropped = {
  dropReason: null,
  dropDetail: null,
  droppedAt: null,
  droppedBy: null,
  droppedIn: null,
} as const;

/**
 * Puts a story aside under a named reason. One that has been saved before keeps its records: it goes back to `saved`, with
 * the reason as its last error.
 */
export function drop(context: Context, storyId: string, reason: string, detail: string): Promise<Progress> {
  return writing(context, async ({ db, at, changed }): Promise<Progress> => {
    const story = await readStory(db, storyId);
    if (story === undefined || story.state === 'saved' || story.state === 'dropped') return 'stale';
    const kept = story.versionId !== null;
    const lastError = storable(`${reason}: ${detail}`);
    await db.deleteFrom('extraction').where('storyId', '=', storyId).execute();
    await db
      .updateTable('story')
      .set({
        ...givenBack,
        extractionId: null,
        ...(kept
          ? { state: 'saved', lastError }
          : { state: 'dropped', dropReason: reason, dropDetail: storable(detail), ...whoDropped(context, at, story) }),
      })
      .where('id', '=', storyId)
      .execute();
    if (!kept) changed('story', storyId, storyId, 'update');
    return kept ? 'unchanged' : 'moved';
  });
}

/**
 * Gives a claimed story back, to be claimed again no sooner than after `afterMs`; a terminal one stays as it is.
 * `countsAsAttempt: false` takes back the attempt that claiming counted: nothing was tried.
 */
export function retryLater(
  context: Context,
  storyId: string,
  afterMs: number,
  error: string,
  { countsAsAttempt = true }: { readonly countsAsAttempt?: boolean } = {},
): Promise<void> {
  return writing(context, async ({ db }) => {
    await db
      .updateTable('story')
      .set((row) => ({
        ...(countsAsAttempt ? {} : { attempts: row('attempts', '-', 1) }),
        ...givenBack,
        // The holder has told what happened: nobody died.
        deaths: 0,
        nextAttemptAt: isoTime(context.clock.nowMs() + afterMs),
        lastError: storable(error),
      }))
      .where('id', '=', storyId)
      .where('state', 'not in', ['saved', 'dropped'])
      .execute();
  });
}

/**
 * Sends a story through again: `fetch` asks the web anew, `extract` reads the kept bytes with today's rules. False when the
 * story is unknown, is linked to another one, or (for `extract`) was never fetched.
 */
export function requeue(context: Context, storyId: string, work: 'fetch' | 'extract'): Promise<boolean> {
  return writing(context, async ({ db, at }) => {
    const story = await readStory(db, storyId);
    if (!mayRunAgain(story, work)) return false;
    await db
      .updateTable('story')
      .set({
        ...stepDone,
        state: work === 'fetch' ? 'discovered' : 'fetched',
        nextAttemptAt: at,
        ...notDropped,
        // Bytes that nobody has read to the end must not pass for "the same as before" when they come again.
        ...(work === 'fetch' && (story?.state === 'fetched' || story?.state === 'extracted')
          ? { snapshotId: null }
          : {}),
      })
      .where('id', '=', storyId)
      .execute();
    return true;
  });
}

function mayRunAgain(story: Story | undefined, work: 'fetch' | 'extract'): boolean {
  return story !== undefined && story.duplicateOf === null && (work === 'fetch' || story.snapshotId !== null);
}
