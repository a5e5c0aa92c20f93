// The migration that lets many processes share the ledger: who holds a row, how often a holder died, which lane it is in.
// Knows tables and what their columns mean; runs no worker.
import type { Kysely } from 'kysely';
import type { FieldDescription } from './fields.ts';

export interface WorkerProcessTable {
  id: string;
  host: string;
  pid: number;
  work: string;
  startedAt: string;
  beatAt: string;
  report: string;
}

export interface DutyTable {
  name: string;
  heldBy: string;
  heldUntil: string;
}

/** What a row that is worked on says of who has it. */
export interface LeaseColumns {
  leasedUntil: string | null;
  leasedBy: string | null;
  deaths: number;
}

/** A story's place in line, and who put it aside. */
export interface StoryWorkColumns {
  lane: number;
  droppedAt: string | null;
  droppedBy: string | null;
  droppedIn: string | null;
}

export const leaseFields = {
  leased_until: 'A worker has it until then; null when nobody does.',
  leased_by: 'Process that has it; null when nobody does.',
  deaths: 'How often in a row the process that had it went away without giving it back.',
} as const;

export const storyWorkFields = {
  lane: '0: live news, done first; 1: back-fill and replays.',
  dropped_at: 'When a worker put it aside; null unless dropped.',
  dropped_by: 'Process that did.',
  dropped_in: 'Step in which it was: fetch, extract or save.',
} as const;

export const workerFields: Readonly<Record<string, FieldDescription>> = {
  worker_process: {
    about: 'Processes at work on this store. Working memory: one that ends takes its row away, one that died loses it.',
    columns: {
      id: 'Name of the process: its machine, its process number and some random digits.',
      host: 'Machine that it runs on.',
      pid: 'Its process number there.',
      work: 'What it does, words apart by commas: poll, fetch, extract, save.',
      started_at: 'When it began.',
      beat_at: 'When it was last heard of; one that is not heard of for long counts as dead.',
      report: 'JSON: what it says of itself (counts, what it cannot reach).',
    },
  },
  duty: {
    about: 'Work that one process at a time does for all, such as putting back what the dead have held.',
    columns: {
      name: 'Which work.',
      held_by: 'Process that does it.',
      held_until: 'From then on another process may.',
    },
  },
};

/** Stories that exist are of the live lane and have seen nobody die. */
export async function addWorkers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('worker_process')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('pid', 'integer', (column) => column.notNull())
    .addColumn('work', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('beat_at', 'text', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('duty')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('held_by', 'text', (column) => column.notNull())
    .addColumn('held_until', 'text', (column) => column.notNull())
    .execute();
  for (const table of ['feed', 'story']) {
    await db.schema.alterTable(table).addColumn('leased_by', 'text').execute();
    await db.schema
      .alterTable(table)
      .addColumn('deaths', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await db.schema
    .alterTable('story')
    .addColumn('lane', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const column of ['dropped_at', 'dropped_by', 'dropped_in'])
    await db.schema.alterTable('story').addColumn(column, 'text').execute();
  await db.schema.dropIndex('story_by_state_next_attempt_at_id').execute();
  await db.schema
    .createIndex('story_by_state_lane_next_attempt_at_id')
    .on('story')
    .columns(['state', 'lane', 'next_attempt_at', 'id'])
    .execute();
}
