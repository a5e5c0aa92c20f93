// `civicwire token …`: makes, lists and revokes the tokens of the API. Standard output of `create` is the token alone.
import { systemClock, toWire } from '@civicwire/shared';
import { type ApiScope, type ApiToken, openStore, type Store } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { alignTable } from '../tables.ts';

interface TokenOptions {
  readonly db: string;
  readonly json?: boolean;
}

interface CreateOptions extends TokenOptions {
  readonly scope: readonly string[];
  readonly days?: number;
  readonly perMinute?: number;
}

async function withStore(options: TokenOptions, work: (store: Store) => Promise<void>): Promise<number> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    await work(store);
    return exitCode.done;
  } finally {
    await store.close();
  }
}

/** Makes one and prints its text. Throws `UsageError` for a name, scope or number that cannot be. */
export function tokenCreateCommand(name: string, options: CreateOptions): Promise<number> {
  return withStore(options, async (store) => {
    const { token, text } = await store.createToken({
      name,
      scopes: options.scope as ApiScope[],
      ...(options.days === undefined ? {} : { expiresInDays: options.days }),
      ...(options.perMinute === undefined ? {} : { requestsPerMinute: options.perMinute }),
    });
    if (options.json) return writeJsonLine(toWire({ ...token, text }));
    await writeData(`${text}\n`);
    say(`token ${token.id} of “${token.name}”: ${token.scopes.join(', ')}; keep it now, it is not shown again`);
  });
}

/** A table, or with `json` a line for each token. */
export function tokenListCommand(options: TokenOptions): Promise<number> {
  return withStore(options, async (store) => {
    const tokens = await store.listTokens();
    if (options.json) {
      for (const token of tokens) await writeJsonLine(toWire(token));
      return;
    }
    const head = ['token', 'name', 'scopes', 'per minute', 'made', 'state'];
    await writeData(`${alignTable([head, ...tokens.map(row)]).join('\n')}\n`);
  });
}

function row({ id, name, scopes, requestsPerMinute, createdAt, expiresAt, state }: ApiToken): string[] {
  const until = expiresAt === null || state !== 'usable' ? state : `usable until ${expiresAt.slice(0, 10)}`;
  return [id, name, scopes.join(' '), String(requestsPerMinute), createdAt.slice(0, 10), until];
}

/** Ends one for good. Throws `UsageError` when there is none with this id. */
export function tokenRevokeCommand(id: string, options: TokenOptions): Promise<number> {
  return withStore(options, async (store) => {
    const token = await store.revokeToken(id);
    if (options.json) return writeJsonLine(toWire(token));
    await writeData(`revoked  ${token.id}  ${token.name}\n`);
  });
}
