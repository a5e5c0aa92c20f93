// What people do to items: decide, undo, in bulk, again elsewhere, comment, second opinion, adjudication. Knows the contract;
// what follows from a decision is the store's.
import { bulkMax, KeyUsedError, OtherSelectionError, StaleItemError, type Verdict } from '@civicwire/store';
import { ProblemError } from '../api/problem.ts';
import type { DeskAnswer } from './contract.ts';
import { storeFilter, wireRow } from './filters.ts';
import { type Asked, type DeskServices, type Handlers, whoOf } from './handlers.ts';
import { readItem } from './item/item-view.ts';
import { conflictWith, notFound } from './refusals.ts';
import { rejectReasons } from './reject-reasons.ts';

/** A verdict as the page sends it. */
interface Given {
  readonly verdict: Verdict['verdict'];
  readonly reason?: number | undefined;
  readonly words?: string | undefined;
  readonly patch?: Readonly<Record<string, unknown>> | undefined;
}

export function decisionHandlers(
  desk: DeskServices,
): Handlers<
  'decide_item' | 'adjudicate_item' | 'ask_second_opinion' | 'comment_item' | 'decide_same' | 'decide_bulk' | 'undo'
> {
  const { store, policy, logger } = desk;
  return {
    decide_item: (asked) => settle(desk, asked, (input, who) => store.desk.decide(input, who, policy)),
    adjudicate_item: (asked) => settle(desk, asked, (input, who) => store.desk.adjudicate(input, who)),
    ask_second_opinion: async ({ id, body, session }) => {
      await once(() =>
        store.desk.askSecondOpinion({ findingId: id, key: body.key, words: body.words }, whoOf(session)),
      );
      return readItem(desk, id, session);
    },
    comment_item: async ({ id, body, session }) => {
      await once(() => store.desk.comment({ findingId: id, key: body.key, text: body.text }, whoOf(session)));
      return readItem(desk, id, session);
    },
    decide_same: async ({ id, body, session }) => {
      const kind = await store.desk.kindOf(id);
      if (kind === null) throw notFound('item', id);
      const input = { ...bulkInput(body, rejectReasons[kind]), findingId: id };
      return wireBulk(desk, await once(() => store.desk.decideSame(input, whoOf(session), policy)), session);
    },
    decide_bulk: async ({ body, session }) => {
      const { kind } = body.filter;
      if (body.reason !== undefined && kind === undefined) {
        throw new ProblemError(
          400,
          'body parameter reason: expected a filter of one kind, whose reasons have these numbers',
        );
      }
      const filter = storeFilter(body.filter);
      const input = {
        ...bulkInput(body, kind === undefined ? [] : rejectReasons[kind]),
        filter,
        limit: body.limit ?? bulkMax,
      };
      const done = await once(() => store.desk.decideBulk(input, whoOf(session), policy));
      if (done.actionId !== null) logger.info('bulk decision kept', { actionId: done.actionId, by: session.editor });
      return wireBulk(desk, done, session);
    },
    undo: async ({ body, session }) => {
      const { answer } = await once(() => store.desk.undo(body.key, whoOf(session)));
      const { action, findingIds, overtaken } = answer;
      const rows = await store.desk.queueRows(findingIds.slice(0, undoneShownMax), whoOf(session));
      return {
        action: action === null ? null : { ...action, items: findingIds.length },
        items: rows.map(wireRow),
        overtaken: overtaken.map((one) => ({ ...one })),
      };
    },
  };
}

const undoneShownMax = 50;
const samplesMax = 5;

/** Words for a refused key or selection. */
async function once<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KeyUsedError || error instanceof OtherSelectionError)
      throw new ProblemError(409, error.message);
    throw error;
  }
}

/** Ready reason and own words as one text. Throws a problem for a number without a reason. */
function verdictOf({ verdict, reason, words = '', patch }: Given, reasons: readonly string[]): Verdict {
  const ready = reason === undefined ? '' : reasons[reason - 1];
  if (ready === undefined || (reason !== undefined && verdict !== 'reject')) {
    const expected = `with reject a number from 1 to ${reasons.length}, and none with accept and edit`;
    throw new ProblemError(400, `body parameter reason: expected ${expected}`);
  }
  const said = [ready, words].filter((part) => part !== '').join(': ');
  return { verdict, ...(said === '' ? {} : { reason: said }), ...(patch === undefined ? {} : { patch }) };
}

function bulkInput(
  body: Given & { readonly key: string; readonly selection?: string | undefined },
  reasons: readonly string[],
) {
  return { ...verdictOf(body, reasons), key: body.key, selection: body.selection ?? null };
}

async function wireBulk(
  { store }: DeskServices,
  { actionId, findingIds, leftOut, selection }: Awaited<ReturnType<DeskServices['store']['desk']['decideBulk']>>,
  session: Asked<'decide_bulk'>['session'],
): Promise<DeskAnswer<'decide_bulk'>> {
  const step = Math.max(1, Math.floor(findingIds.length / samplesMax));
  const spread = findingIds.filter((_, at) => at % step === 0).slice(0, samplesMax);
  const samples = (await store.desk.queueRows(spread, whoOf(session))).map(wireRow);
  return { action_id: actionId, count: findingIds.length, left_out: leftOut, samples, selection };
}

type Decide = DeskServices['store']['desk']['adjudicate'];

async function settle(
  desk: DeskServices,
  { id, body, session }: Asked<'decide_item'> | Asked<'adjudicate_item'>,
  decide: Decide,
): Promise<DeskAnswer<'decide_item'>> {
  const { store, logger } = desk;
  const { key, revision, and_next: after, ...given } = body;
  const who = whoOf(session);
  const kind = await store.desk.kindOf(id);
  if (kind === null) throw notFound('item', id);
  const verdict = verdictOf(given, rejectReasons[kind]);
  const { actionId, answer } = await once(() => decide({ findingId: id, key, revision, ...verdict }, who)).catch(
    async (error: unknown) => {
      if (!(error instanceof StaleItemError)) throw error;
      throw conflictWith(error.message, { yours: given, current: await readItem(desk, id, session) });
    },
  );
  logger.info('decision kept', { findingId: id, verdict: verdict.verdict, by: session.editor });
  const takeNext = async () => {
    if (after === undefined) return null;
    const question = { filter: storeFilter(after.filter), order: after.order, afterId: after.after ?? id };
    const nextId = await store.desk.takeNext(question, who);
    return nextId === null ? null : readItem(desk, nextId, session);
  };
  const [[row], next] = await Promise.all([store.desk.queueRows([id], who), takeNext()]);
  if (row === undefined) throw notFound('item', id);
  return { action_id: actionId, kept_as: answer.keptAs, item: wireRow(row), next };
}
