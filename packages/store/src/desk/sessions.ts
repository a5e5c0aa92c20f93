// Signing in: passwords checked, guessing slowed down, sessions kept by the hash of their secret. Knows users and time; does not
// know HTTP.
import { randomBytes } from 'node:crypto';
import { sha256 } from '../hashing.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime, type Writing, writing } from '../writing.ts';
import { logAction } from './act.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { nameKeyOf, type User, userOf } from './users.ts';

/** A session ends when it was not used for this long, and after this long in any case: a working day, two weeks. */
export const sessionIdleMsMax = 12 * 60 * 60 * 1000;
const sessionMsMax = 14 * 24 * 60 * 60 * 1000;
/** How exactly its last use is known. */
const seenStepMs = 60 * 1000;

/** After so many failures in a row each further one has to wait twice as long as the one before, up to an hour. */
const freeRefusals = 5;
const firstWaitMs = 30 * 1000;
const waitMsMax = 60 * 60 * 1000;
const refusalsKeptMs = 24 * 60 * 60 * 1000;

export interface DeskSession {
  /** Hash of the secret. */
  readonly id: string;
  readonly user: User;
}

export type SignIn =
  | { readonly outcome: 'open'; readonly secret: string; readonly session: DeskSession }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'wait'; readonly waitMs: number };

export interface SignInInput {
  readonly name: string;
  readonly password: string;
  /** Where the request came from. */
  readonly address: string;
}

/**
 * Opens a session under a new secret, whatever session was open before. A wrong name and a wrong password are the same
 * answer after the same time. Names and addresses that fail too often have to wait, the right password too.
 */
export async function signIn(context: Context, { name, password, address }: SignInInput): Promise<SignIn> {
  const { db, clock } = context;
  const subjects = [sha256(`name ${nameKeyOf(name)}`), sha256(`address ${address}`)];
  const waitMs = await waitOf(db, subjects, clock.nowMs());
  if (waitMs > 0) return { outcome: 'wait', waitMs };
  const row = await db.selectFrom('deskUser').selectAll().where('nameKey', '=', nameKeyOf(name)).executeTakeFirst();
  const isRight = await isPassword(row?.passwordHash ?? null, password);
  if (row === undefined || !isRight || row.disabledAt !== null) {
    await writing(context, (transaction) => refuse(transaction, subjects, row?.name ?? null));
    return { outcome: 'refused' };
  }
  const secret = randomBytes(32).toString('base64url');
  const id = sha256(secret);
  return writing(context, async (transaction) => {
    const { at } = transaction;
    await transaction.db.deleteFrom('deskRefusal').where('subject', 'in', subjects).execute();
    await transaction.db.insertInto('deskSession').values({ id, userId: row.id, createdAt: at, seenAt: at }).execute();
    await transaction.db.updateTable('deskUser').set({ lastSeenAt: at }).where('id', '=', row.id).execute();
    await forget(transaction);
    await logAction(transaction, { editor: row.name, kind: 'sign-in', key: id }, 'signed in');
    return { outcome: 'open', secret, session: { id, user: userOf({ ...row, lastSeenAt: at }) } };
  });
}

async function waitOf(db: Database, subjects: readonly string[], nowMs: number): Promise<number> {
  const rows = await db
    .selectFrom('deskRefusal')
    .selectAll()
    .where('subject', 'in', [...subjects])
    .execute();
  const waits = rows.map(({ refusals, lastAt }) => {
    if (refusals < freeRefusals) return 0;
    const waitMs = Math.min(waitMsMax, firstWaitMs * 2 ** Math.min(20, refusals - freeRefusals));
    return Date.parse(lastAt) + waitMs - nowMs;
  });
  return Math.max(0, ...waits);
}

/** Counts a refusal, and logs it for a user that there is: names that somebody makes up fill no log. */
async function refuse(transaction: Writing, subjects: readonly string[], userName: string | null): Promise<void> {
  const { db, at } = transaction;
  for (const subject of subjects) {
    await db
      .insertInto('deskRefusal')
      .values({ subject, refusals: 1, lastAt: at })
      .onConflict((conflict) =>
        conflict
          .column('subject')
          .doUpdateSet((row) => ({ refusals: row('deskRefusal.refusals', '+', 1), lastAt: at })),
      )
      .execute();
  }
  if (userName === null) return;
  const key = `refused ${at} ${randomBytes(8).toString('hex')}`;
  await logAction(
    transaction,
    { editor: userName, kind: 'sign-in-refused', key },
    'a sign-in under this name was refused',
  );
}

async function forget({ db, at }: Writing): Promise<void> {
  const nowMs = Date.parse(at);
  await db
    .deleteFrom('deskRefusal')
    .where('lastAt', '<', isoTime(nowMs - refusalsKeptMs))
    .execute();
  await db
    .deleteFrom('deskSession')
    .where((where) =>
      where.or([
        where('seenAt', '<', isoTime(nowMs - sessionIdleMsMax - seenStepMs)),
        where('createdAt', '<', isoTime(nowMs - sessionMsMax)),
      ]),
    )
    .execute();
}

/** The open session of this secret; null when there is none, it has ended, or its user may no longer come in. Looking keeps it alive. */
export async function sessionOf({ db, clock }: Context, secret: string): Promise<DeskSession | null> {
  const id = sha256(secret);
  const row = await db
    .selectFrom('deskSession')
    .innerJoin('deskUser', 'deskUser.id', 'deskSession.userId')
    .selectAll('deskUser')
    .select(['deskSession.createdAt as openedAt', 'deskSession.seenAt'])
    .where('deskSession.id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.disabledAt !== null) return null;
  const nowMs = clock.nowMs();
  const idleMs = nowMs - Date.parse(row.seenAt);
  if (idleMs > sessionIdleMsMax || nowMs - Date.parse(row.openedAt) > sessionMsMax) return null;
  if (idleMs > seenStepMs) {
    await db
      .updateTable('deskSession')
      .set({ seenAt: isoTime(nowMs) })
      .where('id', '=', id)
      .execute();
  }
  return { id, user: userOf(row) };
}

/** Ends a session and gives back what it holds. */
export function signOut(context: Context, { id, user }: DeskSession): Promise<void> {
  return writing(context, async (transaction) => {
    const { db } = transaction;
    await db.deleteFrom('deskLease').where('sessionId', '=', id).execute();
    const { numDeletedRows } = await db.deleteFrom('deskSession').where('id', '=', id).executeTakeFirstOrThrow();
    if (Number(numDeletedRows) === 0) return;
    await logAction(transaction, { editor: user.name, kind: 'sign-out', key: `out ${id}` }, 'signed out');
  });
}

/** Changes one's own password and ends one's other sessions. False for a wrong old one. */
export async function changeOwnPassword(
  context: Context,
  { id, user }: DeskSession,
  { oldPassword, newPassword }: { readonly oldPassword: string; readonly newPassword: string },
): Promise<boolean> {
  const row = await context.db.selectFrom('deskUser').selectAll().where('id', '=', user.id).executeTakeFirst();
  if (row === undefined || !(await isPassword(row.passwordHash, oldPassword))) return false;
  const passwordHash = await hashPassword(newPassword);
  await writing(context, async (transaction) => {
    const { db, at } = transaction;
    await db.updateTable('deskUser').set({ passwordHash }).where('id', '=', user.id).execute();
    await db.deleteFrom('deskSession').where('userId', '=', user.id).where('id', '!=', id).execute();
    const about = `${user.name}: a new password of his or her own`;
    await logAction(transaction, { editor: user.name, kind: 'user-changed', key: `own ${id} ${at}` }, about);
  });
  return true;
}
