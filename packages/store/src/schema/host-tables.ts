// The table of hosts' turns and what its columns mean. Knows no politeness.
import type { Kysely } from 'kysely';
import type { FieldDescription } from './fields.ts';

export interface HostTurnTable {
  host: string;
  nextAt: string;
  heldUntil: string;
  busyAnswers: number;
  turns: string;
}

export const hostFields: Readonly<Record<string, FieldDescription>> = {
  host_turn: {
    about: 'When each host may be asked again: shared by all processes. Working memory; an idle host’s row is deleted.',
    columns: {
      host: 'Host as in an address, with its port where that is not the usual one.',
      next_at: 'No request starts before: the gap after the last one.',
      held_until: 'No request starts before: the host was busy (429, 503).',
      busy_answers: 'Answers in a row by which the host said that it is busy.',
      turns: 'JSON list of requests under way: id, and untilMs (milliseconds since 1970) when a lost one is given up.',
    },
  },
};

/** Third migration: hosts' turns. */
export async function createHostTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('host_turn')
    .addColumn('host', 'text', (column) => column.primaryKey().notNull())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .addColumn('held_until', 'text', (column) => column.notNull())
    .addColumn('busy_answers', 'integer', (column) => column.notNull())
    .addColumn('turns', 'text', (column) => column.notNull())
    .execute();
}
