// Signing in and out, and what an editor prefers. Knows the contract and the door; decides nothing.
import type { Context } from 'hono';
import type { Session } from '../access/person.ts';
import { ProblemError } from '../api/problem.ts';
import { preferencesSchema } from './contract/session.ts';
import type { DeskAnswer } from './contract.ts';
import type { DeskServices, Handlers } from './handlers.ts';
import { AnsweredError } from './refusals.ts';

/** What an editor has until something else is chosen. */
const usualPreferences: DeskAnswer<'set_preferences'> = { keys: {}, single_keys: true, theme: 'system' };

export function sessionHandlers(
  desk: DeskServices,
): Handlers<'get_session' | 'sign_in' | 'sign_out' | 'set_preferences' | 'set_own_password'> {
  const { store, door, entrance } = desk;
  return {
    get_session: ({ session }) => sessionAnswer(desk, session),
    sign_in: async ({ body, context, session }) => {
      if (door.mode !== 'users')
        throw new ProblemError(400, 'nobody signs in here; expected a visit by the printed address');
      const signed = await store.desk.signIn({ ...body, address: addressOf(context) });
      if (signed.outcome === 'wait') {
        const seconds = Math.ceil(signed.waitMs / 1000);
        const detail = `too many sign-ins failed; expected the next one after ${seconds} s`;
        throw new AnsweredError(
          429,
          Object.assign(problem(429, 'Too many requests', detail), { retry_after_s: seconds }),
        );
      }
      if (signed.outcome === 'refused')
        throw new ProblemError(401, 'name or password is wrong; expected those of a user');
      // A session that was open before ends: nobody goes on under a secret that was known before signing in.
      if (session?.account) await store.desk.signOut(session.account);
      door.remember(context, signed.secret);
      return sessionAnswer(desk, door.sessionWith(signed.secret, signed.session));
    },
    sign_out: async ({ session, context }) => {
      if (session.account === null) {
        await store.desk.releaseItems(null, { editor: session.editor, sessionId: session.id });
        entrance?.close();
      } else {
        await store.desk.signOut(session.account);
      }
      door.forget(context);
      return { ok: true };
    },
    set_preferences: async ({ body, session }) => {
      await store.desk.setPreferences(session.editor, body);
      return body;
    },
    set_own_password: async ({ body, session }) => {
      const { account } = session;
      if (account === null) throw new ProblemError(400, 'this session has no password; expected one of a user');
      const passwords = { oldPassword: body.old_password, newPassword: body.new_password };
      if (!(await store.desk.changeOwnPassword(account, passwords))) {
        throw new ProblemError(403, 'the old password is wrong; expected the one that you signed in with');
      }
      return { ok: true };
    },
  };
}

function problem(status: number, title: string, detail: string) {
  return { type: 'about:blank', title, status, detail };
}

/** The address that a request came from, as the socket says; the proxy's behind a proxy. */
function addressOf(context: Context): string {
  const incoming = (context.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket.remoteAddress ?? 'unknown';
}

async function sessionAnswer(desk: DeskServices, session: Session | null): Promise<DeskAnswer<'get_session'>> {
  const facts = { mode: desk.door.mode, double_review_share: desk.policy.share };
  if (session === null) return { ...facts, user: null, csrf: null, preferences: usualPreferences };
  const { userId: id, editor: name, role, csrf } = session;
  const kept = preferencesSchema.safeParse(await desk.store.desk.getPreferences(name));
  return { ...facts, user: { id, name, role }, csrf, preferences: kept.success ? kept.data : usualPreferences };
}
