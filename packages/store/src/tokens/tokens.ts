// Tokens of programs: made, listed, revoked, and recognised by the hash of their secret. Knows scopes as words; does not know
// what each lets a program do.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import type { ApiTokenTable } from '../schema/api-tables.ts';
import { type Context, isoTime, writing } from '../writing.ts';

/** What a token may be for. None includes another, but for read:all, which includes read:published. */
export const apiScopes = ['read:published', 'read:all', 'export', 'decide', 'admin'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** A token as people list it. Its secret is known to its holder alone. */
export interface ApiToken extends Omit<ApiTokenTable, 'scopes' | 'secretHash'> {
  readonly scopes: readonly ApiScope[];
  /** usable, expired or revoked. */
  readonly state: 'usable' | 'expired' | 'revoked';
}

const tokenSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'expected a name of 1 to 100 characters'),
  scopes: z.array(z.enum(apiScopes)).min(1, `expected one or more of ${apiScopes.join(', ')}`),
  /** 600 unless given. */
  requestsPerMinute: z.int().min(1).max(1_000_000).optional(),
  /** For ever unless given. */
  expiresInDays: z.int().min(1).max(3_650).optional(),
});
export type ApiTokenInput = z.infer<typeof tokenSchema>;

const requestsPerMinuteUsual = 600;
const dayMs = 24 * 60 * 60 * 1000;
const tokenShape = /^cw_([0-9a-f]{16})_([\w-]{43})$/;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function readRow({ secretHash: _, scopes, ...row }: ApiTokenTable, nowMs: number): ApiToken {
  const isExpired = row.expiresAt !== null && row.expiresAt <= isoTime(nowMs);
  const state = row.revokedAt === null ? (isExpired ? 'expired' : 'usable') : 'revoked';
  return { ...row, scopes: JSON.parse(scopes) as ApiScope[], state };
}

/** Makes a token. `text` is shown this once. Throws `UsageError` for a name, scope or number that cannot be. */
export async function createToken(
  context: Context,
  input: ApiTokenInput,
): Promise<{ readonly token: ApiToken; readonly text: string }> {
  const parsed = tokenSchema.safeParse(input);
  if (!parsed.success) throw new UsageError(`token: ${z.prettifyError(parsed.error)}`);
  const { name, scopes, requestsPerMinute, expiresInDays } = parsed.data;
  const secret = randomBytes(32).toString('base64url');
  return writing(context, async ({ db, at }) => {
    const row: ApiTokenTable = {
      id: randomBytes(8).toString('hex'),
      name,
      scopes: JSON.stringify(apiScopes.filter((scope) => scopes.includes(scope))),
      secretHash: hashOf(secret),
      requestsPerMinute: requestsPerMinute ?? requestsPerMinuteUsual,
      createdAt: at,
      expiresAt: expiresInDays === undefined ? null : isoTime(Date.parse(at) + expiresInDays * dayMs),
      revokedAt: null,
    };
    await db.insertInto('apiToken').values(row).execute();
    return { token: readRow(row, Date.parse(at)), text: `cw_${row.id}_${secret}` };
  });
}

/** All tokens, the oldest first; those that are no longer good too. */
export async function listTokens({ db, clock }: Context): Promise<ApiToken[]> {
  const rows = await db.selectFrom('apiToken').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map((row) => readRow(row, clock.nowMs()));
}

/** Ends a token for good; one that was revoked already stays as it is. Throws `UsageError` when there is none with this id. */
export async function revokeToken(context: Context, id: string): Promise<ApiToken> {
  return writing(context, async ({ db, at }) => {
    const row = await db.selectFrom('apiToken').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) {
      throw new UsageError(`token ${id}: not in this database; expected an id that civicwire token list shows`);
    }
    const revoked = { ...row, revokedAt: row.revokedAt ?? at };
    await db.updateTable('apiToken').set({ revokedAt: revoked.revokedAt }).where('id', '=', id).execute();
    return readRow(revoked, Date.parse(at));
  });
}

/** The usable token that this text is; null for anything else: malformed, unknown, a wrong secret, expired, revoked. */
export async function recogniseToken({ db, clock }: Context, text: string): Promise<ApiToken | null> {
  const [, id, secret] = tokenShape.exec(text) ?? [];
  if (id === undefined || secret === undefined) return null;
  const row = await db.selectFrom('apiToken').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || !timingSafeEqual(Buffer.from(row.secretHash), Buffer.from(hashOf(secret)))) return null;
  const token = readRow(row, clock.nowMs());
  return token.state === 'usable' ? token : null;
}
