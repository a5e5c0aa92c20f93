// Who may come in without a name: one token that opens one session. Knows time and secrets; does not know HTTP.
import type { Clock } from '@civicwire/shared';
import { sessionIdleMsMax } from '@civicwire/store';
import type { Session } from './person.ts';
import { hashOf, newSecret, sameSecret } from './secrets.ts';

export interface Entrance {
  /** Good for one exchange. */
  readonly token: string;
  /** The secret of the new session, once, for the right token; null ever after. A wrong token does not use up the right one. */
  exchange(token: string | undefined): string | null;
  /** The session of this secret; null when there is none or it has ended. Looking keeps it alive. */
  sessionOf(secret: string | undefined): Session | null;
  /** Ends it. */
  close(): void;
}

/** An entrance for one editor of this name, who may do everything. */
export function createEntrance(clock: Clock, editor: string): Entrance {
  const token = newSecret();
  let used = false;
  let open: { readonly secret: string; readonly session: Session; seenAtMs: number } | null = null;
  return {
    token,
    exchange(given) {
      if (!sameSecret(token, given) || used) return null;
      used = true;
      const secret = newSecret();
      const id = hashOf(secret);
      const session = { id, csrf: newSecret(), editor, userId: 'single', role: 'admin', account: null } as const;
      open = { secret, session, seenAtMs: clock.nowMs() };
      return secret;
    },
    sessionOf(secret) {
      if (open === null || !sameSecret(open.secret, secret)) return null;
      const nowMs = clock.nowMs();
      if (nowMs - open.seenAtMs > sessionIdleMsMax) {
        open = null;
        return null;
      }
      open.seenAtMs = nowMs;
      return open.session;
    },
    close() {
      open = null;
    },
  };
}
