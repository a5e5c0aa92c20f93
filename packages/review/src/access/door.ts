// How people come in: one editor by a one-time address, or many by name and password. Knows sessions and their cookie; knows no
// page.
import type { DeskSession, Store } from '@civicwire/store';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Entrance } from './entrance.ts';
import type { Session } from './person.ts';
import { hashOf } from './secrets.ts';

export interface Door {
  readonly mode: 'single' | 'users';
  /** The open session that the request's cookie belongs to; null without one. */
  sessionOf(context: Context): Promise<Session | null>;
  /** A session that was just opened. */
  sessionWith(secret: string, account: DeskSession): Session;
  /** Lets a browser keep the secret of a new session. */
  remember(context: Context, secret: string): void;
  forget(context: Context): void;
}

export interface DoorOptions {
  readonly store: Pick<Store, 'desk'>;
  /** Null: people sign in. */
  readonly entrance: Entrance | null;
  readonly port: () => number;
  /** https://… under which a proxy serves the desk; null: this machine alone. */
  readonly publicOrigin: string | null;
}

/** Derived, so that it is kept nowhere: who has the session's secret could make it anyway. */
const csrfOf = (secret: string): string => hashOf(`csrf ${secret}`);

function sessionWith(secret: string, account: DeskSession): Session {
  const { id, user } = account;
  return { id, csrf: csrfOf(secret), editor: user.name, userId: user.id, role: user.role, account };
}

export function createDoor({ store, entrance, port, publicOrigin }: DoorOptions): Door {
  const secure = publicOrigin?.startsWith('https://') === true;
  // Browsers send cookies to every port of a host: the name keeps two review servers apart.
  const name = () => (secure ? '__Host-civicwire_review' : `civicwire_review_${port()}`);
  return {
    mode: entrance === null ? 'users' : 'single',
    async sessionOf(context) {
      const secret = getCookie(context, name());
      if (secret === undefined) return null;
      if (entrance !== null) return entrance.sessionOf(secret);
      const account = await store.desk.sessionOf(secret);
      if (account === null) return null;
      return sessionWith(secret, account);
    },
    sessionWith,
    remember: (context, secret) =>
      setCookie(context, name(), secret, { httpOnly: true, sameSite: 'Strict', path: '/', secure }),
    forget: (context) => {
      deleteCookie(context, name(), { path: '/', secure });
    },
  };
}
