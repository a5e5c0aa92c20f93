// Who may come in: one token that opens one session. Knows time and secrets; does not know HTTP.
import type { Clock } from '@civicwire/shared';
import { newSecret, sameSecret } from './secrets.ts';

/** A session ends when it was not used for this long: one working day. */
export const sessionIdleMsMax = 12 * 60 * 60 * 1000;

/** An editor who has come in. `csrf` is the secret that every form of the session carries. */
export interface Session {
  readonly id: string;
  readonly csrf: string;
}

export interface Entrance {
  /** Good for one exchange. */
  readonly token: string;
  /** The new session, once, for the right token; null ever after. A wrong token does not use up the right one. */
  exchange(token: string | undefined): Session | null;
  /** The session with this id; null when there is none or it has ended. Looking keeps it alive. */
  sessionOf(id: string | undefined): Session | null;
}

export function createEntrance(clock: Clock): Entrance {
  const token = newSecret();
  let used = false;
  let open: { readonly session: Session; seenAtMs: number } | null = null;
  return {
    token,
    exchange(given) {
      if (!sameSecret(token, given) || used) return null;
      used = true;
      open = { session: { id: newSecret(), csrf: newSecret() }, seenAtMs: clock.nowMs() };
      return open.session;
    },
    sessionOf(id) {
      if (open === null || !sameSecret(open.session.id, id)) return null;
      const nowMs = clock.nowMs();
      if (nowMs - open.seenAtMs > sessionIdleMsMax) {
        open = null;
        return null;
      }
      open.seenAtMs = nowMs;
      return open.session;
    },
  };
}
