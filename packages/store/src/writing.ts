// The one way to write: a transaction that holds the sequencer, so that writers queue up and change numbers have no gaps.
// Knows changes; does not know what changed.
import type { Clock } from '@civicwire/shared';
import { asPassing, type Connection } from './connect/connect.ts';
import type { Database } from './schema/tables.ts';

export type ChangeKind = 'insert' | 'update' | 'tombstone';
/** Kinds of records whose changes are numbered. */
export const changedEntities = [
  'story',
  'story_version',
  'story_link',
  'finding',
  'decision',
  'official',
  'official_decision',
] as const;
export type ChangedEntity = (typeof changedEntities)[number];

/** Where every operation of the store finds the database and the time. */
export interface Context extends Connection {
  readonly clock: Clock;
  /** Name of this process on the leases that it takes. */
  readonly owner: string;
}

/** An open write transaction. `changed` notes that a record changed; numbers are given at the end. */
export interface Writing {
  readonly db: Database;
  /** The time of this transaction, ISO 8601. */
  readonly at: string;
  changed(entity: ChangedEntity, entityId: string, storyId: string | null, kind: ChangeKind): void;
}

/** ISO 8601 of a time in milliseconds since the epoch. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** `at`, or where the clock has been set back since `before`, just after that: what follows something never has an earlier time. */
export function isoTimeAfter(at: string, before: string | undefined): string {
  return before === undefined || at > before ? at : isoTime(Date.parse(before) + 1);
}

const sequencerId = 1;

/**
 * Runs `work` in one transaction. On PostgreSQL the sequencer's row is locked first, on SQLite the write lock is taken
 * first: writers run one after the other, so no two can lock each other out and a change is never seen before one with a
 * smaller number. Everything that `work` wrote is undone when it throws. A server or lock that fails for now is thrown as
 * `RetryLater`.
 */
export async function writing<Result>(context: Context, work: (writing: Writing) => Promise<Result>): Promise<Result> {
  try {
    return await inTransaction(context, work);
  } catch (error) {
    throw asPassing(error);
  }
}

function inTransaction<Result>(context: Context, work: (writing: Writing) => Promise<Result>): Promise<Result> {
  return context.db.transaction().execute(async (db) => {
    if (context.dialect === 'postgres') {
      await db.selectFrom('sequencer').select('value').where('id', '=', sequencerId).forUpdate().execute();
    }
    const at = isoTime(context.clock.nowMs());
    const changes: { entity: string; entityId: string; storyId: string | null; kind: string; at: string }[] = [];
    const result = await work({
      db,
      at,
      changed: (entity, entityId, storyId, kind) => changes.push({ entity, entityId, storyId, kind, at }),
    });
    if (changes.length > 0) {
      const { value } = await db
        .updateTable('sequencer')
        .set((row) => ({ value: row('value', '+', changes.length) }))
        .where('id', '=', sequencerId)
        .returning('value')
        .executeTakeFirstOrThrow();
      const first = value - changes.length + 1;
      await inBatches(
        changes.map((change, index) => ({ seq: first + index, ...change })),
        (batch) => db.insertInto('change').values(batch).execute(),
      );
    }
    return result;
  });
}

/** Rows a statement; SQLite and PostgreSQL bound the parameters of one statement (32,766 and 65,535). */
const batchSize = 200;

/** Hands `rows` on in batches, in order. Does nothing for no rows. */
export async function inBatches<Row>(rows: readonly Row[], write: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) await write(rows.slice(from, from + batchSize));
}
