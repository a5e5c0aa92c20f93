// What the store says of itself and its readers: search, freshness, the data dictionary, tokens. Knows no record's columns.

import { toWire, UsageError } from '@civicwire/shared';
import { apiScopes, type Store, searchKinds } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { readCursor, writeCursor } from './cursor.ts';
import { pageSchema } from './list-operations.ts';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { limitOf, oneOf, pageParameters, text } from './parameters.ts';
import { ProblemError } from './problem.ts';
import { seesPublishedOnly } from './reader.ts';
import { recordShape } from './records.ts';

const span = z.object({ start: z.int(), end: z.int() });
const highlighted = { text: z.string(), matches: z.array(span) };

const hitSchema = z
  .object({
    kind: z.enum(searchKinds),
    id: z.string().openapi({ description: 'Of the story, or of the quote.' }),
    story_id: z.string(),
    version_id: z.string(),
    source_id: z.string(),
    url: z.string(),
    title: z.object(highlighted),
    excerpt: z.object({ ...highlighted, start: z.int() }).openapi({
      description: 'A passage; start says where it begins in the text, its matches count from its own beginning.',
    }),
    speaker_name: z.string().nullable(),
    score: z.number().openapi({ description: 'Higher is better, among hits of one query.' }),
  })
  .openapi('SearchHit');

const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(apiScopes)),
    requests_per_minute: z.int(),
    created_at: z.string(),
    expires_at: z.string().nullable(),
    revoked_at: z.string().nullable(),
    state: z.enum(['usable', 'expired', 'revoked']),
  })
  .openapi('Token');

/** Adds the operations. */
export function addStoreOperations(api: Api, guards: Guards, store: Store): void {
  addSearch(api, guards, store);
  addTokens(api, guards, store);
  const freshness = recordShape(
    { view: 'v_freshness', schema: 'Freshness', nullable: ['last_change_at'] },
    store.dictionary(),
  );
  addOperation(api, guards, {
    method: 'get',
    path: '/freshness',
    id: 'get_freshness',
    summary: 'When each step last did something, and what still waits',
    tag: 'store',
    scopes: ['read:published'],
    answer: { about: 'One row.', schema: freshness.schema },
    handle: async ({ context }) => {
      const [row = {}] = await store.readView({
        view: 'v_freshness',
        order: ['last_change_seq'],
        direction: 'asc',
        limit: 1,
      });
      return jsonAnswer(context, freshness.row(row, false));
    },
  });
  addOperation(api, guards, {
    method: 'get',
    path: '/dictionary',
    id: 'get_dictionary',
    summary: 'What every column of every view and table means',
    tag: 'store',
    scopes: ['read:published'],
    answer: {
      about: 'Views first, then tables.',
      schema: z.object({
        data: z.array(
          z.object({
            name: z.string(),
            kind: z.enum(['view', 'table']),
            about: z.string(),
            columns: z.array(z.object({ name: z.string(), about: z.string() })),
          }),
        ),
      }),
    },
    handle: ({ context }) => jsonAnswer(context, { data: store.dictionary() }),
  });
}

function addSearch(api: Api, guards: Guards, store: Store): void {
  addOperation(api, guards, {
    method: 'get',
    path: '/search',
    id: 'search',
    summary: 'Current stories and quotes that have all words, the best first',
    about: 'Words, "phrases" and beginnings (deport*), without regard to case and accents.',
    tag: 'store',
    scopes: ['read:published'],
    query: z.strictObject({
      q: text('What to look for.', 1_000),
      kind: oneOf(searchKinds, 'Only stories or only quotes.').optional(),
      ...pageParameters,
    }),
    answer: { about: 'One page; at most 200 rows.', schema: pageSchema(hitSchema) },
    handle: async ({ context, query, reader }) => {
      const { after, limit, ...filters } = query;
      const [key] = readCursor(after, '/search', filters, ['string']) ?? [];
      const { hits, nextKey } = await store.search(filters.q, {
        kind: filters.kind,
        publishedOnly: seesPublishedOnly(reader),
        after: key === undefined ? null : String(key),
        limit: limitOf(limit),
      });
      const next = nextKey === null ? null : writeCursor('/search', filters, [nextKey]);
      return jsonAnswer(context, { data: toWire(hits), next });
    },
  });
}

function addTokens(api: Api, guards: Guards, store: Store): void {
  addOperation(api, guards, {
    method: 'get',
    path: '/me',
    id: 'get_me',
    summary: 'Whose token this is and what it may do',
    tag: 'tokens',
    scopes: [],
    answer: { about: 'The reader.', schema: z.object({ name: z.string(), scopes: z.array(z.enum(apiScopes)) }) },
    handle: ({ context, reader }) =>
      jsonAnswer(context, { name: reader.name, scopes: apiScopes.filter((scope) => reader.scopes.has(scope)) }),
  });
  addOperation(api, guards, {
    method: 'get',
    path: '/tokens',
    id: 'list_tokens',
    summary: 'All tokens without their secrets, also those that are no longer good',
    about: 'Tokens are made on the command line: civicwire token create.',
    tag: 'tokens',
    scopes: ['admin'],
    answer: { about: 'All of them, the oldest first.', schema: z.object({ data: z.array(tokenSchema) }) },
    handle: async ({ context }) => jsonAnswer(context, { data: toWire(await store.listTokens()) }),
  });
  addOperation(api, guards, {
    method: 'delete',
    path: '/tokens/{id}',
    id: 'revoke_token',
    summary: 'End a token for good',
    tag: 'tokens',
    scopes: ['admin'],
    pathParameters: z.object({ id: text('The token’s id, which is no secret.', 16) }),
    answer: { about: 'The token, revoked.', schema: tokenSchema },
    handle: async ({ context, path }) => {
      try {
        return jsonAnswer(context, toWire(await store.revokeToken(path.id)));
      } catch (error) {
        if (error instanceof UsageError) throw new ProblemError(404, error.message);
        throw error;
      }
    },
  });
}
