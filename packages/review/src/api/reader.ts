// Who sends a request to the API: the holder of a token, or the editor of the open review desk. Knows headers and scopes;
// knows no endpoint.
import type { ApiScope, Store } from '@civicwire/store';
import type { Context } from 'hono';
import { includesRole, type Session } from '../access/person.ts';

export interface Reader {
  /** Counts requests: the token's id, or “session”. */
  readonly id: string;
  /** Decisions are kept under this name. */
  readonly name: string;
  readonly scopes: ReadonlySet<ApiScope>;
  /** Null for the editor of the review desk, who is not limited. */
  readonly requestsPerMinute: number | null;
  /** The secret that a session sends back with everything that changes something; null for tokens, which no browser adds by itself. */
  readonly csrf: string | null;
}

/** What people at the desk may do by their role. Tokens are made on the command line alone. */
function scopesOf({ role }: Session): ReadonlySet<ApiScope> {
  const reading = ['read:published', 'read:all', 'export'] as const;
  return new Set<ApiScope>(includesRole(role, 'editor') ? [...reading, 'decide'] : reading);
}

export interface ReaderSources {
  readonly store: Pick<Store, 'recogniseToken'>;
  /** The open session that the request's cookie belongs to; null without one. */
  readonly sessionOf: (context: Context) => Promise<Session | null>;
  /** https://… under which a proxy serves this; null: this machine alone. */
  readonly publicOrigin: string | null;
}

const tokenLengthMax = 200;

/** The token in a request: as a bearer, or as the password of basic authentication (feed readers know no other). */
function tokenText(authorization: string): string {
  const [scheme = '', value = ''] = authorization.split(' ', 2);
  if (/^bearer$/i.test(scheme)) return value.slice(0, tokenLengthMax);
  if (!/^basic$/i.test(scheme)) return '';
  const pair = Buffer.from(value.slice(0, 4 * tokenLengthMax), 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1).slice(0, tokenLengthMax);
}

/** The reader, or null for nobody. A token that is not good is nobody, whatever session is open beside it. */
export async function readerOf(context: Context, { store, sessionOf }: ReaderSources): Promise<Reader | null> {
  const authorization = context.req.header('authorization');
  if (authorization === undefined) {
    const session = await sessionOf(context);
    if (session === null) return null;
    const { editor, csrf } = session;
    return { id: 'session', name: editor, scopes: scopesOf(session), requestsPerMinute: null, csrf };
  }
  const token = await store.recogniseToken(tokenText(authorization));
  if (token === null) return null;
  const scopes = new Set<ApiScope>(token.scopes);
  if (scopes.has('read:all')) scopes.add('read:published');
  return { id: token.id, name: token.name, scopes, requestsPerMinute: token.requestsPerMinute, csrf: null };
}

/** Whether the reader sees only what people have accepted or edited. */
export function seesPublishedOnly({ scopes }: Reader): boolean {
  return !scopes.has('read:all');
}
