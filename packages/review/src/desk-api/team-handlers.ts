// Users, pace, agreement and the audit log. Knows the contract; computes in team/.
import type { User } from '@civicwire/store';
import { readCursor, writeCursor } from '../api/cursor.ts';
import type { DeskAnswer } from './contract.ts';
import type { DeskServices, Handlers } from './handlers.ts';
import { agreementOf } from './team/agreement.ts';
import { paceOf } from './team/pace.ts';

const daysUsual = 30;
const dayMs = 24 * 60 * 60 * 1000;
const auditPageUsual = 100;

export function teamHandlers({
  store,
  clock,
}: DeskServices): Handlers<'list_users' | 'add_user' | 'change_user' | 'get_pace' | 'get_agreement' | 'list_audit'> {
  const since = (days: number) => new Date(clock.nowMs() - days * dayMs).toISOString();
  return {
    list_users: async () => (await store.desk.listUsers()).map(wireUser),
    add_user: async ({ body, session }) => wireUser(await store.desk.addUser(body, session.editor)),
    change_user: async ({ id, body, session }) => wireUser(await store.desk.changeUser(id, body, session.editor)),
    get_pace: async ({ query: { days = daysUsual } }) => paceOf(await store.desk.decisionMoments(since(days)), days),
    get_agreement: async ({ query: { days = daysUsual } }) => agreementOf(await store.desk.opinionsGiven(since(days))),
    list_audit: async ({ query }) => {
      const { after, limit = auditPageUsual, ...narrowed } = query;
      const [before] = readCursor(after, '/audit', narrowed, ['number']) ?? [];
      const question = { ...narrowed, limit: limit + 1, ...(before === undefined ? {} : { before: Number(before) }) };
      const rows = await store.desk.listAudit(question);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        entries: page.map(({ id, at, editor, kind, about, findingId, items }) => ({
          ...{ id, at, editor, kind, about, items },
          finding_id: findingId,
        })),
        next: rows.length > limit && last !== undefined ? writeCursor('/audit', narrowed, [last.position]) : null,
      };
    },
  };
}

function wireUser({ id, name, role, disabled, createdAt, lastSeenAt }: User): DeskAnswer<'add_user'> {
  return { id, name, role, disabled, created_at: createdAt, last_seen_at: lastSeenAt };
}
