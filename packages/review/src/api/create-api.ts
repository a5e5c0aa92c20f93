// `/api/v1`: all operations, the checks that every request passes, and the OpenAPI document. Knows HTTP; listens on nothing.

import { type Clock, type Logger, RetryLater, ServiceUnavailable } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Session } from '../access/person.ts';
import { addChangeOperations } from './change-operations.ts';
import { addCityOperations } from './city-operations.ts';
import { addExportOperation } from './export-operations.ts';
import { addFeedOperation } from './feed-operation.ts';
import { addFindingOperations } from './finding-operations.ts';
import { addLists } from './list-operations.ts';
import { type Api, type ApiEnv, type Guards, taggedAnswer } from './operation.ts';
import { ProblemError, problemAnswer, validationAnswer } from './problem.ts';
import { addProvenanceOperation } from './provenance-operation.ts';
import { createRateLimit } from './rate-limit.ts';
import { addStoreOperations } from './store-operations.ts';
import { addStoryOperations } from './story-operations.ts';
import { addWebhookOperations } from './webhook-operations.ts';

export interface ApiOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sessionOf: (context: Context) => Promise<Session | null>;
  readonly publicOrigin: string | null;
  /** When the server stops: streams end then. */
  readonly stopped: AbortSignal;
}

const bodyBytesMax = 64 * 1024;

const about = [
  'Stories, claims, officials and cities of Civicwire, with every change and every decision.',
  'Lists are paged by “after” and “next”; answers carry an ETag; problems are problem+json and name the parameter.',
].join(' ');

/** The application, to be mounted under /api/v1. */
export function createApi(options: ApiOptions): Api {
  const { store, clock, logger } = options;
  const api: Api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, context) =>
      result.success ? undefined : validationAnswer(context, result.target, result.error.issues),
  });
  const tooLarge = (context: Context) =>
    problemAnswer(context, 413, `expected a body of at most ${bodyBytesMax} bytes`);
  api.use(bodyLimit({ maxSize: bodyBytesMax, onError: tooLarge }));
  const guards: Guards = { ...options, rateLimit: createRateLimit(clock) };
  addDocument(api);
  addFeedOperation(api, guards, store);
  addLists(api, guards, store);
  addStoryOperations(api, guards, store);
  addCityOperations(api, guards, store);
  addFindingOperations(api, guards, store, logger);
  addProvenanceOperation(api, guards, store);
  addChangeOperations(api, guards, store, options);
  addExportOperation(api, guards, store);
  addStoreOperations(api, guards, store);
  addWebhookOperations(api, guards, store);
  api.all('*', (context) =>
    problemAnswer(context, 404, 'there is nothing at this address; expected one of /api/v1/openapi.json'),
  );
  api.onError((error, context) => failureAnswer(error, context, logger));
  return api;
}

/** What went wrong inside of an operation. Words of other programs stay in the log. */
function failureAnswer(error: Error, context: Context, logger: Logger): Response {
  if (error instanceof ProblemError) return problemAnswer(context, error.status, error.message, error.errors);
  if (error instanceof HTTPException) {
    const detail = error.status === 415 ? 'expected content-type: application/json' : 'expected a body of JSON';
    return problemAnswer(context, error.status, detail);
  }
  logger.error('api request failed', { path: context.req.path, error: String(error) });
  if (error instanceof RetryLater || error instanceof ServiceUnavailable) {
    return problemAnswer(context, 503, 'the database does not answer; expected it to be back soon', [], {
      'retry-after': '5',
    });
  }
  return problemAnswer(context, 500, 'the program’s log says what');
}

function addDocument(api: Api): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of civicwire token create. The scopes of an operation are all needed.',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'civicwire_review_PORT',
    description: 'The open session of the review desk, which has every scope but admin; PORT is the server’s.',
  });
  let document: string | undefined;
  api.get('/openapi.json', (context) => {
    document ??= JSON.stringify(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Civicwire', version: '1', description: about, license: { name: 'MIT' } },
        servers: [{ url: '/api/v1' }],
      }),
    );
    return taggedAnswer(context, document, 'application/json');
  });
}
