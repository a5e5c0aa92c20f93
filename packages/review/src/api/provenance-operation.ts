// From any exported row back to its claim, span, story version, rule and decisions. Knows the answer's shape; follows nothing.

import type { Store } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { id } from './parameters.ts';
import { ProblemError } from './problem.ts';

const holds = z.boolean();
const nullableText = z.string().nullable();

const provenanceSchema = z
  .object({
    id: z.string().openapi({ description: 'The id that was asked for.' }),
    row: z.enum(['finding', 'city_mention', 'official_mention', 'decision']).openapi({ description: 'What it is of.' }),
    claim: z.object({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      status: z.string(),
      reopened: z.boolean(),
      value: z.unknown(),
      machine_value: z.unknown(),
    }),
    span: z
      .object({ start: z.int(), end: z.int(), text: z.string(), holds })
      .openapi({ description: 'holds: the version’s text has exactly these words there.' }),
    story: z.object({ id: z.string(), url: z.string(), source_id: z.string(), title: nullableText }),
    version: z
      .object({
        id: z.string(),
        previous_version: nullableText,
        is_current: z.boolean(),
        text_hash: z.string(),
        holds,
        rules_version: z.string(),
        created_at: z.string(),
      })
      .openapi({ description: 'holds: the text has this SHA-256.' }),
    rule: z.object({ id: z.string(), version: z.string(), confidence: z.number().nullable() }),
    trace: nullableText,
    decisions: z.array(z.record(z.string(), z.unknown())).openapi({ description: 'Oldest first.' }),
    snapshot: z
      .object({
        id: z.string(),
        size: z.int(),
        status: z.int(),
        final_url: z.string(),
        fetched_at: z.string(),
        kept: z.boolean().openapi({ description: 'False when retention removed the bytes.' }),
      })
      .nullable()
      .openapi({ description: 'The bytes that the version was read from; null when nothing is known of them.' }),
  })
  .openapi('Provenance');

/** Adds the operation. */
export function addProvenanceOperation(api: Api, guards: Guards, store: Store): void {
  addOperation(api, guards, {
    method: 'get',
    path: '/provenance/{id}',
    id: 'get_provenance',
    summary: 'Where a row comes from: claim, span, story version, rule, trace, decisions, bytes',
    tag: 'findings',
    scopes: ['read:all'],
    pathParameters: z.object({ id: id('A finding, claim, quote, stance, mention or decision.') }),
    answer: { about: 'The way back.', schema: provenanceSchema },
    handle: async ({ context, path }) => {
      const provenance = await store.provenance(path.id);
      if (provenance !== null) return jsonAnswer(context, provenance);
      throw new ProblemError(404, `${path.id}: expected the id of a finding, quote, stance, mention or decision`);
    },
  });
}
