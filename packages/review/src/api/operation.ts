// One operation of the API: its words in the OpenAPI document, who may use it, what it takes, what it answers. Adding it here
// is the only way in, so none can lack its scope or its checks. Knows no table.
import { createHash } from 'node:crypto';
import type { ApiScope } from '@civicwire/store';
import type { HttpBindings } from '@hono/node-server';
import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { isOwnOrigin } from '../access/request-checks.ts';
import { sameSecret } from '../access/secrets.ts';
import { problemAnswer, problemSchema } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import { type Reader, type ReaderSources, readerOf } from './reader.ts';

export interface ApiEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: { reader: Reader };
}

export type Api = OpenAPIHono<ApiEnv>;

/** A request whose parameters were checked. */
interface Asked<Path, Query, Body> {
  readonly context: Context<ApiEnv>;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly reader: Reader;
}

type Schema<Value> = z.ZodType<Value>;

export interface Operation<Path, Query, Body> {
  readonly method: 'get' | 'post' | 'delete';
  /** As in OpenAPI: /stories/{id}. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly about?: string;
  readonly tag: string;
  /** All of these are needed; null: anybody who can reach the server. */
  readonly scopes: readonly ApiScope[] | null;
  readonly pathParameters?: Schema<Path>;
  readonly query?: Schema<Query>;
  readonly body?: Schema<Body>;
  readonly answer: {
    readonly status?: 200 | 201;
    readonly about: string;
    readonly type?: string;
    readonly schema: z.ZodType;
  };
  readonly handle: (asked: Asked<Path, Query, Body>) => Promise<Response> | Response;
}

/** What the checks before each operation work with. */
export interface Guards extends ReaderSources {
  readonly rateLimit: RateLimit;
}

const emptyQuery = z.strictObject({});

/** Adds the operation with its checks, in this order: who asks, how often, what for, from where, with which parameters. */
export function addOperation<Path = unknown, Query = unknown, Body = undefined>(
  api: Api,
  guards: Guards,
  operation: Operation<Path, Query, Body>,
): void {
  const { method, path, scopes, pathParameters, query = emptyQuery, body, answer } = operation;
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: problemSchema } },
  });
  const route = createRoute({
    method,
    path,
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.about === undefined ? {} : { description: operation.about }),
    tags: [operation.tag],
    security: scopes === null ? [] : [{ token: [...scopes] }, { session: [...scopes] }],
    middleware: scopes === null ? [] : [createGuard(guards, scopes, method)],
    request: {
      query: query as z.ZodObject,
      ...(pathParameters === undefined ? {} : { params: pathParameters as unknown as z.ZodObject }),
      ...(body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [answer.status ?? 200]: {
        description: answer.about,
        content: { [answer.type ?? 'application/json']: { schema: answer.schema } },
      },
      ...(scopes === null ? {} : { 401: problem('No usable token and no open session.') }),
      ...(scopes === null ? {} : { 403: problem('The token lacks a scope, or the request came from another page.') }),
      400: problem('A parameter cannot be used; the answer names it and what was expected.'),
      ...(pathParameters === undefined ? {} : { 404: problem('There is none, or this reader does not see it.') }),
    },
  });
  api.openapi(route as RouteConfig, (context) =>
    operation.handle({
      context: context as unknown as Context<ApiEnv>,
      path: (pathParameters === undefined ? {} : context.req.valid('param' as never)) as Path,
      query: context.req.valid('query' as never) as Query,
      body: (body === undefined ? undefined : context.req.valid('json' as never)) as Body,
      reader: context.get('reader' as never) as Reader,
    }),
  );
}

function createGuard(
  guards: Guards,
  scopes: readonly ApiScope[],
  method: Operation<unknown, unknown, unknown>['method'],
): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const reader = await readerOf(context, guards);
    if (reader === null) {
      const detail = 'expected “Authorization: Bearer TOKEN” with a token of civicwire token create that is still good';
      return problemAnswer(context, 401, detail, [], { 'www-authenticate': 'Bearer realm="civicwire"' });
    }
    const waitSeconds =
      reader.requestsPerMinute === null ? null : guards.rateLimit.take(reader.id, reader.requestsPerMinute);
    if (waitSeconds !== null) {
      const detail = `this token may send ${reader.requestsPerMinute} requests a minute; expected the next one after ${waitSeconds} s`;
      return problemAnswer(context, 429, detail, [], { 'retry-after': String(waitSeconds) });
    }
    const missing = scopes.filter((scope) => !reader.scopes.has(scope));
    if (missing.length > 0) {
      return problemAnswer(
        context,
        403,
        `the token lacks ${missing.join(' and ')}; expected a token with ${scopes.join(' and ')}`,
      );
    }
    const foreign = method === 'get' ? null : foreignReason(context, reader, guards.publicOrigin);
    if (foreign !== null) return problemAnswer(context, 403, foreign);
    context.set('reader', reader);
    return next();
  };
}

/** Why a request that changes something may not come from where it came from; null when it may. */
function foreignReason(context: Context, { csrf }: Reader, publicOrigin: string | null): string | null {
  const { host, origin } = { host: context.req.header('host'), origin: context.req.header('origin') };
  const isOwn = isOwnOrigin(host, origin, publicOrigin);
  if (origin !== undefined && !isOwn)
    return 'sent by a page of another origin; expected this server’s own, or a program';
  if (csrf === null) return null;
  if (!isOwn) return 'sent without an origin; expected a page of this server';
  return sameSecret(csrf, context.req.header('x-csrf-token'))
    ? null
    : 'without the secret of the session; expected it in the header x-csrf-token';
}

/** The tag of a body: the same for the same bytes. */
function tagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** JSON with an ETag; 304 without a body for who has it already. */
export function jsonAnswer(context: Context, value: unknown, status: 200 | 201 = 200): Response {
  return taggedAnswer(context, JSON.stringify(value), 'application/json', status);
}

/** A body with its ETag, kept by nobody on the way and asked for anew by those who have it. */
export function taggedAnswer(context: Context, body: string, type: string, status: 200 | 201 = 200): Response {
  const etag = tagOf(body);
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization, cookie' };
  const known = context.req.header('if-none-match') ?? '';
  const isKnown = known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (isKnown && context.req.method === 'GET') return context.body(null, 304, headers);
  return context.body(body, status, { ...headers, 'content-type': type });
}
