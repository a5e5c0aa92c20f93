// The changes of the store, in pages and as a stream of server-sent events. Knows numbers; a reader that goes on from the last
// one it has misses none and sees none twice, for the store numbers them in the order in which they become visible.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, toWire } from '@civicwire/shared';
import type { Change, Store } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyStream } from './body-stream.ts';
import { type Api, addOperation, type Guards, jsonAnswer } from './operation.ts';
import { wholeNumber } from './parameters.ts';
import { ProblemError, parameterProblem } from './problem.ts';

const seqMax = 999_999_999_999_999;
const limitUsual = 200;
const limitMax = 1_000;

/** Changes that one look at the store brings to a stream. */
const batch = 200;
/** How often a stream that has everything looks for more, in milliseconds. */
const lookMs = 250;
/** A stream without changes says every so many milliseconds that it lives. */
const heartBeatMs = 15_000;
/** How soon a receiver should come back after a broken connection, in milliseconds. */
const retryMs = 2_000;
/** Streams at the same time: of one reader, and of all. */
const streamsEach = 8;
const streamsMax = 100;

const changeSchema = z
  .object({
    seq: z.int().openapi({ description: 'Number of the change: 1, 2, 3 …, without gaps.' }),
    entity: z.string().openapi({
      description: 'story, story_version, story_link, finding, decision, official or official_decision.',
    }),
    entity_id: z.string(),
    story_id: z.string().nullable().openapi({ description: 'Null for officials and decisions about them.' }),
    kind: z.enum(['insert', 'update', 'tombstone']).openapi({
      description: 'tombstone: the machine took it back; its row stays as superseded.',
    }),
    at: z.string(),
  })
  .openapi('Change');

export interface StreamOptions {
  readonly logger: Logger;
  /** When the server stops: streams end then. */
  readonly stopped: AbortSignal;
}

/** Adds both operations. */
export function addChangeOperations(api: Api, guards: Guards, store: Store, { logger, stopped }: StreamOptions): void {
  const shared = { method: 'get', tag: 'changes', scopes: ['read:all'] } as const;
  const after = wholeNumber('Only changes with higher numbers; 0, the beginning, unless given.', 0, seqMax).optional();

  addOperation(api, guards, {
    ...shared,
    path: '/changes',
    id: 'list_changes',
    summary: 'What changed, every change once and in order',
    about: 'Ask again with after = next_after; an empty page means that there is nothing new yet.',
    query: z.strictObject({
      after,
      limit: wholeNumber(`Changes a page; ${limitUsual} unless given.`, 1, limitMax).optional(),
    }),
    answer: {
      about: 'One page.',
      schema: z.object({
        data: z.array(changeSchema),
        next_after: z.int().openapi({ description: 'To be given as “after” the next time.' }),
      }),
    },
    handle: async ({ context, query }) => {
      const from = query.after ?? 0;
      const changes = await changesAfter(store, from, query.limit ?? limitUsual);
      return jsonAnswer(context, { data: toWire(changes), next_after: changes.at(-1)?.seq ?? from });
    },
  });

  const open = new Map<string, number>();
  addOperation(api, guards, {
    ...shared,
    path: '/changes/stream',
    id: 'stream_changes',
    summary: 'What changes, as server-sent events while it happens',
    about:
      'Events named “change” whose id is the number of the change. Last-Event-ID, which browsers send when they come back, goes before “after”. A comment every 15 s says that the stream lives.',
    query: z.strictObject({ after }),
    answer: { about: 'Events without end.', type: 'text/event-stream', schema: z.string() },
    handle: async ({ context, query, reader }) => {
      const from = lastEventId(context) ?? query.after ?? 0;
      await changesAfter(store, from, 1);
      const all = [...open.values()].reduce((sum, count) => sum + count, 0);
      if ((open.get(reader.id) ?? 0) >= streamsEach || all >= streamsMax) {
        throw new ProblemError(
          503,
          `too many open streams; expected at most ${streamsEach} of one token and ${streamsMax} of all`,
        );
      }
      const gone = new AbortController();
      const signal = AbortSignal.any([stopped, gone.signal]);
      const parts = counted(open, reader.id, changeEvents(store, from, signal, logger));
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
      return context.body(
        bodyStream(parts, () => gone.abort()),
        200,
        headers,
      );
    },
  });
}

/** A page. Throws a problem when the reader is ahead of the store: it would wait for ever, having read another one. */
async function changesAfter(store: Store, after: number, limit: number): Promise<Change[]> {
  const changes = await store.changesSince(after, limit);
  if (changes.length > 0 || after === 0) return changes;
  const last = await store.lastChangeSeq();
  if (after <= last) return changes;
  throw new ProblemError(
    409,
    `change ${after} is not in this store, whose last one is ${last}; expected a number up to that: begin anew at 0`,
  );
}

function lastEventId(context: Context): number | null {
  const given = context.req.header('last-event-id');
  if (given === undefined || given === '') return null;
  if (!/^\d{1,15}$/.test(given))
    throw parameterProblem('header', 'last-event-id', 'expected the id of the last event: digits');
  return Number(given);
}

async function* counted(open: Map<string, number>, id: string, parts: AsyncGenerator<string>): AsyncGenerator<string> {
  open.set(id, (open.get(id) ?? 0) + 1);
  try {
    yield* parts;
  } finally {
    const left = (open.get(id) ?? 1) - 1;
    if (left === 0) open.delete(id);
    else open.set(id, left);
  }
}

async function* changeEvents(store: Store, after: number, signal: AbortSignal, logger: Logger): AsyncGenerator<string> {
  yield `retry: ${retryMs}\n\n`;
  let seq = after;
  let quietMs = 0;
  try {
    while (!signal.aborted) {
      const changes = await store.changesSince(seq, batch);
      if (changes.length > 0) {
        yield changes.map(eventOf).join('');
        seq = changes.at(-1)?.seq ?? seq;
        quietMs = 0;
        continue;
      }
      await sleep(lookMs, undefined, { signal }).catch(() => undefined);
      quietMs += lookMs;
      if (quietMs < heartBeatMs) continue;
      quietMs = 0;
      yield ': the stream lives\n\n';
    }
  } catch (error) {
    // The receiver sees a broken connection and comes back with the id of its last event.
    logger.error('stream of changes broke off', { after: seq, error: String(error) });
    throw error;
  }
}

function eventOf(change: Change): string {
  return `id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(toWire(change))}\n\n`;
}
