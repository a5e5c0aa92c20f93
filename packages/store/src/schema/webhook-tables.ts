// Ninth migration: who is told of changes, how far each has been told, and the secrets that messages are signed with.
// Knows tables and what their columns mean; sends nothing.
import type { Kysely } from 'kysely';
import type { FieldDescription } from './fields.ts';

export interface WebhookTable {
  id: string;
  url: string;
  entities: string;
  cursor: number;
  sendingUntil: number | null;
  replays: number;
  sent: number;
  attempts: number;
  failingSince: string | null;
  lastError: string | null;
  nextAttemptAt: string;
  pausedAt: string | null;
  lastSentAt: string | null;
  lease: string | null;
  leasedUntil: string | null;
  createdAt: string;
}

export interface WebhookSecretTable {
  webhookId: string;
  secret: string;
}

export const webhookFields: Readonly<Record<string, FieldDescription>> = {
  webhook: {
    about: 'An address that is told of changes, in order and at least once, with how far it has been told.',
    columns: {
      id: 'Its id, which is no secret.',
      url: 'Where messages are posted to.',
      entities: 'JSON list of the kinds of records whose changes it is told; all of them when empty.',
      cursor: 'Number of the last change that it has acknowledged, or that was none for it.',
      sending_until: 'Last change of the message that is being sent or tried again; null between messages.',
      replays: 'How often it was set to another cursor: part of the ids of messages.',
      sent: 'Messages that it has acknowledged.',
      attempts: 'How often the message was tried in vain.',
      failing_since: 'When the message first failed; null while none does.',
      last_error: 'Why the last attempt failed; null after one that did not.',
      next_attempt_at: 'No attempt is made before.',
      paused_at: 'When it was given up until somebody resumes it; null while it is active.',
      last_sent_at: 'When it last acknowledged a message.',
      lease: 'Random word of the process that sends; null when none does.',
      leased_until: 'From when another process may send.',
      created_at: 'When it was added.',
    },
  },
  webhook_secret: {
    about:
      'What messages to an address are signed with. It must be kept as it is, for signing needs it; it is shown once and read for sending alone.',
    columns: { webhook_id: 'The webhook.', secret: '“whsec_” and 32 random bytes in base64.' },
  },
};

/** Adds both tables. */
export async function createWebhookTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhook')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('entities', 'text', (column) => column.notNull())
    .addColumn('cursor', 'bigint', (column) => column.notNull())
    .addColumn('sending_until', 'bigint')
    .addColumn('replays', 'integer', (column) => column.notNull())
    .addColumn('sent', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('failing_since', 'text')
    .addColumn('last_error', 'text')
    .addColumn('next_attempt_at', 'text', (column) => column.notNull())
    .addColumn('paused_at', 'text')
    .addColumn('last_sent_at', 'text')
    .addColumn('lease', 'text')
    .addColumn('leased_until', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('webhook_secret')
    .addColumn('webhook_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute();
}
