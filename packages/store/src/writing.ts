// The one way to write: a transaction that holds the sequencer, so that writers queue up and change numbers have no gaps.
// Knows changes; does not know what changed.

import type { Clock } from '@civicwire/shared';
import { sql } from 'kysely';
import { asPassing, type Connection } from './connect/connect.ts';
import { keptInsert, keptQuery } from './connect/kept-query.ts';
import type { ChangeTable, Database } from './schema/tables.ts';

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

/** A piece of work that waits for its turn to write. */
interface Turn {
  readonly context: Context;
  /** Keeps its result for `settle`. */
  readonly work: (writing: Writing) => Promise<void>;
  readonly settle: () => void;
  readonly fail: (error: unknown) => void;
}

/** Writers of one database in this process, in the order in which they came. */
interface Line {
  readonly waiting: Turn[];
  moving: boolean;
}

const lines = new WeakMap<Database, Line>();

/** A transaction takes no more turns once it has been open for so long: those that are done wait for its end. */
const openMsMax = 20;

/**
 * Runs `work` in a transaction. On PostgreSQL the sequencer's row is locked first, on SQLite the write lock is taken
 * first: writers run one after the other, so no two can lock each other out and a change is never seen before one with a
 * smaller number. Work that waits in this process shares a transaction (group commit); each has a savepoint of its own, so
 * that everything that `work` wrote is undone when it throws, and nothing else. Resolves when the transaction is committed. A
 * server or lock that fails for now is thrown as `RetryLater`.
 */
export function writing<Result>(
  context: Context,
  work: (writing: Writing) => Promise<Result>,
  /** Before all that wait: for what is short, and waited for. */
  { first = false }: { readonly first?: boolean } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let result: Result;
    const line = lines.get(context.db) ?? { waiting: [], moving: false };
    lines.set(context.db, line);
    const turn: Turn = {
      context,
      work: async (transaction) => {
        result = await work(transaction);
      },
      settle: () => resolve(result),
      fail: (error) => reject(asPassing(error)),
    };
    if (first) line.waiting.unshift(turn);
    else line.waiting.push(turn);
    if (!line.moving) void move(line);
  });
}

/** Lets whatever has happened meanwhile be heard: on SQLite, where every statement is done at once, nothing else would be. */
const othersCome = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function move(line: Line): Promise<void> {
  line.moving = true;
  for (let first = line.waiting[0]; first !== undefined; first = line.waiting[0]) {
    await othersCome();
    await commitTurns(line, first.context);
  }
  line.moving = false;
}

/** One transaction with the turns that wait, and those that come while it is open. Never rejects: each turn hears how it ended. */
async function commitTurns(line: Line, { db, dialect }: Context): Promise<void> {
  const { waiting } = line;
  const taken: Turn[] = [];
  try {
    await db.transaction().execute(async (transaction) => {
      const untilMs = performance.now() + openMsMax;
      if (dialect === 'postgres')
        await transaction.selectFrom('sequencer').select('value').where('id', '=', sequencerId).forUpdate().execute();
      const isAlone = waiting.length === 1;
      const changes: Change[] = [];
      for (let turn = waiting.shift(); turn !== undefined; turn = waiting.shift()) {
        taken.push(turn);
        if (isAlone) changes.push(...(await take(turn, transaction)));
        else changes.push(...((await takeOrUndo(turn, transaction, taken)) ?? []));
        if (isAlone || performance.now() >= untilMs) break;
        if (waiting.length === 0) await othersCome();
      }
      await number(transaction, changes);
    });
    for (const turn of taken) turn.settle();
  } catch (error) {
    // Where none could begin, whoever waits would wait for the same in vain.
    for (const turn of taken.length > 0 ? taken : waiting.splice(0)) turn.fail(error);
  }
}

/** Does the work of a turn, and gives what it changed. */
async function take({ context, work }: Turn, db: Database): Promise<readonly Change[]> {
  const at = isoTime(context.clock.nowMs());
  const changes: Change[] = [];
  await work({
    db,
    at,
    changed: (entity, entityId, storyId, kind) => changes.push({ entity, entityId, storyId, kind, at }),
  });
  return changes;
}

/** As `take`; work that throws is undone, told so and taken from `taken`, and changed nothing (null). Throws when it cannot be undone. */
async function takeOrUndo(turn: Turn, db: Database, taken: Turn[]): Promise<readonly Change[] | null> {
  await sql`savepoint turn`.execute(db);
  try {
    const changes = await take(turn, db);
    await sql`release savepoint turn`.execute(db);
    return changes;
  } catch (error) {
    try {
      await sql`rollback to savepoint turn`.execute(db);
    } catch {
      // The database has ended the whole transaction by itself, as it does on a full disk or a lost connection.
      throw error;
    }
    taken.splice(taken.indexOf(turn), 1);
    turn.fail(error);
    return null;
  }
}

interface Change {
  readonly entity: string;
  readonly entityId: string;
  readonly storyId: string | null;
  readonly kind: string;
  readonly at: string;
}

/** Gives the changes their numbers, in their order. */
async function number(db: Database, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const [sequencer] = await advance(db, { by: changes.length });
  if (sequencer === undefined) throw new Error('the sequencer has no row; expected one');
  const first = sequencer.value - changes.length + 1;
  await addChanges(
    db,
    changes.map((change, index) => ({ seq: first + index, ...change })),
  );
}

const advance = keptQuery((db, { by }: { readonly by: number }) =>
  db
    .updateTable('sequencer')
    .set((row) => ({ value: row('value', '+', by) }))
    .where('id', '=', sequencerId)
    .returning('value'),
);

const addChanges = keptInsert((db, rows: ChangeTable[]) => db.insertInto('change').values(rows));

/** Rows a statement; SQLite and PostgreSQL bound the parameters of one statement (32,766 and 65,535). */
const batchSize = 200;

/** Hands `rows` on in batches, in order. Does nothing for no rows. */
export async function inBatches<Row>(rows: readonly Row[], write: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) await write(rows.slice(from, from + batchSize));
}
