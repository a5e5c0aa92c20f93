// What people do to items: decide, take back, comment, ask for a second opinion. Everything goes through the outbox, and the
// screen goes on at once. Knows the state and the outbox, no screen.
import type { DeskAnswer, DeskConflict } from '../../../src/desk-api/contract.ts';
import { conflictBox } from '../outbox/conflict-box.ts';
import type { Letter, Settled } from '../outbox/outbox.ts';
import { countWords, plainWords, verdictWords } from '../text/words.ts';
import { type Core, shortLabel } from './core.ts';
import {
  type Conflict,
  currentItem,
  type Deciding,
  mayDecide,
  withDecision,
  withItem,
  withoutDecision,
  withRow,
} from './desk-state.ts';
import { fetchItem, fill, goNext, open, resume } from './item-actions.ts';
import { loadCounts, loadMore } from './queue-actions.ts';

/** Decides on the item on screen and goes on to the next. */
export async function decide(core: Core, deciding: Deciding): Promise<void> {
  const item = currentItem(core.get());
  if (item === null || !mayDecide(core.get())) return;
  const settles = item.double?.state === 'disputed';
  const key = core.newKey();
  core.set((state) => withDecision(state, item, deciding));
  core.outbox?.post({
    id: key,
    atMs: core.nowMs(),
    kind: 'decision',
    path: core.api.pathOf(settles ? 'adjudicate_item' : 'decide_item', item.id),
    body: { key, revision: item.revision, ...deciding },
    about: item.id,
    words: `${verdictWords[deciding.verdict]}: ${shortLabel(item)}`,
  });
  core.say(`${verdictWords[deciding.verdict]}: ${shortLabel(item)}`);
  await goNext(core);
  await loadMoreSoon(core);
}

/** The list grows before the editor comes to its end. */
async function loadMoreSoon(core: Core): Promise<void> {
  const { rows, currentId, next } = core.get();
  const at = rows.findIndex(({ id }) => id === currentId);
  if (next !== null && at >= rows.length - 10) await loadMore(core);
}

/** Takes back the last thing that this editor did: what was not sent yet here, else what the server has. */
export async function undo(core: Core): Promise<void> {
  if (!mayDecide(core.get())) return;
  const waiting = core.get().outbox.letters.findLast(({ kind }) => kind === 'decision');
  if (waiting !== undefined && core.outbox?.recall(waiting.id) === true) {
    core.say(`Taken back before it was sent: ${waiting.words}`);
    if (waiting.about !== null) await reopen(core, waiting.about);
    return;
  }
  const key = core.newKey();
  const path = core.api.pathOf('undo');
  core.outbox?.post({ id: key, atMs: core.nowMs(), kind: 'undo', path, body: { key }, about: null, words: 'Undo' });
}

async function reopen(core: Core, id: string): Promise<void> {
  core.set((state) => withoutDecision(state, id));
  await Promise.all([open(core, id), loadCounts(core)]);
}

export function comment(core: Core, id: string, text: string): void {
  const key = core.newKey();
  const path = core.api.pathOf('comment_item', id);
  const body = { key, text };
  core.outbox?.post({ id: key, atMs: core.nowMs(), kind: 'note', path, body, about: id, words: `Comment: ${text}` });
}

export function askSecondOpinion(core: Core, id: string, words: string): void {
  const key = core.newKey();
  const path = core.api.pathOf('ask_second_opinion', id);
  const body = { key, ...(words === '' ? {} : { words }) };
  core.outbox?.post({ id: key, atMs: core.nowMs(), kind: 'note', path, body, about: id, words: 'Second opinion' });
  core.say('Asked for a second opinion.');
}

/** The same verdict again, on the item as it stands now. */
export function decideAgain(core: Core, { key: late, yours, current }: Conflict): void {
  const key = core.newKey();
  boxOf(core)?.forget(late);
  core.set((state) => withDecision({ ...state, conflicts: without(state.conflicts, late) }, current, dropEmpty(yours)));
  core.outbox?.post({
    id: key,
    atMs: core.nowMs(),
    kind: 'decision',
    path: core.api.pathOf(current.double?.state === 'disputed' ? 'adjudicate_item' : 'decide_item', current.id),
    body: { key, revision: current.revision, ...yours },
    about: current.id,
    words: `${verdictWords[yours.verdict]}: ${shortLabel(current)}`,
  });
}

/** Where this editor's conflicts are kept; null before anybody is known to be there. */
function boxOf(core: Core) {
  const user = core.get().session?.user ?? null;
  return user === null ? null : conflictBox(localStorage, user.id);
}

/** Shows the conflicts that were there when the page was closed, with the items as they stand now. */
export async function restoreConflicts(core: Core): Promise<void> {
  for (const { key, itemId, yours } of boxOf(core)?.read() ?? []) {
    const answer = await core.api.call('get_item', { id: itemId });
    if (answer.kind === 'refused') boxOf(core)?.forget(key);
    if (answer.kind !== 'done') continue;
    const conflict = { key, yours: yours as Conflict['yours'], current: answer.answer };
    core.set((state) => ({ ...state, conflicts: [...without(state.conflicts, key), conflict] }));
  }
}

export function dropConflict(core: Core, { key }: Conflict): void {
  boxOf(core)?.forget(key);
  core.set((state) => ({ ...state, conflicts: without(state.conflicts, key) }));
}

function without(conflicts: readonly Conflict[], key: string): readonly Conflict[] {
  return conflicts.filter((conflict) => conflict.key !== key);
}

function dropEmpty({ verdict, reason, words, patch }: DeskConflict['yours']): Deciding {
  return {
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(words === undefined ? {} : { words }),
    ...(patch === undefined ? {} : { patch }),
  };
}

/** What the server's word on a letter changes here. */
export function settle(core: Core, letter: Letter, reply: Settled): void {
  if (reply.kind === 'conflict') settleConflict(core, letter, reply.answer as Partial<DeskConflict>);
  else if (reply.kind === 'refused') {
    core.say(`Not taken (${letter.words}): ${reply.words}`, 'bad');
    if (letter.about !== null) forget(core, letter.about);
  } else if (letter.kind === 'decision') settleDecision(core, reply.answer as DeskAnswer<'decide_item'>);
  else if (letter.kind === 'undo') void settleUndo(core, reply.answer as DeskAnswer<'undo'>);
  else core.set((state) => withItem(state, reply.answer as DeskAnswer<'comment_item'>));
  void fill(core);
  void resume(core);
}

function settleDecision(core: Core, { item, kept_as }: DeskAnswer<'decide_item'>): void {
  core.set((state) => withRow(state, item));
  if (kept_as === 'opinion') core.say(`Kept blind until a second person has judged: ${shortLabel(item)}`);
}

async function settleUndo(core: Core, { action, items, overtaken }: DeskAnswer<'undo'>): Promise<void> {
  if (action === null) {
    core.say('Nothing of yours is left to take back.');
    return;
  }
  core.set((state) => items.reduce((now, item) => withRow(withoutDecision(now, item.id), item), state));
  const others =
    overtaken.length === 0 ? '' : ` ${countWords(overtaken.length, 'item')} had another word since, which stands.`;
  const [only] = items;
  if (action.items === 1 && only !== undefined) {
    core.say(`Taken back: ${shortLabel(only)}.${others}`);
    await Promise.all([open(core, only.id), loadCounts(core)]);
    return;
  }
  core.say(`Taken back: ${plainWords(action.kind)} of ${countWords(action.items, 'item')}.${others}`);
  await loadCounts(core);
}

function settleConflict(
  core: Core,
  letter: Letter,
  answer: Partial<DeskConflict> & { lease?: { editor?: string } },
): void {
  const { current, yours } = answer;
  if (current !== undefined && yours !== undefined) {
    boxOf(core)?.keep({ key: letter.id, itemId: current.id, yours });
    core.set((state) => ({
      ...withItem(withoutDecision(state, current.id), current),
      conflicts: [...without(state.conflicts, letter.id), { key: letter.id, yours, current }],
    }));
    core.say(`Too late: ${shortLabel(current)} has changed since you read it. Your decision was not taken.`, 'bad');
    return;
  }
  const holder = answer.lease?.editor;
  const why = holder === undefined ? (answer.detail ?? 'it has changed since') : `${holder} holds it now`;
  core.say(`Not taken (${letter.words}): ${why}.`, 'bad');
  if (letter.about !== null) forget(core, letter.about);
}

function forget(core: Core, id: string): void {
  core.set((state) => withoutDecision(state, id));
  void Promise.all([fetchItem(core, id), loadCounts(core)]);
}
