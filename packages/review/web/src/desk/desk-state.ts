// Everything that the desk knows at a moment, and how one change leads to the next. Pure; knows no server and no screen.
import type {
  DeskAnswer,
  DeskConflict,
  DeskFilter,
  DeskItem,
  DeskOrder,
  DeskQueueRow,
} from '../../../src/desk-api/contract.ts';
import type { OutboxState } from '../outbox/outbox.ts';
import { needsReview, type Status, statusOf, type Verdict } from '../text/words.ts';

export type DeskSession = DeskAnswer<'get_session'>;
export type DeskCounts = DeskAnswer<'count_queue'>;
export type DeskView = DeskAnswer<'list_views'>[number];

/** What an editor did, as it is sent: a verdict with what belongs to it. */
export interface Deciding {
  readonly verdict: Verdict;
  readonly reason?: number;
  readonly words?: string;
  readonly patch?: Readonly<Record<string, unknown>>;
}

/** A decision that came too late: what the editor said, and the item as it stands now. */
export interface Conflict {
  readonly key: string;
  readonly yours: DeskConflict['yours'];
  readonly current: DeskItem;
}

export interface Notice {
  readonly id: number;
  readonly words: string;
  readonly tone: 'plain' | 'bad';
}

export interface DeskState {
  readonly session: DeskSession | null;
  readonly filter: DeskFilter;
  readonly order: DeskOrder;
  readonly rows: readonly DeskQueueRow[];
  /** `next` of the last page of rows; null when all are here. */
  readonly next: string | null;
  readonly queue: 'loading' | 'ready' | 'failed';
  readonly counts: DeskCounts | null;
  readonly views: readonly DeskView[];
  /** The item on screen; null when there is none (nothing left, or not yet known). */
  readonly currentId: string | null;
  readonly story: 'loading' | 'ready' | 'empty' | 'failed' | 'gone';
  /** Items by id, as they were last seen. */
  readonly items: Readonly<Record<string, DeskItem>>;
  /** Held and fetched ahead, in the order in which they will come. */
  readonly upcoming: readonly string[];
  /** Who holds the item on screen, when it is not this session. */
  readonly heldBy: string | null;
  /** Verdicts of this sitting by finding, sent or not. */
  readonly decided: Readonly<Record<string, Verdict>>;
  readonly lastDecision: { readonly id: string; readonly deciding: Deciding } | null;
  readonly outbox: OutboxState;
  readonly conflicts: readonly Conflict[];
  readonly notice: Notice | null;
}

export const firstState: DeskState = {
  session: null,
  filter: {},
  order: 'uncertainty',
  rows: [],
  next: null,
  queue: 'loading',
  counts: null,
  views: [],
  currentId: null,
  story: 'loading',
  items: {},
  upcoming: [],
  heldBy: null,
  decided: {},
  lastDecision: null,
  outbox: { letters: [], aside: [], line: 'open', unsafe: false },
  conflicts: [],
  notice: null,
};

/** The item on screen; null while there is none. */
export function currentItem(state: DeskState): DeskItem | null {
  return state.currentId === null ? null : (state.items[state.currentId] ?? null);
}

/** Whether this session may decide at all. */
export function mayDecide({ session }: DeskState): boolean {
  return session?.user?.role === 'editor' || session?.user?.role === 'admin';
}

/** Items kept in memory; more than anybody looks back at. */
const itemsMax = 60;

/** The state with an item as it stands now, in the rows too. */
export function withItem(state: DeskState, item: DeskItem): DeskState {
  const { [item.id]: _, ...others } = state.items;
  const kept = Object.entries(others).slice(-itemsMax);
  return withRow(
    { ...state, items: { ...Object.fromEntries(kept), [item.id]: item } },
    { id: item.id, status: item.status, reopened: item.reopened, label: item.label, lease: item.lease },
  );
}

/** The state with what is now known of a row; nothing changes when it is not in the list. */
export function withRow(state: DeskState, row: Partial<DeskQueueRow> & { readonly id: string }): DeskState {
  return { ...state, rows: state.rows.map((known) => (known.id === row.id ? { ...known, ...row } : known)) };
}

/** The state after a decision was made here, before the server has heard of it. */
export function withDecision(state: DeskState, item: DeskItem, deciding: Deciding): DeskState {
  const counted = needsReview(item) && state.decided[item.id] === undefined ? -1 : 0;
  return {
    ...withRow(state, { id: item.id, status: statusOf[deciding.verdict], reopened: false, lease: null }),
    decided: { ...state.decided, [item.id]: deciding.verdict },
    lastDecision: { id: item.id, deciding },
    counts: moveCount(state.counts, item, statusOf[deciding.verdict], counted),
  };
}

/** The state without a decision that was taken back or not taken. */
export function withoutDecision(state: DeskState, id: string): DeskState {
  const { [id]: _, ...decided } = state.decided;
  const { [id]: __, ...items } = state.items;
  return { ...state, decided, items };
}

function moveCount(counts: DeskCounts | null, { kind }: DeskItem, to: Status, by: number): DeskCounts | null {
  if (counts === null || by === 0) return counts;
  const { by_show, by_kind } = counts;
  return {
    ...counts,
    by_show: {
      ...by_show,
      review: Math.max(0, (by_show.review ?? 0) + by),
      [to]: (by_show[to] ?? 0) - by,
    },
    by_kind: { ...by_kind, [kind]: Math.max(0, (by_kind[kind] ?? 0) + by) },
  };
}

/** Ids that are not to be offered as the next item: the one on screen, those that come, those decided here. */
export function isTaken(state: DeskState, id: string): boolean {
  return id === state.currentId || state.upcoming.includes(id) || state.decided[id] !== undefined;
}

/** The row beside the item on screen; null at the list's end. */
export function neighbour(state: DeskState, by: 1 | -1): DeskQueueRow | null {
  const at = state.rows.findIndex(({ id }) => id === state.currentId);
  if (at < 0) return by === 1 ? (state.rows[0] ?? null) : null;
  return state.rows[at + by] ?? null;
}
