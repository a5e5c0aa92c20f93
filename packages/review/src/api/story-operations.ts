// A story's versions, one version, and what changed between two. Knows that texts point back to their story; lists no claim.

import { compareVersions, type Store, type ViewRow } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { findRow, listQuery, pageSchema, readPage } from './list-operations.ts';
import { lists } from './lists.ts';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { id } from './parameters.ts';
import { ProblemError, parameterProblem } from './problem.ts';
import { type Reader, seesPublishedOnly } from './reader.ts';
import { recordShape } from './records.ts';

const view = 'v_story_version';

const diffSchema = z
  .object({
    story_id: z.string(),
    from: z.string().openapi({ description: 'The older version.' }),
    to: z.string().openapi({ description: 'The newer version.' }),
    facts: z
      .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
      .openapi({ description: 'Title, byline and publication where they differ.' }),
    passages: z
      .array(
        z.object({
          change: z.enum(['same', 'added', 'removed', 'changed']),
          pieces: z.array(z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() })),
        }),
      )
      .openapi({ description: 'The whole text in order; empty when the text is the same.' }),
    words_added: z.int(),
    words_removed: z.int(),
  })
  .openapi('StoryDiff');

/** Adds the operations on versions. */
export function addStoryOperations(api: Api, guards: Guards, store: Store): void {
  const shape = recordShape({ view, schema: 'StoryVersion', nullable: ['text_hash'] }, store.dictionary());
  const storyPath = z.object({ id: id('The story.') });
  const scopes = ['read:published'] as const;
  const shared = { method: 'get', tag: 'stories', scopes } as const;

  addOperation(api, guards, {
    ...shared,
    path: '/stories/{id}/versions',
    id: 'list_story_versions',
    summary: 'Versions of a story with their texts, the first one first',
    pathParameters: storyPath,
    query: listQuery({}),
    answer: { about: 'One page.', schema: pageSchema(shape.schema) },
    handle: async ({ context, path, query, reader }) => {
      await checkStory(store, path.id, reader);
      const { rows, next } = await readPage(store, {
        view,
        list: `/stories/${path.id}/versions`,
        order: ['created_at', 'id'],
        direction: 'asc',
        conditions: [{ column: 'story_id', is: '=', value: path.id }],
        filters: {},
        after: query.after as string | undefined,
        limit: query.limit as number | undefined,
      });
      return jsonAnswer(context, { data: rows.map((row) => shape.row(row, false)), next });
    },
  });

  addOperation(api, guards, {
    ...shared,
    path: '/stories/{id}/versions/{version_id}',
    id: 'get_story_version',
    summary: 'One version of a story with its text',
    pathParameters: storyPath.extend({ version_id: id('The version.') }),
    answer: { about: 'The version.', schema: shape.schema },
    handle: async ({ context, path, reader }) => {
      await checkStory(store, path.id, reader);
      return jsonAnswer(
        context,
        shape.row(await findVersion(store, path.id, path.version_id, 'path', 'version_id'), false),
      );
    },
  });

  addOperation(api, guards, {
    ...shared,
    path: '/stories/{id}/diff',
    id: 'diff_story_versions',
    summary: 'What changed between two versions of a story, word by word',
    pathParameters: storyPath,
    query: z.strictObject({
      from: id('The older version; the one before “to” unless given.').optional(),
      to: id('The newer version; the current one unless given.').optional(),
    }),
    answer: { about: 'The changes.', schema: diffSchema },
    handle: async ({ context, path, query, reader }) => {
      const story = await checkStory(store, path.id, reader);
      const toId = query.to ?? story.version_id;
      if (typeof toId !== 'string')
        throw new ProblemError(404, `/stories/${path.id}: not saved yet, so it has no version`);
      const to = await findVersion(store, path.id, toId, 'query', 'to');
      const fromId = query.from ?? to.previous_version;
      if (typeof fromId !== 'string') {
        throw parameterProblem(
          'query',
          'from',
          'expected the id of a version: the newer one is the first, none is before it',
        );
      }
      const from = await findVersion(store, path.id, fromId, 'query', 'from');
      const { facts, passages, wordsAdded, wordsRemoved } = compareVersions(wordsOf(from), wordsOf(to));
      const words = { words_added: wordsAdded, words_removed: wordsRemoved };
      return jsonAnswer(context, { story_id: path.id, from: fromId, to: toId, facts, passages, ...words });
    },
  });
}

/** The story. Throws “not found” where there is none that this reader sees. */
function checkStory(store: Store, storyId: string, reader: Reader): Promise<ViewRow> {
  const list = lists.find(({ id: name }) => name === 'stories');
  if (list === undefined) throw new Error('no list of stories');
  return findRow(store, list, 'id', storyId, seesPublishedOnly(reader));
}

async function findVersion(
  store: Store,
  storyId: string,
  versionId: string,
  place: string,
  name: string,
): Promise<ViewRow> {
  const where = [
    { column: 'story_id', is: '=', value: storyId },
    { column: 'id', is: '=', value: versionId },
  ] as const;
  const [row] = await store.readView({ view, where, order: ['id'], direction: 'asc', limit: 1 });
  if (row !== undefined) return row;
  const expected = `expected the id of a version of this story, from /stories/${storyId}/versions`;
  if (place === 'query') throw parameterProblem(place, name, expected);
  throw new ProblemError(404, `version ${versionId}: ${expected}`);
}

function wordsOf(row: ViewRow): Parameters<typeof compareVersions>[0] {
  const text = (name: string) => (row[name] ?? null) as string | null;
  return { title: text('title'), byline: text('byline'), publishedAt: text('published_at'), text: String(row.text) };
}
