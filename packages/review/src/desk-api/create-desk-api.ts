// `/api/desk`: every operation of the contract behind its checks: who asks, with which role, from where, with which parameters.
// Knows HTTP; what an operation does is in the handlers.
import { type Logger, RetryLater, ServiceUnavailable, UsageError } from '@civicwire/shared';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { includesRole, type Session } from '../access/person.ts';
import { isOwnOrigin } from '../access/request-checks.ts';
import { sameSecret } from '../access/secrets.ts';
import { taggedAnswer } from '../api/operation.ts';
import { ProblemError, problemAnswer, validationAnswer } from '../api/problem.ts';
import { idSchema } from './contract/words.ts';
import { type DeskOperation, type DeskOperationId, deskOperations } from './contract.ts';
import { dashboardHandlers } from './dashboard-handlers.ts';
import { decisionHandlers } from './decision-handlers.ts';
import { deskDocument } from './desk-document.ts';
import type { Asked, DeskServices, Handler, Handlers } from './handlers.ts';
import { itemHandlers } from './item-handlers.ts';
import { officialHandlers } from './official-handlers.ts';
import { queueHandlers } from './queue-handlers.ts';
import { AnsweredError } from './refusals.ts';
import { createRemembered } from './remembered.ts';
import { sessionHandlers } from './session-handlers.ts';
import { teamHandlers } from './team-handlers.ts';

export interface DeskApiOptions extends Omit<DeskServices, 'remembered'> {
  /** https://… under which a proxy serves this; null: this machine alone. */
  readonly publicOrigin: string | null;
}

/** A decision with the longest words and patch is far below this. */
const bodyBytesMax = 64 * 1024;

/** The application, to be mounted under /api/desk. */
export function createDeskApi(options: DeskApiOptions): Hono {
  const app = new Hono();
  const desk: DeskServices = { ...options, remembered: createRemembered(options.clock) };
  const handlers: Handlers<DeskOperationId> = {
    ...sessionHandlers(desk),
    ...queueHandlers(desk),
    ...itemHandlers(desk),
    ...decisionHandlers(desk),
    ...teamHandlers(desk),
    ...officialHandlers(desk),
    ...dashboardHandlers(desk),
  };
  const tooLarge = (context: Context) =>
    problemAnswer(context, 413, `expected a body of at most ${bodyBytesMax} bytes`);
  app.use(bodyLimit({ maxSize: bodyBytesMax, onError: tooLarge }));
  let document: string | undefined;
  app.get('/openapi.json', (context) => {
    document ??= JSON.stringify(deskDocument());
    return taggedAnswer(context, document, 'application/json');
  });
  for (const id of Object.keys(deskOperations) as DeskOperationId[]) {
    const operation: DeskOperation = deskOperations[id];
    const handler = handlers[id] as Handler<DeskOperationId>;
    app.on(operation.method.toUpperCase(), operation.path.replace('{id}', ':id'), async (context) => {
      const session = await options.door.sessionOf(context);
      return refusal(context, operation, session, options) ?? answer(context, operation, session, handler);
    });
  }
  app.all('*', (context) =>
    problemAnswer(context, 404, 'there is nothing at this address; expected one of /api/desk/openapi.json'),
  );
  app.onError((error, context) => failureAnswer(error, context, options.logger));
  return app;
}

/** Why this session may not ask this from there; null when it may. */
function refusal(
  context: Context,
  { role, method }: DeskOperation,
  session: Session | null,
  { publicOrigin }: DeskApiOptions,
): Response | null {
  if (role !== 'nobody') {
    if (session === null) return problemAnswer(context, 401, 'nobody is signed in; expected an open session');
    if (!includesRole(session.role, role)) {
      return problemAnswer(context, 403, `${session.editor} is ${session.role}; expected ${role} or more`);
    }
  }
  if (method === 'get') return null;
  const { host, origin } = { host: context.req.header('host'), origin: context.req.header('origin') };
  if (!isOwnOrigin(host, origin, publicOrigin)) {
    return problemAnswer(context, 403, 'not sent by a page of this server; expected its own origin');
  }
  if (session !== null && !sameSecret(session.csrf, context.req.header('x-csrf-token'))) {
    return problemAnswer(context, 403, 'without the secret of the session; expected it in the header x-csrf-token');
  }
  return null;
}

async function answer(
  context: Context,
  { query, body, path }: DeskOperation,
  session: Session | null,
  handler: Handler<DeskOperationId>,
): Promise<Response> {
  const issues: { target: string; issues: readonly z.core.$ZodIssue[] }[] = [];
  const check = (target: string, schema: z.ZodType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined;
    const parsed = schema.safeParse(value);
    if (!parsed.success) issues.push({ target, issues: parsed.error.issues });
    return parsed.data;
  };
  const asked = {
    context,
    session,
    id: path.includes('{id}') ? check('param', idSchema, context.req.param('id')) : '',
    query: check('query', query, context.req.query()),
    body: body === undefined ? undefined : check('json', body, await readJson(context)),
  };
  const [wrong] = issues;
  if (wrong !== undefined) return validationAnswer(context, wrong.target, wrong.issues);
  return taggedAnswer(context, JSON.stringify(await handler(asked as Asked<DeskOperationId>)), 'application/json');
}

async function readJson(context: Context): Promise<unknown> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/json') throw new ProblemError(415, 'expected content-type: application/json');
  try {
    return await context.req.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new ProblemError(400, 'expected a body of JSON');
    throw cause;
  }
}

/** What went wrong inside of an operation. Words of other programs stay in the log. */
function failureAnswer(error: Error, context: Context, logger: Logger): Response {
  if (error instanceof AnsweredError) {
    return context.body(JSON.stringify(error.body), error.status, { 'content-type': 'application/problem+json' });
  }
  if (error instanceof ProblemError) return problemAnswer(context, error.status, error.message, error.errors);
  if (error instanceof UsageError) return problemAnswer(context, 400, error.message);
  logger.error('desk request failed', { path: context.req.path, error: String(error) });
  if (error instanceof RetryLater || error instanceof ServiceUnavailable) {
    const headers = { 'retry-after': '5' };
    return problemAnswer(context, 503, 'the database does not answer; expected it to be back soon', [], headers);
  }
  return problemAnswer(context, 500, 'the program’s log says what');
}
