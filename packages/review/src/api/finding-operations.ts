// Findings of every status with their decisions, the list of those that wait for one, and deciding. Knows that a decision is
// about what its editor saw.

import { type Logger, toWire, UsageError } from '@civicwire/shared';
import { type FindingView, findingKinds, findingStatuses, type Store } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { readCursor, writeCursor } from './cursor.ts';
import { pageSchema } from './list-operations.ts';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { id, limitOf, oneOf, pageParameters, text } from './parameters.ts';
import { ProblemError } from './problem.ts';

const nullableText = z.string().nullable();

const findingSchema = z
  .object({
    id: z.string(),
    story_id: z.string(),
    version_id: z.string(),
    kind: z.enum(findingKinds),
    status: z.enum(findingStatuses),
    reopened: z.boolean().openapi({ description: 'The machine has come to disagree with the person.' }),
    found: z.boolean().openapi({ description: 'The last extraction found it.' }),
    rule: z.string(),
    rules_version: z.string(),
    confidence: z.number().nullable(),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    label: z.string(),
    trace: nullableText,
    value: z.unknown().openapi({ description: 'What the machine says.' }),
    decided_value: z.unknown().openapi({ description: 'What a person says; null when rejected or undecided.' }),
    value_hash: z.string(),
    content_hash: z.string(),
    seen_value_hash: nullableText,
    created_at: z.string(),
    updated_at: z.string(),
    story_title: nullableText.optional(),
  })
  .openapi('Finding');

const decisionSchema = z
  .object({
    id: z.string(),
    finding_id: z.string(),
    position: z.int(),
    editor: z.string(),
    verdict: z.enum(['accept', 'reject', 'edit', 'undo']),
    patch: z.record(z.string(), z.unknown()).nullable(),
    reason: nullableText,
    version_id: z.string(),
    seen_value: z.unknown(),
    seen_value_hash: z.string(),
    decided_at: z.string(),
    undoes: nullableText.openapi({ description: 'Decision that it takes back; null unless undo.' }),
    action_id: nullableText.openapi({ description: 'What the editor did at the desk; null for programs.' }),
  })
  .openapi('FindingDecision');

const oneSchema = z
  .object({ finding: findingSchema, decisions: z.array(decisionSchema), url: z.string(), story_title: nullableText })
  .openapi('FindingWithDecisions');

const verdictSchema = z
  .strictObject({
    verdict: z.enum(['accept', 'reject', 'edit'], 'expected accept, reject or edit'),
    patch: z
      .record(z.string(), z.unknown())
      .optional()
      .openapi({ description: 'With “edit”: the fields of the value that are to be different.' }),
    reason: text('Why, for those who read it later.', 2_000).optional(),
    content_hash: text('content_hash of the finding as the editor saw it; 409 when it has changed since.', 128),
  })
  .openapi('Verdict');

/** Adds the operations. */
export function addFindingOperations(api: Api, guards: Guards, store: Store, logger: Logger): void {
  const pathParameters = z.object({ id: id('The finding.') });
  const shared = { method: 'get', tag: 'findings', scopes: ['read:all'] } as const;

  addOperation(api, guards, {
    ...shared,
    path: '/findings',
    id: 'list_findings',
    summary: 'Findings of every status, in the order of stories and of the text within a story',
    query: z.strictObject({
      status: oneOf(findingStatuses, 'Only with this status.').optional(),
      kind: oneOf(findingKinds, 'Only of this kind.').optional(),
      story_id: id('Only of this story.').optional(),
      needs_review: oneOf(['true'], 'true: only pending ones and reopened ones.').optional(),
      ...pageParameters,
    }),
    answer: { about: 'One page.', schema: pageSchema(findingSchema) },
    handle: async ({ context, query }) => {
      const { after, limit, ...filters } = query;
      const [key] = readCursor(after, '/findings', filters, ['string']) ?? [];
      const { findings, nextKey } = await store.listFindings({
        ...(filters.status === undefined ? {} : { status: filters.status }),
        ...(filters.kind === undefined ? {} : { kind: filters.kind }),
        ...(filters.story_id === undefined ? {} : { storyId: filters.story_id }),
        needsReview: filters.needs_review === 'true',
        afterKey: key === undefined ? null : String(key),
        limit: limitOf(limit),
      });
      const next = nextKey === null ? null : writeCursor('/findings', filters, [nextKey]);
      return jsonAnswer(context, { data: toWire(findings), next });
    },
  });

  addOperation(api, guards, {
    ...shared,
    path: '/findings/{id}',
    id: 'get_finding',
    summary: 'One finding of any status with all decisions on it',
    pathParameters,
    answer: { about: 'The finding.', schema: oneSchema },
    handle: async ({ context, path }) => jsonAnswer(context, asAnswer(await findOne(store, path.id))),
  });

  addOperation(api, guards, {
    method: 'post',
    path: '/findings/{id}/decisions',
    id: 'decide',
    summary: 'Accept, reject or edit a finding',
    about:
      'Kept under the name of the token, for good: a later decision counts instead, none is overwritten. the editor of the review desk sends the session’s secret in x-csrf-token. The same decision twice in a row is one.',
    tag: 'findings',
    scopes: ['read:all', 'decide'],
    pathParameters,
    body: verdictSchema,
    answer: { status: 201, about: 'The decision.', schema: decisionSchema },
    handle: async ({ context, path, body, reader }) => {
      const { finding } = await findOne(store, path.id);
      if (body.content_hash !== finding.contentHash) {
        throw new ProblemError(409, `finding ${path.id} was read anew since; expected its present content_hash`, [
          { in: 'body', name: 'content_hash', problem: 'expected the present one, from /findings/{id}' },
        ]);
      }
      const { verdict, patch, reason } = body;
      const decision = await decide({
        findingId: path.id,
        editor: reader.name,
        verdict,
        ...(patch === undefined ? {} : { patch }),
        ...(reason === undefined ? {} : { reason }),
      });
      logger.info('decision kept', { findingId: path.id, verdict, by: reader.id });
      return jsonAnswer(context, toWire(decision, new Set(['patch', 'seenValue'])), 201);
    },
  });

  async function decide(input: Parameters<Store['decide']>[0]): ReturnType<Store['decide']> {
    try {
      return await store.decide(input);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new ProblemError(400, error.message, [{ in: 'body', name: 'patch', problem: error.message }]);
    }
  }
}

async function findOne(store: Store, findingId: string): Promise<FindingView> {
  const view = await store.getFinding(findingId);
  if (view === null)
    throw new ProblemError(404, `/findings/${findingId}: there is none; expected an id from /findings`);
  return view;
}

function asAnswer({ finding, story, version, decisions }: FindingView): unknown {
  return {
    finding: toWire(finding),
    decisions: decisions.map((decision) => toWire(decision, new Set(['patch', 'seenValue']))),
    url: story.url,
    story_title: version.title,
  };
}
