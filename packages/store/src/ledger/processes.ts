// The processes at work on this store: who they are, when they were last heard of, and who does what for all.
// Knows rows; whether a process is alive is for others to judge.
import { asPassing } from '../connect/connect.ts';
import { type Context, isoTime } from '../writing.ts';

export interface ProcessFacts {
  /** Machine, or container, within which `pid` means something. */
  readonly host: string;
  readonly pid: number;
  /** "poll", "fetch,extract", … */
  readonly work: string;
  /** What it says of itself: numbers and short words, to be shown to operators. */
  readonly report: Readonly<Record<string, unknown>>;
}

export interface WorkerProcess extends ProcessFacts {
  readonly id: string;
  readonly startedAt: string;
  readonly beatAt: string;
}

export interface Processes {
  /** Says that the caller (the store's `owner`) is alive; its row is made when there is none. */
  readonly beat: (facts: ProcessFacts) => Promise<void>;
  /** All that have not been taken off the list, in the order in which they began. */
  readonly list: () => Promise<WorkerProcess[]>;
  /** Takes processes off the list; their duties are for others. Their leases are another matter: see `reconcile` and `giveBack`. */
  readonly forget: (ids: readonly string[]) => Promise<void>;
  /** Gives the caller a duty for `forMs` unless another process has it. One that has it already keeps it. True when it is the caller's. */
  readonly takeDuty: (name: string, forMs: number) => Promise<boolean>;
}

/** All throw `RetryLater` while the database is away. */
export function openProcesses(context: Context): Processes {
  return {
    beat: (facts) => passing(beat(context, facts)),
    list: () => passing(list(context)),
    forget: (ids) => passing(forget(context, ids)),
    takeDuty: (name, forMs) => passing(takeDuty(context, name, forMs)),
  };
}

function passing<Result>(answer: Promise<Result>): Promise<Result> {
  return answer.catch((error: unknown) => {
    throw asPassing(error);
  });
}

async function beat({ db, clock, owner }: Context, { host, pid, work, report }: ProcessFacts): Promise<void> {
  const at = isoTime(clock.nowMs());
  const said = { beatAt: at, report: JSON.stringify(report) };
  await db
    .insertInto('workerProcess')
    .values({ id: owner, host, pid, work, startedAt: at, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute();
}

async function list({ db }: Context): Promise<WorkerProcess[]> {
  const rows = await db.selectFrom('workerProcess').selectAll().orderBy('startedAt').orderBy('id').execute();
  return rows.map((row) => ({ ...row, report: JSON.parse(row.report) as Record<string, unknown> }));
}

async function forget({ db }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('duty')
    .where('heldBy', 'in', [...ids])
    .execute();
  await db
    .deleteFrom('workerProcess')
    .where('id', 'in', [...ids])
    .execute();
}

async function takeDuty({ db, clock, owner }: Context, name: string, forMs: number): Promise<boolean> {
  const nowMs = clock.nowMs();
  const held = { heldBy: owner, heldUntil: isoTime(nowMs + forMs) };
  const row = await db
    .insertInto('duty')
    .values({ name, ...held })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(held)
        .where((where) =>
          where.or([
            where('duty.heldBy', '=', owner),
            where('duty.heldUntil', '<=', isoTime(nowMs)),
            // Given by a clock that has been set back since.
            where('duty.heldUntil', '>', isoTime(nowMs + 2 * forMs)),
          ]),
        ),
    )
    .returning('name')
    .executeTakeFirst();
  return row !== undefined;
}
