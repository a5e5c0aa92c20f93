// One decision on many items: a trial that says how many and shows five, then the deed. Knows the server, no screen.
import type { DeskAnswer, DeskFilter } from '../../../src/desk-api/contract.ts';
import type { Outcome } from '../api/api.ts';
import { countWords, verdictWords } from '../text/words.ts';
import type { Core } from './core.ts';
import { currentItem, type Deciding } from './desk-state.ts';
import { goNext } from './item-actions.ts';
import { loadQueue } from './queue-actions.ts';

/** `filter`: all of a queue. `same`: what says the same by the same rule in other stories. */
export type BulkScope =
  | { readonly of: 'filter'; readonly filter: DeskFilter; readonly words: string }
  | { readonly of: 'same'; readonly id: string; readonly words: string };

export type BulkAnswer = Outcome<DeskAnswer<'decide_bulk'>>;

/** Without `selection` a trial. The same `key` for the deed sent twice does it once. */
export function bulk(
  core: Core,
  scope: BulkScope,
  deciding: Deciding,
  key: string,
  selection?: string,
): Promise<BulkAnswer> {
  const body = { key, ...withoutPatch(deciding), ...(selection === undefined ? {} : { selection }) };
  return scope.of === 'filter'
    ? core.api.call('decide_bulk', { body: { ...body, filter: scope.filter } })
    : core.api.call('decide_same', { id: scope.id, body: { ...body, ...patchOf(deciding) } });
}

function withoutPatch({ verdict, reason, words }: Deciding) {
  return { verdict, ...(reason === undefined ? {} : { reason }), ...(words === undefined ? {} : { words }) };
}

function patchOf({ patch }: Deciding) {
  return patch === undefined ? {} : { patch };
}

/** Reads the queue anew after a bulk decision, and goes on when the item on screen was in it. */
export async function afterBulk(core: Core, { count }: DeskAnswer<'decide_bulk'>, deciding: Deciding): Promise<void> {
  core.say(`${verdictWords[deciding.verdict]}: ${countWords(count, 'item')}. Undo takes all of them back.`);
  const { currentId, upcoming } = core.get();
  for (const id of upcoming) await core.api.call('release_item', { id });
  core.set((state) => ({ ...state, upcoming: [] }));
  await loadQueue(core);
  const isStillThere = core.get().rows.some(({ id }) => id === currentId);
  if (currentItem(core.get()) === null || !isStillThere) await goNext(core);
}
