// Addresses that are told of changes, over the API: listed, added, removed, set to another cursor. Knows what a webhook shows;
// sends nothing.
import { toWire, UsageError } from '@civicwire/shared';
import { changedEntities, type Store } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { text } from './parameters.ts';
import { ProblemError, parameterProblem } from './problem.ts';

const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    entities: z.array(z.enum(changedEntities)).openapi({ description: 'Told of changes of these; of all when empty.' }),
    cursor: z.int().openapi({ description: 'Number of the last change that it has been told.' }),
    waiting: z.int().openapi({ description: 'Changes after that.' }),
    state: z.enum(['active', 'failing', 'paused']).openapi({
      description: 'failing: it is tried again; paused: given up, POST …/replay makes it active again.',
    }),
    sent: z.int().openapi({ description: 'Messages that it has acknowledged.' }),
    attempts: z.int().openapi({ description: 'How often the message was tried in vain.' }),
    failing_since: z.string().nullable(),
    last_error: z.string().nullable(),
    next_attempt_at: z.string(),
    paused_at: z.string().nullable(),
    last_sent_at: z.string().nullable(),
    created_at: z.string(),
  })
  .openapi('Webhook');

const expectedCursor = 'expected the number of a change of this store, or 0';
const cursor = z.int(expectedCursor).min(0, expectedCursor).max(999_999_999_999_999, expectedCursor);

const additionSchema = z
  .strictObject({
    url: text('Where messages are posted to: http or https.', 2_000),
    entities: z
      .array(z.enum(changedEntities), `expected a list of ${changedEntities.join(', ')}`)
      .max(changedEntities.length)
      .optional()
      .openapi({ description: 'Only changes of these; all unless given.' }),
    from: cursor
      .optional()
      .openapi({ description: 'Changes above this number; those that are yet to come unless given.' }),
  })
  .openapi('NewWebhook');

const replaySchema = z
  .strictObject({ from: cursor.optional().openapi({ description: 'Changes above this number are told again.' }) })
  .openapi('WebhookReplay');

const pathParameters = z.object({ id: text('The webhook’s id.', 16) });

/** Adds the operations. */
export function addWebhookOperations(api: Api, guards: Guards, { webhooks }: Store): void {
  const shared = { tag: 'webhooks', scopes: ['admin'] } as const;
  addOperation(api, guards, {
    ...shared,
    method: 'get',
    path: '/webhooks',
    id: 'list_webhooks',
    summary: 'All webhooks, how far each was told, and why one fails or is paused',
    answer: { about: 'All of them, the oldest first.', schema: z.object({ data: z.array(webhookSchema) }) },
    handle: async ({ context }) => jsonAnswer(context, { data: toWire(await webhooks.list()) }),
  });
  addOperation(api, guards, {
    ...shared,
    method: 'post',
    path: '/webhooks',
    id: 'add_webhook',
    summary: 'Tell an address of changes, in messages signed by the Standard Webhooks convention',
    body: additionSchema,
    answer: {
      status: 201,
      about: 'The webhook with its secret, which is shown this once.',
      schema: webhookSchema.extend({ secret: z.string() }).openapi('WebhookWithSecret'),
    },
    handle: async ({ context, body }) => {
      const { url, entities, from } = body;
      const input = { url, ...(entities === undefined ? {} : { entities }), ...(from === undefined ? {} : { from }) };
      try {
        const { webhook, secret } = await webhooks.add(input);
        return jsonAnswer(context, { ...(toWire(webhook) as object), secret }, 201);
      } catch (error) {
        throw asProblem(error, (message) => parameterProblem('body', /cursor/.test(message) ? 'from' : 'url', message));
      }
    },
  });
  addOperation(api, guards, {
    ...shared,
    method: 'delete',
    path: '/webhooks/{id}',
    id: 'remove_webhook',
    summary: 'Tell an address no more',
    pathParameters,
    answer: { about: 'The webhook as it was.', schema: webhookSchema },
    handle: async ({ context, path }) => {
      try {
        return jsonAnswer(context, toWire(await webhooks.remove(path.id)));
      } catch (error) {
        throw asProblem(error, (message) => new ProblemError(404, message));
      }
    },
  });
  addOperation(api, guards, {
    ...shared,
    method: 'post',
    path: '/webhooks/{id}/replay',
    id: 'replay_webhook',
    summary: 'Make a paused webhook active again, or tell it changes again from a cursor',
    pathParameters,
    body: replaySchema,
    answer: { about: 'The webhook as it is now.', schema: webhookSchema },
    handle: async ({ context, path, body }) => {
      try {
        return jsonAnswer(context, toWire(await webhooks.replay(path.id, body.from)));
      } catch (error) {
        throw asProblem(error, (message) =>
          /cursor/.test(message) ? parameterProblem('body', 'from', message) : new ProblemError(404, message),
        );
      }
    },
  });
}

/** What cannot be done as a problem; any other error as it is. */
function asProblem(error: unknown, problemOf: (message: string) => ProblemError): unknown {
  return error instanceof UsageError ? problemOf(error.message) : error;
}
